import { resolve } from 'node:path';
import { must, raise } from '../../contract/errors.ts';
import { type ReadableDb, text, textOrNull } from '../case-file/index.ts';
import type { HandlersFor } from '../handler.ts';
import {
  assignReceipt,
  evidenceById,
  evidenceList,
  IMPORT_TITLE,
  leftBehind,
  receipts,
  recordReceipt,
  setOwner,
  startIntake,
  startReadAgain,
  takeStatement,
} from '../intake/index.ts';
import {
  itemAsRead,
  itemById,
  itemPage,
  itemRowById,
  itemsAround,
  itemsBefore,
  type StoredItem,
  searchItems,
} from '../items/index.ts';
import { type Closed, closedSources } from '../keeping/index.ts';
import { alikeTo } from '../likeness/index.ts';
import { wireItem } from '../mapping/index.ts';
import { people, personById, Recognition } from '../people/index.ts';

export const receiptHandlers: HandlersFor<'receipt'> = {
  'receipt.list': { kind: 'read', run: ({ db }) => [...receipts(db)] },
  'receipt.record': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', 'steps'],
    run: ({ db, newId }, input) => {
      const receipt = recordReceipt(db, newId(), input);
      return { value: receipt, about: `Wrote receipt sheet ${receipt.number}` };
    },
  },
  'receipt.assign': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', 'steps'],
    run: ({ db }, { receiptId, evidenceIds }) => {
      const receipt = assignReceipt(db, receiptId, evidenceIds);
      const files = evidenceIds.length === 1 ? '1 file' : `${evidenceIds.length} files`;
      return { value: receipt, about: `Put ${files} under receipt sheet ${receipt.number}` };
    },
  },
};

export const intakeHandlers: HandlersFor<'intake' | 'job' | 'statement' | 'evidence'> = {
  'intake.start': {
    kind: 'engine',
    run: (engine, { paths, receiptId, zone, mustNotKeep }) =>
      startIntake(engine, {
        // Relative paths have no meaning here: whoever calls knows from where they were typed.
        paths: paths.map((path) => ({ path: resolve(path), shown: path })),
        receiptId,
        zone,
        mustNotKeep,
      }),
  },
  'intake.cancel': {
    kind: 'engine',
    run: (engine) => {
      engine.jobs.cancel();
      return {};
    },
  },
  'intake.pause': { kind: 'engine', run: (engine) => engine.jobs.setPaused(IMPORT_TITLE, true) },
  'intake.resume': { kind: 'engine', run: (engine) => engine.jobs.setPaused(IMPORT_TITLE, false) },
  'job.list': { kind: 'engine', run: (engine) => [...engine.jobs.list()] },
  'statement.record': { kind: 'engine', run: (engine, input) => takeStatement(engine, input) },
  'evidence.list': { kind: 'read', run: ({ db }) => [...evidenceList(db)] },
  'evidence.unlock': {
    kind: 'engine',
    run: (engine, { id, password }) => startReadAgain(engine, { evidenceIds: [id], password }),
  },
  'evidence.read-again': {
    kind: 'engine',
    run: (engine, { ids }) => startReadAgain(engine, { evidenceIds: ids, password: null }),
  },
  'evidence.left-behind': { kind: 'read', run: ({ db }) => [...leftBehind(db)] },
  'evidence.set-owner': {
    kind: 'change',
    reversible: true,
    topics: ['evidence', 'items'],
    run: ({ db }, { id, personId }) => {
      if (personId !== null) personById(db, personId);
      const evidence = setOwner(db, id, personId);
      return { value: evidence, about: `Said whose phone or account file ${evidence.number} was taken from` };
    },
  },
};

