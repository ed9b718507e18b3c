import { text } from '../../case-file/index.ts';
import { groundOf, groundWords, type KeptRemoval, redactionLore } from '../../redaction/index.ts';
import { dateWords } from '../../wall-time.ts';
import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import type { Scope } from '../gather/scope.ts';
import { removalsOf } from '../removal-store.ts';
import { type ComposedKind, type DraftPart, facts, fixed, note, table } from './kind.ts';
import { KIND_WORDS, takenOutOf } from './pieces/taken-out.ts';

const COLUMNS = [
  ['Where', 1.2],
  ['Taken out', 1.3],
  ['In its place', 1.2],
  ['Times', 0.6],
  ['Reason and legal basis', 2.7],
] as const;

/** What was taken out, where, how often, why and on what ground; never what it said. */
export const redactionLog: ComposedKind = {
  kind: 'redaction-log',
  title: { en: 'Redaction log' },
  group: 'records',
  about: 'Each removal with its place, reason and legal basis, without saying what it was.',
  mustNotSay: [],
  draft: (scope) => {
    const charged = chargedOf(scope);
    const exhibits = exhibitsFor(scope, [...charged.links.values()]);
    const now = takenOutOf(scope, charged, exhibits);
    const issued = issuedOf(scope);
    const { title } = scope.redaction.profile;
    return {
      marking: 'The key that leads from what is printed to the words that stood there stays in the case file.',
      exhibits,
      parts: [
        {
          id: 'sum',
          heading: 'What this log holds',
          blocks: [
            facts(
              ['Audience', title],
              ['Documents issued for it', String(issued.length)],
              ['Removals in them', String(issued.reduce((sum, { times }) => sum + times, 0))],
              ['Removals in the exhibits as they stand now', String(now.reduce((sum, { times }) => sum + times, 0))],
            ),
            fixed(
              'Words are replaced and pixels are taken out; nothing is merely covered. Each file was opened again after it was made and searched for everything that was taken out of it.',
            ),
            note(
              'A machine does not read every word of a picture and does not find every face. Each picture was or will be looked at by a person before it is handed over.',
            ),
          ],
        },
        {
          id: 'exhibits',
          heading: 'Exhibits as they stand now',
          blocks: [
            table(
              COLUMNS,
              now.map(({ exhibit, what, shown, times, reason, ground }) => [
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
        ...issued.map(({ part }) => part),
      ],
    };
  },
};

/** The issued documents of this audience (all, for the district itself), each with its removals. */
function issuedOf(scope: Scope): readonly { readonly part: DraftPart; readonly times: number }[] {
  const { db, redaction, engine } = scope;
  const { profiles } = redactionLore(engine.host.resourcesDir);
  return db
    .all(
      `SELECT id, number, title, issued_at, coalesce(audience, 'district') AS audience FROM document
       WHERE withdrawn = 0 AND respondent_id = ? ORDER BY number`,
      scope.respondent.id,
    )
    .filter((row) => redaction.profile.id === 'district' || row['audience'] === redaction.profile.id)
    .map((row) => {
      const removals = removalsOf(db, text(row, 'id'));
      const whom = profiles.find(({ id }) => id === row['audience'])?.title ?? '';
      const number = String(row['number']);
      return {
        times: removals.reduce((sum, { times }) => sum + times, 0),
        part: {
          id: `document-${number}`,
          heading: `Document ${number}, ${text(row, 'title')}`,
          blocks: [
            facts(['Issued', dateWords(scope.day(text(row, 'issued_at')))], ['For', whom]),
            table(
              COLUMNS,
              together(removals).map(({ place, what, shown, times, reason, ground }) => [
                place,
                KIND_WORDS[what],
                shown,
                String(times),
                `${reason}. ${groundWords(groundOf(engine.host.resourcesDir, ground))}`,
              ]),
              'Nothing was taken out of it.',
            ),
          ],
        },
      };
    });
}

/** Two numbers at one place that read alike are one line: which is which stands in the key alone. */
function together(removals: readonly KeptRemoval[]): readonly Omit<KeptRemoval, 'words'>[] {
  const groups = Map.groupBy(removals, ({ place, what, shown, reason, ground }) =>
    JSON.stringify([place, what, shown, reason, ground]),
  );
  return [...groups.values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ ...same[0], times: same.reduce((sum, { times }) => sum + times, 0) }],
  );
}
