import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ReadRefusal } from '../../src/engine/intake/readers/reader.ts';
import { readers } from '../../src/engine/intake/readers/registry.ts';
import { lookUp } from '../../src/engine/intake/readers/shared/look-up.ts';
import { Value } from '../../src/engine/workers/protocol.ts';
import { floating } from './made/collect.ts';

/** Files on which a reader once stumbled, as `npm run fuzz` found them: the reader's id, and which try it was. */
const folder = join(import.meta.dirname, 'fixtures', 'changed');

test.each(readdirSync(folder))(
  'the changed file %s is read, or refused in words, and the engine takes what comes',
  async (name) => {
    const reader = readers.find(({ id }) => id === name.replace(/-\d+$/, ''));
    if (reader === undefined) throw new Error(`${name} names no reader`);
    const source = { name, sha256: '0'.repeat(64), bytes: readFileSync(join(folder, name)) };
    let read = 0;
    try {
      for await (const value of reader.read(source, floating)) {
        expect(Value.safeParse(value).error?.issues ?? []).toEqual([]);
        read += 1;
      }
    } catch (error) {
      if (!(error instanceof ReadRefusal)) throw error;
    }
    expect(read).toBeGreaterThan(0);
  },
);

test('a word of evidence that every object knows something of is no word of a table', () => {
  const table = { amp: '&' };
  expect(lookUp(table, 'amp')).toBe('&');
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
    expect(lookUp(table, word)).toBeUndefined();
});
