import { z } from 'zod';
import { json, text, textOrNull } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import { facts } from '../mapping/index.ts';
import { type Charge, type Charged, type Entry, itemOf, itemsInSupport } from './charged.ts';

/** What would have to be known to read the evidence fairly, and is not. */
export function missingContext(of: Charged): readonly Entry[] {
  return of.charges.flatMap((charge) => {
    const items = itemsInSupport(of, charge);
    return [
      ...aboutAllegation(charge),
      ...items.flatMap((itemId) => [...unansweredOf(of, charge, itemId), ...uncertainTime(of, charge, itemId)]),
      ...incompleteSources(of, charge, items),
    ];
  });
}

function aboutAllegation(charge: Charge): readonly Entry[] {
  const { id, number } = charge.allegation;
  const { state, because } = charge.notice;
  const entry = (key: string, words: string): Entry => ({
    key: `context ${id} ${key}`,
    kind: 'context-missing',
    allegations: [number],
    words,
    quote: null,
    item: null,
  });
  return [
    ...(state === 'shown' || state === 'told' ? [] : [entry('policy-known', because)]),
    ...(charge.force === 'advisory' ? [entry('advisory', 'The clause advises (“should”) and does not prohibit.')] : []),
  ];
}

const Body = z.looseObject({ unknowns: z.array(z.string()) });

/** Facts that the machine missed when it suggested the item under this clause, and that nobody has supplied. */
function unansweredOf(of: Charged, charge: Charge, itemId: string): readonly Entry[] {
  const { policy, clause, number, id } = charge.allegation;
  const row = of.db.get(
    'SELECT body FROM suggestion WHERE item_id = ? AND policy = ? AND clause = ?',
    itemId,
    policy,
    clause,
  );
  if (row === null) return [];
  const known = facts(of.db, itemId);
  return json(row, 'body', Body)
    .unknowns.filter((unknown) => !known.some(({ words }) => words.startsWith(unknown)))
    .map((unknown) => ({
      key: `context ${id} ${itemId} ${unknown}`,
      kind: 'context-missing',
      allegations: [number],
      words: `Not known: ${unknown}`,
      quote: null,
      item: itemOf(of.db, itemId),
    }));
}

function uncertainTime(of: Charged, charge: Charge, itemId: string): readonly Entry[] {
  const sentAt = itemById(of.db, itemId)?.item.sentAt ?? null;
  if (sentAt !== null && sentAt.certainty !== 'ambiguous') return [];
  return [
    {
      key: `context ${charge.allegation.id} ${itemId} time`,
      kind: 'context-missing',
      allegations: [charge.allegation.number],
      words:
        sentAt === null
          ? 'The source does not say when this was written.'
          : `The date can be read in more than one way: “${sentAt.asWritten}”.`,
      quote: null,
      item: itemOf(of.db, itemId),
    },
  ];
}

/** Sources that are cropped, or of which nobody knows whether they are whole. */
function incompleteSources(of: Charged, charge: Charge, items: readonly string[]): readonly Entry[] {
  const sheets = of.db.all(
    `SELECT DISTINCT e.id, e.name, r.completeness, r.original_asked_for FROM item
     JOIN evidence e ON e.id = item.evidence_id LEFT JOIN receipt r ON r.id = e.receipt_id AND r.withdrawn = 0
     WHERE item.id IN (SELECT value FROM json_each(?)) ORDER BY e.number`,
    JSON.stringify(items),
  );
  return sheets.flatMap((row) => {
    const words = incompleteWords(
      text(row, 'name'),
      textOrNull(row, 'completeness'),
      textOrNull(row, 'original_asked_for'),
    );
    if (words === null) return [];
    return [
      {
        key: `context ${charge.allegation.id} source ${text(row, 'id')}`,
        kind: 'context-missing' as const,
        allegations: [charge.allegation.number],
        words,
        quote: null,
        item: null,
      },
    ];
  });
}

function incompleteWords(name: string, completeness: string | null, askedFor: string | null): string | null {
  if (completeness === null) return `No receipt sheet says whether “${name}” is complete.`;
  if (completeness === 'complete') return null;
  const asked = askedFor === 'yes' ? 'The original was asked for.' : 'The original was not asked for.';
  return completeness === 'cropped'
    ? `“${name}” is cropped: what stood around it is not in evidence. ${asked}`
    : `Whether “${name}” is complete is not known. ${asked}`;
}
