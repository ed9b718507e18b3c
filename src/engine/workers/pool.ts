import type { Limits } from '../intake/limits.ts';
import type { ReadContext, SourceFile, Yielded } from '../intake/readers/reader.ts';
import { type Ending, stoppedBecause } from './endings.ts';
import type { ChildLike } from './host.ts';
import { type FromWorker, inlineBytes, openBatches, pieceBytes, type Recognition, type ToWorker } from './protocol.ts';
import { type ReadingWorker, startReadingWorker } from './reading-worker.ts';
import { memoryOf, type Watch, watchReading } from './watch.ts';

/** How a reading ended; exactly one of these is the last event of every file. */
export type ReadEnd =
  | { readonly kind: 'done' }
  /** Nothing could be made of the file; the words are for a person. */
  | { readonly kind: 'refused'; readonly because: string }
  /** The reading was ended from outside: a limit, a dead process, a cancel. What came before it stays valid. */
  | { readonly kind: 'stopped'; readonly cause: Ending; readonly because: string };

export type ReadEvent = Recognition | Yielded | ReadEnd;

export interface ReadPool {
  /**
   * Reads one file in a worker process. Never throws for what the file holds: every file ends with exactly one `ReadEnd`.
   * Leaving the loop early, or aborting the signal, kills the worker at once.
   */
  read(file: SourceFile, context: ReadContext, signal?: AbortSignal): AsyncIterable<ReadEvent>;
  /** Ends all workers; readings under way end as cancelled. */
  close(): void;
}

export interface ReadPoolOptions {
  readonly startWorker: (name: 'read') => ChildLike;
  readonly limits: Limits;
  /** How many files are read at the same time, each in a process of its own. */
  readonly size: number;
}

const megabyte = 1_000_000;
/** Milliseconds between two looks at what a resting process keeps in memory. */
const LOOK = 100;

function workLimits(limits: Limits, size: number): { time: number; memory: number } {
  return {
    time: limits.readTime + limits.readTimePerMegabyte * (size / megabyte),
    // The bytes lie in the worker once and once more while they are taken apart.
    memory: limits.readMemory + 2 * size,
  };
}

async function sendFile(worker: ReadingWorker, file: SourceFile, context: ReadContext): Promise<void> {
  const send = (message: ToWorker): Promise<void> => worker.send(message);
  const { name, sha256, bytes } = file;
  const few = bytes.length <= inlineBytes;
  await send({
    kind: 'open',
    name,
    sha256,
    size: bytes.length,
    bytes: few ? bytes : null,
    context: { ...context, ocrLanguages: [...context.ocrLanguages] },
  });
  if (few) return;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    await send({ kind: 'piece', bytes: bytes.subarray(at, at + pieceBytes) });
  }
  await send({ kind: 'go' });
}

interface OpenMember {
  readonly name: string;
  readonly role: 'attachment' | 'entry';
  readonly bytes: Uint8Array;
  filled: number;
}

/** Puts the pieces of members together again; a worker that sends more than it announced is not believed. */
class Assembly {
  private member: OpenMember | null = null;
  private readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** What one message of the worker tells; null where it breaks the rules of the line. */
  take(message: FromWorker): readonly (Recognition | Yielded)[] | null {
    if (message.kind === 'recognised') return [message];
    if (message.kind === 'batch') return message.values;
    if (message.kind === 'member') {
      if (message.size > this.maxBytes) return null;
      this.member = { name: message.name, role: message.role, bytes: new Uint8Array(message.size), filled: 0 };
      return this.finished();
    }
    return message.kind === 'member-piece' ? this.piece(message.bytes) : [];
  }

  private piece(bytes: Uint8Array): readonly Yielded[] | null {
    const open = this.member;
    if (open === null || open.filled + bytes.length > open.bytes.length) return null;
    open.bytes.set(bytes, open.filled);
    open.filled += bytes.length;
    return this.finished();
  }

  private finished(): readonly Yielded[] {
    const open = this.member;
    if (open === null || open.filled < open.bytes.length) return [];
    this.member = null;
    return [{ kind: 'member', name: open.name, role: open.role, bytes: open.bytes }];
  }
}

const isCounted = (message: FromWorker): boolean =>
  (message.kind === 'batch' && message.last !== true) || message.kind === 'member-piece';

function endOf(message: FromWorker): ReadEnd | null {
  if (message.kind === 'done') return { kind: 'done' };
  if (message.kind === 'refused') return { kind: 'refused', because: message.because };
  return message.kind === 'broken' ? stopped('broken') : null;
}

