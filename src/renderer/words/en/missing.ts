import type { MissingKind } from '../../../contract/missing.ts';
import { count, many } from './parts.ts';

/** The check for what was never asked, requested, examined or heard, on the Overview. */
export const missing = {
  title: 'Never asked, requested or examined',
  about: 'Gaps that a careful reader would point to. Each goes when the fact is recorded.',
  counts: (n: number) => many(n, 'thing', 'things'),
  none: 'Nothing that this check looks for is missing.',
  showAll: (n: number) => `Show all ${count(n)}`,
  showFewer: 'Show fewer',
  group: {
    start: 'First questions and complaints',
    people: 'People',
    heard: 'Not heard yet',
    evidence: 'Evidence',
    allegations: 'Allegations',
  },
  /** On the button beside each; it opens the place where it is mended. */
  mend: {
    'first-question': 'Answer it',
    'complaint-about-nobody': 'Say about whom',
    'knowledge-not-asked': 'Record it',
    'unit-unknown': 'Enter the unit',
    'occupation-unknown': 'Enter it',
    'schedule-unknown': 'Enter the hours',
    'standing-unknown': 'Enter it',
    'account-unproved': 'Say how',
    'conflict-open': 'Settle it',
    'witness-not-heard': 'To the interviews',
    'respondent-not-interviewed': 'To the interviews',
    'response-open': 'Record it',
    'original-not-requested': 'Open the file',
    'owner-unknown': 'Say whose',
    'context-not-asked': 'Ask for it',
    'not-read': 'Open the file',
    'policy-notice': 'Record a proof',
    'element-not-examined': 'Examine it',
    'exception-not-answered': 'Answer it',
    'protected-not-answered': 'Answer it',
    'question-never-asked': 'Answer it',
    'advice-only': 'Give the reason',
    'in-a-break': 'Look at it',
  } satisfies Record<MissingKind, string>,
};
