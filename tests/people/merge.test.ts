import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { Desk, pupil, teacher } from '../engine/desk.ts';

const Events = z.looseObject({ events: z.array(z.unknown()) });
let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase();
});
afterEach(() => desk.end());

const complaint = {
  receivedAt: '2026-03-11T08:00:00-04:00',
  channel: 'letter',
  complainant: null,
  words: 'He posts during class.',
  receivedBy: 'Front office',
  promised: null,
} as const;

/** Two entries of one man, and records that name the second: a complaint, an allegation, a response, an event, a relative. */
async function twoEntries() {
  const kept = await desk.ask('person.add', teacher);
  const merged = await desk.ask('person.add', {
    ...teacher,
    name: 'O. Farrell',
    position: null,
    accounts: [{ handle: 'chilifarrell', platform: 'instagram', owner: 'personal', disclaimer: null }],
  });
  const son = await desk.ask('person.add', { ...pupil, relatives: [merged.id] });
  const received = await desk.ask('complaint.record', { ...complaint, about: [kept.id, merged.id] });
  const { id: allegationId } = await desk.ask('allegation.add', {
    respondentId: merged.id,
    policy: '4118.51',
    clause: '8',
    conductOn: '2026-03-10',
    specification: { what: 'He posted', when: '10 March 2026, 10:42', where: 'Facebook', toWhom: null },
    policyKnown: null,
  });
  await desk.ask('response.record', {
    respondentId: merged.id,
    state: 'received',
    at: '2026-03-20T08:00:00-04:00',
    words: 'It was lunch.',
  });
  await desk.ask('approval.record', {
    personId: merged.id,
    what: 'a site for the science club',
    givenBy: 'Superintendent',
    from: '2026-01-05',
    until: null,
    evidenceId: null,
    note: null,
  });
  return { kept, merged, son, received, allegationId };
}

/** Everything that a person can see of the case, for comparing before and after. */
async function whole() {
  return {
    people: await desk.ask('person.list', {}),
    complaints: await desk.ask('complaint.list', {}),
    allegations: await desk.ask('allegation.list', {}),
    approvals: await desk.ask('approval.list', { personId: null }),
    events: Events.parse(await desk.ask('steps.input', {})).events,
  };
}

test('a merge moves every record in one line, and its reversal puts the case back exactly', async () => {
  const { kept, merged, son, allegationId } = await twoEntries();
  const before = await whole();
  const lines = await desk.lines();
  await desk.ask('person.merge', { kept: kept.id, merged: merged.id, reason: 'One man, entered twice.' });
  expect(await desk.lines()).toBe(lines + 1);
  const after = await whole();
  expect(after.people.map(({ id }) => id)).toEqual([kept.id, son.id]);
  expect(after.people[0]?.accounts.map(({ handle }) => handle)).toEqual(['ofarrell', 'chilifarrell', 'O. Farrell']);
  expect(after.people[1]?.relatives).toEqual([kept.id]);
  expect(after.complaints[0]?.about).toEqual([kept.id]);
  expect(after.allegations).toMatchObject([{ allegation: { id: allegationId, respondentId: kept.id } }]);
  expect(after.allegations[0]?.response?.words).toBe('It was lunch.');
  expect(after.approvals).toMatchObject([{ personId: kept.id }]);
  expect(await desk.ask('person.merges', {})).toMatchObject([
    { kept: kept.id, merged: { id: merged.id, name: 'O. Farrell' }, moved: 4 },
  ]);
  await desk.ask('history.reverse', {});
  expect(await whole()).toEqual(before);
  expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
  await desk.ask('history.repeat', {});
  expect(await whole()).toEqual(after);
});

test('two people can be parted long after they were merged; what was changed since stays and is named', async () => {
  const { kept, merged, received } = await twoEntries();
  const before = await whole();
  await desk.ask('person.merge', { kept: kept.id, merged: merged.id, reason: 'Taken for one.' });
  await desk.ask('complaint.correct', {
    id: received.id,
    complaint: { ...complaint, about: [kept.id], promised: 'A call back' },
    reason: 'The promise was left out.',
  });
  const [merge] = await desk.ask('person.merges', {});
  const parted = await desk.ask('person.part', { id: merge?.id ?? '', reason: 'They are brothers.' });
  expect(parted).toMatchObject({ kept: kept.id, parted: merged.id, moved: 4, stayed: [] });
  const after = await whole();
  expect(after.people).toEqual(before.people);
  expect(after.allegations).toEqual(before.allegations);
  expect(after.approvals).toEqual(before.approvals);
  expect(after.complaints[0]).toMatchObject({ promised: 'A call back', about: [kept.id, merged.id] });
  expect(await desk.ask('person.merges', {})).toEqual([]);
});

