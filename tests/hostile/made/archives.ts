import { deflateRawSync, gzipSync } from 'node:zlib';
import { makePdf } from '../../readers/made/pdfs.ts';
import { makeRar, makeSevenZip } from '../../readers/made/seven-zips.ts';
import { makeTar } from '../../readers/made/tars.ts';
import { type MadeEntry, makeZip } from '../../readers/made/zips.ts';
import { anything, type HostileCase, needle, read, rejected, warned } from './hostile-case.ts';

const evil = (name: string, more: Partial<MadeEntry> = {}): MadeEntry => ({ name, content: needle, ...more });
const good = (name: string): MadeEntry => ({ name: `good-${name}.txt`, content: `good words of ${name}` });

/** A zip archive that holds one bad entry beside a good one. */
function beside(name: string, entry: MadeEntry, says: RegExp): HostileCase {
  return { name: `${name}.zip`, content: makeZip([entry, good(name)]), outcome: warned, says };
}

const megabyte = 1024 * 1024;

/** A zip of a zip of a zip, `depth` deep. */
function russianDoll(depth: number): Buffer {
  let inner = makeZip([evil('innermost.txt')]);
  for (let level = 0; level < depth; level += 1) inner = makeZip([{ name: `level-${level}.zip`, content: inner }]);
  return inner;
}

/** Entries that all point at the same packed bytes: a few hundred bytes that unpack to gigabytes. */
function overlapping(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(megabyte));
  const first: MadeEntry = { name: 'first', content: Buffer.alloc(megabyte), packed };
  const others = Array.from({ length: 2000 }, (_, n): MadeEntry => {
    return { name: `again-${n}`, content: Buffer.alloc(megabyte), packed, sharesWith: 0 };
  });
  return makeZip([first, ...others]);
}

