import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/engine/intake/limits.ts';
import {
  type CompoundFile,
  compoundStreams,
  isCompoundFile,
  readCompoundFile,
} from '../../src/engine/intake/readers/shared/container/compound-file.ts';
import { insideNames } from '../../src/engine/intake/readers/shared/container/inside-names.ts';
import { writeCompoundFile } from '../../src/engine/intake/readers/shared/container/write-compound-file.ts';

const sectorSize = 512;
const startOf = (sector: number): number => (sector + 1) * sectorSize;

/** Two long streams and a folder with a short one. */
function made(): Buffer {
  return Buffer.from(
    writeCompoundFile([
      { name: 'first', bytes: Buffer.alloc(20_000, 1) },
      { name: 'second', bytes: Buffer.alloc(20_000, 2) },
      { name: 'folder', children: [{ name: 'short', bytes: Buffer.from('words') }] },
    ]),
  );
}

/** Reads every stream; what was found by path, and whether the file was said to be damaged after that. */
function all(bytes: Uint8Array): { found: Record<string, number>; damaged: boolean; file: CompoundFile | null } {
  const file = readCompoundFile(bytes);
  const found: Record<string, number> = {};
  if (file !== null) for (const stream of compoundStreams(file.root)) found[stream.path] = stream.bytes().length;
  return { found, damaged: file?.damaged ?? true, file };
}

const entryAt = (bytes: Buffer, name: string): number => bytes.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
const tableStart = (bytes: Buffer): number => startOf(bytes.readUInt32LE(76));

describe('compound files', () => {
  test('hold again what was put in', () => {
    const content = fc.record({
      name: fc.stringMatching(/^[A-Za-z0-9_]{1,20}$/),
      bytes: fc.uint8Array({ maxLength: 9000 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(content, { selector: (each) => each.name.toLowerCase(), maxLength: 30 }),
        (contents) => {
          const root = readCompoundFile(writeCompoundFile([...contents, { name: 'folder', children: contents }]))?.root;
          const folder = root?.children.find((child) => child.name === 'folder');
          const sorted = (names: readonly string[]): string[] => names.toSorted();
          expect(sorted(folder?.children.map((child) => child.name) ?? [])).toEqual(
            sorted(contents.map((each) => each.name)),
          );
          for (const { name, bytes } of contents) {
            const child = folder?.children.find((each) => each.name === name);
            expect(Buffer.from(child?.bytes() ?? []).equals(bytes)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('tell the streams of outer folders first and are not said to be damaged where they are sound', () => {
    expect(all(made())).toMatchObject({
      found: { first: 20_000, second: 20_000, 'folder/short': 5 },
      damaged: false,
    });
    expect(insideNames(made()).at(-1)).toBe('folder/short');
  });

  test('are known from their first eight bytes, but hold nothing where the header is cut off', () => {
    expect(isCompoundFile(made().subarray(0, 8))).toBe(true);
    expect(isCompoundFile(made().subarray(0, 7))).toBe(false);
    expect(readCompoundFile(made().subarray(0, 511))).toBeNull();
  });

  test('end a chain that runs in a circle where it meets itself, and say so', () => {
    const bytes = made();
    const first = bytes.readUInt32LE(entryAt(bytes, 'first') + 116);
    bytes.writeUInt32LE(first, tableStart(bytes) + (first + 3) * 4);
    const { found, damaged } = all(bytes);
    expect(found).toEqual({ first: 4 * sectorSize, second: 20_000, 'folder/short': 5 });
    expect(damaged).toBe(true);
  });

  test('end a chain that leads out of the file, and give what is left of a stream that is cut off', () => {
    const bytes = made();
    const second = bytes.readUInt32LE(entryAt(bytes, 'second') + 116);
    bytes.writeUInt32LE(0x00ffffff, tableStart(bytes) + (second + 1) * 4);
    expect(all(bytes)).toMatchObject({ found: { first: 20_000, second: 2 * sectorSize }, damaged: true });
  });

  test('do not believe a stream that claims four gigabytes', () => {
    const bytes = made();
    bytes.writeUInt32LE(0xffffffff, entryAt(bytes, 'first') + 120);
    const { found, damaged } = all(bytes);
    expect(found['first']).toBe(Math.ceil(20_000 / sectorSize) * sectorSize);
    expect(damaged).toBe(true);
  });

  test('are read where the list of tables goes in a circle and every sector claims to be a table', () => {
    const bytes = Buffer.alloc(2_000_000);
    made().copy(bytes, 0, 0, sectorSize);
    for (let place = 0; place < 109; place += 1) bytes.writeUInt32LE(place, 76 + place * 4);
    bytes.writeUInt32LE(110, 68);
    bytes.writeUInt32LE(0, 48);
    for (let at = sectorSize; at + 4 <= bytes.length; at += 4) bytes.writeUInt32LE(110, at);
    expect(all(bytes).damaged).toBe(true);
  });

  test('keep the other streams where a table in the middle lies beyond the end of the file', () => {
    const bytes = Buffer.from(
      writeCompoundFile([
        { name: 'early', bytes: Buffer.alloc(200_000, 1) },
        { name: 'later', bytes: Buffer.alloc(20_000, 2) },
      ]),
    );
    bytes.writeUInt32LE(0x00ffffff, 76 + 4);
    const { found, damaged } = all(bytes);
    expect(found['later']).toBe(20_000);
    expect(found['early']).toBeLessThan(200_000);
    expect(damaged).toBe(true);
  });

  test('give each entry once where folders hold themselves, and follow one whose kind is lost', () => {
    const circle = made();
    const folder = entryAt(circle, 'folder');
    circle.writeUInt32LE(0, folder + 76);
    circle.writeUInt32LE(1, folder + 68);
    circle.writeUInt32LE(1, folder + 72);
    expect(Object.keys(all(circle).found).every((path) => !path.includes('/'))).toBe(true);
    const lost = made();
    const directory = startOf(lost.readUInt32LE(48));
    const top = directory + lost.readUInt32LE(directory + 76) * 128;
    lost.writeUInt8(0, top + 66);
    expect(all(lost).file?.root.children).toHaveLength(2);
  });

  test('hold no more entries than are read, and say that there were more', () => {
    const count = limits.compoundFileEntries + 10;
    const contents = Array.from({ length: count }, (_, index) => ({ name: `s${index}`, bytes: new Uint8Array() }));
    const bytes = writeCompoundFile(contents);
    expect(insideNames(bytes)).toHaveLength(2000);
    const file = readCompoundFile(bytes);
    expect(file?.root.children.length).toBeLessThan(limits.compoundFileEntries);
    expect(file?.damaged).toBe(true);
  });

  test('never fail and never give more than the file could hold, whatever byte is changed or cut off', () => {
    const whole = made();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(0xffffffff), fc.boolean(), (at, value, cut) => {
        const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!cut) bytes.writeUInt32LE(value, Math.min(at, whole.length - 4));
        for (const length of Object.values(all(bytes).found)) expect(length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 500 },
    );
  });
});
