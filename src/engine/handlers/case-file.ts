import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EvenhandError, raise } from '../../contract/errors.ts';
import { type ReadableDb, text } from '../case-file/index.ts';
import { caseState } from '../case-state.ts';
import type { EngineCore } from '../core.ts';
import { giveHandOver, handOvers, takeHandOver } from '../hand-over/index.ts';
import type { HandlersFor } from '../handler.ts';
import { lookAtCase } from '../lifecycle.ts';
import {
  escrowKeyId,
  escrowPublicKey,
  keepLockSettings,
  lockSettings,
  newEscrowKey,
  recoverySheet,
  sealKey,
  unsealKey,
} from '../locks/index.ts';
import { compareCopies } from '../looks/index.ts';
import { approveDestruction, closeForGood, destroyCase, retentionView } from '../retention/index.ts';
import { saveInFolder } from './save-in-folder.ts';

/** A sealed key and a key file are a few hundred bytes. */
const LONGEST_KEY_FILE = 100_000;

export const lockHandlers: HandlersFor<'lock'> = {
  'lock.settings': { kind: 'engine', run: ({ host }) => lockSettings(host.profileDir) },
  'lock.settings-keep': { kind: 'engine', run: ({ host }, settings) => keepLockSettings(host.profileDir, settings) },
};

export const copyOfCaseHandlers: Pick<HandlersFor<'case'>, 'case.look' | 'case.compare'> & HandlersFor<'bag'> = {
  'case.look': {
    kind: 'engine',
    run: async (engine, { path, passphrase }) => {
      if (engine.hasSession) raise('case-already-open');
      await lookAtCase(engine, path, passphrase);
      return caseState(engine);
    },
  },
  'case.compare': { kind: 'engine', run: (engine, { path, passphrase }) => compareCopies(engine, path, passphrase) },
  'bag.check': {
    kind: 'engine',
    run: async ({ host }, { folder, expect }) => {
      const report = await host.verifyBag(resolve(folder), expect);
      if (report === null) raise('bad-input', { why: `${folder} is no copy of a case: it holds no “bagit.txt”.` });
      return { ok: report.ok, words: [...report.words] };
    },
  },
};

export const recoveryHandlers: HandlersFor<'recovery'> = {
  'recovery.sheet': { kind: 'engine', run: (engine, { now }) => recoverySheet(engine.session.file, now) },
};

export const escrowHandlers: HandlersFor<'escrow'> = {
  'escrow.view': {
    kind: 'read',
    run: ({ session, db }) => {
      const escrow = session.district?.escrow;
      return {
        holder: escrow?.holder ?? null,
        key: escrow === undefined ? null : escrowKeyId(escrowPublicKey(escrow.publicKey)),
        sealed: sealsIn(db),
      };
    },
  },
  'escrow.seal': { kind: 'engine', run: (engine, { folder, now }) => sealForEscrow(engine, folder, now) },
  'escrow.unseal': {
    kind: 'engine',
    run: (_engine, { file, keyFile }) => ({ key: unsealKey(shortFile(file), shortFile(keyFile)) }),
  },
  'escrow.new-key': {
    kind: 'engine',
    run: (_engine, { folder, holder }) => {
      const made = newEscrowKey();
      const words = `Evenhand escrow key of ${holder}, key ${made.id}. Whoever has this file can open every case sealed for it.\n`;
      const saved = saveInFolder(folder, `Escrow key ${made.id.slice(0, 8)}.pem`, `${words}${made.privateKey}`);
      return { publicKey: made.publicKey, key: made.id, saved };
    },
  },
};

async function sealForEscrow(engine: EngineCore, folder: string, now: string) {
  const { session, host, by } = engine;
  const escrow = session.district?.escrow;
  if (escrow === undefined) raise('escrow-none');
  const { key } = await recoverySheet(session.file, now);
  const publicKey = escrowPublicKey(escrow.publicKey);
  const at = host.now();
  const { caseId, number } = session;
  const sealed = sealKey(key, { holder: escrow.holder, publicKey }, { caseId, caseNumber: number, sealedAt: at });
  const saved = saveInFolder(folder, `Sealed key ${number}.json`, sealed);
  engine.record({ did: 'escrow.seal', about: 'Sealed the key of the case for the district’s escrow' }, (db) =>
    db.run(
      'INSERT INTO escrow_seal (id, at, by, holder, escrow_key) VALUES (?, ?, ?, ?, ?)',
      host.newId(),
      at,
      by,
      escrow.holder,
      escrowKeyId(publicKey),
    ),
  );
  engine.changed();
  return saved;
}

function sealsIn(db: ReadableDb) {
  return db.all('SELECT at, by, holder, escrow_key FROM escrow_seal WHERE withdrawn = 0 ORDER BY at').map((row) => ({
    at: text(row, 'at'),
    by: text(row, 'by'),
    holder: text(row, 'holder'),
    key: text(row, 'escrow_key'),
  }));
}

/** @throws escrow-refused */
function shortFile(path: string): string {
  try {
    const bytes = readFileSync(resolve(path));
    if (bytes.length <= LONGEST_KEY_FILE) return bytes.toString('utf8');
  } catch (error) {
    throw new EvenhandError('escrow-refused', { why: `${path} cannot be read` }, error);
  }
  raise('escrow-refused', { why: `${path} is too large to be one` });
}

export const handOverHandlers: HandlersFor<'hand-over'> = {
  'hand-over.list': { kind: 'read', run: ({ db }) => [...handOvers(db)] },
  'hand-over.give': {
    kind: 'change',
    reversible: false,
    topics: ['case'],
    run: ({ engine, db, newId, now, by }, order) => {
      const given = giveHandOver(db, order, { id: newId(), at: now, by, actor: engine.actor });
      const about = `Handed the right to write over to ${given.toName}, ${given.toRole} (key ${given.toKey.slice(0, 8)})`;
      return { value: given, about };
    },
  },
  'hand-over.take': {
    kind: 'change',
    reversible: false,
    topics: ['case'],
    run: ({ engine, db, now, by }, { reason }) => {
      const taken = takeHandOver(db, reason, { at: now, by, actor: engine.actor });
      const named = taken.takenReason === null ? '' : ' without being named in the hand-over';
      return { value: taken, about: `Took over the right to write${named}` };
    },
  },
};

export const retentionHandlers: HandlersFor<'retention'> = {
  'retention.view': { kind: 'read', run: ({ db, now }) => retentionView(db, now.slice(0, 10)) },
  'retention.close': {
    kind: 'change',
    reversible: false,
    topics: ['case'],
    run: ({ db, newId, now, by }, order) => {
      closeForGood(db, order, { id: newId(), at: now, by });
      const until = order.keepUntil === null ? 'an end that is still to be set' : order.keepUntil;
      return {
        value: retentionView(db, now.slice(0, 10)),
        about: `Closed the case for good; kept until ${until} (${order.authority})`,
      };
    },
  },
  'retention.approve': {
    kind: 'change',
    reversible: false,
    topics: ['case'],
    run: ({ db, newId, now, by }, order) => {
      const today = now.slice(0, 10);
      approveDestruction(db, order, { id: newId(), at: now, by }, today);
      return { value: retentionView(db, today), about: `Recorded the approval ${order.reference} to destroy the case` };
    },
  },
  'retention.destroy': {
    kind: 'engine',
    run: (engine, { folder, ...order }) =>
      destroyCase(engine, order, (name, words) => saveInFolder(folder, name, words).path),
  },
};
