import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gzipArchive } from '../../src/engine/intake/readers/gzip-archive.ts';
import { tarArchive } from '../../src/engine/intake/readers/tar-archive.ts';
import { type Collected, readerFor, readWith } from './made/collect.ts';
import { type MadeTarEntry, makeTar, paxRecord } from './made/tars.ts';

const contents = ({ members }: Collected): (readonly [string, string])[] =>
  members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()] as const);

const good: MadeTarEntry = { name: 'chat/_chat.txt', content: 'hello' };

describe('tar archives', () => {
  test('gives every file as a member, and counts no folders and nothing macOS adds', async () => {
    const archive = makeTar([
      { name: 'chat/', type: '5' },
      good,
      { name: 'chat/.DS_Store', content: 'x' },
      { name: 'short.txt', prefix: 'a/long/prefix', content: 'año' },
    ]);
    expect(readerFor(archive, 'photo.jpg')).toBe('tar');
    const read = await readWith(tarArchive, archive);
    expect(contents(read)).toEqual([
      ['chat/_chat.txt', 'hello'],
      ['a/long/prefix/short.txt', 'año'],
    ]);
    expect([read.facts, read.warnings, read.refusal]).toEqual([{ entries: 2 }, [], null]);
  });

  test('takes long names from the records of GNU and pax that stand before an entry, once', async () => {
    const long = `${'folder/'.repeat(30)}ñ.txt`;
    const read = await readWith(
      tarArchive,
      makeTar([
        { name: '././@LongLink', type: 'L', content: `${long}\0` },
        { name: 'cut', content: 'gnu' },
        { name: 'PaxHeaders/x', type: 'x', content: paxRecord('path', `pax/${long}`) + paxRecord('mtime', '1.5') },
        { name: 'cut', content: 'pax' },
        { name: 'plain.txt', content: 'own' },
      ]),
    );
    expect(contents(read)).toEqual([
      [long, 'gnu'],
      [`pax/${long}`, 'pax'],
      ['plain.txt', 'own'],
    ]);
  });

  const attacks: readonly (readonly [string, MadeTarEntry, string])[] = [
    ['a name that leaves the folder', { name: '../../etc/passwd', content: 'x' }, 'outside the archive'],
    ['an absolute name', { name: '/etc/passwd', content: 'x' }, 'absolute path'],
    ['a symbolic link', { name: 'link', type: '2' }, 'a link to another file'],
    ['a hard link', { name: 'link', type: '1' }, 'a link to another file'],
    ['a device', { name: 'null', type: '3' }, 'a device'],
    ['a file with gaps', { name: 'sparse', type: 'S', content: 'x' }, 'gaps left out'],
  ];
  test.each(attacks)('refuses %s with its reason and takes the rest', async (_, entry, because) => {
    const read = await readWith(tarArchive, makeTar([entry, good]));
    expect(read.refused).toMatchObject([{ because: expect.stringContaining(because) }]);
    expect(contents(read)).toEqual([['chat/_chat.txt', 'hello']]);
    expect(read.facts.entries).toBe(2);
  });

  test('refuses a file that is cut off or lies about 4 GB, and keeps those before it', async () => {
    const archive = makeTar([good, { name: 'huge', content: 'x', declaredSize: 0x7fffffff }]);
    const read = await readWith(tarArchive, archive);
    expect(read.refused).toMatchObject([{ name: 'huge', because: expect.stringContaining('MB') }]);
    const cut = makeTar([good, { name: 'b.txt', content: 'y'.repeat(2000) }]).subarray(0, 2048);
    expect((await readWith(tarArchive, cut)).refused).toMatchObject([
      { name: 'b.txt', because: expect.stringContaining('cut off') },
    ]);
  });

  test('finds the files after a damaged header and says that some may be missing', async () => {
    const archive = makeTar([good, { name: 'b.txt', content: 'lost' }, { name: 'c.txt', content: 'kept' }]);
    archive.fill(0x41, 1024, 1100);
    const read = await readWith(tarArchive, archive);
    expect(contents(read).map(([name]) => name)).toEqual(['chat/_chat.txt', 'c.txt']);
    expect(read.warnings.join()).toContain('damaged in 1 place (first at byte 1024)');
  });

  test('gives back whatever files go in', async () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9 ]{0,12}\.txt$/);
    const files = fc.uniqueArray(fc.record({ name, content: fc.string({ maxLength: 1500 }) }), {
      selector: (file) => file.name,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(files, async (made) => {
        const read = await readWith(tarArchive, makeTar(made));
        expect(contents(read)).toEqual(made.map((file) => [file.name, file.content]));
      }),
    );
  });

  test.skipIf(process.platform === 'win32')('reads what the tar program of the system writes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-tar-'));
    try {
      const long = `${'n'.repeat(120)}.txt`;
      writeFileSync(join(folder, long), 'written by tar');
      const archive = execFileSync('tar', ['-czf', '-', '-C', folder, long]);
      expect(contents(await readWith(gzipArchive, archive, 'x.tgz'))).toEqual([[long, 'written by tar']]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('gzip files', () => {
  test('give what they hold under its own name', async () => {
    const packed = gzipSync('hello');
    expect(readerFor(packed, 'notes.txt.gz')).toBe('gzip');
    const read = await readWith(gzipArchive, packed, 'notes.txt.gz');
    expect([contents(read), read.facts]).toEqual([[['notes.txt', 'hello']], { entries: 1 }]);
    const named = Buffer.concat([packed.subarray(0, 3), Buffer.from([8]), packed.subarray(4, 10)]);
    const whole = Buffer.concat([named, Buffer.from('../chat.txt\0'), packed.subarray(10)]);
    expect(contents(await readWith(gzipArchive, whole, 'a.gz'))).toEqual([['chat.txt', 'hello']]);
  });

  test('read several parts, one after the other, as one file', async () => {
    const read = await readWith(gzipArchive, Buffer.concat([gzipSync('one '), gzipSync('two')]), 'a.txt.gz');
    expect(contents(read)).toEqual([['a.txt', 'one two']]);
  });

  test('open a tar archive inside at once', async () => {
    const read = await readWith(gzipArchive, gzipSync(makeTar([good])), 'export.tgz');
    expect([contents(read), read.facts]).toEqual([[['chat/_chat.txt', 'hello']], { entries: 1 }]);
  });

  test('keep what came out of a file that is cut off, and say so', async () => {
    const noise = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index * 31) % 251));
    const packed = gzipSync(noise, { level: 1 });
    const read = await readWith(gzipArchive, packed.subarray(0, packed.length - 40), 'a.bin.gz');
    expect(read.warnings.join()).toContain('end too early');
    const [member] = read.members;
    expect(member?.bytes.length).toBeGreaterThan(1000);
    expect(Buffer.from(member?.bytes ?? []).equals(noise.subarray(0, member?.bytes.length))).toBe(true);
  });

  test('are not unpacked where they are bombs or hold nothing', async () => {
    const head = gzipSync('').subarray(0, 10);
    const bomb = Buffer.concat([head, deflateRawSync(Buffer.alloc(300_000_000))]);
    const before = performance.now();
    expect((await readWith(gzipArchive, bomb, 'b.gz')).refusal).toContain('more than 100 times');
    expect(performance.now() - before).toBeLessThan(10_000);
    expect((await readWith(gzipArchive, Buffer.concat([head, Buffer.alloc(40, 7)]), 'c.gz')).refusal).toContain(
      'damaged',
    );
  });
});
