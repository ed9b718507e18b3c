import { createBirpc } from 'birpc';
import type { MessagePortMain } from 'electron';
import type { MainLane } from '../contract/lanes.ts';
import type { EngineState } from '../contract/os.ts';
import type { Blob, BlobRequest } from '../contract/wire.ts';
import type { RunningEngine, StartEngine } from './engine-hosts.ts';

/** How a window is told about its engine. */
export interface EngineListener {
  /** A port to the engine for the page; it comes again after every restart. */
  port(port: MessagePortMain): void;
  state(state: EngineState): void;
}

/** The engine of one window: watched, started again when it ends, and closed with the window. */
export interface EngineProcess {
  connectPage(): void;
  blob(request: BlobRequest): Promise<Blob | null>;
  /** Starts an engine that stays down; does nothing while one runs. */
  restart(): void;
  /** Closes the case file and ends the engine. */
  close(): Promise<void>;
}

const window = 5 * 60_000;
const waits = [100, 1_000] as const;
const closeWithinMs = 20_000;

/**
 * What follows on an end of the engine. A case file that cannot be read must not make the engine start for ever.
 * @param ends moments of earlier ends and of this one, in milliseconds
 * @returns milliseconds to wait before the next start; null: it stays down (three ends in five minutes)
 */
export function waitBeforeRestart(ends: readonly number[], now: number): number | null {
  const recent = ends.filter((end) => now - end < window).length;
  return waits[Math.max(0, recent - 1)] ?? null;
}

type Lane = MainLane & { $close(error?: Error): void };

export function runEngine(start: StartEngine, listener: EngineListener, clock: () => number): EngineProcess {
  let running: { readonly engine: RunningEngine; readonly lane: Lane } | null = null;
  let ends: { readonly at: number; readonly how: string }[] = [];
  let pageWaits = false;
  let closing = false;
  let timer: NodeJS.Timeout | null = null;

  function begin(): void {
    timer = null;
    const engine = start();
    const lane = laneTo(engine);
    running = { engine, lane };
    engine.onEnd((how) => ended(engine, how));
    if (pageWaits) listener.port(engine.openPage());
    listener.state({ state: 'running' });
  }

  function ended(engine: RunningEngine, how: string): void {
    if (running?.engine !== engine) return;
    running.lane.$close(new Error(`the engine ${how}`));
    running = null;
    if (closing) return;
    const now = clock();
    ends = [...ends, { at: now, how }].slice(-waits.length - 1);
    const wait = waitBeforeRestart(
      ends.map(({ at }) => at),
      now,
    );
    if (wait === null) {
      listener.state({ state: 'stopped', report: reportOf(ends, engine.lastLines()) });
      return;
    }
    listener.state({ state: 'restarting', inMs: wait });
    timer = setTimeout(begin, wait);
  }

  begin();
  return {
    connectPage() {
      pageWaits = true;
      if (running) listener.port(running.engine.openPage());
    },
    blob: (request) => (running ? running.lane.blob(request) : Promise.resolve(null)),
    restart() {
      if (running || timer || closing) return;
      ends = [];
      begin();
    },
    async close() {
      closing = true;
      if (timer) clearTimeout(timer);
      if (!running) return;
      const { engine, lane } = running;
      await Promise.race([lane.close().catch(() => undefined), delay(closeWithinMs)]);
      engine.stop();
    },
  };
}

function laneTo(engine: RunningEngine): Lane {
  return createBirpc<MainLane>(
    {},
    {
      post: (data) => engine.post(data),
      // Gives nothing back: the library would wait for it, and a call made before the engine ends would hang.
      on: (listen) => {
        engine.onMessage(listen);
      },
      timeout: -1, // closing a large case takes what it takes; an end of the engine answers everything
    },
  );
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** For whoever maintains Evenhand: when and how it ended, and its last log lines, which hold no words of evidence. */
function reportOf(ends: readonly { readonly at: number; readonly how: string }[], lines: readonly string[]): string {
  const times = ends.map(({ at, how }) => `${new Date(at).toISOString()}  the engine ${how}`);
  return [...times, '', ...lines].join('\n').trimEnd();
}
