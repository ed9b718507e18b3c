import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileOutcome } from '../../src/contract/evidence.ts';
import { verify } from '../custody/raw-case.ts';
import { Desk } from './desk.ts';

const MAILS = 120;

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase(null);
  desk.write('box.mbox', Array.from({ length: MAILS }, (_, n) => mailWithAttachment(n)).join(''));
});
afterEach(() => desk.end());

function mailWithAttachment(n: number): string {
  return [
    'From a@school.example Thu Jan  1 08:00:00 2026',
    'From: Ada Novak <a@school.example>',
    'To: Office <office@school.example>',
    `Subject: Note ${n}`,
    `Date: Thu, 01 Jan 2026 ${String(8 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00 +0000`,
    `Message-ID: <${n}@school.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain',
    '',
    `Words of mail ${n}.`,
    '--cut',
    `Content-Type: text/plain; name="note${n}.txt"`,
    `Content-Disposition: attachment; filename="note${n}.txt"`,
    '',
    `Words of attachment ${n}.`,
    '--cut--',
    '',
    '',
  ].join('\n');
}

async function importBox(tell: (outcome: FileOutcome) => void) {
  return desk.engine.importFiles(
    { paths: [{ path: desk.at('box.mbox'), shown: 'box.mbox' }], receiptId: null, zone: null },
    tell,
  );
}

const told: FileOutcome[] = [];
beforeEach(() => {
  told.length = 0;
});

async function expectAllOnce(): Promise<void> {
  const rows = await desk.ask('evidence.list', {});
  expect(rows).toHaveLength(1 + MAILS);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(1 + MAILS);
  expect(rows.every(({ outcome }) => outcome?.outcome === 'imported')).toBe(true);
  for (const words of ['mail', 'attachment']) {
    const found = await desk.ask('item.page', { filter: { words: `"words of ${words}"` }, limit: 1 });
    expect(found.matching, words).toBe(MAILS);
  }
}

test('each attachment of a mailbox is evidence with an outcome of its own, and short files share lines of the record', async () => {
  const before = await desk.lines();
  await importBox((outcome) => told.push(outcome));
  expect(told).toHaveLength(1 + MAILS);
  expect(new Set(told.map(({ path }) => path)).size).toBe(1 + MAILS);
  await expectAllOnce();
  // Slow machines share less; a line for each receipt and each reading would be more than four for each mail.
  expect((await desk.lines()) - before).toBeLessThan(2 * MAILS);
  await desk.ask('case.close', {});
  expect(verify(desk.path).ok).toBe(true);
});

test('what was told before a mailbox was cancelled is in the case, and the rest follows once, when it is opened', async () => {
  await importBox((outcome) => {
    told.push(outcome);
    if (told.length === 20) void desk.ask('intake.cancel', {});
  });
  expect(told.length).toBeGreaterThanOrEqual(20);
  const rows = await desk.ask('evidence.list', {});
  const kept = new Set(rows.filter(({ state }) => state === 'read').map(({ path }) => path));
  expect(told.filter(({ path }) => !kept.has(path))).toEqual([]);
  await desk.reopen();
  await desk.engine.idle();
  await expectAllOnce();
  await desk.ask('case.close', {});
  expect(verify(desk.path).ok).toBe(true);
});