export const itemHandlers: HandlersFor<'item'> = {
  'item.page': {
    kind: 'read',
    run: ({ db }, request) => {
      const all = people(db);
      const recognition = new Recognition(all);
      return itemPage(db, request, recognition, (personId) => namesOf(db, recognition, personId));
    },
  },
  'item.view': {
    kind: 'read',
    run: ({ db }, { id }) => {
      const recognition = new Recognition(people(db));
      const row = itemRowById(db, id, recognition);
      const stored = itemById(db, id);
      if (row === null || stored === null) return raiseUnseen(db, id);
      const evidence = evidenceById(db, stored.evidenceId);
      const receipt = receipts(db).find((sheet) => sheet.id === evidence.receiptId);
      return {
        row,
        item: stored.item,
        asRead: laidAside(db, stored),
        format: evidence.outcome?.format ?? null,
        veiled: evidence.veiled,
        picture: stored.item.kind === 'picture',
        reader: personBehind(db, stored.readingId) ?? evidence.outcome?.reader ?? 'unknown',
        receiptFrom: receipt?.fromWhom ?? null,
        derivedIds: [...derivedFrom(db, stored.readingId, stored.ordinal)],
      };
    },
  },
  'item.wire': {
    kind: 'read',
    run: ({ engine, db }, { id }) => {
      const stored = itemById(db, id) ?? raise('not-found', { what: 'item' });
      return wireItem(engine, db, stored, itemsBefore(db, stored, 6));
    },
  },
  'item.around': {
    kind: 'read',
    run: ({ db }, { id, before, after }) => {
      if (itemById(db, id) === null) raise('not-found', { what: 'item' });
      return itemsAround(db, id, { before, after }, new Recognition(people(db)));
    },
  },
  'item.alike': {
    kind: 'read',
    run: ({ db }, { id }) => {
      if (itemById(db, id) === null) raiseUnseen(db, id);
      const recognition = new Recognition(people(db));
      return alikeTo(db, id).flatMap(({ itemId, kind, because }) => {
        const row = itemRowById(db, itemId, recognition);
        return row === null ? [] : [{ row, kind, because }];
      });
    },
  },
  'item.search': { kind: 'read', run: ({ db }, { words, limit }) => searchItems(db, words, limit) },
};

/** What the machine had read, where a person settled the time or corrected the words since. */
function laidAside(db: ReadableDb, { id, item }: StoredItem) {
  const read = must(itemAsRead(db, id), 'the item is there').item;
  const same = JSON.stringify(read.sentAt) === JSON.stringify(item.sentAt) && read.text === item.text;
  return same ? null : { sentAt: read.sentAt, text: read.text, regions: read.regions };
}

/** Who wrote down what stands in a transcript or description; null for what a machine read. */
function personBehind(db: ReadableDb, readingId: string): string | null {
  const row = db.get('SELECT made_by FROM transcript WHERE reading_id = ?', readingId);
  return row === null ? null : text(row, 'made_by');
}

const CLOSED_WORDS: Readonly<Record<Closed, string>> = {
  locked: 'locked',
  removed: 'removed on a written instruction',
  'set-apart': 'set apart for counsel',
  'holds-closed': 'closed',
};

/** An item that is not there, or that nobody is shown. @throws not-found, evidence-closed */
function raiseUnseen(db: ReadableDb, id: string): never {
  const row = db.get('SELECT evidence_id FROM item WHERE id = ?', id);
  const closed = row === null ? undefined : closedSources(db).get(text(row, 'evidence_id'));
  if (closed === undefined) raise('not-found', { what: 'item' });
  raise('evidence-closed', { why: CLOSED_WORDS[closed] });
}

/** Every name and handle behind which this person stands: as entered, and as the evidence writes it. */
function namesOf(db: ReadableDb, recognition: Recognition, personId: string): readonly string[] {
  const { name: own, accounts } = personById(db, personId);
  const shown = db.all('SELECT DISTINCT author, author_handle FROM open_item').flatMap((row) => {
    const name = textOrNull(row, 'author');
    const handle = textOrNull(row, 'author_handle');
    if (recognition.find(name, handle)?.id !== personId) return [];
    return [name, handle].filter((word) => word !== null);
  });
  return [own, ...accounts.map(({ handle }) => handle), ...shown];
}

/** Items that a reader made out of this one follow it directly. */
function derivedFrom(db: ReadableDb, readingId: string, ordinal: number): readonly string[] {
  return db
    .all(
      `SELECT id FROM open_item WHERE reading_id = ?1 AND derived IS NOT NULL AND ordinal > ?2
         AND ordinal < coalesce((SELECT min(ordinal) FROM item WHERE reading_id = ?1 AND derived IS NULL AND ordinal > ?2), 1e9)
       ORDER BY ordinal`,
      readingId,
      ordinal,
    )
    .map((row) => text(row, 'id'));
}
