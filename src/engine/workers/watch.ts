import { readFileSync } from 'node:fs';

const pageBytes = 4096;

/** Memory of another process in bytes (resident set), or null where this system does not tell it. */
export function memoryOf(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return Number.isFinite(pages) ? pages * pageBytes : null;
  } catch {
    return null;
  }
}

export interface WatchLimits {
  /** Milliseconds of work; time in which the worker waits for its results to be taken does not count. */
  readonly time: number;
  /** Bytes. */
  readonly memory: number;
}

export interface Watch {
  /** Tells whether the worker is waiting for its results to be taken. */
  waiting: boolean;
  /** Memory that the worker itself reported last, in bytes. */
  reported: number;
  stop(): void;
}

const tick = 100;

/** Watches one reading and calls `onBreach` once when it takes too long or too much memory. */
export function watchReading(
  pid: number | undefined,
  limits: WatchLimits,
  onBreach: (what: 'time' | 'memory') => void,
): Watch {
  let worked = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    // A machine that slept, or an engine that was busy itself, must not be charged to the worker.
    if (!watch.waiting) worked += Math.min(now - last, tick * 5);
    last = now;
    const memory = memoryOf(pid) ?? watch.reported;
    if (memory > limits.memory) breach('memory');
    else if (worked > limits.time) breach('time');
  }, tick);
  const watch: Watch = {
    waiting: false,
    reported: 0,
    stop: () => clearInterval(timer),
  };
  const breach = (what: 'time' | 'memory'): void => {
    watch.stop();
    onBreach(what);
  };
  return watch;
}
