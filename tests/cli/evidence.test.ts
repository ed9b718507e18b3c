import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipOf } from '../custody/evidence-case.ts';
import { Terminal } from './evenhand.ts';
import { ImportLine, ItemLine, SearchLine, SuggestLine } from './schemas.ts';

const terminal = new Terminal();
let first: readonly ImportLine[] = [];
let told = '';
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const chat = [
  '1/13/26, 10:00 - Mia: Is practice on? éclair',
  '1/13/26, 10:01 - Coach Ray: Yes',
  '1/13/26, 10:02 - Mia: ok',
].join('\n');
const mail = [
  'From: Parent <parent@example.org>',
  'To: Office <office@example.org>',
  'Subject: Look at this',
  'Date: Tue, 10 Mar 2026 10:42:00 -0400',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'See the attachment.',
  '--b',
  'Content-Type: text/plain; name="note.txt"',
  'Content-Disposition: attachment; filename="note.txt"',
  '',
  'Words of the attached note, unmistakable.',
  '--b--',
  '',
].join('\r\n');

beforeAll(async () => {
  terminal.write('inbox/chat.zip', await zipOf({ '_chat.txt': chat, 'more/again.txt': 'Copied words.' }));
  terminal.write('inbox/mail.eml', mail);
  terminal.write('inbox/copied.txt', 'Copied words.');
  terminal.write(
    'inbox/posts.csv',
    'From,Date,Post\nofarrell,2026-03-10 10:42,Bored in class\nofarrell,2026-03-10 18:00,At home\n',
  );
  terminal.write('inbox/broken.zip', Buffer.from('PK\u0003\u0004 and then nothing of a zip'));
  await terminal.newCase('case.evenhand', '--district', 'hollow-brook');
  const ran = await terminal.run([
    'import',
    'case.evenhand',
    'inbox',
    'gone.txt',
    '--json',
    '--text',
    'texts',
    '--zone',
    'America/New_York',
  ]);
  expect(ran.code, ran.stderr).toBe(1);
  told = ran.stderr;
  first = ran.lines.map((line) => ImportLine.parse(line));
}, 60_000);
afterAll(() => terminal.end());

const lineOf = (path: string) => first.find((line) => line.path === path);

