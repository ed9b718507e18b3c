import { fields } from './fields.ts';

const exact = new Map<string, readonly number[]>();
const beginnings = new Map<string, readonly number[]>();
for (const [index, { words }] of fields.entries()) {
  for (const word of words.split(' ')) {
    const begins = word.length > 2 && word.endsWith('*');
    const [map, key] = begins ? [beginnings, word.slice(0, -1)] : [exact, word];
    map.set(key, [...(map.get(key) ?? []), index]);
  }
}

const shape = /[\p{L}\p{N}]+(?:['\-+.][\p{L}\p{N}]+)*|\p{Extended_Pictographic}/gu;

/** How many fields there are. */
export const fieldCount = fields.length;

/** How many words of a folded text speak of each field. */
export function fieldsIn(words: string): Float64Array {
  const counts = new Float64Array(fieldCount);
  for (const [word] of words.matchAll(shape))
    for (const index of fieldsOfWord(word)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

const seen = new Map<string, readonly number[]>();
const mostSeen = 20_000;

function fieldsOfWord(word: string): readonly number[] {
  const known = seen.get(word);
  if (known !== undefined) return known;
  const found = new Set(exact.get(word) ?? []);
  const stem = word.replace(/'.*$/, '');
  // `principal's` is a principal; `don't` is a word of its own.
  if (stem !== word && !word.endsWith("n't")) for (const index of exact.get(stem) ?? []) found.add(index);
  for (let end = 2; end <= stem.length; end += 1)
    for (const index of beginnings.get(stem.slice(0, end)) ?? []) found.add(index);
  const all = [...found].sort((a, b) => a - b);
  if (seen.size < mostSeen) seen.set(word, all);
  return all;
}
