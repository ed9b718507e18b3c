import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';
import { type RawCase, tamper, verify } from './raw-case.ts';

/** A case in which a person settled the dates of a chat and corrected two lines of its words. */
const desk = new Desk();
const chat = ['[3/4/26, 9:12:05] Rosa Vale: can you send the list', '[5/4/26, 21:02:11] Theo Lund: thank you'].join(
  '\n',
);

beforeAll(async () => {
  await desk.newCase();
  desk.write('WhatsApp Chat with Rosa.txt', chat);
  await desk.import('WhatsApp Chat with Rosa.txt');
  const [file] = await desk.ask('evidence.list', {});
  const [item] = (await desk.ask('item.page', { sort: 'number' })).rows;
  const settle = { evidenceId: file?.id ?? '', half: null, zone: null, capturedAt: null } as const;
  await desk.ask('time.settle', { ...settle, order: 'month-day', reason: 'The phone was set to English (US).' });
  await desk.ask('time.settle', { ...settle, order: 'day-month', reason: 'It was set to English (UK) after all.' });
  const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.1 };
  await desk.ask('correction.record', {
    itemId: item?.id ?? '',
    lines: [
      { start: 17, end: 21, page: 1, box: null, words: 'lisp' },
      { start: 21, end: 21, page: 1, box, words: 'of names' },
    ],
    note: null,
  });
  await desk.ask('case.close', {});
}, 60_000);
afterAll(() => desk.end());

let copies = 0;
function problemAfter(change: (raw: RawCase) => void): string | null {
  copies += 1;
  const path = desk.at(`copy-${copies}.evenhand`);
  copyFileSync(desk.path, path);
  tamper(path, change);
  return verify(path).firstProblem?.what ?? null;
}

test('settled times and corrected words that nobody touched hold', () => {
  expect(verify(desk.path).firstProblem).toBeNull();
  expect(problemAfter(() => undefined)).toBeNull();
});

test.each<[string, string, (raw: RawCase) => void]>([
  [
    'a settled time is moved by an hour',
    'times differ from what a person settled',
    (raw) =>
      raw.run(
        `UPDATE item_time SET moment = replace(moment, 'T21', 'T22'), sort_time = replace(sort_time, 'T21', 'T22') WHERE number = 2`,
      ),
  ],
  [
    'a settled time is taken out',
    'times differ from what a person settled',
    (raw) => raw.run('DELETE FROM item_time WHERE number = 1'),
  ],
  [
    'an item is sorted elsewhere than its time says',
    'a settled time stands in another place',
    (raw) => raw.run("UPDATE item_time SET sort_time = '2026-01-01T00:00:00' WHERE number = 1"),
  ],
  [
    'a time is settled for a source that nobody settled',
    'a time was settled outside the evidence record',
    (raw) =>
      raw.run(
        `INSERT INTO item_time SELECT 99, 'another', sort_time, ambiguous, moment FROM item_time WHERE number = 1`,
      ),
  ],
  [
    'corrected words are reworded',
    'corrected words differ from what a person corrected',
    (raw) => raw.run("UPDATE item_reworded SET text = replace(text, 'lisp', 'wish')"),
  ],
  [
    'the place of a corrected line is moved',
    'corrected words differ from what a person corrected',
    (raw) => raw.run("UPDATE item_reworded SET regions = replace(regions, '0.2', '0.9')"),
  ],
  [
    'a correction is hidden',
    'corrected words differ from what a person corrected',
    (raw) => raw.run('DELETE FROM item_reworded'),
  ],
  [
    'words are corrected in an item that nobody corrected',
    'words were corrected outside the evidence record',
    (raw) => raw.run("INSERT INTO item_reworded (number, text, regions) VALUES (2, 'no thanks', '[]')"),
  ],
])('%s: %s', (_, what, change) => {
  expect(problemAfter(change)).toBe(what);
});
