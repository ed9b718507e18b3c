import type { WordRun } from '../../contract/policy-import.ts';

/** Above so many words on each side the middle is told as taken out and put in: a finer answer takes too long. */
const MOST = 2000;

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/-\n/g, '-')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Which words two wordings share, in order, and which only one of them has (the longest common sequence of words). */
export function wordRuns(older: string, newer: string): readonly WordRun[] {
  const a = wordsOf(older);
  const b = wordsOf(newer);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const runs = new Runs();
  for (const word of a.slice(0, head)) runs.add('same', word);
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), runs);
  for (const word of a.slice(a.length - tail)) runs.add('same', word);
  return runs.all;
}

class Runs {
  readonly all: WordRun[] = [];

  add(is: WordRun['is'], word: string): void {
    const last = this.all.at(-1);
    if (last?.is === is) last.words += ` ${word}`;
    else this.all.push({ is, words: word });
  }
}

function middle(a: readonly string[], b: readonly string[], runs: Runs): void {
  if (a.length > MOST || b.length > MOST) {
    for (const word of a) runs.add('removed', word);
    for (const word of b) runs.add('added', word);
    return;
  }
  const at = longest(a, b);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const old = a[i];
    const young = b[j];
    if (old !== undefined && old === young) {
      runs.add('same', old);
      i += 1;
      j += 1;
    } else if (old !== undefined && (young === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.add('removed', old);
      i += 1;
    } else if (young !== undefined) {
      runs.add('added', young);
      j += 1;
    }
  }
}

/** How many words the rests of both texts share in order, from a place in each on. */
function longest(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

/** How much of two wordings is shared, from 0 to 1: twice the shared words against all words. */
export function sharedWords(older: string, newer: string): number {
  const count = new Map<string, number>();
  const a = wordsOf(older);
  const b = wordsOf(newer);
  for (const word of a) count.set(word, (count.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = count.get(word) ?? 0;
    if (left === 0) continue;
    shared += 1;
    count.set(word, left - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length);
}
