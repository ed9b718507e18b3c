import { raise } from '../../../contract/errors.ts';
import { chargedOf } from '../gather/allegations.ts';
import { bullets, type ComposedKind, fixed, table, text } from './kind.ts';
import { agreementOf } from './pieces/agreement.ts';
import { OUTCOME_COLUMNS, outcomesOf, standingOf } from './pieces/outcomes.ts';
import { superintendentOf, toRespondent } from './pieces/people.ts';

/** The outcome of each allegation, sustained and not sustained alike, and what follows. */
export const findingsLetter: ComposedKind = {
  kind: 'findings-letter',
  title: { en: 'Letter on the findings' },
  group: 'letters',
  about: 'Tells the employee the outcome of each allegation and what happens next, whichever way it went.',
  mustNotSay: [
    {
      pattern: /\b(other|another) employees? (was|were|has|have|received)\b/i,
      why: 'Other employees’ matters have no place in this letter.',
    },
    { pattern: /\b(got away|luckily|fortunately)\b/i, why: 'The outcome is told without comment.' },
  ],
  draft: (scope) => {
    const charged = chargedOf(scope);
    const { decided, sustained } = standingOf(charged);
    if (!decided) raise('document-failed', { why: 'not every allegation has a finding.' });
    const none = sustained === 0;
    return {
      letter: toRespondent(scope, superintendentOf(scope)),
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              none
                ? 'The inquiry of which you were told is complete. None of the allegations was sustained.'
                : `The inquiry of which you were told is complete. ${sustained === charged.views.length ? 'The allegations were sustained as shown below.' : 'Some of the allegations were sustained and others were not, as shown below.'}`,
            ),
          ],
        },
        {
          id: 'outcomes',
          heading: 'The findings',
          blocks: [
            table(OUTCOME_COLUMNS, outcomesOf(scope, charged), 'No allegation was recorded.'),
            fixed(
              'Each finding was made by a person under the standard stated in the report; “not sustained” covers what was not proved as well as what was proved and is no breach.',
            ),
          ],
        },
        {
          id: 'next',
          heading: 'What happens next',
          blocks: [
            text(
              'next',
              none
                ? 'The matter is closed. No discipline follows from it, and nothing about it is entered in your personnel file as discipline.'
                : 'No decision about discipline has been made. If discipline that touches pay or post is considered, you are first told the charges and the evidence and are heard.',
              'You may ask for the report and its exhibits, subject to what has to be withheld to protect others.',
            ),
          ],
        },
        {
          id: 'rights',
          heading: 'Please note',
          blocks: [
            bullets(
              'Retaliation against anyone who took part in the inquiry is not permitted. You are protected by the same rule.',
              agreementOf(scope) === null
                ? 'No collective agreement covers this position; questions go to the sender of this letter.'
                : 'Your union receives a copy where the agreement provides for it.',
            ),
          ],
        },
      ],
    };
  },
};
