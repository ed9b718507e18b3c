import { describe, expect, test } from 'vitest';
import { packedFile } from '../../src/engine/intake/readers/packed-file.ts';
import { sevenZipArchive } from '../../src/engine/intake/readers/seven-zip-archive.ts';
import { type Collected, readerFor, readWith } from './made/collect.ts';
import { makeRar, makeSevenZip } from './made/seven-zips.ts';
import { makeTar } from './made/tars.ts';

const read = (content: Buffer): Promise<Collected> => readWith(sevenZipArchive, content, 'archive.7z');

const contents = ({ members }: Collected): (readonly [string, string])[] =>
  members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()] as const);

describe('7-Zip and RAR archives', () => {
  test('give every file as a member with its bytes, and count no folders and nothing macOS adds', async () => {
    const archive = await makeSevenZip({ 'chat/_chat.txt': 'hello', 'año.txt': 'ñ', '.DS_Store': 'x' });
    expect(readerFor(archive, 'photo.jpg')).toBe('7z');
    const found = await read(archive);
    expect(Object.fromEntries(contents(found))).toEqual({ 'chat/_chat.txt': 'hello', 'año.txt': 'ñ' });
    expect([found.facts, found.warnings, found.refusal]).toEqual([{ entries: 2 }, [], null]);
  });

  test('give the files of a RAR archive', async () => {
    const archive = makeRar([
      ['chat/_chat.txt', 'hello'],
      ['b.txt', 'two'],
    ]);
    expect(readerFor(archive, 'x.zip')).toBe('7z');
    const found = await read(archive);
    expect(contents(found)).toEqual([
      ['chat/_chat.txt', 'hello'],
      ['b.txt', 'two'],
    ]);
    expect(found.facts).toEqual({ entries: 2 });
  });

  test('say that a password is needed, for the files or for the whole', async () => {
    const files = await read(await makeSevenZip({ 'a.txt': 'hello' }, ['-pSecret']));
    expect(files.refused).toMatchObject([{ name: 'a.txt', because: expect.stringContaining('password') }]);
    expect(files.refusal).toContain('its files need a password');
    expect(files.facts).toEqual({ entries: 1, encrypted: true });
    const names = await read(await makeSevenZip({ 'a.txt': 'hello' }, ['-pSecret', '-mhe=on']));
    expect(names.refusal).toContain('even the names of its files');
  });

  test('take nothing from a name that leaves the folder, and take the rest', async () => {
    const found = await read(
      makeRar([
        ['../../etc/passwd', 'x'],
        ['b.txt', 'two'],
      ]),
    );
    expect(found.refused).toMatchObject([{ because: expect.stringContaining('outside the archive') }]);
    expect(contents(found)).toEqual([['b.txt', 'two']]);
  });

  test('of two files of one name take the later and say so', async () => {
    const found = await read(
      makeRar([
        ['a.txt', 'one'],
        ['a.txt', 'two'],
      ]),
    );
    expect(contents(found)).toEqual([['a.txt', 'two']]);
    expect(found.refused).toMatchObject([{ name: 'a.txt', because: expect.stringContaining('the same name') }]);
    expect(found.facts).toEqual({ entries: 2 });
  });

  test('are not unpacked where they are bombs', async () => {
    const bomb = await makeSevenZip({ 'zeros.bin': Buffer.alloc(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect((await read(bomb)).refusal).toContain('more than 100 times');
  });

  test('that are cut off or damaged end in words, and damaged files are said to be', async () => {
    const archive = await makeSevenZip({ 'a.txt': 'hello '.repeat(500), 'b.txt': 'kept' }, ['-ms=off']);
    expect((await read(archive.subarray(0, 90))).refusal).toContain('cannot be opened');
    const damaged = Buffer.from(archive);
    damaged.writeUInt8((damaged[40] ?? 0) ^ 0xff, 40);
    const found = await read(damaged);
    expect(contents(found)).toContainEqual(['b.txt', 'kept']);
    expect([...found.warnings, ...found.refused.map(({ because }) => because)].join()).toContain('damaged');
  });

  test('say when a part of them lies in another volume', async () => {
    const found = await read(makeRar([['a.txt', 'one']], { volume: true }));
    expect(found.warnings.join()).toContain('one part of an archive in several parts');
  });
});

describe('files packed by bzip2 and xz', () => {
  test.each([
    ['bzip2', 'notes.txt.bz2'],
    ['xz', 'notes.txt.xz'],
  ])('give the one file in them under its name (%s)', async (kind, name) => {
    const packed = await makeSevenZip({ 'notes.txt': 'words' }, [`-t${kind}`]);
    expect(readerFor(packed, 'x')).toBe('packed');
    const found = await readWith(packedFile, packed, name);
    expect(contents(found)).toEqual([['notes.txt', 'words']]);
    expect([found.facts, found.warnings]).toEqual([{ entries: 1 }, []]);
  });

  test('give the files of a tar archive at once', async () => {
    const packed = await makeSevenZip({ 'in.tar': makeTar([{ name: 'a.txt', content: 'one' }]) }, ['-tbzip2']);
    expect(contents(await readWith(packedFile, packed, 'in.tbz2'))).toEqual([['a.txt', 'one']]);
  });

  test('that are damaged or bombs end in words', async () => {
    const packed = await makeSevenZip({ 'notes.txt': 'words' }, ['-txz']);
    const cut = await readWith(packedFile, packed.subarray(0, 20), 'notes.xz');
    expect(cut.refusal).toContain('nothing could be unpacked');
    const bomb = await makeSevenZip({ zeros: Buffer.alloc(40_000_000) }, ['-txz']);
    expect((await readWith(packedFile, bomb, 'zeros.xz')).refusal).toContain('more than 100 times');
  });
});
