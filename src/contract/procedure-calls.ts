import { z } from 'zod';
import {
  AgreementCheck,
  AgreementShelf,
  AgreementView,
  ConfirmArticle,
  DistrictFileLook,
  DistrictFileTaken,
  EditAgreement,
  NamedPack,
  OpenDistrictFile,
  PackRow,
  SavedFile,
  SaveInFolder,
  SavePack,
  TakeBackConfirmation,
} from './agreement-shelf.ts';
import { command, query } from './call.ts';
import { Id, Nothing, Withdraw } from './case.ts';
import { AddErratum, Interview, SignInterview, WriteInterview } from './interview.ts';
import {
  AnswerJustCause,
  Comparator,
  JustCauseView,
  NewComparator,
  NewPastDiscipline,
  PastDisciplineList,
  PastDisciplineRow,
  ReadRegister,
} from './just-cause.ts';
import {
  AddSnowDay,
  CalendarProposal,
  CalendarSaved,
  CalendarView,
  ImportCalendar,
  SaveCalendar,
} from './school-calendar.ts';

/** Calls of the records of the procedure, the agreements, the calendar, and counsel's worksheet: a part of `calls`. */
export const procedureCalls = {
  // Records
  'deadline.save-calendar': command(SaveInFolder, SavedFile),
  'interview.list': query(z.strictObject({ respondentId: Id.nullable() }), z.array(Interview)),
  'interview.write': command(WriteInterview, Interview),
  'interview.sign': command(SignInterview, Interview),
  'interview.add-erratum': command(AddErratum, Interview),
  'past-discipline.list': query(z.strictObject({ respondentId: Id }), PastDisciplineList),
  'past-discipline.record': command(NewPastDiscipline, PastDisciplineRow),
  'past-discipline.withdraw': command(Withdraw, Nothing),

  // Agreements, calendars, the district's file
  'agreement.list': query(Nothing, AgreementShelf),
  'agreement.view': query(NamedPack, AgreementView),
  'agreement.check': query(z.strictObject({ yaml: z.string().max(500_000) }), AgreementCheck),
  'agreement.edit': command(EditAgreement, z.strictObject({ yaml: z.string() })),
  'agreement.save': command(z.strictObject({ yaml: z.string().max(500_000) }), PackRow),
  'agreement.export': command(SavePack, SavedFile),
  'article.confirm': command(ConfirmArticle, AgreementView),
  'article.take-back': command(TakeBackConfirmation, AgreementView),
  'calendar.view': query(Nothing, CalendarView.nullable()),
  'calendar.read-file': command(z.strictObject({ path: z.string().min(1) }), CalendarProposal),
  'calendar.import': command(ImportCalendar, CalendarSaved),
  'calendar.save': command(SaveCalendar, CalendarSaved),
  'calendar.add-snow-day': command(AddSnowDay, CalendarSaved),
  'district-file.export': command(SaveInFolder, SavedFile),
  'district-file.look': query(z.strictObject({ path: z.string().min(1) }), DistrictFileLook),
  'district-file.open': command(OpenDistrictFile, DistrictFileTaken),

  // Counsel's compartment
  'just-cause.view': query(z.strictObject({ respondentId: Id }), JustCauseView),
  'just-cause.answer': command(AnswerJustCause, Nothing),
  'comparator.add': command(NewComparator, Comparator),
  'comparator.read-register': command(z.strictObject({ path: z.string().min(1) }), ReadRegister),
  'comparator.withdraw': command(Withdraw, Nothing),
} as const;
