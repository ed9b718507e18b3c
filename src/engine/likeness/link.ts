import { must } from '../../contract/errors.ts';
import { integer, type ReadableDb, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { lockNewcomersAlike } from '../keeping/index.ts';
import { breathing } from '../others-first.ts';
import { alikeMessages } from './messages.ts';
import { alikePictures } from './prints.ts';

/**
 * Links items that came in since the last time with those that look or say the same: the same screenshot compressed anew,
 * the same message in two exports. They stay two items. Pictures that look like a locked one are locked as well.
 */
export async function linkAlike(engine: EngineCore, signal: AbortSignal): Promise<void> {
  const { host, session } = engine;
  const { readable } = session.file.connection;
  const reach = { after: lookedUpTo(readable), upTo: lastNumber(readable) };
  const pictures = await collected(alikePictures(readable, reach), signal);
  const messages = await collected(alikeMessages(readable, reach), signal);
  if (signal.aborted || !engine.hasSession || engine.session !== session) return;
  const numbers = engine.record(
    { did: 'protection.lock', about: 'Locked pictures that look like a locked one' },
    (db) => {
      for (const { one, other, difference } of pictures) {
        const percent = Math.round((1 - difference) * 100);
        keep(db, one, other, 'picture', `They look the same: ${percent} % of the picture agrees.`);
      }
      for (const { one, other, because } of messages) keep(db, one, other, 'message', because);
      db.run(
        `INSERT INTO alike_upto (id, number) VALUES ('item', ?)
         ON CONFLICT (id) DO UPDATE SET number = max(number, excluded.number)`,
        reach.upTo,
      );
      return lockNewcomersAlike(db, { newId: host.newId, at: host.now(), by: engine.by });
    },
  );
  if (numbers.length > 0) engine.changed('evidence', 'protection');
}

/** What a search finds, with a breath for others wherever it says that some of it is done. */
async function collected<Pair>(found: Iterable<Pair | null>, signal: AbortSignal): Promise<readonly Pair[]> {
  const breath = breathing();
  const pairs: Pair[] = [];
  for (const pair of found) {
    if (pair !== null) pairs.push(pair);
    await breath();
    if (signal.aborted) break;
  }
  return pairs;
}

function lastNumber(db: ReadableDb): number {
  return integer(must(db.get('SELECT coalesce(max(number), 0) AS n FROM item'), 'a number comes back'), 'n');
}

function lookedUpTo(db: ReadableDb): number {
  const row = db.get("SELECT number FROM alike_upto WHERE id = 'item'");
  return row === null ? 0 : integer(row, 'number');
}

function keep(db: WritableDb, one: string, other: string, kind: 'picture' | 'message', because: string): void {
  db.run(
    'INSERT INTO item_alike (one, other, kind, because) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    one,
    other,
    kind,
    because,
  );
}
