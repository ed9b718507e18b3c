import { z } from 'zod';
import { SavedFile } from './agreement-shelf.ts';
import { AlikeItems, FindAlike } from './alike.ts';
import { Backup, BackupSettings } from './backup.ts';
import { BestCase, SignBestCase } from './best-case.ts';
import { AnswerBlind, BlindPurpose, BlindSample, BlindView, DrawSample, SampleSizes } from './blind.ts';
import { command, job, query } from './call.ts';
import {
  CaseState,
  HistoryStep,
  Id,
  Identity,
  LedgerRow,
  NewCase,
  NewPassphrase,
  Nothing,
  OpenCase,
  Reason,
  VerifyReport,
  Withdraw,
} from './case.ts';
import { caseFileCalls } from './case-file-calls.ts';
import { ChronologyView } from './chronology.ts';
import { Complaint, CorrectComplaint, FirstAnswer, FirstAnswerRecord, NewComplaint } from './complaint.ts';
import { ConsistencyPoint } from './consistency.ts';
import { AnswerContext, AskForContext, ContextView } from './context.ts';
import { CorrectWords, NewTranslation, Translation, WithdrawWords, WordCorrection } from './correction.ts';
import {
  AttachTimeStamp,
  CompartmentRow,
  CopyMade,
  ExportOrder,
  FingerprintGiven,
  GiveFingerprint,
  RequestTimeStamp,
  SetCompartment,
  TimeStampRow,
} from './custody.ts';
import { District, DistrictSummary } from './district.ts';
import { districtDraftCalls } from './district-draft.ts';
import {
  CitableExhibit,
  DocumentAddress,
  DocumentKindRow,
  DocumentRow,
  DocumentText,
  DraftDocument,
  DraftMade,
  EditDocumentText,
  MakeDocument,
  OverrideGate,
  ReadinessPoint,
} from './document.ts';
import { EvidenceRow, LeftBehind, NewReceipt, NewStatement, Receipt, StartIntake } from './evidence.ts';
import {
  Allegation,
  AllegationView,
  AnswerException,
  AnswerScreen,
  DecideElement,
  Finding,
  NewAllegation,
  RecordFinding,
  RecordResponse,
  ResponseRecord,
} from './finding.ts';
import { AlikeItem, ItemPage, ItemPageRequest, ItemRow, ItemView, SearchHit } from './item-view.ts';
import {
  DecideSetApart,
  LockSource,
  ProtectionView,
  RemovalScope,
  RemoveSource,
  StopFile,
  StoppedFile,
  VeilSource,
} from './keeping.ts';
import {
  ClauseView,
  DecideSuggestion,
  DecideSuggestions,
  Fact,
  GridRow,
  Mapping,
  NewFact,
  NewMapping,
  ScreenFlag,
  SuggestionOrder,
  SuggestionView,
} from './mapping.ts';
import { MissingEntry } from './missing.ts';
import { NewTranscript, NotReadList, Transcript } from './not-read.ts';
import { peopleCalls } from './people-calls.ts';
import { NewPerson, Person } from './person.ts';
import { PolicyPack } from './policy.ts';
import {
  ComparePolicies,
  ConcernRow,
  DraftStarted,
  EditDraft,
  ExportPolicy,
  NamedDraft,
  NamedPolicy,
  PolicyComparison,
  PolicyDraft,
  PolicyRow,
  PolicyShelfView,
  StartDraft,
  TakePolicy,
} from './policy-import.ts';
import { procedureCalls } from './procedure-calls.ts';
import { reasoningCalls } from './reasoning-calls.ts';
import { DecideRegions, DecideWords, DocumentRemoval, RedactionProfiles, RedactionView } from './redaction.ts';
import { DismissReport, RecordTold, ReportView, StartReport } from './report.ts';
import { SalvageOrder } from './salvage.ts';
import { AgreedLimit, LimitChoices, NewAgreedLimit, ScopeView, WidenScope } from './scope.ts';
import { AnswerQuestion } from './screen-questions.ts';
import { SettleTimes, SourceTimes, SourceTimesRow } from './source-time.ts';
import { CorrectEvent, EventView, RecordEvent, StepsView } from './step-view.ts';
import { JobState } from './wire.ts';

const ById = z.strictObject({ id: Id });

/**
 * Every call of the engine, by name. The window and the command line's `call` reach exactly these; both ends derive
 * their types from here. `docs/calls.md` has a paragraph for each.
 */
