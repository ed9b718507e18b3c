export { compelledSources, holdsCompelled, isCompelledItem } from './compelled.ts';
export { answerContrary, answerPoint, contraryAnswers, responsePoint } from './points.ts';
export {
  keepApart,
  linkStatement,
  settleStatement,
  statementById,
  statements,
  withdrawStatement,
  writeStatement,
} from './statements.ts';
