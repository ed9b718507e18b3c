/**
 * A worker that behaves badly, in the way that the name of the file it is given says: the pool must cope with each.
 */
const send = (message: unknown): void => {
  process.send?.([message]);
};

const recognised = {
  kind: 'recognised',
  format: 'text',
  reader: 'text',
  version: 1,
  label: 'Plain text',
  certainty: 'sure',
  because: 'test',
  nameDisagrees: false,
};

const warning = (text: string): unknown => ({ kind: 'batch', values: [{ kind: 'warning', text }] });

function hoard(): void {
  const held: Buffer[] = [];
  setInterval(() => held.push(Buffer.alloc(20_000_000, held.length)), 5);
}

const deeds: Readonly<Record<string, () => void>> = {
  hang: () => {
    for (;;);
  },
  hoard,
  die: () => {
    send(warning('before the end'));
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);
  },
  garbage: () => send({ kind: 'batch', values: [{ kind: 'item', item: { text: 7 } }] }),
  recant: () => {
    send({ kind: 'batch', values: [{ kind: 'item', item: { text: 7 } }] });
    send({ kind: 'done' });
  },
  overfill: () => {
    send({ kind: 'member', name: 'a', role: 'entry', size: 2 });
    send({ kind: 'member-piece', bytes: new Uint8Array(3) });
  },
  huge: () => send({ kind: 'member', name: 'a', role: 'entry', size: 2 ** 40 }),
  smuggle: () =>
    send({ kind: 'batch', values: [{ kind: 'member', name: 'a', role: 'entry', bytes: new Uint8Array(65_537) }] }),
  broken: () => send({ kind: 'broken' }),
  silent: () => undefined,
};

let name = '';
process.on('disconnect', () => process.exit(0));
process.on('message', (message: { kind: string; name?: string; bytes?: unknown }) => {
  if (message.kind === 'open') name = message.name ?? '';
  if (message.kind !== 'go' && (message.kind !== 'open' || message.bytes === null)) return;
  send(recognised);
  const deed = deeds[name];
  if (deed === undefined) send({ kind: 'done' });
  else deed();
});
send({ kind: 'ready' });