function stopped(cause: Ending): ReadEnd {
  return { kind: 'stopped', cause, because: stoppedBecause[cause] };
}

/** Follows one reading from its first message to its end, and says by `isClean` whether the worker can go on. */
async function* followReading(
  worker: ReadingWorker,
  watch: Watch,
  maxMemberBytes: number,
): AsyncGenerator<ReadEvent, void> {
  const assembly = new Assembly(maxMemberBytes);
  let unread = 0;
  worker.onArrival = (message) => {
    if (message.kind === 'memory') watch.reported = message.bytes;
    if (isCounted(message)) unread += 1;
    watch.waiting = unread >= openBatches;
  };
  for (;;) {
    const message = await worker.next();
    if (message.kind === 'ended') {
      yield stopped(message.how);
      return;
    }
    const end = endOf(message);
    if (end !== null) {
      worker.idle = end.kind !== 'stopped';
      yield end;
      return;
    }
    const events = assembly.take(message);
    if (events === null) {
      yield stopped('died');
      return;
    }
    yield* events;
    if (!isCounted(message)) continue;
    unread -= 1;
    watch.waiting = false;
    await worker.send({ kind: 'taken' }).catch(() => undefined);
  }
}

/** A line of at most `size` readings at a time. */
class Seats {
  private free: number;
  private readonly queue: (() => void)[] = [];

  constructor(size: number) {
    this.free = size;
  }

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  give(): void {
    const next = this.queue.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}

/** Makes a pool of reading processes; they start when the first file comes and are used again while they are sound. */
export function createReadPool(options: ReadPoolOptions): ReadPool {
  const { limits } = options;
  const seats = new Seats(options.size);
  const resting: ReadingWorker[] = [];
  const busy = new Set<ReadingWorker>();
  const lookedAt = new WeakMap<ReadingWorker, number>();
  let closed = false;

  /** Looked at now and then: after each of thousands of short files it would cost as much as they do. */
  function isHeavy(worker: ReadingWorker): boolean {
    const now = performance.now();
    if (now - (lookedAt.get(worker) ?? 0) < LOOK) return false;
    lookedAt.set(worker, now);
    return (memoryOf(worker.pid) ?? 0) > limits.readMemory * 0.5;
  }

  function giveBack(worker: ReadingWorker): void {
    busy.delete(worker);
    worker.onArrival = null;
    // A process that kept much memory from its last file would be charged for it with the next one.
    if (worker.idle && !closed && !worker.isGone() && !isHeavy(worker)) resting.push(worker);
    else worker.end('cancelled');
  }

  function seated(): ReadingWorker {
    let worker = resting.pop();
    while (worker?.isGone() === true) worker = resting.pop();
    const chosen = worker ?? startReadingWorker(options.startWorker('read'));
    chosen.idle = false;
    busy.add(chosen);
    return chosen;
  }

  async function* readSeated(
    file: SourceFile,
    context: ReadContext,
    signal?: AbortSignal,
  ): AsyncGenerator<ReadEvent, void> {
    const worker = seated();
    const cancel = (): void => worker.end('cancelled');
    signal?.addEventListener('abort', cancel);
    const watch = watchReading(worker.pid, workLimits(limits, file.bytes.length), (what) => worker.end(what));
    try {
      // A failed send is no news: the end of the process arrives by itself.
      void sendFile(worker, file, context).catch(() => undefined);
      yield* followReading(worker, watch, limits.memberBytes);
    } finally {
      watch.stop();
      signal?.removeEventListener('abort', cancel);
      giveBack(worker);
    }
  }

  async function* read(file: SourceFile, context: ReadContext, signal?: AbortSignal): AsyncGenerator<ReadEvent, void> {
    if (file.bytes.length > limits.fileBytes) {
      yield {
        kind: 'refused',
        because: `The file holds ${Math.ceil(file.bytes.length / megabyte)} MB, more than the ${Math.floor(limits.fileBytes / megabyte)} MB that are read at once. It is kept as evidence and listed as not read.`,
      };
      return;
    }
    await seats.take();
    try {
      if (closed || signal?.aborted === true) yield stopped('cancelled');
      else yield* readSeated(file, context, signal);
    } finally {
      seats.give();
    }
  }

  return {
    read,
    close: () => {
      closed = true;
      for (const worker of [...resting.splice(0), ...busy]) worker.end('cancelled');
    },
  };
}
