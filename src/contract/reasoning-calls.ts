import { z } from 'zod';
import { command, query } from './call.ts';
import { Id, Nothing, Withdraw } from './case.ts';
import { InterviewPlan, KeepUnsaved, ProposedQuestion, Unsaved, WritePlan } from './interview.ts';
import {
  AnswerContrary,
  AnswerPoint,
  ContraryAnswer,
  ResponsePoint,
  SettleStatement,
  WitnessStatement,
  WriteStatement,
} from './statement.ts';
import {
  Authenticity,
  ConcludeFact,
  ContextOfFact,
  DisputedFact,
  NewAccount,
  NewDisputedFact,
  RecordAuthenticity,
  TryExplanation,
  WeighFactor,
} from './weighing.ts';

const ById = z.strictObject({ id: Id });
const OfPerson = z.strictObject({ personId: Id.nullable() });

/** Calls of plans, statements and the weighing of accounts: a part of `calls`. */
export const reasoningCalls = {
  // What is being typed
  'unsaved.view': query(z.strictObject({ place: z.string().min(1).max(200) }), Unsaved.nullable()),
  'unsaved.keep': command(KeepUnsaved, Nothing),

  // Plans of interviews
  'interview-plan.list': query(OfPerson, z.array(InterviewPlan)),
  'interview-plan.propose': query(z.strictObject({ personId: Id }), z.array(ProposedQuestion)),
  'interview-plan.write': command(WritePlan, InterviewPlan),
  'interview-plan.withdraw': command(Withdraw, Nothing),

  // Statements
  'witness-statement.list': query(OfPerson, z.array(WitnessStatement)),
  'witness-statement.write': command(WriteStatement, WitnessStatement),
  'witness-statement.settle': command(SettleStatement, WitnessStatement),
  'witness-statement.withdraw': command(Withdraw, Nothing),
  /** Lays its words into the evidence, where passages of them can be marked. */
  'witness-statement.take-as-evidence': command(ById, WitnessStatement),
  'response.answer-point': command(AnswerPoint, ResponsePoint),
  'contrary.answer': command(AnswerContrary, ContraryAnswer),

  // Weighing
  'weighing.list': query(z.strictObject({ allegationId: Id.nullable() }), z.array(DisputedFact)),
  'weighing.open': command(NewDisputedFact, DisputedFact),
  'weighing.withdraw': command(Withdraw, Nothing),
  'weighing.add-account': command(NewAccount, DisputedFact),
  'weighing.withdraw-account': command(Withdraw, DisputedFact),
  'weighing.weigh': command(WeighFactor, DisputedFact),
  'weighing.explain': command(TryExplanation, DisputedFact),
  'weighing.context': command(ContextOfFact, DisputedFact),
  'weighing.conclude': command(ConcludeFact, DisputedFact),
  'authenticity.record': command(RecordAuthenticity, Authenticity),
} as const;
