import { raise } from '../../../contract/errors.ts';
import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import { bullets, type ComposedKind, facts, fixed, note, table, text } from './kind.ts';
import { dueWords, representationOf, stepOf } from './pieces/agreement.ts';
import { blank, detail, lastEvent, momentWords } from './pieces/case-facts.ts';
import { chargesOf } from './pieces/charges.ts';
import { superintendentOf, toRespondent } from './pieces/people.ts';

/** Notice and an occasion to answer before pay or post is taken: Cleveland Bd. of Educ. v. Loudermill, 470 U.S. 532 (1985). */
export const preDisciplinaryNotice: ComposedKind = {
  kind: 'pre-disciplinary-notice',
  title: { en: 'Pre-disciplinary notice' },
  group: 'letters',
  about: 'Charges, the evidence explained, the range considered, and an occasion to answer before any decision.',
  mustNotSay: [
    {
      pattern: /\b(has|have) (been )?decided\b(?! that)/i,
      why: 'The notice comes before the decision; saying otherwise makes the meeting empty.',
    },
    {
      pattern: /\bwill be (terminated|suspended|demoted|dismissed)\b/i,
      why: 'No outcome is stated before the answer was heard.',
    },
  ],
  draft: (scope) => {
    const charged = chargedOf(scope);
    if (charged.views.length === 0) raise('document-failed', { why: 'no allegation is recorded.' });
    const exhibits = exhibitsFor(scope, [...charged.links.values()]);
    const meeting = lastEvent(scope, 'predisciplinary-meeting-scheduled', 'predisciplinary-notice-served');
    const at = detail(meeting, 'for');
    const representation = representationOf(scope);
    return {
      letter: toRespondent(scope, superintendentOf(scope)),
      exhibits,
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              'The inquiry of which you were told is complete. Before anything is decided you are told here what is alleged and on what evidence, and you have an occasion to answer.',
            ),
            { block: 'stress', text: 'No decision has been made.' },
          ],
        },
        { id: 'charges', heading: 'What is alleged', blocks: chargesOf(scope, charged, exhibits) },
        {
          id: 'evidence',
          heading: 'The evidence relied on',
          blocks: [
            table(
              [
                ['Exhibit', 1],
                ['What it is', 4],
              ],
              exhibits.list.map(({ number, title, form }) => [number, `${title}. ${form}`]),
              'No exhibit is recorded.',
            ),
            text('enclosures', 'Copies are enclosed, together with the evidence that speaks against the allegations.'),
          ],
        },
        {
          id: 'range',
          heading: 'What is being considered',
          blocks: [
            text(
              'range',
              `The measures that may be considered reach from none to ${blank('the severest measure considered')}. Which of them, if any, is right will be decided after you were heard.`,
            ),
          ],
        },
        {
          id: 'answer',
          heading: 'Your answer',
          blocks: [
            facts(
              ['Meeting', at === null ? blank('day and time of the meeting') : momentWords(scope, at)],
              ['Place', detail(meeting, 'place') ?? blank('place of the meeting')],
              [
                'In writing',
                dueWords(scope, stepOf(scope, 'loudermill-response', 'predisciplinary-meeting', 'response')),
                'You may answer in writing instead of, or beside, the meeting',
              ],
              ['Pay meanwhile', blank('whether pay continues until the decision')],
            ),
            bullets(
              'You may explain, correct, add documents and name people who should be asked.',
              'You may give your view of what measure, if any, would be right.',
              'If you prefer not to meet, please say so in writing. Silence is not held to be agreement.',
            ),
          ],
        },
        {
          id: 'representation',
          heading: 'Representation',
          blocks: [
            fixed(representation.sentence, 'You may have a representative with you at this meeting.'),
            note(representation.source),
            note('Notice and an occasion to answer: Cleveland Bd. of Educ. v. Loudermill, 470 U.S. 532 (1985).'),
          ],
        },
      ],
    };
  },
};
