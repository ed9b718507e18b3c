import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';

/** Milliseconds that a piece of work took: by the clock on the wall, and of this process's own computing. */
export interface Took {
  readonly wall: number;
  readonly own: number;
}

const MICROSECONDS = 1000;

/** Measures one piece of work. The two differ where other programs had the computer meanwhile. */
export async function took(work: () => unknown): Promise<Took> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, own: (user + system) / MICROSECONDS };
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

function line(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `p50 ${at(sorted, 0.5)}, p95 ${at(sorted, 0.95)}, longest ${at(sorted, 1)} ms`;
}

/** How many runs were how long: on the wall, and computing. */
export function spread(what: string, runs: readonly Took[]): string {
  const wall = line(runs.map((run) => run.wall));
  const own = line(runs.map((run) => run.own));
  return `${what} (${runs.length} runs): ${wall}; computing ${own}`;
}

/** What else the computer does: the number of programs that want to run, over the last minute. */
export function load(): string {
  return `load average ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
