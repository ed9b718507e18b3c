import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a tool that is no part of the product; null where it is not installed. */
function run(name: string, args: readonly string[]): string | null {
  const { error, stdout } = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
  return error === undefined ? stdout : null;
}

function must(name: string, args: readonly string[]): string {
  const out = run(name, args);
  if (out === null) throw new Error(`${name} is needed for this test: apt-get install poppler-utils qpdf unzip`);
  return out;
}

export interface Dump {
  /** Letters in lower case without accents, blanks one wide. */
  readonly words: string;
  /** Letters and figures alone. */
  readonly squashed: string;
  /** The pictures in it, as files. */
  readonly pictures: readonly string[];
}

/** All that independent tools get out of a produced file: words three ways, metadata, structure, bytes, attachments, pictures. */
export function everythingIn(bytes: Uint8Array, format: 'pdf' | 'docx'): Dump {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-leak-'));
  const file = join(folder, `file.${format}`);
  writeFileSync(file, bytes);
  return format === 'pdf' ? pdfDump(file, folder) : docxDump(file, folder);
}

function pdfDump(file: string, folder: string): Dump {
  must('pdfimages', ['-png', file, join(folder, 'image')]);
  must('pdfdetach', ['-saveall', '-o', folder, file]);
  const plain = join(folder, 'plain.pdf');
  must('qpdf', ['--qdf', '--object-streams=disable', file, plain]);
  return dump(folder, [
    must('pdftotext', [file, '-']),
    must('pdftotext', ['-layout', file, '-']),
    must('pdftotext', ['-raw', file, '-']),
    must('pdfinfo', [file]),
    must('pdfinfo', ['-meta', file]),
    must('pdfinfo', ['-struct-text', file]),
    must('pdfinfo', ['-dests', file]),
    // qpdf writes every string of the file decoded.
    must('qpdf', ['--json=2', file]),
    readFileSync(plain, 'latin1'),
    run('exiftool', ['-a', '-u', file]) ?? '',
  ]);
}

function docxDump(file: string, folder: string): Dump {
  must('unzip', ['-qq', '-o', file, '-d', folder]);
  const media = join(folder, 'word', 'media');
  const pictures = existsSync(media) ? readdirSync(media).map((name) => join(media, name)) : [];
  const parts = must('unzip', ['-p', file]);
  return {
    ...dump(folder, [parts, parts.replace(/<[^>]*>/g, ''), must('unzip', ['-l', file]), ...pictures.map(bytesOf)]),
    pictures,
  };
}

const bytesOf = (path: string): string => readFileSync(path, 'latin1');

function dump(folder: string, texts: readonly string[]): Dump {
  const words = texts
    .join('\n')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
  return {
    words,
    squashed: words.replace(/[^\p{L}\p{N}]/gu, ''),
    pictures: readdirSync(folder)
      .filter((name) => /^image.*\.png$/.test(name))
      .map((name) => join(folder, name)),
  };
}
