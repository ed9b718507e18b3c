import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../contract/calls.ts';
import { EvenhandError, raise } from '../../contract/errors.ts';
import { sampleJobTitle } from '../../contract/wire.ts';
import { caseState } from '../case-state.ts';
import type { EngineCore } from '../core.ts';
import { historyOf, plainWords, renameOwnIdentity, reverseChanges } from '../custody/index.ts';
import { startExport } from '../export/index.ts';
import type { HandlersFor } from '../handler.ts';
import { createCase, openCase } from '../lifecycle.ts';
import { startNewPassphrase } from '../locks/index.ts';
import { renewDerived } from '../renew-derived.ts';
import { startSalvage } from '../salvage/index.ts';
import { readStory, replay, sampleIds } from '../sample/index.ts';

export const caseHandlers: Omit<HandlersFor<'case'>, 'case.look' | 'case.compare'> = {
  'case.create': {
    kind: 'engine',
    run: async (engine, input) => {
      if (engine.hasSession) raise('case-already-open');
      await createCase(engine, { ...input, standsAt: null });
      return caseState(engine);
    },
  },
  'case.open': {
    kind: 'engine',
    run: async (engine, { path, passphrase }) => {
      if (engine.hasSession) raise('case-already-open');
      await openCase(engine, path, passphrase);
      return caseState(engine);
    },
  },
  'case.close': {
    kind: 'engine',
    run: async (engine) => {
      await engine.closeSession();
      return {};
    },
  },
  'case.state': { kind: 'read', run: ({ engine }) => caseState(engine) },
  'case.export': { kind: 'engine', run: (engine, order) => startExport(engine, order) },
  'case.new-passphrase': { kind: 'engine', run: (engine, order) => startNewPassphrase(engine, order) },
  'case.salvage': { kind: 'engine', run: (engine, order) => startSalvage(engine, order) },
  'case.recovery-key': { kind: 'read', run: ({ session }) => ({ key: session.file.recoveryKey }) },
};

export const historyHandlers: HandlersFor<'history'> = {
  'history.reverse': { kind: 'engine', run: (engine) => reverse(engine, 'reverse') },
  'history.repeat': { kind: 'engine', run: (engine) => reverse(engine, 'repeat') },
};

/** A reversal is a line of its own; repeating is reversing the reversal. Nothing is taken out of the log. */
function reverse(engine: EngineCore, what: 'reverse' | 'repeat'): { what: string; seq: number } {
  const target = historyOf(engine.session.file.connection.readable)[what];
  if (target === null) raise('nothing-to-reverse', { what });
  const about = what === 'reverse' ? `Reversed: ${plainWords(target.about)}` : plainWords(target.about);
  const entry = { did: `history.${what}`, about, reversible: true, reverses: target.seq };
  const seq = engine.record(entry, (db, line) => {
    reverseChanges(db, target.seq);
    renewDerived(engine, db, target.seq);
    return line;
  });
  engine.changed(
    'complaint',
    'people',
    'evidence',
    'items',
    'suggestions',
    'mappings',
    'allegations',
    'findings',
    'steps',
  );
  return { what: plainWords(target.about), seq };
}

export const identityHandlers: HandlersFor<'identity'> = {
  'identity.view': { kind: 'engine', run: ({ actor }) => ({ name: actor.name, role: actor.role, key: actor.keyId }) },
  'identity.rename': {
    kind: 'engine',
    run: (engine, { name, role }) => {
      engine.actor = renameOwnIdentity(engine.host.profileDir, name, role);
      engine.changed();
      return { name, role, key: engine.actor.keyId };
    },
  },
};

export const sampleHandlers: HandlersFor<'sample'> = {
  'sample.list': {
    kind: 'engine',
    run: ({ host }) =>
      sampleIds(host.resourcesDir).map((id) => {
        const story = readStory(host.resourcesDir, id);
        const files = story.totals.files === 1 ? '1 file' : `${story.totals.files} files`;
        return {
          id,
          title: story.title,
          about: `${files}, ${story.totals.items} items, ${story.allegations.length} allegations`,
        };
      }),
  },
  'sample.open': {
    kind: 'engine',
    run: async (engine, { sample, path }) => {
      if (engine.hasSession) raise('case-already-open');
      const { resourcesDir } = engine.host;
      if (!sampleIds(resourcesDir).includes(sample)) raise('not-found', { what: 'sample incident' });
      const story = readStory(resourcesDir, sample);
      await createCase(engine, {
        path,
        title: story.title,
        passphrase: null,
        district: story.district,
        standsAt: story.now,
      });
      engine.jobs.start(sampleJobTitle, async (job) => {
        const folder = join(resourcesDir, 'samples', sample);
        await replay(story, folder, {
          call: (name, input) => called(engine, name, input),
          finished: async (id) => {
            await engine.jobs.finished(id);
          },
          progress: (done, total, current) => job.update({ done, total, current }),
          cancelled: () => job.signal.aborted,
        });
        return 'The sample incident is ready.';
      });
      return caseState(engine);
    },
  },
};

async function called<Name extends CallName>(
  engine: EngineCore,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await engine.call(name, input);
  if (!reply.ok) throw new EvenhandError('bad-input', { why: `${name}: ${reply.error.title}` });
  // The engine's own answer to a call of the table has the table's type.
  return reply.value as CallOutput<Name>;
}
