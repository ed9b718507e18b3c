import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import { type ComposedKind, facts, fixed, note, table } from './kind.ts';
import { disclosureOf } from './pieces/disclosure.ts';

/** What employee and union are given, as four lists whose totals add up to all that the case holds. */
export const disclosurePacket: ComposedKind = {
  kind: 'disclosure-packet',
  title: { en: 'Disclosure to employee and union' },
  group: 'records',
  about: 'Four lists that add up to all the evidence: relied on, considered, contrary, withheld with its ground.',
  mustNotSay: [],
  draft: (scope) => {
    const charged = chargedOf(scope);
    const exhibits = exhibitsFor(scope, [...charged.links.values()]);
    const lists = disclosureOf(scope, charged, exhibits);
    const total = lists.reliedOn.length + lists.contrary.length + lists.considered + lists.withheld.length;
    return {
      marking: `For ${scope.respondent.name} and the employee’s representative. Students are named by pseudonyms.`,
      exhibits,
      parts: [
        {
          id: 'sum',
          heading: 'What the case holds',
          blocks: [
            facts(
              ['Relied on', String(lists.reliedOn.length)],
              ['Contrary', String(lists.contrary.length)],
              ['Considered, not relied on', String(lists.considered)],
              ['Withheld', String(lists.withheld.length)],
              ['Files in the case', `${total}`],
            ),
            fixed(
              'Each file stands in exactly one list. A file that is relied on and also holds words that speak against an allegation stands under “Relied on” and is marked.',
            ),
          ],
        },
        {
          id: 'relied-on',
          heading: 'Relied on',
          blocks: [
            table(
              [
                ['Exhibit', 0.8],
                ['What it is', 3],
                ['Also speaks against', 1.3],
              ],
              lists.reliedOn,
              'No exhibit is relied on.',
            ),
          ],
        },
        {
          id: 'contrary',
          heading: 'Contrary',
          blocks: [
            table(
              [
                ['Exhibit', 0.8],
                ['What it is', 4],
              ],
              lists.contrary,
              'Nothing that only speaks against the allegations was found.',
            ),
          ],
        },
        {
          id: 'considered',
          heading: 'Considered, not relied on',
          blocks: [
            fixed(
              lists.considered === 0
                ? 'Nothing else is in the case.'
                : `${lists.considered} further file${lists.considered === 1 ? '' : 's'} were received and looked at; no allegation rests on them. They are open to you on request, with what concerns others taken out.`,
            ),
          ],
        },
        {
          id: 'withheld',
          heading: 'Withheld',
          blocks: [
            table(
              [
                ['File', 0.7],
                ['Kind', 2.4],
                ['Ground', 2.4],
              ],
              lists.withheld,
              'Nothing is withheld.',
            ),
            note('What is withheld is named by kind and ground, so that it can be asked for.'),
          ],
        },
      ],
    };
  },
};
