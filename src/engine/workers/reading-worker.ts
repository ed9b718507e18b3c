import type { Ending } from './endings.ts';
import type { ChildLike } from './host.ts';
import { type FromWorker, Passage, type ToWorker } from './protocol.ts';

export interface Ended {
  readonly kind: 'ended';
  readonly how: Ending;
}

/** One reading process as the pool sees it: messages in order, and one end, whatever the reason. */
export interface ReadingWorker {
  readonly pid: number | undefined;
  send(message: ToWorker): Promise<void>;
  /** The next message; after the end of the process, that end, again and again. */
  next(): Promise<FromWorker | Ended>;
  /** Kills the process; the reading ends for this reason. */
  end(how: Ending): void;
  isGone(): boolean;
  /** True while the worker waits for a file. */
  idle: boolean;
  /** Called when a message arrives, before it is taken. */
  onArrival: ((message: FromWorker) => void) | null;
}

/** Watches over a process that was just started. */
export function startReadingWorker(child: ChildLike): ReadingWorker {
  const inbox: FromWorker[] = [];
  let ended: Ended | null = null;
  let wake: (() => void) | null = null;

  const awake = (): void => {
    wake?.();
    wake = null;
  };

  function end(how: Ending): void {
    if (ended !== null) return;
    ended = { kind: 'ended', how };
    child.kill();
    awake();
  }

  child.onExit(() => end('died'));
  let believed = true;
  child.onMessage((message) => {
    // Nothing that comes after a broken rule counts either: a `done` would make a reading whole that is not.
    if (!believed) return;
    const parsed = Passage.safeParse(message);
    // What a taken-over worker sends must never reach the case file.
    if (!parsed.success) {
      believed = false;
      end('died');
      return;
    }
    for (const one of parsed.data) {
      worker.onArrival?.(one);
      if (one.kind !== 'ready' && one.kind !== 'memory') inbox.push(one);
    }
    if (inbox.length > 0) awake();
  });

  async function next(): Promise<FromWorker | Ended> {
    for (;;) {
      // A cancel or a limit ends the reading at once; after a sudden death, what had arrived still counts.
      if (ended !== null && (ended.how !== 'died' || inbox.length === 0)) return ended;
      const message = inbox.shift();
      if (message !== undefined) return message;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  const worker: ReadingWorker = {
    pid: child.pid,
    send: (message) => child.send(message),
    next,
    end,
    isGone: () => ended !== null,
    idle: false,
    onArrival: null,
  };
  return worker;
}
