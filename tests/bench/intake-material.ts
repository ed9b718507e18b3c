import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SYLLABLES = 'ba co di fe gu ha lo mi ne pa ro sa te vi wo zu lan ter shi mon'.split(' ');
/** As many different words as a school's mail has; most of them are seldom written (Zipf). */
const WORDS = 20_000;

const FIRST = Date.UTC(2026, 0, 1);

/** Numbers that are the same in every run: SHA-256 over a counter. */
function* numbers(seed: string): Generator<number, never> {
  for (let block = 0; ; block++) {
    const digest = createHash('sha256').update(`${seed} ${block}`).digest();
    for (let at = 0; at < digest.length; at += 4) yield digest.readUInt32BE(at);
  }
}

type Random = ReturnType<typeof numbers>;

/** The nth most frequent word: three or four syllables. */
function word(n: number): string {
  let [left, letters] = [n + SYLLABLES.length ** 2, ''];
  for (; left > 0; left = Math.floor(left / SYLLABLES.length)) letters += SYLLABLES[left % SYLLABLES.length];
  return letters;
}

function seldomWord(random: Random): string {
  return word(Math.floor(WORDS ** (random.next().value / 2 ** 32)) - 1);
}

function prose(random: Random, count: number): string {
  const all = Array.from({ length: count }, () => seldomWord(random)).join(' ');
  return all.replace(/(.{70}\S*) /g, '$1\n');
}

/** Lines of a page of words, different for every number. */
export function pageOfWords(n: number, lines: number): readonly string[] {
  const random = numbers(`page ${n}`);
  return Array.from({ length: lines }, () => Array.from({ length: 9 }, () => seldomWord(random)).join(' '));
}

function date(n: number): string {
  return new Date(FIRST + n * 600_000).toUTCString().replace('GMT', '+0000');
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');

/** Words that stand in nothing else, each in every so-manieth mail. */
export const PLANTED = { zephyrine: 1000, quillon: 100, marlstone: 10 } as const;

function planted(n: number): string {
  return Object.entries(PLANTED)
    .map(([one, every]) => (n % every === 0 ? `${one} ` : ''))
    .join('');
}

/** One mail in the shape of real ones: 45 % answer another, 55 % carry HTML beside the words, 6 % a file. */
function mail(random: Random, n: number): string {
  const text = `Mail ${n}. ${planted(n)}${prose(random, 130)}`;
  const answers = n > 0 && random.next().value % 100 < 45;
  const body = answers
    ? `${text}\n\nOn ${date(n - 1)}, Person ${(n - 1) % 40} wrote:\n${quoted(prose(random, 60))}`
    : text;
  const html = random.next().value % 100 < 55;
  const file = random.next().value % 100 < 6;
  const head = [
    `From: Person ${n % 40} <person${n % 40}@school.example>`,
    'To: Office <office@school.example>',
    `Subject: ${answers ? 'Re: ' : ''}Note ${answers ? n - 1 : n} about ${word(n % 500)}`,
    `Date: ${date(n)}`,
    `Message-ID: <${n}@school.example>`,
    ...(answers ? [`In-Reply-To: <${n - 1}@school.example>`, `References: <${n - 1}@school.example>`] : []),
    'MIME-Version: 1.0',
  ];
  const plain = `Content-Type: text/plain; charset=utf-8\n\n${body}\n`;
  const rich = `Content-Type: text/html; charset=utf-8\n\n<html><body>${body
    .split('\n')
    .map((line) => `<p style="margin:0">${line.replaceAll('>', '&gt;')}</p>`)
    .join('\n')}</body></html>\n`;
  const alternative = html ? parts('alternative', `a${n}`, [plain, rich]) : plain;
  return `${head.join('\n')}\n${file ? parts('mixed', `m${n}`, [alternative, attached(n)]) : alternative}`;
}

function parts(kind: string, boundary: string, inner: readonly string[]): string {
  const between = inner.map((part) => `--${boundary}\n${part}\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${between}--${boundary}--\n`;
}

/** A file that no reader knows: its bytes are kept and hashed, and nothing is read of them. */
function attached(n: number): string {
  const packed = noise(12_000, `file ${n}`).toString('base64');
  const lines = packed.replace(/(.{76})/g, '$1\n');
  return `Content-Type: application/octet-stream; name="plan-${n}.bin"\nContent-Disposition: attachment; filename="plan-${n}.bin"\nContent-Transfer-Encoding: base64\n\n${lines}\n`;
}

/** So many mails; each hundredth is the one before it once more. */
function* mails(count: number): Generator<string> {
  const random = numbers('mails');
  let before = '';
  for (let n = 0; n < count; n++) {
    const one = n % 100 === 99 ? before : mail(random, n);
    before = one;
    yield one;
  }
}

/** Writes a mailbox of so many invented mails. */
export function writeMailbox(path: string, count: number): void {
  const all: string[] = [];
  for (const one of mails(count)) all.push(`From a@school.example Thu Jan  1 08:00:00 2026\n${one}\n`);
  writeFileSync(path, all.join(''));
}

/** Writes the same mails as files of their own, in the folders that mail programs keep. */
export function writeMaildir(folder: string, count: number): void {
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  let n = 0;
  for (const one of mails(count)) writeFileSync(join(folder, 'cur', `${String(n++).padStart(6, '0')}.eml`), one);
}

/** Bytes that no compression makes shorter, as in a recording. */
function noise(bytes: number, seed: string): Buffer {
  const content = Buffer.alloc(bytes);
  let digest = createHash('sha512').update(seed).digest();
  for (let at = 0; at < bytes; at += digest.length) {
    digest.copy(content, at);
    digest = createHash('sha512').update(digest).digest();
  }
  return content;
}

export function writeNoise(path: string, bytes: number, seed: string): void {
  writeFileSync(path, noise(bytes, seed));
}
