import { MessageChannel } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MainLane } from '../../src/contract/lanes.ts';
import type { EngineState } from '../../src/contract/os.ts';
import type { RunningEngine } from '../../src/main/engine-hosts.ts';
import { runEngine, waitBeforeRestart } from '../../src/main/engine-process.ts';

test('an engine is started again twice, a little later each time, and the third end in five minutes is its last', () => {
  expect(waitBeforeRestart([0], 0)).toBe(100);
  expect(waitBeforeRestart([0, 60_000], 60_000)).toBe(1_000);
  expect(waitBeforeRestart([0, 60_000, 120_000], 120_000)).toBeNull();
});

test('ends that lie more than five minutes back do not count', () => {
  expect(waitBeforeRestart([0, 1_000, 300_500], 300_500)).toBe(1_000);
  expect(waitBeforeRestart([0, 1_000, 400_000], 400_000)).toBe(100);
});

interface Stand {
  readonly engine: RunningEngine;
  readonly end: (how: string) => void;
  stopped: boolean;
}

/** An engine that answers on main's lane as told, and ends when told. */
function standIn(answers: Partial<MainLane>): Stand {
  const toEngine: ((data: unknown) => void)[] = [];
  const toMain: ((data: unknown) => void)[] = [];
  const ends: ((how: string) => void)[] = [];
  const open: MainLane = { blob: async () => null, close: async () => undefined, ...answers };
  createBirpc<object, MainLane>(open, {
    post: (data) => {
      for (const listen of toMain) listen(data);
    },
    on: (listen) => toEngine.push(listen),
  });
  const stand: Stand = {
    stopped: false,
    end: (how) => {
      for (const listen of ends) listen(how);
    },
    engine: {
      openPage: () => new MessageChannel().port1 as unknown as ReturnType<RunningEngine['openPage']>,
      post: (data) => {
        for (const listen of toEngine) listen(data);
      },
      onMessage: (listen) => toMain.push(listen),
      onEnd: (listen) => ends.push(listen),
      lastLines: () => ['its last line'],
      stop: () => {
        stand.stopped = true;
      },
    },
  };
  return stand;
}

function running(answers: Partial<MainLane> = {}) {
  const stands: Stand[] = [];
  const states: EngineState[] = [];
  const ports: unknown[] = [];
  const process = runEngine(
    () => {
      const stand = standIn(answers);
      stands.push(stand);
      return stand.engine;
    },
    { port: (port: unknown) => ports.push(port), state: (state) => states.push(state) },
    () => Date.now(),
  );
  return { process, stands, states, ports, last: () => stands.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a page gets a port when it asks, and another after every restart', () => {
  const { process, ports, last, states } = running();
  expect(ports).toHaveLength(0);
  process.connectPage();
  expect(ports).toHaveLength(1);
  last()?.end('ended by SIGKILL');
  vi.advanceTimersByTime(100);
  expect(ports).toHaveLength(2);
  expect(states).toEqual([{ state: 'running' }, { state: 'restarting', inMs: 100 }, { state: 'running' }]);
});

test('what was asked of an engine that ends is answered with its end', async () => {
  const { process, last } = running({ blob: () => new Promise(() => undefined) });
  const waiting = process.blob({ kind: 'evidence', evidenceId: 'a' });
  last()?.end('ended with code 1');
  await expect(waiting).rejects.toThrow('the engine ended with code 1');
  expect(await process.blob({ kind: 'evidence', evidenceId: 'a' })).toBeNull();
});

test('after the third end it stays down with a report, and starts again only when asked', () => {
  const { process, stands, states, last } = running();
  for (const wait of [100, 1_000, 60_000]) {
    last()?.end('ended by SIGKILL');
    vi.advanceTimersByTime(wait);
  }
  expect(stands).toHaveLength(3);
  const state = states.at(-1);
  expect(state?.state === 'stopped' ? state.report.split('\n').slice(-2) : null).toEqual(['', 'its last line']);
  process.restart();
  expect(stands).toHaveLength(4);
  process.restart();
  expect(stands).toHaveLength(4);
});

test('a window that closes lets the engine close its case first, then ends it, and starts no other', async () => {
  let closed = false;
  const { process, stands, last } = running({
    close: async () => {
      closed = true;
    },
  });
  await process.close();
  expect(closed).toBe(true);
  expect(last()?.stopped).toBe(true);
  last()?.end('ended with code 0');
  vi.advanceTimersByTime(60_000);
  expect(stands).toHaveLength(1);
});

test('an engine that never answers does not keep its window open for ever', async () => {
  const { process, last } = running({ close: () => new Promise(() => undefined) });
  const closing = process.close();
  await vi.advanceTimersByTimeAsync(20_000);
  await closing;
  expect(last()?.stopped).toBe(true);
});
