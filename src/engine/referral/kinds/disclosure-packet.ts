import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import { type ComposedKind, facts, fixed, note, table } from './kind.ts';
import { bestCaseBlocks } from './pieces/best-case.ts';
import { disclosureOf } from './pieces/disclosure.ts';
import { KIND_WORDS, takenOutOf } from './pieces/taken-out.ts';

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
    const takenOut = takenOutOf(scope, charged, exhibits);
    const touched = new Set(takenOut.map(({ exhibit }) => exhibit));
    const given = lists.reliedOn.length + lists.contrary.length;
    const total = lists.reliedOn.length + lists.contrary.length + lists.considered + lists.withheld.length;
    return {
      marking: `For ${scope.respondent.name} and the employee’s representative. Students stand under pseudonyms; what else was taken out is listed.`,
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
              ['Exhibits given whole', String(given - touched.size)],
              ['Exhibits with something taken out', String(touched.size)],
              ['Removals in them', String(takenOut.reduce((sum, { times }) => sum + times, 0))],
            ),
            fixed(
              'Each file stands in exactly one list. A file that is relied on and also holds words that speak against an allegation stands under “Relied on” and is marked. Exhibits given whole and exhibits with something taken out are together those relied on and those contrary; each removal is listed below with its ground.',
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
        {
          id: 'taken-out',
          heading: 'Taken out of exhibits',
          blocks: [
            table(
              [
                ['Exhibit', 0.8],
                ['Taken out', 1.5],
                ['In its place', 1.2],
                ['Times', 0.6],
                ['Reason and legal basis', 2.6],
              ],
              takenOut.map(({ exhibit, what, shown, times, reason, ground }) => [
                exhibit,
                KIND_WORDS[what],
                shown,
                String(times),
                `${reason}. ${ground}`,
              ]),
              'Nothing is taken out of any exhibit.',
            ),
          ],
        },
        { id: 'best-case', heading: 'What speaks for you', blocks: bestCaseBlocks(scope) },
      ],
    };
  },
};
