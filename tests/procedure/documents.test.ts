import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ComposedKindName } from '../../src/contract/document.ts';
import { Desk, teacher } from '../engine/desk.ts';
import { savePdf, textOf } from '../referral/pdf-tools.ts';

const desk = new Desk();
let respondentId: string;

beforeAll(async () => {
  await desk.newCase('sound-shore');
  respondentId = (await desk.ask('person.add', teacher)).id;
  const record = (kind: string, at: string, details = {}) =>
    desk.ask('event.record', { kind, at, respondentId, details, note: null });
  await record('complaint-received', '2026-03-09T09:00:00-04:00');
  await record('notice-of-investigation-served', '2026-03-11T11:00:00-04:00', {
    by: 'Karen Oduya',
    how: 'by hand',
    proof: 'signed receipt',
  });
  await desk.ask('interview.write', {
    id: null,
    respondentId,
    heldAt: '2026-03-24T14:00:00-04:00',
    endedAt: null,
    place: 'Room 12',
    manner: 'compelled',
    present: [{ name: 'Bev Castellano', role: 'Representative' }],
    lines: [{ question: 'Did you write this?', answer: 'I did.' }],
  });
  await desk.ask('gate.override', { respondentId, gate: 'interview', reason: 'The union was asked by telephone.' });
  await desk.ask('just-cause.answer', {
    respondentId,
    question: 'test-notice',
    answer: 'No',
    words: 'Zebra: nobody ever gave out the policy.',
    missing: 'The acknowledgment of 2025',
  });
}, 60_000);
afterAll(() => desk.end());

async function printed(kind: ComposedKindName): Promise<string> {
  const { draftId } = await desk.ask('document.draft', { kind, respondentId });
  const blob = await desk.engine.blob({ kind: 'draft', draftId });
  return textOf(savePdf(blob?.bytes ?? new Uint8Array())).replace(/\s+/g, ' ');
}

test('the timeline prints every step with its counting, its service, its doubt, and what was passed over and why', async () => {
  const text = await printed('step-timeline');
  expect(text).toContain('by hand: signed receipt');
  expect(text).toContain('Employee Owen Farrell');
  expect(text).toContain('by hand; proof: signed receipt');
  expect(text).toContain('day 1');
  expect(text).toContain('if the article says so');
  expect(text).toContain('Example, invented');
  expect(text).toContain('The union was asked by telephone.');
}, 60_000);

test('a compelled statement is marked, and not used for anything criminal', async () => {
  expect(await printed('interview-record')).not.toContain('I did.');
  const text = await printed('compelled-interview-record');
  expect(text).toContain('COMPELLED STATEMENT');
  expect(text).toContain('I did.');
}, 60_000);

test('a later letter prints that a gate was passed over', async () => {
  expect(await printed('record-hold')).toContain('The union was asked by telephone.');
}, 60_000);

test('counsel’s words stand in the worksheet and in no other document', async () => {
  expect(await printed('just-cause-worksheet')).toContain('Zebra: nobody ever gave out the policy.');
  for (const kind of [
    'step-timeline',
    'interview-record',
    'superintendent-brief',
    'disclosure-packet',
    'findings-letter',
  ] as const) {
    const { draftId } = await desk.ask('document.draft', { kind, respondentId }).catch(() => ({ draftId: null }));
    if (draftId === null) continue;
    const blob = await desk.engine.blob({ kind: 'draft', draftId });
    expect(textOf(savePdf(blob?.bytes ?? new Uint8Array())), kind).not.toContain('Zebra');
  }
}, 120_000);
