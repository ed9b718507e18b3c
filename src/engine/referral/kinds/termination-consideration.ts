import { raise } from '../../../contract/errors.ts';
import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import { bullets, type ComposedKind, facts, fixed, note, text } from './kind.ts';
import { dueWords, stepOf } from './pieces/agreement.ts';
import { blank, detail, lastEvent } from './pieces/case-facts.ts';
import { chargesOf } from './pieces/charges.ts';
import { superintendentOf, toRespondent, unitOf } from './pieces/people.ts';

/** To a tenured teacher: that termination is under consideration, with the statutory ground and the reasons. Conn. Gen. Stat. 10-151(d). */
export const terminationConsideration: ComposedKind = {
  kind: 'termination-consideration',
  title: { en: 'Notice that termination of contract is under consideration' },
  group: 'letters',
  about: 'For a tenured teacher under Conn. Gen. Stat. 10-151(d): ground, reasons, and the right to a hearing.',
  mustNotSay: [
    { pattern: /\bjust cause\b/i, why: 'The statute names its own grounds; just cause is the word of contracts.' },
    {
      pattern: /\b(is|are|has been) (hereby )?terminated\b/i,
      why: 'Termination is under consideration; nothing has been decided.',
    },
  ],
  draft: (scope) => {
    if (unitOf(scope)?.certified !== true) {
      raise('document-failed', { why: `${scope.respondent.name} is not recorded in a unit of certified staff.` });
    }
    const charged = chargedOf(scope);
    if (charged.views.length === 0) raise('document-failed', { why: 'no allegation is recorded.' });
    const exhibits = exhibitsFor(scope, [...charged.links.values()]);
    const ground = detail(lastEvent(scope, 'statutory-ground-chosen'), 'ground');
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
              'This letter tells you that termination of your contract of employment is under consideration.',
            ),
            { block: 'stress', text: 'No decision has been made.' },
          ],
        },
        {
          id: 'ground',
          heading: 'Ground',
          blocks: [
            facts([
              'Ground in the statute',
              ground ?? blank('the ground, by its number in Conn. Gen. Stat. 10-151(d)'),
            ]),
            note(
              'Conn. Gen. Stat. 10-151(d) names the grounds for which the contract of a tenured teacher may be terminated. To be confirmed by counsel.',
            ),
          ],
        },
        {
          id: 'reasons',
          heading: 'Statement of reasons',
          blocks: [text('reasons', 'The reasons are the following.'), ...chargesOf(scope, charged, exhibits)],
        },
        {
          id: 'hearing',
          heading: 'Your right to a hearing',
          blocks: [
            facts(
              [
                'Ask for it by',
                dueWords(scope, stepOf(scope, 'tenured-hearing-request')),
                'Within ten calendar days of receiving this letter',
              ],
              ['To whom', 'The board of education, in writing'],
              [
                'Before whom',
                'The board, a subcommittee of the board, or an impartial hearing officer, as the statute provides',
              ],
            ),
            bullets(
              'You may be represented by counsel or by your union at your own choice.',
              'You may examine the evidence, call and question witnesses, and testify.',
              'If no hearing is asked for in time, the board may decide without one.',
            ),
            fixed(
              'The time is counted in calendar days from the day on which you receive this letter; weekends and holidays count.',
            ),
          ],
        },
      ],
    };
  },
};
