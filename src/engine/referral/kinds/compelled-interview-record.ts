import { interviews } from '../../procedure/index.ts';
import { recordOfInterviews } from './interview-record.ts';
import type { ComposedKind } from './kind.ts';

/** What was said under orders, alone on its own paper: every page says what it may not be used for. */
export const compelledInterviewRecord: ComposedKind = {
  kind: 'compelled-interview-record',
  title: { en: 'Record of compelled interviews' },
  group: 'records',
  about:
    'Questions and answers that were given under orders; kept apart from every other document, never for the police.',
  mustNotSay: [],
  draft: (scope) => {
    const held = interviews(scope.db, scope.respondent.id).filter(({ manner }) => manner === 'compelled');
    return recordOfInterviews(scope, held, 'No compelled interview is written down.');
  },
};
