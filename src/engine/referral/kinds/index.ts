import type { ComposedKindName } from '../../../contract/document.ts';
import { administrativeLeave } from './administrative-leave.ts';
import { closureLetter } from './closure-letter.ts';
import { compelledInterviewRecord } from './compelled-interview-record.ts';
import { compelledStatementNotice } from './compelled-statement-notice.ts';
import { custodyStatement } from './custody-statement.ts';
import { disciplineLetter } from './discipline-letter.ts';
import { disclosurePacket } from './disclosure-packet.ts';
import { exhibitBinder } from './exhibit-binder.ts';
import { extensionAgreement } from './extension-agreement.ts';
import { findingsLetter } from './findings-letter.ts';
import { grievanceAnswer } from './grievance-answer.ts';
import { interviewNotice } from './interview-notice.ts';
import { interviewRecord } from './interview-record.ts';
import { justCauseWorksheet } from './just-cause-worksheet.ts';
import type { ComposedKind } from './kind.ts';
import { mandatedReportLog } from './mandated-report-log.ts';
import { notReadList } from './not-read-list.ts';
import { noticeOfInvestigation } from './notice-of-investigation.ts';
import { noticeToUnion } from './notice-to-union.ts';
import { preDisciplinaryNotice } from './pre-disciplinary-notice.ts';
import { publicRecordsNotice } from './public-records-notice.ts';
import { recommendationMemo } from './recommendation-memo.ts';
import { recordHold } from './record-hold.ts';
import { redactionLog } from './redaction-log.ts';
import { requestToCease } from './request-to-cease.ts';
import { stepTimeline } from './step-timeline.ts';
import { superintendentBrief } from './superintendent-brief.ts';
import { terminationConsideration } from './termination-consideration.ts';

/** Every letter and record that is composed of parts, in the order in which a matter usually needs them. */
export const composedKinds: Readonly<Record<ComposedKindName, ComposedKind>> = {
  'record-hold': recordHold,
  'notice-of-investigation': noticeOfInvestigation,
  'notice-to-union': noticeToUnion,
  'administrative-leave': administrativeLeave,
  'request-to-cease': requestToCease,
  'interview-notice': interviewNotice,
  'compelled-statement-notice': compelledStatementNotice,
  'superintendent-brief': superintendentBrief,
  'disclosure-packet': disclosurePacket,
  'exhibit-binder': exhibitBinder,
  'pre-disciplinary-notice': preDisciplinaryNotice,
  'termination-consideration': terminationConsideration,
  'findings-letter': findingsLetter,
  'recommendation-memo': recommendationMemo,
  'discipline-letter': disciplineLetter,
  'closure-letter': closureLetter,
  'grievance-answer': grievanceAnswer,
  'extension-agreement': extensionAgreement,
  'public-records-notice': publicRecordsNotice,
  'mandated-report-log': mandatedReportLog,
  'custody-statement': custodyStatement,
  'redaction-log': redactionLog,
  'not-read-list': notReadList,
  'interview-record': interviewRecord,
  'compelled-interview-record': compelledInterviewRecord,
  'step-timeline': stepTimeline,
  'just-cause-worksheet': justCauseWorksheet,
};