test('what somebody changed of the kept entry after a merge is left alone when they are parted', async () => {
  const { kept, merged } = await twoEntries();
  const one = await desk.ask('person.merge', { kept: kept.id, merged: merged.id, reason: 'One man.' });
  const { id: _id, number: _number, pseudonym: _pseudonym, ...rest } = one;
  await desk.ask('person.update', { id: kept.id, person: { ...rest, accounts: rest.accounts.slice(0, 2) } });
  const [merge] = await desk.ask('person.merges', {});
  const parted = await desk.ask('person.part', { id: merge?.id ?? '', reason: 'Two men.' });
  expect(parted.stayed).toEqual(['the entry of the person who was kept: accounts']);
  expect((await desk.ask('person.list', {})).map(({ accounts }) => accounts.length)).toEqual([2, 1, 0]);
});

test('a signed statement keeps its entry: the merge is refused and says which one to keep', async () => {
  const { kept, merged } = await twoEntries();
  const { id } = await desk.ask('witness-statement.write', {
    id: null,
    personId: merged.id,
    givenAt: '2026-03-18T08:00:00-04:00',
    how: 'written',
    manner: 'voluntary',
    words: 'I was in the break room.',
    isSummary: false,
  });
  await desk.ask('witness-statement.settle', { id, outcome: 'signed', words: 'O. Farrell' });
  const error = await desk.refused('person.merge', { kept: kept.id, merged: merged.id, reason: 'One man.' });
  expect(error.title).toContain('a signed statement names O. Farrell');
  expect(error.title).toContain('Keep O. Farrell');
  await desk.ask('person.merge', { kept: merged.id, merged: kept.id, reason: 'One man.' });
  expect((await desk.ask('person.list', {}))[0]).toMatchObject({ name: 'O. Farrell', position: 'Science teacher' });
});

test('somebody whose phone a source was taken from stays its owner under the entry that is kept', async () => {
  const { kept, merged } = await twoEntries();
  await desk.messages([{ from: 'O. Farrell', at: '2026-03-10T10:42:00-04:00', text: 'Lunch' }]);
  const [file] = await desk.ask('evidence.list', {});
  await desk.ask('evidence.set-owner', { id: file?.id ?? '', personId: merged.id });
  await desk.ask('person.merge', { kept: kept.id, merged: merged.id, reason: 'One man.' });
  expect(await desk.ask('evidence.list', {})).toMatchObject([{ ownerId: kept.id }]);
});

test('entries that may be one person are suggested with their reasons, never merged', async () => {
  const { kept, merged } = await twoEntries();
  await desk.ask('person.add', { ...teacher, name: 'Farrell, Owen', accounts: [] });
  await desk.ask('person.add', { ...teacher, name: 'Marc Dubois', accounts: [] });
  const pairs = await desk.ask('person.likely-same', {});
  expect(pairs).toContainEqual({
    a: kept.id,
    b: merged.id,
    because: [
      '“ofarrell” is an account of Owen Farrell and the name of the other.',
      'Owen Farrell and O. Farrell: the same last name, and an initial that fits.',
    ],
  });
  expect(pairs.flatMap(({ because }) => because)).toContain(
    'Owen Farrell and Farrell, Owen differ in titles or middle names only.',
  );
  expect(pairs).toHaveLength(3);
  expect(await desk.ask('person.list', {})).toHaveLength(5);
});

test('a complaint is corrected with a reason, says what stood before, and the clocks follow', async () => {
  const { kept, merged, received } = await twoEntries();
  const now = await desk.ask('complaint.correct', {
    id: received.id,
    complaint: {
      ...complaint,
      about: [merged.id],
      knowledge: { firstKnownAt: null, firstKnownBy: null, basis: 'was-shown', note: 'Her sister showed it to her.' },
    },
    reason: 'It named one of them only.',
  });
  expect(now).toMatchObject({ about: [merged.id], knowledge: { basis: 'was-shown' } });
  expect(now.corrections).toMatchObject([
    { before: { about: [kept.id, merged.id], knowledge: null }, reason: 'It named one of them only.' },
  ]);
  const steps = JSON.stringify(await desk.ask('steps.input', {}));
  expect(steps).not.toContain('"respondent":"Owen Farrell"');
  expect(
    await desk.refused('complaint.correct', { id: received.id, complaint: now.corrections[0]?.before, reason: ' ' }),
  ).toMatchObject({ kind: 'bad-input' });
  const { id: _id, number: _number, corrections: _corrections, ...same } = now;
  expect(
    (await desk.refused('complaint.correct', { id: received.id, complaint: same, reason: 'None.' })).title,
  ).toContain('nothing in the complaint would change');
  await desk.ask('history.reverse', {});
  expect((await desk.ask('complaint.list', {}))[0]).toMatchObject({ about: [kept.id, merged.id], corrections: [] });
});

