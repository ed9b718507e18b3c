import grid from '../../../../docs/images/clause-grid.png';
import documents from '../../../../docs/images/documents.png';
import evidence from '../../../../docs/images/evidence.png';
import findings from '../../../../docs/images/findings.png';
import overview from '../../../../docs/images/overview.png';
import record from '../../../../docs/images/record.png';
import steps from '../../../../docs/images/steps.png';
import type { HandbookPicture } from '../../words/en/handbook/shape.ts';

/** The pictures of the readme, which `npm run screenshots` renews: the handbook ages with the program and not behind it. */
export const pictures: Readonly<Record<HandbookPicture, string>> = {
  'clause-grid': grid,
  documents,
  evidence,
  findings,
  overview,
  record,
  steps,
};
