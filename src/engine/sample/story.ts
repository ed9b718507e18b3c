import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Timestamp } from '../../contract/case.ts';
import { ComplaintChannel, ComplaintKnowledge, FirstAnswer } from '../../contract/complaint.ts';
import { NewReceipt, Outcome } from '../../contract/evidence.ts';
import {
  AnswerException,
  AnswerScreen,
  FactOutcome,
  PolicyOutcome,
  RecordResponse,
  Specification,
  StandardOfProof,
} from '../../contract/finding.ts';
import { ElementState } from '../../contract/mapping.ts';
import { NewPerson } from '../../contract/person.ts';
import { NewConflict, NewPolicyNotice } from '../../contract/person-records.ts';
import { ExceptionId } from '../../contract/policy.ts';
import { AnswerQuestion } from '../../contract/screen-questions.ts';
import { WriteStatement } from '../../contract/statement.ts';
import { StepEvent } from '../../contract/steps.ts';
import { ProtectedSpeechKind } from '../../contract/suggest.ts';

const Text = z.string().min(1);
const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const Items = z.int().min(0);
const ExpectedMember = z.strictObject({
  path: Text,
  format: Text,
  outcome: Outcome,
  items: Items,
  firstAt: Text.optional(),
  lastAt: Text.optional(),
});

const ExpectedFile = z.strictObject({
  path: Text,
  format: Text.nullable(),
  outcome: Outcome,
  /** Outcomes that are as right as the first. */
  alsoAllowed: z.array(Outcome).default([]),
  items: Items,
  attachments: Items.optional(),
  pages: z.int().optional(),
  firstAt: Text.optional(),
  lastAt: Text.optional(),
  twin: Text.optional(),
  nearDuplicateOf: Text.optional(),
  because: Text.optional(),
  members: z.array(ExpectedMember).default([]),
});

const ClauseId = z.string().regex(/^([1-8]|[ABC][1-5]|general-[a-z]+)$/);

const ExpectedSuggestion = z.strictObject({
  file: Text,
  quote: Text,
  suggest: z.array(ClauseId).default([]),
  maySuggest: z.array(ClauseId).default([]),
  notSuggest: z.array(ClauseId).default([]),
  exception: ExceptionId.optional(),
  maySetAside: ExceptionId.optional(),
  protectedSpeech: z.array(ProtectedSpeechKind).default([]),
  mandatedReport: z.boolean().optional(),
  borderline: z.boolean().default(false),
  note: Text.optional(),
});

const PassageOfCase = z.strictObject({
  element: Text,
  weighs: z.enum(['for', 'against']),
  file: Text,
  quote: Text,
  /** True where a box on the picture is the better mark than its words. */
  box: z.boolean().default(false),
  reason: Text.nullable(),
});

const AllegationOfCase = z.strictObject({
  id: Text,
  respondent: Text,
  clause: ClauseId,
  conductOn: Day,
  policyKnown: Text,
  specification: Specification,
  passages: z.array(PassageOfCase).min(1),
  elements: z.record(Text, ElementState),
  exceptions: z.array(AnswerException.omit({ allegationId: true })),
  screen: z.strictObject({ answer: AnswerScreen.shape.answer, reason: Text.nullable() }),
  questions: z.array(AnswerQuestion.omit({ allegationId: true })).default([]),
  finding: z.strictObject({
    fact: FactOutcome,
    policy: PolicyOutcome,
    standard: StandardOfProof,
    reasons: Text,
    contraryAnswered: Text.nullable(),
    credibility: Text.nullable(),
    forceNote: Text.nullable().default(null),
  }),
});

const ConflictOfCase = z.strictObject({ ...NewConflict.shape, personId: Text, towardId: Text.nullable() });

const InterviewOfCase = z.strictObject({
  respondent: Text,
  heldAt: Timestamp,
  endedAt: Timestamp,
  place: Text,
  manner: WriteStatement.shape.manner,
  present: z.array(z.strictObject({ name: Text, role: Text })).min(1),
  lines: z.array(z.strictObject({ question: Text, answer: Text.nullable() })).min(1),
  signedBy: Text,
});

/** A sample incident as data: what the demonstration and the tour replay, and what they expect to see. */
export const Story = z.strictObject({
  incident: Text,
  invented: z.literal(true),
  district: Text,
  policy: z.enum(['norwalk', '4118.51']),
  title: Text,
  timeZone: z.literal('America/New_York'),
  actingPerson: z.strictObject({ name: Text, role: Text }),
  firstQuestions: z.array(FirstAnswer.extend({ at: Timestamp })),
  complaints: z.array(
    z.strictObject({
      id: Text,
      receivedAt: Timestamp,
      channel: ComplaintChannel,
      complainant: Text.nullable(),
      receivedBy: Text,
      promised: Text.nullable(),
      about: z.array(Text).min(1),
      words: Text,
      knowledge: ComplaintKnowledge.nullable().default(null),
    }),
  ),
  people: z.array(
    NewPerson.extend({ id: Text, certified: z.boolean().optional(), represented: z.boolean().optional() }),
  ),
  /** Who had the policy, and what shows it. */
  policyNotices: z
    .array(z.strictObject({ ...NewPolicyNotice.shape, evidenceId: z.null().default(null), personId: Text }))
    .default([]),
  conflicts: z.array(ConflictOfCase).default([]),
  /** What witnesses said or wrote, and whether they signed it. */
  statements: z
    .array(
      WriteStatement.omit({ id: true }).extend({
        personId: Text,
        settled: z.strictObject({ outcome: z.enum(['signed', 'refused']), words: Text }).nullable(),
      }),
    )
    .default([]),
  /** Interviews of the respondents as they were written down. */
  interviews: z.array(InterviewOfCase).default([]),
  receipts: z.array(NewReceipt.extend({ id: Text, files: z.array(Text).min(1) })),
  /** Whose phone or account a source was taken from. */
  owners: z.array(z.strictObject({ file: Text, person: Text })).default([]),
  files: z.array(ExpectedFile),
  totals: z.strictObject({
    files: Items,
    members: Items,
    items: Items,
    imported: Items,
    importedWithWarnings: Items,
    duplicate: Items,
    rejected: Items,
  }),
  facts: z.array(
    z.strictObject({
      id: Text,
      about: Text.nullable(),
      at: Timestamp,
      what: Text,
      source: Text.nullable(),
      /** The item that the fact bears on, where it bears on one. */
      item: z.strictObject({ file: Text, quote: Text }).optional(),
    }),
  ),
  /** What a person decided about items that the machine flagged as signs of danger to a child; null leaves them open. */
  notReportable: z.strictObject({ reason: Text, consulted: Text.nullable() }).nullable().default(null),
  suggestions: z.array(ExpectedSuggestion),
  allegations: z.array(AllegationOfCase),
  responses: z.array(RecordResponse.omit({ respondentId: true }).extend({ respondent: Text })),
  events: z.array(StepEvent.and(z.looseObject({ at: Timestamp, by: Text }))),
  now: Timestamp,
  documents: z.array(Text),
});
export type Story = z.infer<typeof Story>;

/** The shipped sample incidents: folders of `resources/samples` with a story. */
export function sampleIds(resourcesDir: string): readonly string[] {
  const folder = join(resourcesDir, 'samples');
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'story.yaml')))
    .sort();
}

export function readStory(resourcesDir: string, id: string): Story {
  return Story.parse(parse(readFileSync(join(resourcesDir, 'samples', id, 'story.yaml'), 'utf8')));
}
