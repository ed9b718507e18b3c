import { integer, type ReadableDb, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { lockNewcomersAlike } from '../keeping/index.ts';
import { alikeMessages } from './messages.ts';
import { alikePictures } from './prints.ts';

/**
 * Links items that came in since the last time with those that look or say the same: the same screenshot compressed anew,
 * the same message in two exports. They stay two items. Pictures that look like a locked one are locked as well.
 */
export function linkAlike(engine: EngineCore): void {
  const { host } = engine;
  const numbers = engine.record(
    { did: 'protection.lock', about: 'Locked pictures that look like a locked one' },
    (db) => {
      const upTo = lookedUpTo(db);
      for (const { one, other, difference } of alikePictures(db, upTo)) {
        const percent = Math.round((1 - difference) * 100);
        keep(db, one, other, 'picture', `They look the same: ${percent} % of the picture agrees.`);
      }
      for (const { one, other, because } of alikeMessages(db, upTo)) keep(db, one, other, 'message', because);
      db.run(
        `INSERT INTO alike_upto (id, number) SELECT 'item', coalesce(max(number), 0) FROM item WHERE true
       ON CONFLICT (id) DO UPDATE SET number = excluded.number`,
      );
      return lockNewcomersAlike(db, { newId: host.newId, at: host.now(), by: engine.by });
    },
  );
  if (numbers.length > 0) engine.changed('evidence', 'protection');
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