export async function hostileArchives(): Promise<readonly HostileCase[]> {
  const zip = makeZip([evil('a.txt'), good('cut')]);
  const bomb = deflateRawSync(Buffer.alloc(200 * megabyte));
  return [
    beside('slip-up', evil('../../../../../../var/evenhand-slip.txt'), /outside the archive/),
    beside('slip-backslash', evil('..\\..\\evenhand-slip.txt'), /outside the archive/),
    beside('slip-inside', evil('photos/../../evenhand-slip.txt'), /outside the archive/),
    beside('absolute', evil('/var/evenhand-slip.txt'), /absolute path/),
    beside('drive', evil('C:\\Users\\evenhand-slip.txt'), /absolute path/),
    beside('share', evil('\\\\server\\share\\evenhand-slip.txt'), /absolute path/),
    beside('null-in-name', evil('photo.jpg\0.exe'), /null character/),
    beside('endless-name', evil('n'.repeat(60_000)), /longer than/),
    beside('symlink', evil('link', { content: '/etc/passwd', mode: 0o120777 }), /link to another file/),
    beside('device', evil('zero', { content: '', mode: 0o020666 }), /device/),
    beside('declares-4-gb', evil('huge', { declaredSize: 0xfffffffe }), /more than the limit/),
    beside('declares-little', evil('liar', { content: needle.repeat(900), declaredSize: 10 }), /more bytes come out/),
    beside('declares-much', evil('short', { declaredSize: 90_000 }), /end too early/),
    beside('bad-packing', evil('bad', { packed: Buffer.from([7, 7, 7, 7]) }), /damaged/),
    beside('wrong-checksum', evil('changed.txt', { declaredCrc: 1 }), /does not match its checksum/),
    beside('bomb-inside', evil('bomb', { packed: bomb, content: '', declaredSize: 200 * megabyte }), /100 times/),
    beside('unknown-method', evil('odd', { method: 77 }), /number 77/),
    beside('encrypted-entry', evil('secret.txt', { encrypted: true }), /password is needed/),
    {
      name: 'reserved-names.zip',
      content: makeZip(['CON', 'nul.txt', 'aux', 'COM1.log', 'x. ', 'a:b'].map((n) => evil(n))),
      outcome: read,
    },
    {
      name: 'bidi-names.zip',
      content: makeZip([evil('photo\u202egpj.exe'), evil('a\u200b\u2066b.txt')]),
      outcome: read,
    },
    {
      name: 'colliding-names.zip',
      content: makeZip([
        evil('A.txt'),
        evil('a.TXT', { content: `${needle} two` }),
        evil('e\u0301.txt'),
        evil('\u00e9.txt', { content: `${needle} three` }),
      ]),
      outcome: read,
    },
    { name: 'doll-of-30.zip', content: russianDoll(30), outcome: anything },
    { name: 'overlapping.zip', content: overlapping(), outcome: warned, says: /shares its packed bytes|100 times/ },
    {
      name: '30000-files.zip',
      content: makeZip(Array.from({ length: 30_000 }, (_, n) => ({ name: `d/${n}/`, content: '' }))),
      outcome: anything,
    },
    { name: 'cut.zip', content: zip.subarray(0, zip.length - 25), outcome: warned, says: /table of contents/ },
    { name: 'only-its-first-bytes.zip', content: zip.subarray(0, 20), outcome: rejected },
    {
      name: 'polyglot-pdf.zip',
      content: Buffer.concat([makePdf({ pages: [[needle]] }), zip]),
      outcome: warned,
      says: /zip archive in the same file/,
    },
    {
      name: 'polyglot-picture.jpg',
      content: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64), zip]),
      outcome: anything,
    },
    {
      name: 'program-before-it.exe',
      content: Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(300, 3), zip]),
      outcome: read,
    },
    {
      name: 'strong-encryption.zip',
      content: strong(zip),
      outcome: ['imported-with-warnings', 'rejected'],
      says: /encrypted/,
    },
    { name: 'gzip-bomb.gz', content: gzipSync(Buffer.alloc(300 * megabyte)), outcome: rejected, says: /100 times/ },
    {
      name: 'gzip-in-gzip.gz',
      content: Array.from({ length: 14 }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from(needle)),
      outcome: read,
    },
    { name: 'cut.gz', content: gzipSync(Buffer.from(needle.repeat(5000))).subarray(0, 60), outcome: anything },
    {
      name: 'slip.tar',
      content: makeTar([
        { name: '../../evenhand-slip.txt', content: needle },
        { name: 'good.txt', content: 'good' },
      ]),
      outcome: warned,
      says: /outside the archive/,
    },
    {
      name: 'links.tar',
      content: makeTar([
        { name: 'link', type: '2' },
        { name: 'device', type: '3' },
        { name: 'good.txt', content: 'good' },
      ]),
      outcome: warned,
      says: /link|device/,
    },
    {
      name: 'declares-8-gb.tar',
      content: makeTar([{ name: 'huge', content: needle, declaredSize: 8_000_000_000 }]),
      outcome: anything,
    },
    {
      name: 'bomb.7z',
      content: await makeSevenZip({ zeros: Buffer.alloc(60 * megabyte) }),
      outcome: ['imported-with-warnings', 'rejected'],
      says: /100 times/,
    },
    {
      name: 'encrypted.7z',
      content: await makeSevenZip({ 'a.txt': needle }, ['-pSecret', '-mhe=on']),
      outcome: rejected,
      says: /password/,
    },
    {
      name: 'slip.rar',
      content: makeRar([
        ['../../evenhand-slip.txt', needle],
        ['good.txt', 'good'],
      ]),
      outcome: warned,
      says: /outside the archive/,
    },
    {
      name: 'one-of-several.rar',
      content: makeRar([['a.txt', needle]], { volume: true }),
      outcome: warned,
      says: /several parts/,
    },
    {
      name: 'cut.xz',
      content: (await makeSevenZip({ 'a.txt': needle.repeat(2000) }, ['-txz'])).subarray(0, 40),
      outcome: anything,
    },
    {
      name: 'nothing-but-marks.7z',
      content: Buffer.from('377abcaf271c0004ffffffffffffffffffffffffffffffffffffffffffffffff', 'hex'),
      outcome: rejected,
    },
  ];
}

/** Sets the mark of strong encryption on every entry, in the list and before the bytes. */
function strong(archive: Buffer): Buffer {
  const marked = Buffer.from(archive);
  for (const [mark, flags] of [
    ['PK\x01\x02', 8],
    ['PK\x03\x04', 6],
  ] as const) {
    for (let at = marked.indexOf(mark, 0, 'latin1'); at >= 0; at = marked.indexOf(mark, at + 4, 'latin1')) {
      marked.writeUInt16LE(marked.readUInt16LE(at + flags) | 0x41, at + flags);
    }
  }
  return marked;
}
