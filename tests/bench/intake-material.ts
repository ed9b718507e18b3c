import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const vocabulary =
  'the school board met about posts and comments on a friday evening while parents wrote letters to every teacher in town ' +
  'who had answered a pupil photograph message coach practice homework photo group class lunch bus field trip concert';
const words = vocabulary.split(' ');

/** Numbers that are the same in every run: SHA-256 over a counter. */
function* numbers(seed: string): Generator<number, never> {
  for (let block = 0; ; block++) {
    const digest = createHash('sha256').update(`${seed} ${block}`).digest();
    for (let at = 0; at < digest.length; at += 4) yield digest.readUInt32BE(at);
  }
}

/** Writes a mailbox of so many invented mails of about 120 words, each different. */
export function writeMailbox(path: string, mails: number): void {
  const random = numbers('mails');
  const text = Array.from({ length: mails }, (_, n) => {
    const body = Array.from({ length: 120 }, () => words[random.next().value % words.length]).join(' ');
    return [
      'From a@school.example Thu Jan  1 08:00:00 2026',
      `From: Person ${n % 40} <person${n % 40}@school.example>`,
      'To: Office <office@school.example>',
      `Subject: Note ${n} about ${words[n % words.length] ?? ''}`,
      `Date: ${new Date(Date.UTC(2026, 0, 1) + n * 600_000).toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${n}@school.example>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Mail ${n}. ${body.replace(/(.{70}\S*) /g, '$1\n')}`,
      '',
      '',
    ].join('\n');
  });
  writeFileSync(path, text.join(''));
}

/** Writes bytes that no compression makes shorter, as in a recording. */
export function writeNoise(path: string, bytes: number, seed: string): void {
  const content = Buffer.alloc(bytes);
  let digest = createHash('sha512').update(seed).digest();
  for (let at = 0; at < bytes; at += digest.length) {
    digest.copy(content, at);
    digest = createHash('sha512').update(digest).digest();
  }
  writeFileSync(path, content);
}
