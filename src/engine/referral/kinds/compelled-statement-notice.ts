import { type ComposedKind, facts, fixed, note, text } from './kind.ts';
import { blank, detail, lastEvent, momentWords } from './pieces/case-facts.ts';
import { investigatorOf, toRespondent } from './pieces/people.ts';

/**
 * The warning before a compelled statement: Garrity v. New Jersey, 385 U.S. 493 (1967); Gardner v. Broderick, 392 U.S. 273
 * (1968). It is given only where the district chose to compel an answer, before the questions.
 */
export const compelledStatementNotice: ComposedKind = {
  kind: 'compelled-statement-notice',
  title: { en: 'Notice before a compelled statement' },
  group: 'letters',
  about: 'Only where an answer is compelled: the order, its purpose, and what may never be done with the statement.',
  mustNotSay: [
    { pattern: /\bmiranda\b/i, why: 'This is no Miranda warning; the rule is Garrity’s.' },
    {
      pattern: /\bvoluntar(y|ily)\b/i,
      why: 'A statement under this notice is compelled; a voluntary one needs no such notice.',
    },
  ],
  draft: (scope) => {
    const at = detail(lastEvent(scope, 'interview-notice-served', 'interview-scheduled'), 'for');
    const choice = lastEvent(scope, 'compelled-statement-choice');
    const chosen = detail(choice, 'choice');
    return {
      letter: toRespondent(scope, investigatorOf(scope)),
      marking: 'COMPELLED STATEMENT: NOT FOR CRIMINAL USE. Kept apart from every other record.',
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `You are asked questions in an administrative inquiry of the district${at === null ? '' : ` on ${momentWords(scope, at)}`}. Please read this notice before any question is put. You may first speak with your representative or counsel.`,
            ),
          ],
        },
        {
          id: 'elements',
          heading: 'What this means',
          blocks: [
            {
              block: 'list',
              ordered: true,
              items: [
                [
                  'The purpose of the questions is administrative: to learn whether policies of the district were kept.',
                ],
                [
                  'You are ordered to answer fully and truthfully questions that are specifically, directly and narrowly related to your work.',
                ],
                ['If you refuse to answer, or answer untruthfully, you may be disciplined, up to discharge.'],
                [
                  'Neither your statement, nor anything learned by means of it, may be used against you in a criminal prosecution, except one for a false statement.',
                ],
                ['You may have a representative with you.'],
              ],
            },
            note(
              'Garrity v. New Jersey, 385 U.S. 493 (1967); Gardner v. Broderick, 392 U.S. 273 (1968). To be confirmed by counsel before use.',
            ),
          ],
        },
        {
          id: 'choice',
          heading: 'Who decided it',
          blocks: [
            facts(
              [
                'Decision',
                chosen === 'compelled'
                  ? 'The statement is compelled'
                  : blank('that the statement is compelled, and by whom'),
              ],
              ['Recorded', choice === null ? null : momentWords(scope, choice.at), 'Not recorded in the case'],
            ),
            fixed('The statement and all notes of it are stored apart. They are not given to police or a prosecutor.'),
          ],
        },
        {
          id: 'signatures',
          heading: 'Received',
          blocks: [
            fixed('Signing says only that the notice was read and that a copy was received.'),
            {
              block: 'signatures',
              lines: [{ who: scope.respondent.name }, { who: 'Representative' }, { who: 'Interviewer' }],
            },
          ],
        },
      ],
    };
  },
};
