import { raise } from '../../../contract/errors.ts';
import { dateWords } from '../../wall-time.ts';
import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import type { Scope } from '../gather/scope.ts';
import { bullets, type ComposedKind, type DraftBlock, fixed, text } from './kind.ts';
import { dayWords, lastEvent } from './pieces/case-facts.ts';
import { superintendentOf, toRespondent } from './pieces/people.ts';
import { provisionsOf } from './pieces/provisions.ts';
import { typedCitation } from './set-text.ts';

/**
 * The request of 4118.51: the Board or the Superintendent may *request* that an activity stop. It orders nothing, asks for
 * nothing to be removed, and is sent after the evidence was captured.
 */
export const requestToCease: ComposedKind = {
  kind: 'request-to-cease',
  title: { en: 'Request to cease' },
  group: 'letters',
  about: 'Asks the employee to stop a named activity under 4118.51, after the evidence was captured.',
  mustNotSay: [
    {
      pattern: /\b(order|direct|demand|must|required to)\b/i,
      why: 'The policy gives a power to request, not to order.',
    },
    { pattern: /\b(delete|remove|take down|erase)\b/i, why: 'Asking for removal destroys evidence.' },
    { pattern: /\b(password|log ?in|log-in)\b/i, why: 'No log-in may be asked for (Conn. Gen. Stat. 31-40x).' },
  ],
  draft: (scope) => {
    const charged = chargedOf(scope);
    if (charged.links.size === 0) {
      raise('document-failed', { why: 'no passage is linked to an allegation, so no activity can be named.' });
    }
    const exhibits = exhibitsFor(
      scope,
      [...charged.links.values()].filter(({ weighs }) => weighs === 'for'),
    );
    const named = [...charged.links.values()]
      .filter(({ weighs }) => weighs === 'for')
      .map(
        (link) =>
          `- ${scope.safe(link.passage.text) === '' ? 'The marked part of the picture' : `“${scope.safe(link.passage.text)}”`} ${typedCitation(exhibits.cite(link))}`,
      );
    const captured = lastEvent(scope, 'evidence-captured');
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
              'The district has received copies of the communications named below. It believes that they may come under the provisions quoted in this letter, and asks you to stop this activity while the matter is looked into.',
            ),
            { block: 'stress', text: 'This is a request. No finding has been made.' },
          ],
        },
        {
          id: 'activity',
          heading: 'The activity',
          blocks: [
            text('activity', [...new Set(named)].join('\n')),
            text(
              'capture',
              captured === null
                ? 'A record of the communications is kept. Nothing needs to be done about what is already there.'
                : `A record of the communications was made by ${dayWords(scope, captured.at)}. Nothing needs to be done about what is already there.`,
            ),
          ],
        },
        {
          id: 'provisions',
          heading: 'Provisions that may be involved',
          blocks: [...provisionsOf(scope)],
        },
        {
          id: 'request',
          heading: 'What is asked',
          blocks: [
            text(
              'request',
              'Please make no further communications of this kind while the inquiry is open. If you see the matter differently, please say so; you may answer in writing and with your representative.',
            ),
          ],
        },
        {
          id: 'power',
          heading: 'On what this rests',
          blocks: powerOf(scope),
        },
        {
          id: 'limits',
          heading: 'What this request does not reach',
          blocks: [
            bullets(
              'Speech about pay, hours, working conditions or the union, and speech as a citizen on matters of public concern.',
              'Your right to speak with your representative, your counsel, co-workers or the press.',
              'Setting this request aside is not by itself a charge. Were a directive to follow, it would come in a letter of its own and say so.',
            ),
            fixed('Please keep what may bear on the matter as it is.'),
          ],
        },
      ],
    };
  },
};

/** The policy's own words for such a request; a district without them asks all the same, and says that it does. */
function powerOf(scope: Scope): DraftBlock[] {
  const steps = scope.session.policies.flatMap((pack) =>
    pack.process.filter(({ id }) => id === 'cease-request').map((step) => ({ pack, step })),
  );
  if (steps.length === 0)
    return [fixed('No policy of the district speaks of such a request; it is made as a courtesy.')];
  return steps.map(({ pack, step }) => ({
    block: 'clauses',
    title: pack.title,
    adopted: `adopted ${dateWords(pack.adopted)}`,
    clauses: [{ id: step.clause, label: step.label, force: 'power', leadIn: null, words: step.words, note: null }],
  }));
}