export const calls = {
  // This computer, without a case
  'identity.view': query(Nothing, Identity),
  'identity.rename': command(z.strictObject({ name: Reason, role: Reason }), Identity),
  'district.list': query(Nothing, z.array(DistrictSummary)),
  'sample.list': query(Nothing, z.array(z.strictObject({ id: z.string(), title: z.string(), about: z.string() }))),
  'sample.open': command(z.strictObject({ sample: z.string(), path: z.string().min(1) }), CaseState),

  // The case file
  'case.create': command(NewCase, CaseState),
  'case.open': command(OpenCase, CaseState),
  'case.close': command(Nothing, Nothing),
  'case.state': query(Nothing, CaseState),
  'case.recovery-key': query(Nothing, z.strictObject({ key: z.string().nullable() })),
  /** Gives the case another passphrase, or its first: the file is written anew. */
  'case.new-passphrase': job(NewPassphrase, JobState),
  /** Needs no open case: gets everything readable out of a damaged file, into a folder. */
  'case.salvage': job(SalvageOrder, JobState),
  'backup.settings': query(Nothing, BackupSettings),
  'backup.settings-keep': command(BackupSettings, BackupSettings),
  /** Of the case file of that path, open or not, the newest first. */
  'backup.list': query(z.strictObject({ casePath: z.string().min(1) }), z.array(Backup)),
  'backup.make': job(Nothing, JobState),
  /** Lays a copy of a backup at a free place, to be opened there. */
  'backup.take': command(
    z.strictObject({ backup: z.string().min(1), to: z.string().min(1) }),
    z.strictObject({ path: z.string() }),
  ),
  /** Writes a copy for others, a folder that they can check by themselves. */
  'case.export': job(ExportOrder, JobState),
  ...caseFileCalls,
  'copy.list': query(Nothing, z.array(CopyMade)),
  'fingerprint.list': query(Nothing, z.array(FingerprintGiven)),
  'fingerprint.give': command(GiveFingerprint, z.array(FingerprintGiven)),
  'timestamp.list': query(Nothing, z.array(TimeStampRow)),
  'timestamp.request': command(RequestTimeStamp, TimeStampRow),
  'timestamp.attach': command(AttachTimeStamp, TimeStampRow),
  'compartment.list': query(Nothing, z.array(CompartmentRow)),
  'compartment.set': command(SetCompartment, z.array(CompartmentRow)),
  'history.reverse': command(Nothing, HistoryStep),
  'history.repeat': command(Nothing, HistoryStep),
  'ledger.page': query(
    z.strictObject({ before: z.int().nullable(), limit: z.int().min(1).max(500) }),
    z.strictObject({ total: z.int(), rows: z.array(LedgerRow) }),
  ),
  'ledger.verify': query(z.strictObject({ expect: z.string().nullable() }), VerifyReport),

  // First questions, complaint, people
  'first-question.list': query(Nothing, z.array(FirstAnswerRecord)),
  'first-question.answer': command(FirstAnswer, FirstAnswerRecord),
  'complaint.list': query(Nothing, z.array(Complaint)),
  'complaint.record': command(NewComplaint, Complaint),
  'complaint.correct': command(CorrectComplaint, Complaint),
  'person.list': query(Nothing, z.array(Person)),
  'person.add': command(NewPerson, Person),
  'person.update': command(z.strictObject({ id: Id, person: NewPerson }), Person),
  ...peopleCalls,
  'district.people': query(Nothing, z.array(District.shape.people.element)),
  'district.units': query(
    Nothing,
    z.array(z.strictObject({ code: z.string(), name: z.string(), agreement: z.string().nullable() })),
  ),

  // Evidence and its reading
  'receipt.list': query(Nothing, z.array(Receipt)),
  'receipt.record': command(NewReceipt, Receipt),
  'receipt.assign': command(z.strictObject({ receiptId: Id, evidenceIds: z.array(Id).min(1) }), Receipt),
  'intake.start': job(StartIntake, JobState),
  'intake.cancel': command(Nothing, Nothing),
  'intake.pause': command(Nothing, JobState.nullable()),
  'intake.resume': command(Nothing, JobState.nullable()),
  'job.list': query(Nothing, z.array(JobState)),
  /** A note or an oral statement becomes evidence. */
  'statement.record': command(NewStatement, EvidenceRow),
  'evidence.list': query(Nothing, z.array(EvidenceRow)),
  /** Opens an encrypted file. The password is used for this reading and kept nowhere. */
  'evidence.unlock': job(z.strictObject({ id: Id, password: z.string().min(1).max(400) }), JobState),
  /** Reads files a second time, as after a better reader came. */
  'evidence.read-again': job(z.strictObject({ ids: z.array(Id).min(1).max(20_000) }), JobState),
  'evidence.left-behind': query(Nothing, z.array(LeftBehind)),
  /** Says whose phone or account a source was taken from, so that its outgoing lines have a sender. */
  'evidence.set-owner': command(z.strictObject({ id: Id, personId: Id.nullable() }), EvidenceRow),
  'item.page': query(ItemPageRequest, ItemPage),
  'item.view': query(ById, ItemView),
  /** In the shape that `suggest` reads and `items` writes. */
  'item.wire': query(ById, z.unknown()),
  'item.around': query(
    z.strictObject({ id: Id, before: z.int().min(0).max(200), after: z.int().min(0).max(200) }),
    z.strictObject({ rows: z.array(ItemRow), moreBefore: z.boolean(), moreAfter: z.boolean() }),
  ),
  /** Items of other sources that look or say the same as this one. */
  'item.alike': query(ById, z.array(AlikeItem)),
  'item.search': query(
    z.strictObject({ words: z.string().max(400), limit: z.int().min(1).max(1000) }),
    z.strictObject({ total: z.int(), hits: z.array(SearchHit) }),
  ),

  // What a picture leaves out
  'context.view': query(z.strictObject({ itemId: Id }), ContextView),
  /** Every picture that shows a conversation or is said to be cropped. */
  'context.list': query(Nothing, z.array(ContextView)),
  'context.ask': command(AskForContext, Nothing),
  'context.answer': command(AnswerContext, Nothing),

  // What is kept out of sight
  'protection.view': query(Nothing, ProtectionView),
  /** What a removal of this source would take with it; nothing is done. */
  'protection.scope': query(z.strictObject({ evidenceId: Id }), RemovalScope),
  'protection.lock': command(LockSource, ProtectionView),
  'protection.lift': command(Withdraw, ProtectionView),
  'protection.remove': command(RemoveSource, ProtectionView),
  'protection.copy-dealt-with': command(z.strictObject({ id: Id, how: Reason }), ProtectionView),
  'protection.stop': command(StopFile, StoppedFile),
  'protection.decide': command(DecideSetApart, ProtectionView),
  'protection.veil': command(VeilSource, Nothing),

  // What people make of what was read
  'time.list': query(Nothing, z.array(SourceTimesRow)),
  'time.view': query(z.strictObject({ evidenceId: Id }), SourceTimes),
  'time.settle': command(SettleTimes, SourceTimes),
  'time.withdraw': command(z.strictObject({ evidenceId: Id, reason: Reason }), SourceTimes),
  'correction.list': query(z.strictObject({ itemId: Id }), z.array(WordCorrection)),
  'correction.record': command(CorrectWords, z.array(WordCorrection)),
  'correction.withdraw': command(WithdrawWords, WordCorrection),
  'translation.list': query(z.strictObject({ itemId: Id }), z.array(Translation)),
  'translation.record': command(NewTranslation, Translation),
  'translation.withdraw': command(WithdrawWords, Translation),
  'not-read.list': query(Nothing, NotReadList),
  'transcript.list': query(z.strictObject({ evidenceId: Id }), z.array(Transcript)),
  'transcript.record': command(NewTranscript, Transcript),
  'transcript.withdraw': command(WithdrawWords, Transcript),

  // Mapping
  'clause.list': query(Nothing, z.array(ClauseView)),
  'suggestion.list': query(
    z.strictObject({ itemId: Id.nullable(), open: z.boolean(), order: SuggestionOrder.default('time') }),
    z.strictObject({ suggestions: z.array(SuggestionView), flags: z.array(ScreenFlag) }),
  ),
  'suggestion.decide': command(DecideSuggestion, SuggestionView),
  'suggestion.decide-many': command(DecideSuggestions, z.strictObject({ decided: z.int() })),
  'suggestion.refresh': job(Nothing, JobState),
  'mapping.list': query(
    z.strictObject({
      itemId: Id.nullable(),
      allegationId: Id.nullable(),
      policy: z.string().nullable(),
      clause: z.string().nullable(),
    }),
    z.array(Mapping),
  ),
  'mapping.add': command(NewMapping, Mapping),
  'mapping.withdraw': command(Withdraw, Mapping),
  'fact.list': query(z.strictObject({ itemId: Id.nullable() }), z.array(Fact)),
  'fact.record': command(NewFact, Fact),
  'grid.view': query(Nothing, z.array(GridRow)),

  // Looking twice
  'alike.find': query(FindAlike, AlikeItems),
  'consistency.list': query(Nothing, z.array(ConsistencyPoint)),
  /** What was never asked, requested, examined or heard. */
  'missing.list': query(Nothing, z.array(MissingEntry)),
  'blind.sizes': query(z.strictObject({ purpose: BlindPurpose }), SampleSizes),
  'blind.list': query(Nothing, z.array(BlindSample)),
  'blind.view': query(ById, BlindView),
  'blind.draw': command(DrawSample, BlindSample),
  'blind.answer': command(AnswerBlind, BlindView),

  // What the inquiry is about
  'scope.view': query(Nothing, ScopeView),
  'scope.widen': command(WidenScope, ScopeView),
  'scope.narrow': command(Withdraw, ScopeView),
  'scope.open-outside': command(z.strictObject({ reason: Reason }), ScopeView),
  'scope.close-outside': command(Nothing, ScopeView),
  'limit.choices': query(z.strictObject({ evidenceId: Id }), LimitChoices),
  'limit.set': command(NewAgreedLimit, AgreedLimit),
  'limit.lift': command(Withdraw, AgreedLimit),

  // Danger to a child
  'report.view': query(Nothing, ReportView),
  'report.start': command(StartReport, ReportView),
  'report.dismiss': command(DismissReport, ReportView),
  'report.told': command(RecordTold, ReportView),

  // The employee's best case
  'best-case.view': query(z.strictObject({ respondentId: Id }), BestCase),
  'best-case.sign': command(SignBestCase, BestCase),

  // Allegations and findings
  'allegation.list': query(Nothing, z.array(AllegationView)),
  'allegation.add': command(NewAllegation, Allegation),
  'allegation.withdraw': command(Withdraw, Allegation),
  'element.decide': command(DecideElement, Nothing),
  'exception.answer': command(AnswerException, Nothing),
  'screen.answer': command(AnswerScreen, Nothing),
  'screen.answer-question': command(AnswerQuestion, Nothing),
  'response.record': command(RecordResponse, ResponseRecord),
  'finding.record': command(RecordFinding, Finding),
  'finding.list': query(Nothing, z.array(Finding)),
  ...reasoningCalls,

  // Steps
  /** Conduct, notices, interviews and decisions on one line; of one employee, or (null) of all. */
  'chronology.view': query(z.strictObject({ respondentId: Id.nullable() }), ChronologyView),

  'steps.view': query(Nothing, StepsView),
  'steps.input': query(Nothing, z.unknown()),
  'event.record': command(RecordEvent, EventView),
  'event.correct': command(CorrectEvent, EventView),
  'gate.override': command(OverrideGate, EventView),
  ...procedureCalls,
  ...districtDraftCalls,

  // Policies of one's own
  'policy.list': query(Nothing, PolicyShelfView),
  'policy.view': query(NamedPolicy, z.strictObject({ row: PolicyRow, pack: PolicyPack })),
  'policy.concerns': query(Nothing, z.array(ConcernRow)),
  'policy.compare': query(ComparePolicies, PolicyComparison),
  'policy.export': command(ExportPolicy, SavedFile),
  'policy.take': command(TakePolicy, PolicyRow),
  'policy-draft.start': command(StartDraft, DraftStarted),
  'policy-draft.view': query(NamedDraft, PolicyDraft),
  'policy-draft.edit': command(EditDraft, PolicyDraft),
  'policy-draft.take-back': command(NamedDraft, PolicyDraft),
  'policy-draft.do-again': command(NamedDraft, PolicyDraft),
  'policy-draft.save': command(NamedDraft, PolicyRow),
  'policy-draft.set-aside': command(NamedDraft, PolicyShelfView),

  // Documents
  'document.kinds': query(Nothing, z.array(DocumentKindRow)),
  'document.readiness': query(DocumentAddress, z.array(ReadinessPoint)),
  'document.texts': query(DocumentAddress, z.array(DocumentText)),
  'document.edit': command(EditDocumentText, DocumentText),
  'document.citable': query(z.strictObject({ respondentId: Id.nullable() }), z.array(CitableExhibit)),
  'document.draft': query(DraftDocument, DraftMade),
  'document.issue': command(MakeDocument, DocumentRow),
  'document.list': query(Nothing, z.array(DocumentRow)),
  /** What was taken out of an issued document, without the words. */
  'document.removals': query(ById, z.array(DocumentRemoval)),

  // What is taken out of documents
  'redaction.profiles': query(Nothing, RedactionProfiles),
  'redaction.view': query(DocumentAddress, RedactionView),
  'redaction.decide': command(DecideWords, Nothing),
  'redaction.withdraw': command(ById, Nothing),
  'redaction.mark': command(DecideRegions, Nothing),
  'redaction.unmark': command(ById, Nothing),
  /** Looks for faces in pictures; what is found is applied by nobody but a person. */
  'redaction.find-faces': command(
    z.strictObject({ evidenceIds: z.array(Id).min(1).max(500) }),
    z.strictObject({ faces: z.int(), unreadable: z.int() }),
  ),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller sends. */
export type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>;
/** What a handler receives, defaults filled in. */
export type CallParsed<Name extends CallName> = z.output<Calls[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}
