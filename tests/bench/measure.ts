import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** Between two looks at the memory of a run, in milliseconds. */
const LOOK = 100;
const TICKS = 100;

/** What one run took, all its processes together. */
export interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of processor time; 0 where the system does not tell it of ended processes. */
  readonly cpu: number;
  /** Megabytes at most at any moment, shared pages counted once; 0 where the system does not tell it. */
  readonly memory: number;
  /** What the run itself says that it did: items, hits, pages. */
  readonly count: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const onLinux = process.platform === 'linux';

/** Processor seconds of everything this process started and saw the end of, and what that had started in turn. */
function cpuOfEnded(): number {
  if (!onLinux) return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** Processor seconds of the whole machine. */
function cpuOfAll(): number {
  if (!onLinux) return 0;
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + soft) / TICKS;
}

/** A process and all below it. */
function family(pid: number): readonly number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(family)];
  } catch {
    return [];
  }
}

/** Megabytes of a process and all below it now, pages that they share counted once. */
export function memoryOfFamily(pid: number): number {
  if (!onLinux) return 0;
  const kilobytes = family(pid).map((one) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** What a run of our own prints as its last line, where parts of it do not count. */
interface Told {
  readonly wall?: number;
  readonly count?: number;
  /** Processor seconds that it had used when what counts began. */
  readonly before?: number;
}

/** How much others used the machine meanwhile, in processors, over all runs so far. */
const others: number[] = [];

/** Runs a command to its end. @throws with what it complained of, where it failed */
export async function run({ program, args, env, cwd }: Command): Promise<Run> {
  const [ended, all, start] = [cpuOfEnded(), cpuOfAll(), performance.now()];
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let [said, complained, memory] = ['', '', 0];
  child.stdout.on('data', (piece) => {
    said += String(piece);
  });
  child.stderr.on('data', (piece) => {
    complained = (complained + String(piece)).slice(-4000);
  });
  const looking = setInterval(() => {
    if (child.pid !== undefined) memory = Math.max(memory, memoryOfFamily(child.pid));
  }, LOOK);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(looking));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${complained}`);
  const whole = (performance.now() - start) / 1000;
  const used = cpuOfEnded() - ended;
  others.push((cpuOfAll() - all - used) / whole);
  const told = toldBy(said);
  return { wall: told.wall ?? whole, cpu: used - (told.before ?? 0), memory, count: told.count ?? 0 };
}

function toldBy(said: string): Told {
  const last = said.trim().split('\n').at(-1) ?? '';
  return last.startsWith('{') ? JSON.parse(last) : {};
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Lets competitors take turns, so that a machine that slows down slows all of them. @returns the median of each figure */
export async function inTurns<Name extends string>(
  rounds: number,
  competitors: Readonly<Record<Name, () => Promise<Run>>>,
): Promise<Readonly<Record<Name, Run>>> {
  const names = Object.keys(competitors) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<Name, Run[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) runs[name].push(await competitors[name]());
  }
  const mid = (name: Name, what: keyof Run) => median(runs[name].map((one) => one[what]));
  return Object.fromEntries(
    names.map((name) => [
      name,
      { wall: mid(name, 'wall'), cpu: mid(name, 'cpu'), memory: mid(name, 'memory'), count: mid(name, 'count') },
    ]),
  ) as Record<Name, Run>;
}

export function printRuns(title: string, runs: Readonly<Record<string, Run>>): void {
  console.log(`\n${title}\n`);
  console.log(`${''.padEnd(26)}${['wall s', 'CPU s', 'peak MB', 'count'].map((head) => head.padStart(9)).join('')}`);
  for (const [name, { wall, cpu, memory, count }] of Object.entries(runs)) {
    const cells = [wall.toFixed(2), cpu.toFixed(2), memory.toFixed(0), String(count)];
    console.log(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`);
  }
}

export interface Goal {
  readonly what: string;
  readonly is: number;
  readonly atMost: number;
  readonly unit?: string;
}

/** Prints what was reached beside what is aimed at. Nothing is asserted: a busy machine is no fault. */
export function printGoals(goals: readonly Goal[]): void {
  console.log('');
  for (const { what, is, atMost, unit = '' } of goals) {
    const digits = is >= 20 ? 0 : 2;
    const verdict = is <= atMost ? 'reached' : 'MISSED';
    console.log(`${what.padEnd(56)}${is.toFixed(digits).padStart(8)}${unit}  (at most ${atMost}${unit}: ${verdict})`);
  }
}

export function printLoad(): void {
  const [one = 0] = loadavg();
  const foreign = others.length === 0 ? '' : `, others used ${median(others).toFixed(1)} processors during a run`;
  console.log(`\nload ${one.toFixed(1)}${foreign}`);
}
