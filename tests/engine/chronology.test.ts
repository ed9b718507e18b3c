import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
let owen = '';
let other = '';
beforeAll(async () => {
  await desk.newCase();
  owen = (await desk.ask('person.add', teacher)).id;
  other = (await desk.ask('person.add', { ...teacher, name: 'Rita Kowalczyk', accounts: [] })).id;
  await desk.ask('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'email',
    complainant: 'A parent',
    words: 'Please look at his page.',
    about: [owen],
    receivedBy: null,
    promised: null,
  });
}, 60_000);
afterAll(() => desk.end());

const event = (kind: string, at: string, respondentId: string | null = owen) =>
  desk.ask('event.record', { kind, at, respondentId, details: {}, note: null } as CallInput<'event.record'>);
const view = (respondentId: string | null = null) => desk.ask('chronology.view', { respondentId });
const remarks = async () => (await view()).remarks.map(({ words }) => words);

test('the complaint and the steps stand in the order in which they happened, not in that of writing', async () => {
  await event('interview-held', '2026-03-19T15:00:00-04:00');
  await event('notice-of-investigation-served', '2026-03-13T09:00:00-04:00');
  const { entries, remarks: found } = await view();
  expect(entries.map(({ words }) => words)).toEqual([
    'Complaint 1 was received',
    'The notice of investigation was served',
    'The employee was interviewed',
  ]);
  expect(entries.map(({ order }) => order)).toEqual([
    '2026-03-11T08:00:00',
    '2026-03-13T09:00:00',
    '2026-03-19T15:00:00',
  ]);
  expect(found).toEqual([]);
});

test('what is about another employee only is left out where one is asked for; what is about the case is not', async () => {
  await event('leave-started', '2026-03-14T08:00:00-04:00', other);
  await event('record-hold-sent', '2026-03-11T12:00:00-04:00', null);
  const words = (await view(owen)).entries.map((entry) => entry.words);
  expect(words).not.toContain('Administrative leave began');
  expect(words).toContain('A record hold was sent');
  expect((await view(other)).entries.map((entry) => entry.words)).toContain('Administrative leave began');
});

test('a decision before the employee was heard is named, and the recorded response mends it', async () => {
  await event('decision-made', '2026-03-27T10:00:00-04:00');
  const say = 'A decision stands on the line before the employee was heard or let the time pass.';
  expect(await remarks()).toContain(say);
  await desk.ask('response.record', {
    respondentId: owen,
    state: 'received',
    at: '2026-03-24T10:00:00-04:00',
    words: 'It was a joke among adults.',
  });
  expect(await remarks()).not.toContain(say);
});

test('a request to stop before the evidence was captured is named', async () => {
  await event('cease-request-made', '2026-03-12T09:00:00-04:00');
  const say = 'The employee was asked to stop the activity before the evidence was captured.';
  expect(await remarks()).toContain(say);
  await event('evidence-captured', '2026-03-12T08:30:00-04:00');
  expect(await remarks()).not.toContain(say);
});

test('a linked post later than the complaint is named, and stands on the line with its source', async () => {
  const [late = ''] = await desk.messages(
    [{ from: 'ofarrell', at: '2026-03-15T10:42:00-04:00', text: 'Posted in class' }],
    'Post',
  );
  const passage = { kind: 'words', start: 0, end: 6, text: 'Posted' } as const;
  const clause = { policy: '4118.51', clause: '8', element: 'update', weighs: 'for' } as const;
  await desk.ask('mapping.add', { ...clause, itemId: late, passage, allegationId: null, reason: null });
  const { entries, remarks: found } = await view();
  expect(entries).toContainEqual(
    expect.objectContaining({ kind: 'conduct', words: 'Post of Owen Farrell', source: { room: 'evidence', id: late } }),
  );
  expect(found).toContainEqual({
    kind: 'order',
    words: '1 linked item is later than the complaint: it cannot have been about it. Was the scope widened?',
    entries: [`evidence:${late}`],
  });
});

test('a long silence is named with its days', async () => {
  await event('closed-without-discipline', '2026-05-04T10:00:00-04:00');
  expect(await remarks()).toContain('Nothing is recorded for 38 days, from March 27, 2026 to May 4, 2026.');
});

test('a corrected event leaves the line', async () => {
  const wrong = await event('findings-delivered', '2026-03-25T10:00:00-04:00');
  await desk.ask('event.correct', {
    corrects: wrong.id,
    kind: 'findings-delivered',
    at: '2026-03-26T10:00:00-04:00',
    respondentId: owen,
    details: {},
    note: null,
    reason: 'The day was wrong.',
  });
  const delivered = (await view()).entries.filter(({ words }) => words === 'The findings were delivered');
  expect(delivered.map(({ order }) => order)).toEqual(['2026-03-26T10:00:00']);
});

test('a capture after the deletion is named, and an interview while the police asked to wait', async () => {
  await event('content-deleted', '2026-03-01T09:00:00-05:00', null);
  expect(await remarks()).toContain(
    'The evidence was captured after the content was deleted: record how it could still be captured, and by whom.',
  );
  await event('police-or-dcf-hold-started', '2026-03-18T09:00:00-04:00', null);
  expect(await remarks()).toContain(
    'An interview was held while the inquiry of police or child protection asked the district to wait.',
  );
  await event('police-or-dcf-hold-ended', '2026-03-18T10:00:00-04:00', null);
  expect((await remarks()).filter((words) => words.includes('asked the district to wait'))).toEqual([]);
});
