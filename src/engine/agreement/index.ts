/** The agreement room: what an agreement and the law demand next, by when, and what it blocks. */
export { answerDeadline } from './days/answer.ts';
export { CannotAnswer } from './days/cannot-answer.ts';
export { computeDeadline, type Deadline, type DeadlineTask } from './days/compute.ts';
