import type { BestCaseEntry } from '../../contract/best-case.ts';
import type { AllegationView } from '../../contract/finding.ts';
import type { Mapping } from '../../contract/mapping.ts';
import { integer, type ReadableDb, text } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import { mappings } from '../mapping/index.ts';
import type { Session } from '../session.ts';

/** An allegation with what was answered about it so far. */
export type Charge = Omit<AllegationView, 'missing' | 'bestCase'>;

/** What every part of a best case is put together from: one employee, the allegations against them, the case around it. */
export interface Charged {
  readonly session: Session;
  readonly db: ReadableDb;
  readonly respondentId: string;
  readonly charges: readonly Charge[];
  /** Every link of the case that stands. */
  readonly links: readonly Mapping[];
}

export type Entry = BestCaseEntry;

export function charged(session: Session, db: ReadableDb, respondentId: string, charges: readonly Charge[]): Charged {
  const links = mappings(db, { itemId: null, allegationId: null, policy: null, clause: null });
  return { session, db, respondentId, charges, links };
}

/** Ids of the items that somebody linked in support of an allegation, each once, in the order of linking. */
export function itemsInSupport({ links }: Charged, charge: Charge): readonly string[] {
  const wanted = new Set(charge.elements.flatMap((element) => element.for));
  return [...new Set(links.filter(({ id }) => wanted.has(id)).map(({ itemId }) => itemId))];
}

/** Where an entry can be looked at. */
export function itemOf(db: ReadableDb, id: string): Entry['item'] {
  const stored = itemById(db, id);
  if (stored === null) return null;
  const { author, sentAt } = stored.item;
  return { id, number: stored.number, author: author?.name ?? author?.handle ?? null, sentAt };
}

interface OtherAllegation {
  readonly id: string;
  readonly number: number;
  readonly respondentId: string;
  readonly policy: string;
  readonly clause: string;
}

/** Every allegation that stands, whoever it is against. */
export function allAllegations(db: ReadableDb): readonly OtherAllegation[] {
  return db
    .all('SELECT id, number, respondent_id, policy, clause FROM allegation WHERE withdrawn = 0 ORDER BY number')
    .map((row) => ({
      id: text(row, 'id'),
      number: integer(row, 'number'),
      respondentId: text(row, 'respondent_id'),
      policy: text(row, 'policy'),
      clause: text(row, 'clause'),
    }));
}
