import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk, teacher } from '../engine/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase();
});
afterEach(() => desk.end());

test('an approval that was withdrawn is listed no more, stands in the log with its reason, and comes back by a reversal', async () => {
  const { id } = await desk.ask('person.add', teacher);
  const approval = await desk.ask('approval.record', {
    personId: id,
    what: 'a site for the science club',
    givenBy: 'Superintendent',
    from: '2026-01-05',
    until: null,
    evidenceId: null,
    note: null,
  });
  await desk.ask('approval.withdraw', { id: approval.id, reason: 'It was for another teacher.' });
  expect(await desk.ask('approval.list', { personId: id })).toEqual([]);
  expect((await desk.lastLine())?.words).toContain('Withdrew an approval on file');
  const again = await desk.refused('approval.withdraw', { id: approval.id, reason: 'Once more.' });
  expect(again.kind).not.toBe('internal-fault');
  await desk.ask('history.reverse', {});
  expect((await desk.ask('approval.list', { personId: id })).map((one) => one.id)).toEqual([approval.id]);
});
