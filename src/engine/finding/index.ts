export { addAllegation, allegationById, allegations, withdrawAllegation } from './allegations.ts';
export { answerException, answerScreen, decideElement, recordResponse } from './answers.ts';
export { findings, recordFinding } from './findings.ts';
export { missingForFinding } from './missing.ts';
export { answerQuestion } from './questions.ts';
export { allegationViews, chargesAgainst, viewOf } from './views.ts';