test('a case may hold several complaints, each about several employees', async () => {
  const one = await desk.ask('person.add', teacher);
  const two = await desk.ask('person.add', { ...teacher, name: 'Marc Dubois' });
  await desk.ask('complaint.record', { ...complaint, about: [one.id, two.id] });
  await desk.ask('complaint.record', { ...complaint, channel: 'call', about: [two.id] });
  const input = await desk.ask('steps.input', {});
  expect(input).toMatchObject({
    events: [{ respondent: 'Owen Farrell' }, { respondent: 'Marc Dubois' }, { respondent: 'Marc Dubois' }],
  });
});

test('proof of notice is held against the day of the conduct and the version then in force', async () => {
  const { merged, allegationId } = await twoEntries();
  const notice = {
    personId: merged.id,
    policy: '4118.51',
    version: null,
    how: 'acknowledgement',
    on: '2026-04-01',
    evidenceId: null,
    note: null,
  } as const;
  const standing = async () =>
    (await desk.ask('allegation.list', {})).find(({ allegation }) => allegation.id === allegationId)?.notice;
  expect(await standing()).toMatchObject({ state: 'none', because: 'Nothing shows that the employee had the policy.' });
  await desk.ask('policy-notice.record', notice);
  expect(await standing()).toMatchObject({ state: 'later' });
  await desk.ask('policy-notice.record', { ...notice, version: '2011', on: '2012-09-01', how: 'handbook' });
  expect(await standing()).toMatchObject({ state: 'other-version' });
  const { id } = await desk.ask('policy-notice.record', { ...notice, on: '2025-08-26' });
  expect(await standing()).toMatchObject({
    state: 'shown',
    because: 'Shown by a signed acknowledgement of August 26, 2025; it does not say which version.',
  });
  await desk.ask('policy-notice.withdraw', { id, reason: 'It is somebody else’s.' });
  expect(await standing()).toMatchObject({ state: 'other-version' });
});

test('a conflict of interest is open until something was done about it, in words', async () => {
  const head = await desk.ask('person.add', { ...teacher, name: 'David Haskell', caseRole: 'investigator' });
  const input = {
    personId: head.id,
    towardId: null,
    kind: 'friendship',
    words: 'They ride to school together.',
  } as const;
  expect((await desk.refused('conflict.record', { ...input, handled: 'replaced', handling: null })).title).toContain(
    'say what was done',
  );
  const { id } = await desk.ask('conflict.record', { ...input, handled: 'open', handling: null });
  await desk.ask('conflict.handle', { id, handled: 'replaced', handling: 'The assistant principal took over.' });
  expect(await desk.ask('conflict.list', { personId: head.id })).toMatchObject([{ handled: 'replaced' }]);
  await desk.messages([{ from: 'A', at: '2026-03-10T10:42:00-04:00', text: 'Hello' }]);
  expect(await desk.refused('conflict.withdraw', { id: 'none', reason: 'x' })).toMatchObject({ kind: 'not-found' });
});

test('a break, a day off and an approval on record speak where a post is looked at', async () => {
  await desk.ask('person.add', {
    ...teacher,
    employment: {
      standing: 'tenured',
      since: '2015-09-01',
      until: null,
      source: 'Personnel file',
      positions: [],
      breaks: [{ kind: 'lunch', days: 'Mon-Fri', from: '11:40', to: '12:10' }],
      daysOff: [{ from: '2026-03-12', until: '2026-03-12', why: 'personal day' }],
    },
    accounts: [
      {
        ...teacher.accounts[0],
        handle: 'Owen Farrell',
        disclaimer: null,
        disclaimers: [
          { seenOn: '2026-02-01', shown: true, words: 'Views are my own.' },
          { seenOn: '2026-03-11', shown: false, words: null },
        ],
      },
    ],
  });
  const ids = await desk.messages(
    [
      { from: 'Owen Farrell', at: '2026-03-10T11:45:00-04:00', text: 'Lunch crew forever' },
      { from: 'Owen Farrell', at: '2026-03-12T10:00:00-04:00', text: 'At the dentist' },
    ],
    'Post',
  );
  const contexts: unknown[] = [];
  for (const id of ids) contexts.push(await desk.ask('item.wire', { id }));
  expect(contexts).toMatchObject([
    { context: { notes: 'Lunch 11:40-12:10, as the work schedule has it.', disclaimerOnProfile: true } },
    { context: { notes: 'Day off on record: personal day.', disclaimerOnProfile: false } },
  ]);
});
