import { assertNever } from '../../../contract/errors.ts';
import type { MissingEntry } from '../../../contract/missing.ts';
import type { ScreenName } from '../../frame/screen-names.ts';

interface Place {
  readonly screen: ScreenName;
  readonly params: Readonly<Record<string, string>>;
}

/** Where something that was never done is done: the room, with the form ready in it. */
export function placeToMend({ kind, at }: MissingEntry): Place {
  const person = at.person ?? '';
  switch (kind) {
    case 'first-question':
      return { screen: 'questions', params: { part: 'questions', question: at.question ?? '' } };
    case 'complaint-about-nobody':
    case 'knowledge-not-asked':
      return { screen: 'questions', params: { part: 'complaint', complaint: at.complaint ?? '' } };
    case 'unit-unknown':
    case 'occupation-unknown':
    case 'schedule-unknown':
    case 'account-unproved':
      return { screen: 'people', params: { person } };
    case 'standing-unknown':
      return { screen: 'people', params: { person, open: 'employment' } };
    case 'conflict-open':
      return { screen: 'people', params: { person, open: 'conflict' } };
    case 'policy-notice':
      return { screen: 'people', params: { person, open: 'notice' } };
    case 'witness-not-heard':
    case 'respondent-not-interviewed':
      return { screen: 'findings', params: { view: 'heard', person } };
    case 'original-not-requested':
    case 'owner-unknown':
    case 'not-read':
      return {
        screen: 'evidence',
        params: { files: kind === 'not-read' ? 'not-read' : 'all', file: at.evidence ?? '' },
      };
    case 'context-not-asked':
    case 'in-a-break':
      return { screen: 'evidence', params: { item: at.item ?? '' } };
    case 'response-open':
    case 'element-not-examined':
    case 'exception-not-answered':
    case 'protected-not-answered':
    case 'question-never-asked':
    case 'advice-only':
      return { screen: 'findings', params: { allegation: at.allegation ?? '' } };
    default:
      return assertNever(kind, 'everything missing has a place');
  }
}
