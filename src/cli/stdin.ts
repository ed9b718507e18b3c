import { createInterface } from 'node:readline';

export async function readStdin(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return withoutMark(Buffer.concat(pieces).toString('utf8'));
}

/** Lines of stdin as they come; empty ones are passed over. */
export async function* stdinLines(): AsyncGenerator<string> {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const words = withoutMark(text);
    if (words.trim() !== '') yield words;
  }
}

/** PowerShell puts a byte order mark before what it pipes. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
