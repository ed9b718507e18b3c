import { bullets, type ComposedKind, facts, fixed, text } from './kind.ts';
import { agreementOf, dueWords, stepOf } from './pieces/agreement.ts';
import { blank, dayWords, lastEvent } from './pieces/case-facts.ts';
import { superintendentOf, toRespondent } from './pieces/people.ts';

/** Leave while an inquiry runs: paid or unpaid, no discipline, without prejudice. It forbids nobody to speak. */
export const administrativeLeave: ComposedKind = {
  kind: 'administrative-leave',
  title: { en: 'Notice of administrative leave' },
  group: 'letters',
  about: 'Explains leave while the inquiry runs: that it is no discipline, its terms, and when it is looked at again.',
  mustNotSay: [
    {
      pattern:
        /\b(do not|must not|may not|refrain from)\b[^.]{0,60}\b(speak|talk|discuss|contact)\b[^.]{0,60}\b(press|media|union|anyone|anybody|co-?workers?|colleagues)\b/i,
      why: 'A ban on speaking to the press, the union or co-workers is a prior restraint (Durstein v. Alexander, S.D. W. Va.).',
    },
    { pattern: /\bsuspen(d|sion)\b/i, why: 'Leave is no suspension; the word makes it read as discipline.' },
  ],
  draft: (scope) => {
    const started = lastEvent(scope, 'leave-started');
    const paid = started?.details['paid'];
    const update = dueWords(scope, stepOf(scope, 'leave-update'));
    const article = agreementOf(scope)?.leave?.article ?? null;
    return {
      letter: toRespondent(scope, superintendentOf(scope)),
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `From ${started === null ? blank('the first day of leave') : dayWords(scope, started.at)} you are placed on administrative leave ${paid === false ? 'without pay' : paid === true ? 'with pay' : blank('with pay or without pay')} while the district looks into a complaint.`,
            ),
            { block: 'stress', text: 'This leave is not discipline and is without prejudice.' },
            fixed(
              'It is no finding, it will not be treated as one, and it will not be entered in your personnel file as discipline.',
            ),
          ],
        },
        {
          id: 'reason',
          heading: 'Why',
          blocks: [
            text(
              'reason',
              'The leave serves to let the inquiry go on without contact between those concerned, and to spare you and others the strain of working side by side while it is open.',
            ),
          ],
        },
        {
          id: 'terms',
          heading: 'Terms',
          blocks: [
            facts(
              ['Benefits', 'Continue as they are'],
              ['Keys and district devices', blank('what is to be handed in, where, and by when')],
              ['District accounts', 'Please do not use them during the leave; they are kept as they are'],
              ['Grounds', 'Please ask the sender of this letter before you come to a school'],
              ['Interview', 'Please be available for an interview during your ordinary hours, with notice'],
              ['Looked at again', update, blank('the day on which the leave is reviewed')],
              ['Source', article, 'Fair practice; no article on leave is recorded'],
            ),
          ],
        },
        {
          id: 'free',
          heading: 'What this letter does not ask',
          blocks: [
            bullets(
              'You may speak with your union, your counsel, co-workers and anybody else. Please do not press anybody about what they may say in the inquiry.',
              'You are not asked for any password, nor to open a personal account.',
              'Please keep what may bear on the matter; do not delete or alter it.',
            ),
          ],
        },
      ],
    };
  },
};
