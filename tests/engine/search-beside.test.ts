import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instruction, needlesIn, verified } from '../keeping/keeping-desk.ts';
import { Desk, resourcesDir } from './desk.ts';

/** A case with a mail that has an attached file, and a page that was saved from an address. */
const desk = new Desk();
const mail = [
  'From: Rosa Vale <rosa.vale@school.example>',
  'To: Theo Lund <theo@lund.example>',
  'Subject: Seating plan',
  'Date: Tue, 10 Mar 2026 10:42:00 -0400',
  'Message-ID: <quillwort-77@school.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'The plan for Thursday is with this letter.',
  '--b',
  'Content-Type: text/plain; name="Kerfuffle 7B.txt"',
  'Content-Disposition: attachment; filename="Kerfuffle 7B.txt"',
  '',
  'Row one.',
  '--b--',
  '',
].join('\r\n');
const page = `<!DOCTYPE html><!-- saved from url=(0042)https://chatterwall.example/gossip/Thursday7 -->
<html><head><title>Wall</title></head><body><p>The outing is on Thursday.</p></body></html>`;

beforeAll(async () => {
  await desk.newCase();
  desk.write('plan.eml', mail);
  desk.write('wall.html', page);
  await desk.import('plan.eml', 'wall.html');
}, 60_000);
afterAll(() => desk.end());

const hits = async (words: string) =>
  (await desk.ask('item.search', { words, limit: 20 })).hits.map(({ path, foundIn, beside }) => [
    path.split('/').at(-1),
    foundIn,
    beside,
  ]);

test('what a reader found beside the words is found, and each hit says where', async () => {
  expect(await hits('kerfuffle')).toEqual([['plan.eml', 'beside', 'Attached file']]);
  expect(await hits('chatterwall ')).toEqual([['wall.html', 'beside', 'Web address']]);
  expect(await hits('quillwort ')).toEqual([['plan.eml', 'beside', 'Message id']]);
});

test('words of the item and words beside it can be sought together, and those of the item are the ones shown', async () => {
  expect(await hits('kerfuffle thursday ')).toEqual([['plan.eml', 'item', null]]);
  expect(await hits('kerfuffle outing ')).toEqual([]);
  expect((await hits('thursday7 ')).map(([name]) => name)).toEqual(['wall.html']);
  const { matching } = await desk.ask('item.page', { filter: { words: 'kerfuffle' } });
  expect(matching).toBe(1);
});

test('a removal takes what stands beside the words out of the file and out of the search', async () => {
  const files = await desk.ask('evidence.list', {});
  const source = files.find(({ name }) => name === 'plan.eml');
  expect(needlesIn(desk, 'quillwort').length).toBeGreaterThan(0);
  await desk.ask('protection.lock', { evidenceId: source?.id ?? '', because: 'privileged', note: null });
  expect(await hits('quillwort ')).toEqual([]);
  await desk.ask('protection.remove', { evidenceId: source?.id ?? '', ...instruction });
  expect(needlesIn(desk, 'quillwort')).toEqual([]);
  expect(await hits('quillwort ')).toEqual([]);
  await desk.ask('case.close', {});
  expect(verified(desk).firstProblem).toBeNull();
});

test('a case of an older form can be searched for what stands beside the words once it was brought up to date', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = OFF');
  db.pragma('trusted_schema = OFF');
  const facts = [{ label: 'Place', value: 'Elm Street' }];
  const body = { url: null, thread: { id: 't', title: 'Pit band' }, attachments: ['zither.pdf'], facts };
  for (const name of readdirSync(join(resourcesDir, 'migrations')).sort()) {
    if (name === '0009-search.sql') {
      db.prepare(
        `INSERT INTO item (id, evidence_id, reading_id, ordinal, seq, kind, ambiguous, people, text, body, digest)
         VALUES ('i', 'e', 'r', 0, 1, 'post', 0, 'Rosa', 'some words', ?, 'd')`,
      ).run(JSON.stringify(body));
    }
    db.exec(readFileSync(join(resourcesDir, 'migrations', name), 'utf8'));
  }
  expect(db.prepare('SELECT beside FROM item').pluck().get()).toBe('Pit band\nzither.pdf\nElm Street');
  const found = db.prepare('SELECT rowid FROM item_words WHERE item_words MATCH ?').pluck();
  expect(found.all('"zither" AND "words" AND "rosa"')).toEqual([1]);
  expect(() => db.prepare("UPDATE item SET beside = 'other'").run()).toThrow('items never change');
  db.close();
});
