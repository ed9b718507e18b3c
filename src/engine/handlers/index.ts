import type { Handlers } from '../handler.ts';
import type { Drafts } from '../referral/index.ts';
import { agreementHandlers, calendarHandlers, districtFileHandlers } from './agreements.ts';
import { backupHandlers } from './backups.ts';
import { bestCaseHandlers } from './best-case.ts';
import { caseHandlers, historyHandlers, identityHandlers, sampleHandlers } from './case.ts';
import {
  copyOfCaseHandlers,
  escrowHandlers,
  handOverHandlers,
  lockHandlers,
  recoveryHandlers,
  retentionHandlers,
} from './case-file.ts';
import { checkHandlers } from './checks.ts';
import { chronologyHandlers } from './chronology.ts';
import { contextHandlers } from './context.ts';
import { compartmentHandlers, copyHandlers } from './custody.ts';
import { districtDraftHandlers } from './district-drafts.ts';
import { documentHandlers } from './documents.ts';
import { intakeHandlers, itemHandlers, receiptHandlers } from './evidence.ts';
import { allegationHandlers, elementHandlers } from './findings.ts';
import { ledgerHandlers } from './ledger.ts';
import { mappingHandlers, suggestionHandlers } from './mapping.ts';
import { complaintHandlers, districtHandlers, firstQuestionHandlers, personHandlers } from './people.ts';
import { timeHandlers, transcriptHandlers, wordsHandlers } from './person-reading.ts';
import { personRecordHandlers } from './person-records.ts';
import { policyDraftHandlers, policyHandlers } from './policies.ts';
import { protectionHandlers } from './protection.ts';
import { planHandlers, unsavedHandlers, weighingHandlers, witnessStatementHandlers } from './reasoning.ts';
import { redactionHandlers } from './redaction.ts';
import { reportHandlers } from './reports.ts';
import { rosterHandlers } from './rosters.ts';
import { scopeHandlers } from './scope.ts';
import { counselHandlers, interviewHandlers, recordHandlers, stepHandlers } from './steps.ts';
import { fingerprintHandlers, timeStampHandlers } from './time-stamps.ts';

/** Every call's handler; one that is missing does not compile. */
export function makeHandlers(drafts: Drafts): Handlers {
  return {
    ...identityHandlers,
    ...sampleHandlers,
    ...caseHandlers,
    ...copyOfCaseHandlers,
    ...lockHandlers,
    ...recoveryHandlers,
    ...escrowHandlers,
    ...handOverHandlers,
    ...retentionHandlers,
    ...backupHandlers,
    ...historyHandlers,
    ...ledgerHandlers,
    ...copyHandlers,
    ...timeStampHandlers,
    ...fingerprintHandlers,
    ...compartmentHandlers,
    ...districtHandlers,
    ...districtDraftHandlers,
    ...firstQuestionHandlers,
    ...complaintHandlers,
    ...personHandlers,
    ...personRecordHandlers,
    ...rosterHandlers,
    ...receiptHandlers,
    ...intakeHandlers,
    ...itemHandlers,
    ...timeHandlers,
    ...wordsHandlers,
    ...transcriptHandlers,
    ...contextHandlers,
    ...protectionHandlers,
    ...mappingHandlers,
    ...suggestionHandlers,
    ...checkHandlers,
    ...scopeHandlers,
    ...reportHandlers,
    ...bestCaseHandlers,
    ...allegationHandlers,
    ...elementHandlers,
    ...unsavedHandlers,
    ...planHandlers,
    ...witnessStatementHandlers,
    ...weighingHandlers,
    ...chronologyHandlers,
    ...stepHandlers,
    ...interviewHandlers,
    ...recordHandlers,
    ...agreementHandlers,
    ...calendarHandlers,
    ...districtFileHandlers,
    ...policyHandlers,
    ...policyDraftHandlers,
    ...counselHandlers,
    ...documentHandlers(drafts),
    ...redactionHandlers,
  };
}
