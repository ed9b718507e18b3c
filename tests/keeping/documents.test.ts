import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../custody/raw-case.ts';
import { Desk, pupil, teacher } from '../engine/desk.ts';
import { instruction, needlesIn, pictureOf } from './keeping-desk.ts';

const desk = new Desk();
let source = '';
let document = '';
let respondentId = '';

const order = () => ({ kind: 'disciplinary-referral', respondentId, standard: 'ua-1', format: 'pdf' }) as const;

beforeAll(async () => {
  await desk.newCase();
  respondentId = (await desk.ask('person.add', teacher)).id;
  await desk.ask('person.add', pupil);
  await desk.ask('complaint.record', {
    receivedAt: '2026-03-10T12:00:00-04:00',
    channel: 'walk-in',
    complainant: 'A parent',
    words: 'He posts while he should teach.',
    about: [respondentId],
    receivedBy: 'Kai Lund',
    promised: null,
  });
  desk.write('post.png', await pictureOf('Knollenblatt in class again', 'qxBytesOfThePost', '#ffe0e0'));
  await desk.import('post.png');
  const [row] = (await desk.ask('item.page', {})).rows;
  source = row?.evidenceId ?? '';
  const { item } = await desk.ask('item.view', { id: row?.id ?? '' });
  const allegation = await desk.ask('allegation.add', {
    respondentId,
    policy: '4118.51',
    clause: '8',
    conductOn: '2026-03-10',
    specification: { toWhom: 'the public', what: 'Posted during class', when: '10 March 2026', where: 'Facebook' },
    policyKnown: null,
  });
  await desk.ask('mapping.add', {
    itemId: row?.id ?? '',
    policy: '4118.51',
    clause: '8',
    element: (await desk.ask('clause.list', {})).find(({ clause }) => clause === '8')?.elements[0]?.id ?? '',
    weighs: 'for',
    passage: { kind: 'words', start: 0, end: item.text.length, text: item.text },
    allegationId: allegation.id,
    reason: null,
  });
}, 60_000);
afterAll(() => desk.end());

test('a veiled picture is not shown in drafts, and is shown in the issued document', async () => {
  const plain = await desk.ask('document.draft', order());
  await desk.ask('protection.veil', { evidenceId: source, veiled: true, because: null });
  expect((await desk.ask('evidence.list', {}))[0]?.veiled).toBe(true);
  const veiled = await desk.ask('document.draft', order());
  expect(veiled.bytes).toBeLessThan(plain.bytes);
  await desk.ask('history.reverse', {});
  expect((await desk.ask('evidence.list', {}))[0]?.veiled).toBe(false);
}, 60_000);

test('an issued document that shows a locked picture is out of sight with it, and leaves its bytes when it is removed', async () => {
  await desk
    .ask('gate.override', {
      gate: 'document:disciplinary-referral',
      respondentId,
      reason: 'For the test of removals',
    })
    .catch(() => undefined);
  const issued = await desk.ask('document.issue', order());
  document = issued.id;
  const shown = async () => (await desk.engine.blob({ kind: 'document', documentId: document })) !== null;
  expect(await shown()).toBe(true);
  await desk.ask('protection.lock', { evidenceId: source, because: 'unclothed-minor', note: null });
  expect(await shown()).toBe(false);
  const scope = await desk.ask('protection.scope', { evidenceId: source });
  expect(scope.documents).toMatchObject([{ number: 1 }]);
  expect(scope.copies.join('\n')).toContain('Every printed or sent copy of document 1');
  await desk.ask('protection.remove', { evidenceId: source, ...instruction });
  expect(await shown()).toBe(false);
  await desk.ask('case.close', {});
  expect(needlesIn(desk, 'Knollenblatt')).toEqual([]);
  expect(needlesIn(desk, 'qxBytesOfThePost')).toEqual([]);
  expect(verify(desk.path).firstProblem).toBeNull();
}, 90_000);
