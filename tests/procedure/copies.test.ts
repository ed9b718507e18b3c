import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportTo, filesWith } from '../custody/copy-desk.ts';
import { Desk, teacher } from '../engine/desk.ts';

const desk = new Desk();

beforeAll(async () => {
  await desk.newCase('sound-shore');
  const respondentId = (await desk.ask('person.add', teacher)).id;
  const interview = (manner: 'voluntary' | 'compelled', answer: string) =>
    desk.ask('interview.write', {
      id: null,
      respondentId,
      heldAt: manner === 'voluntary' ? '2026-03-24T14:00:00-04:00' : '2026-03-25T14:00:00-04:00',
      endedAt: null,
      place: null,
      manner,
      present: [],
      lines: [{ question: 'What happened?', answer }],
    });
  await interview('voluntary', 'Quagga willingly');
  await interview('compelled', 'Okapi under orders');
  const words = 'Zebra counsel';
  await desk.ask('just-cause.answer', { respondentId, question: 'test-notice', answer: 'No', words, missing: null });
  const source = 'Register 12';
  const comparator = { year: 2024, conduct: 'Zebra post', outcome: 'Reprimand', alike: 'Same', unlike: '', source };
  await desk.ask('comparator.add', { respondentId, ...comparator });
}, 60_000);
afterAll(() => desk.end());

test('counsel’s worksheet and a compelled statement leave the district in no copy for others', async () => {
  for (const audience of ['employee-union', 'board', 'records'] as const) {
    const folder = await exportTo(desk, audience);
    expect(filesWith(folder, 'Zebra'), audience).toEqual([]);
    expect(filesWith(folder, 'Okapi under orders'), audience).toEqual([]);
  }
}, 120_000);

test('counsel’s own copy holds both', async () => {
  const folder = await exportTo(desk, 'counsel');
  expect(filesWith(folder, 'Zebra counsel').length).toBeGreaterThan(0);
  expect(filesWith(folder, 'Okapi under orders').length).toBeGreaterThan(0);
}, 60_000);
