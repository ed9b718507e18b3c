import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zipArchive } from '../../src/engine/intake/readers/zip-archive.ts';
import { readerFor, readWith } from './made/collect.ts';
import { makeSevenZip } from './made/seven-zips.ts';
import { type MadeEntry, makeZip } from './made/zips.ts';

const read = (content: Buffer, nesting?: { depth: number; outermostBytes: number; unpackedBytes: number }) =>
  readWith(zipArchive, content, 'archive.zip', {
    zone: null,
    ocrLanguages: [],
    ...(nesting === undefined ? {} : { nesting }),
  });

const good: MadeEntry = { name: 'chat/_chat.txt', content: 'hello' };

describe('zip archives', () => {
  test('gives every file as a member with its bytes, and counts no folders and nothing macOS adds', async () => {
    const archive = makeZip([
      { name: 'chat/', content: '' },
      good,
      { name: '__MACOSX/chat/._chat.txt', content: 'x' },
      { name: 'chat/.DS_Store', content: 'x' },
      { name: 'año.txt', content: 'stored', method: 0 },
    ]);
    expect(readerFor(archive, 'photo.jpg')).toBe('zip');
    const { members, facts, warnings, refusal } = await read(archive);
    expect(members.map((member) => [member.name, Buffer.from(member.bytes).toString(), member.role])).toEqual([
      ['chat/_chat.txt', 'hello', 'entry'],
      ['año.txt', 'stored', 'entry'],
    ]);
    expect(facts).toEqual({ entries: 2 });
    expect([warnings, refusal]).toEqual([[], null]);
  });

  const attacks: readonly (readonly [string, MadeEntry, string])[] = [
    ['a name that leaves the folder', { name: '../../etc/passwd', content: 'x' }, 'outside the archive'],
    ['the same with backslashes', { name: '..\\..\\windows\\evil.dll', content: 'x' }, 'outside the archive'],
    ['an absolute name', { name: '/etc/passwd', content: 'x' }, 'absolute path'],
    ['a name with a drive', { name: 'C:\\evil.exe', content: 'x' }, 'absolute path'],
    ['a name on a network share', { name: '\\\\server\\share\\evil', content: 'x' }, 'absolute path'],
    ['a null in the name', { name: 'photo.jpg\0.exe', content: 'x' }, 'null character'],
    ['a name of 5,000 letters', { name: 'a'.repeat(5_000), content: 'x' }, 'longer than 1024'],
    ['a symbolic link', { name: 'link', content: '/etc/passwd', mode: 0o120777 }, 'a link to another file'],
    ['a device', { name: 'null', content: '', mode: 0o020666 }, 'a device'],
    ['an encrypted file', { name: 'secret.txt', content: 'x', encrypted: true }, 'a password is needed'],
    ['an unknown method', { name: 'odd.bin', content: 'x', method: 20 }, 'number 20'],
    [
      'a size of 4 GB that is declared only',
      { name: 'huge', content: 'x', declaredSize: 0xfffffffe },
      'more than the limit',
    ],
    ['more bytes than declared', { name: 'liar', content: 'x'.repeat(5_000), declaredSize: 10 }, 'more bytes come out'],
    ['fewer bytes than declared', { name: 'short', content: 'x', declaredSize: 5_000 }, 'end too early'],
    ['damaged packed bytes', { name: 'bad', content: 'x', packed: Buffer.from([7, 7, 7, 7]) }, 'damaged'],
    [
      'a bomb',
      { name: 'bomb', packed: deflateRawSync(Buffer.alloc(100_000_000)), content: '', declaredSize: 100_000_000 },
      'more than 100 times',
    ],
  ];
  test.each(attacks)('refuses %s with its reason and takes the rest', async (_, entry, because) => {
    const before = performance.now();
    const { members, refused, refusal, facts } = await read(makeZip([entry, good]));
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.because).toContain(because);
    expect(members.map((member) => member.name)).toEqual(['chat/_chat.txt']);
    expect(refusal).toBeNull();
    expect(facts.entries).toBe(2);
  });

  test('refuses entries that share their packed bytes', async () => {
    const { members, refused } = await read(makeZip([good, { name: 'again', content: 'hello', sharesWith: 0 }]));
    expect(members).toHaveLength(1);
    expect(refused[0]?.because).toContain('shares its packed bytes');
  });

  test('takes two files of one name and tells them apart', async () => {
    const { members } = await read(makeZip([good, { name: 'CHAT/_chat.txt', content: 'other' }]));
    expect(members.map((member) => member.name)).toEqual(['chat/_chat.txt', 'CHAT/_chat (2).txt']);
  });

  test('takes a file that does not match its checksum and says so', async () => {
    const { members, warnings } = await read(makeZip([{ ...good, declaredCrc: 7 }]));
    expect(members).toHaveLength(1);
    expect(warnings[0]).toContain('does not match its checksum');
  });

  test('says what to ask for when everything in the archive is encrypted', async () => {
    const { refusal, facts, refused } = await read(makeZip([{ ...good, encrypted: true }]));
    expect(refusal).toContain('password');
    expect(facts).toEqual({ entries: 1, encrypted: true });
    expect(refused).toHaveLength(1);
  });

  test('does not open an archive inside ten others', async () => {
    const nesting = { depth: 10, outermostBytes: 100, unpackedBytes: 100 };
    expect((await read(makeZip([good]), nesting)).refusal).toContain('inside 10 others');
    expect((await read(makeZip([good]), { ...nesting, depth: 9 })).members).toHaveLength(1);
  });

  test('counts what all layers of a nest unpack against the outermost file', async () => {
    const half = { depth: 1, outermostBytes: 20_000, unpackedBytes: 1_900_000 };
    const archive = makeZip([
      { name: 'a', content: Buffer.alloc(50_000) },
      { name: 'b', content: Buffer.alloc(90_000) },
    ]);
    const { members, refused } = await read(archive, half);
    expect(members.map((member) => member.name)).toEqual(['a']);
    expect(refused[0]?.because).toContain('more than 100 times');
  });

  test('takes what is left of an archive that was cut off, and refuses one that only begins like one', async () => {
    const whole = makeZip([good, { name: 'b.txt', content: 'stored', method: 0 }]);
    const cut = await read(whole.subarray(0, whole.length - 30));
    expect(cut.members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['chat/_chat.txt', 'hello'],
      ['b.txt', 'stored'],
    ]);
    expect(cut.warnings.join()).toContain('table of contents of the archive is missing');
    expect(cut.facts).toEqual({ entries: 2 });
    expect((await read(Buffer.from('PK\x03\x04 and nothing more'))).refusal).toContain('table of contents is missing');
    expect((await read(Buffer.from('PK\x03\x04 and nothing more'))).refusal).toContain('kept');
  });

  test('names 20,000 files of an archive and counts the others', async () => {
    const many = makeZip(Array.from({ length: 20_005 }, (_, index) => ({ name: `f${index}`, content: '', method: 0 })));
    const { facts, members, warnings } = await read(many);
    expect(facts.entries).toBe(20_005);
    expect(members).toHaveLength(20_000);
    expect(warnings[0]).toContain('5 are beyond the limit');
  });

  test('opens what looks like a document but is none that a reader of documents knows', () => {
    expect(readerFor(makeZip([{ name: 'META-INF/MANIFEST.MF', content: 'x' }]), 'app.jar')).toBe('zip');
    const document = [
      { name: '[Content_Types].xml', content: '<x/>' },
      { name: 'word/document.xml', content: '<x/>' },
    ];
    expect(readerFor(makeZip(document), 'letter.zip')).toBe('docx');
  });

  test('is opened behind a program that unpacks it and before rubbish, whatever its own figures count from', async () => {
    const archive = makeZip([good]);
    const program = Buffer.concat([Buffer.from('MZ\0\0'), Buffer.alloc(500, 7), archive]);
    expect(readerFor(program, 'photos.exe')).toBe('zip');
    for (const padded of [program, Buffer.concat([archive, Buffer.from('rubbish after it')])]) {
      const found = await read(padded);
      expect([found.members.map(({ name }) => name), found.refusal]).toEqual([['chat/_chat.txt'], null]);
    }
  });

  test.each(['BZip2', 'LZMA', 'PPMd', 'Deflate64'])('gives files that are packed by %s', async (method) => {
    const words = 'words of a class chat '.repeat(50);
    const archive = await makeSevenZip({ 'a.txt': words }, ['-tzip', `-mm=${method}`]);
    const found = await read(archive);
    expect(found.members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['a.txt', words]]);
    expect([found.warnings, found.refused]).toEqual([[], []]);
  });

  test('says that an empty archive is empty', async () => {
    const { warnings, facts } = await read(makeZip([]));
    expect([warnings, facts]).toEqual([['The archive is empty.'], { entries: 0 }]);
  });
});
