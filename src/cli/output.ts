import { once } from 'node:events';

/** For people: progress and plain sentences. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

/** For programs: one JSON object a line. */
export function line(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** For people reading stdout where no `--json` was asked for. */
export function print(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** As `line`, waiting where the reader is slower than the writer. */
export async function lineInStep(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
