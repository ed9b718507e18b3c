import { createBirpc } from 'birpc';
import { expect, test } from 'vitest';
import type { MainLane, PageEars, PageLane } from '../../src/contract/lanes.ts';
import type { BlobRequest, EngineApi, EngineEvent } from '../../src/contract/wire.ts';
import { localNow } from '../../src/engine/node-host.ts';
import { type Lane, serveEngine } from '../../src/engine/serve.ts';

/** Two ends of a lane in one process. */
function lane(): { ours: Lane; theirs: Lane } {
  const here: ((data: unknown) => void)[] = [];
  const there: ((data: unknown) => void)[] = [];
  const tell = (listeners: ((data: unknown) => void)[], data: unknown) => {
    for (const listen of listeners) listen(structuredClone(data));
  };
  return {
    ours: { post: (data) => tell(there, data), listen: (listen) => here.push(listen) },
    theirs: { post: (data) => tell(here, data), listen: (listen) => there.push(listen) },
  };
}

function engine(): EngineApi & { tell: (event: EngineEvent) => void; asked: unknown[] } {
  const listeners = new Set<(event: EngineEvent) => void>();
  const asked: unknown[] = [];
  return {
    asked,
    tell: (event) => {
      for (const listen of listeners) listen(event);
    },
    call: async (name, input) => ({ ok: true, value: [name, input] }),
    blob: async (request: BlobRequest) => {
      asked.push(request);
      return { mime: 'text/plain', bytes: new Uint8Array([1]) };
    },
    subscribe: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    close: async () => undefined,
  };
}

function page(theirs: Lane) {
  const heard: EngineEvent[] = [];
  const ears: PageEars = { event: (event) => void heard.push(event) };
  const rpc = createBirpc<PageLane & Record<string, () => Promise<unknown>>, PageEars>(ears, {
    post: (data) => theirs.post(data),
    on: (listen) => theirs.listen(listen),
    timeout: 500,
  });
  return { rpc, heard };
}

test('a page reaches the engine’s calls and hears its events', async () => {
  const own = engine();
  const { ours, theirs } = lane();
  serveEngine(own).openPage(ours);
  const { rpc, heard } = page(theirs);
  expect(await rpc.call('case.state', { a: 1 })).toEqual({ ok: true, value: ['case.state', { a: 1 }] });
  own.tell({ kind: 'case-closed' });
  await expect.poll(() => heard).toEqual([{ kind: 'case-closed' }]);
});

test.each(['constructor', '__proto__', 'toString', 'blob', 'close', 'subscribe'])(
  'a page cannot reach “%s”, which is none of its calls',
  async (name) => {
    const { ours, theirs } = lane();
    serveEngine(engine()).openPage(ours);
    await expect(page(theirs).rpc[name]?.()).rejects.toThrow('not found');
  },
);

test('a page that is loaded again takes the place of the one before', async () => {
  const own = engine();
  const served = serveEngine(own);
  const first = lane();
  const second = lane();
  served.openPage(first.ours);
  const before = page(first.theirs);
  served.openPage(second.ours);
  const after = page(second.theirs);
  own.tell({ kind: 'case-closed' });
  await expect.poll(() => after.heard).toEqual([{ kind: 'case-closed' }]);
  expect(before.heard).toEqual([]);
});

test('main gets bytes only by a request of the contract', async () => {
  const own = engine();
  const { ours, theirs } = lane();
  serveEngine(own).openMain(ours);
  const main = createBirpc<MainLane>({}, { post: (data) => theirs.post(data), on: (listen) => theirs.listen(listen) });
  expect(await main.blob({ kind: 'document', documentId: 'd' })).toEqual({
    mime: 'text/plain',
    bytes: new Uint8Array([1]),
  });
  await expect(main.blob(JSON.parse('{"kind":"file","path":"/etc/passwd"}'))).rejects.toThrow();
  expect(own.asked).toEqual([{ kind: 'document', documentId: 'd' }]);
});

test('this moment carries the computer’s own offset and is the same instant', () => {
  const before = Date.now();
  const words = localNow();
  expect(words).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
  expect(new Date(words).getTime()).toBeGreaterThanOrEqual(before);
  expect(new Date(words).getTime() - before).toBeLessThan(5_000);
});
