import { z } from 'zod';
import { must } from '../../contract/errors.ts';
import { integer, integerOrNull, json, text } from '../case-file/index.ts';
import { lastSeen } from '../custody/index.ts';
import type { HandlersFor } from '../handler.ts';

const Body = z.looseObject({ at: z.string(), by: z.string(), about: z.string() });
const ActorThen = z.looseObject({ name: z.string(), role: z.string() });

export const ledgerHandlers: HandlersFor<'ledger'> = {
  'ledger.page': {
    kind: 'read',
    run: ({ db }, { before, limit }) => {
      const total = integer(must(db.get('SELECT count(*) AS n FROM ledger'), 'a count comes back'), 'n');
      const rows = db.all(
        `SELECT l.seq, l.did, l.body, l.hash,
           (SELECT c.after FROM ledger_change c WHERE c.tbl = 'actor' AND c.row_id = json_extract(l.body, '$.by')
              AND c.seq <= l.seq ORDER BY c.seq DESC LIMIT 1) AS actor,
           (SELECT max(r.seq) FROM ledger r WHERE r.reverses = l.seq) AS reversed_by
         FROM ledger l WHERE ?1 IS NULL OR l.seq < ?1 ORDER BY l.seq DESC LIMIT ?2`,
        before,
        limit,
      );
      return {
        total,
        rows: rows.map((row) => {
          const body = json(row, 'body', Body);
          // As they were called when they wrote it: a name changed later changes no earlier line.
          const actor = json(row, 'actor', ActorThen);
          return {
            seq: integer(row, 'seq'),
            at: body.at,
            by: `${actor.name}, ${actor.role}`,
            did: text(row, 'did'),
            words: body.about,
            hash: text(row, 'hash'),
            reversedBy: integerOrNull(row, 'reversed_by'),
          };
        }),
      };
    },
  },
  'ledger.verify': {
    kind: 'read',
    run: ({ engine, session, db }, { expect }) => {
      const seen = lastSeen(engine.host.profileDir, session.caseId);
      const report = engine.host.verifyCase({ all: (sql, ...values) => db.all(sql, ...values) }, expect, seen);
      return {
        ...report,
        signedBy: [...report.signedBy],
        notTested: [...report.notTested],
        removed: [...report.removed],
      };
    },
  },
};
