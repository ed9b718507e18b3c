import { accounts } from './en/accounts.ts';
import { agreementForm } from './en/agreement-form.ts';
import { caseFile } from './en/case-file.ts';
import { chronology } from './en/chronology.ts';
import { district } from './en/district.ts';
import { documents } from './en/documents.ts';
import { evidence } from './en/evidence.ts';
import { findings } from './en/findings.ts';
import { firstEvening } from './en/first-evening.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { grid } from './en/grid.ts';
import { handbook } from './en/handbook/index.ts';
import { inquiry } from './en/inquiry.ts';
import { keptOut } from './en/kept-out.ts';
import { missing } from './en/missing.ts';
import { overview } from './en/overview.ts';
import { parts } from './en/parts.ts';
import { people } from './en/people.ts';
import { personRecords } from './en/person-records.ts';
import { policies } from './en/policies.ts';
import { procedure } from './en/procedure.ts';
import { questions } from './en/questions.ts';
import { readAgain } from './en/read-again.ts';
import { reading } from './en/reading.ts';
import { record } from './en/record.ts';
import { start } from './en/start.ts';
import { steps } from './en/steps.ts';
import { takenOut } from './en/taken-out.ts';
import { viewer } from './en/viewer.ts';

/** All words of the window in English, by area. Another language has the same shape, or it does not compile. */
export const english = {
  agreementForm,
  caseFile,
  accounts,
  chronology,
  district,
  documents,
  evidence,
  findings,
  firstEvening,
  forms,
  frame,
  grid,
  handbook,
  keptOut,
  inquiry,
  missing,
  overview,
  parts,
  people,
  personRecords,
  policies,
  procedure,
  questions,
  readAgain,
  reading,
  record,
  start,
  steps,
  takenOut,
  viewer,
};

export type Words = typeof english;
