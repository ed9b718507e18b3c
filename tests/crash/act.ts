// What is done while it is killed: one of the acts, on the case and in the profile given, telling what was acknowledged.
import { type CallInput, type CallName, type CallOutput, calls } from '../../src/contract/calls.ts';
import { createEngine } from '../../src/engine/index.ts';
import { host } from '../engine/desk.ts';

const [, , act = '', path = '', profile = '', words = '', inbox = ''] = process.argv;
const engine = createEngine(host(profile), { by: { name: 'Dana Ruiz', role: 'Investigator' } });

async function ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const reply = await engine.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.kind}: ${reply.error.title}`);
  return calls[name].output.parse(reply.value) as CallOutput<Name>;
}

/** One line for each thing that is acknowledged, written before the next is begun. */
function tell(kind: string, what: string): void {
  process.stdout.write(`${JSON.stringify({ kind, what })}\n`);
}

const open = () => ask('case.open', { path, passphrase: words === '' ? null : words });

const acts: Readonly<Record<string, () => Promise<void>>> = {
  async import() {
    await open();
    tell('begin', '');
    await engine.importFiles({ paths: [{ path: inbox, shown: 'inbox' }], receiptId: null, zone: null }, (outcome) => {
      if (outcome.kept && outcome.sha256 !== null) tell('evidence', outcome.sha256);
    });
  },
  async mapping() {
    await open();
    const [view] = await ask('allegation.list', {});
    const page = await ask('item.page', { sort: 'number', limit: 1 });
    const [item] = page.rows;
    if (view === undefined || item === undefined) throw new Error('the case has an allegation and an item');
    const { policy, clause, id: allegationId } = view.allegation;
    const passage = { kind: 'words', start: 7, end: 9, text: 'in' } as const;
    const link = {
      policy,
      clause,
      itemId: item.id,
      element: 'update',
      weighs: 'against',
      passage,
      allegationId,
    } as const;
    tell('begin', '');
    for (let n = 0; n < 20; n += 1) {
      tell('fact', (await ask('fact.record', { itemId: null, words: `Fact ${n}` })).id);
      const mapping = await ask('mapping.add', { ...link, reason: null });
      tell('mapping', mapping.id);
      await ask('mapping.withdraw', { id: mapping.id, reason: 'Again' });
      tell('withdrawn', mapping.id);
    }
  },
  async freezing() {
    await open();
    const people = await ask('person.list', {});
    const respondentId = people.find(({ caseRole }) => caseRole === 'respondent')?.id ?? '';
    tell('begin', '');
    for (let n = 0; n < 1; n += 1) {
      tell('document', (await ask('document.issue', { kind: 'disciplinary-referral', respondentId })).id);
    }
  },
  async migration() {
    tell('begin', '');
    await open();
    tell('opened', '');
  },
  async passphrase() {
    await open();
    tell('begin', '');
    await ask('case.new-passphrase', { now: words, next: 'seven quiet lanterns by a pond' });
    await engine.idle();
    tell('changed', '');
  },
  async backup() {
    await open();
    tell('begin', '');
    for (let n = 0; n < 6; n += 1) {
      tell('fact', (await ask('fact.record', { itemId: null, words: `Fact ${n}` })).id);
      await ask('backup.make', {});
      await engine.idle();
      const [newest] = await ask('backup.list', { casePath: path });
      if (newest !== undefined) tell('backup', newest.path);
    }
  },
};

await acts[act]?.();
await engine.close();
tell('end', '');