describe('import', () => {
  test('tells every file given and every member found exactly once, by the path as it was given', () => {
    expect(first.map(({ path }) => path).sort()).toEqual([
      'gone.txt',
      'inbox/broken.zip',
      'inbox/chat.zip',
      'inbox/chat.zip!/_chat.txt',
      'inbox/chat.zip!/more/again.txt',
      'inbox/copied.txt',
      'inbox/mail.eml',
      'inbox/mail.eml!/note.txt',
      'inbox/posts.csv',
    ]);
    expect(told).toContain('Without a receipt sheet yet: 5 files. Say from whom they came.');
  });

  test('counts what somebody sent or made, and names who and when', () => {
    expect(lineOf('inbox/chat.zip!/_chat.txt')).toMatchObject({
      outcome: 'imported',
      items: 3,
      authors: ['Mia', 'Coach Ray'],
    });
    expect(lineOf('inbox/chat.zip')).toMatchObject({
      format: 'zip',
      items: 2,
      sha256: sha256(readFileSync(terminal.at('inbox/chat.zip'))),
    });
    expect(lineOf('inbox/mail.eml')).toMatchObject({ items: 1, attachments: 1, firstAt: '2026-03-10T10:42:00-04:00' });
    expect(lineOf('inbox/posts.csv')).toMatchObject({ items: 2 });
    // The zone that was given fixes the instant.
    expect(lineOf('inbox/posts.csv')?.firstAt).toMatch(/^2026-03-10T(10:42:00-04:00|14:42:00(\.000)?Z)$/);
  });

  test('says of the same bytes that they are there, and of what is no file that nothing was taken', () => {
    const twins = [lineOf('inbox/copied.txt'), lineOf('inbox/chat.zip!/more/again.txt')];
    expect(twins.map((line) => line?.outcome).sort()).toEqual(['duplicate', 'imported']);
    expect(twins.find((line) => line?.outcome === 'duplicate')).toMatchObject({
      items: 0,
      duplicateOf: sha256('Copied words.'),
      kept: true,
    });
    expect(lineOf('gone.txt')).toMatchObject({
      outcome: 'rejected',
      kept: false,
      sha256: null,
      error: expect.stringContaining('no file at this place'),
    });
    expect(lineOf('inbox/broken.zip')).toMatchObject({ outcome: 'rejected', kept: true, error: expect.any(String) });
  });

  test('--text writes all that search can find of a file and its members', () => {
    const names = readdirSync(terminal.at('texts'));
    const kept = new Set(first.flatMap((line) => (line.sha256 === null ? [] : [`${line.sha256}.txt`])));
    expect(names.sort()).toEqual([...kept].sort());
    const words = (path: string) => readFileSync(terminal.at('texts', `${lineOf(path)?.sha256}.txt`), 'utf8');
    expect(words('inbox/mail.eml')).toMatch(/Look at this[\s\S]*See the attachment[\s\S]*unmistakable/);
    expect(words('inbox/chat.zip')).toContain('Is practice on? éclair');
    expect(words('inbox/chat.zip!/_chat.txt')).toContain('Coach Ray');
  });

  test('a batch that is given again is all there already, and nothing needs a person', async () => {
    const { code, lines } = await terminal.run(['import', 'case.evenhand', 'inbox/mail.eml', '--json']);
    expect([code, lines]).toEqual([0, [expect.objectContaining({ path: 'inbox/mail.eml', outcome: 'duplicate' })]]);
  });

  test('without --json tells people, and a zone that is none is wrong usage', async () => {
    terminal.write('late.txt', 'Late words.');
    const { code, stdout } = await terminal.run(['import', 'case.evenhand', './late.txt']);
    expect([code, stdout]).toEqual([0, './late.txt: read (text, 1 item)\n']);
    const wrong = await terminal.run(['import', 'case.evenhand', 'late.txt', '--zone', 'Atlantis/Deep']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('America/New_York');
  });
});

describe('items and search', () => {
  test('items come in the order of time, in the shape that suggest takes', async () => {
    const { code, stdout, lines } = await terminal.run(['items', 'case.evenhand', '--json']);
    expect(code).toBe(0);
    const items = lines.map((line) => ItemLine.parse(line));
    const times = items.map(({ item }) => item.sentAt).filter((at) => at !== null);
    expect(times.length).toBeGreaterThan(4);
    expect(times).toEqual(times.toSorted());
    const suggested = await terminal.run(['suggest'], stdout);
    expect(suggested.code).toBe(0);
    expect(suggested.lines.map((line) => SuggestLine.parse(line).id)).toEqual(items.map(({ id }) => id));
    const words = await terminal.run(['items', 'case.evenhand']);
    expect(words.stdout.trimEnd().split('\n')).toHaveLength(items.length);
  });

  test('search ignores case and accents and names file, hash and words', async () => {
    const { code, lines } = await terminal.run(['search', 'case.evenhand', 'ECLAIR', '--json']);
    expect(code).toBe(0);
    const hits = lines.map((line) => SearchLine.parse(line));
    expect(hits).toMatchObject([
      {
        path: 'inbox/chat.zip!/_chat.txt',
        sha256: sha256(chat),
        page: null,
        snippet: expect.stringContaining('éclair'),
      },
    ]);
    expect((await terminal.run(['search', 'case.evenhand', '"', '--json'])).stdout).toBe('');
    expect((await terminal.run(['search', 'case.evenhand', 'words', '--json', '--limit', '1'])).lines).toHaveLength(1);
    expect((await terminal.run(['search', 'case.evenhand', 'words', '--limit', 'many'])).code).toBe(2);
  });
});
