import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreements } from './case.ts';
import { play } from './scenario.ts';
import { scenarios } from './scenario-turns.ts';

const folder = new URL('./scenarios/', import.meta.url);

/** A table without its hand counts, which stand behind a `#`. */
function readTable(file: string): { readonly title: string; readonly rows: readonly string[] } {
  const [title = '', ...lines] = readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n');
  return { title: title.replace(/^# /, ''), rows: lines.map((line) => line.replace(/\s+# .*$/, '')) };
}

const tables = readdirSync(folder).map((file) => ({ file, ...readTable(file) }));

describe('a whole case, from complaint to outcome', () => {
  test.each(Object.entries(scenarios))('%s', (title, { people, turns }) => {
    const expected = tables.find((table) => table.title === title)?.rows;
    const played = play(people, turns).flatMap(([turn, changes]) => [
      turn,
      ...changes.map((change) => `    ${change}`),
    ]);
    expect(played).toEqual(expected);
  });

  test('every table belongs to a scenario, and every pack has one', () => {
    expect(tables.map((table) => table.title).toSorted()).toEqual(Object.keys(scenarios).toSorted());
    const files = new Set(tables.map((table) => table.file.replace('.txt', '')));
    expect(agreements.map((pack) => pack.id).filter((id) => !files.has(id))).toEqual([]);
  });
});
