export { addAllegation, allegationById, allegations, withdrawAllegation } from './allegations.ts';
export { answerException, answerScreen, decideElement, recordResponse, responseOf } from './answers.ts';
export { findings, recordFinding } from './findings.ts';
export { missingForFinding } from './missing.ts';
export { allegationViews, viewOf } from './views.ts';
