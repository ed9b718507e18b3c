import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeZip } from '../readers/made/zips.ts';
import { Desk, pupil, teacher } from './desk.ts';

const desk = new Desk();
let coach = '';
let runner = '';
let source = '';

/** A phone's export: what its owner wrote has no sender. */
const lines = [
  'Chat Session,Message Date,Service,Type,Sender ID,Sender Name,Text',
  'Coach R,2026-03-10 19:02:00,SMS,Incoming,+12035550100,Coach R,Practice at four',
  'Coach R,2026-03-10 19:05:00,SMS,Outgoing,,,ok coach',
  'Coach R,2026-03-10 22:40:00,SMS,Incoming,+12035550100,Coach R,You awake?',
];

beforeAll(async () => {
  await desk.newCase();
  const accounts = [{ handle: 'Coach R', platform: null, owner: 'personal', disclaimer: null }] as const;
  coach = (await desk.ask('person.add', { ...teacher, name: 'Rita Vale', accounts: [...accounts] })).id;
  runner = (await desk.ask('person.add', pupil)).id;
  desk.write('Messages - Coach R.csv', `${lines.join('\n')}\n`);
  await desk.import('Messages - Coach R.csv');
  source = (await desk.ask('evidence.list', {}))[0]?.id ?? '';
}, 60_000);
afterAll(() => desk.end());

const rows = async (personId: string | null) => (await desk.ask('item.page', { filter: { personId } })).rows;
const words = async (personId: string) => (await rows(personId)).map(({ snippet }) => snippet);

test('outgoing lines have no sender until somebody says whose phone it was', async () => {
  expect((await rows(null)).map(({ author }) => author)).toEqual(['Coach R', null, 'Coach R']);
  expect(await words(runner)).toEqual([]);
});

test('the owner of a phone is the sender of its outgoing lines, and everything of the conversation is theirs', async () => {
  await desk.ask('evidence.set-owner', { id: source, personId: runner });
  const all = await rows(null);
  expect(all.map(({ author }) => author)).toEqual(['Coach R', 'Mia Lindqvist', 'Coach R']);
  expect(all.map(({ authorPersonId }) => authorPersonId)).toEqual([coach, runner, coach]);
  expect(await words(runner)).toEqual(['Practice at four', 'ok coach', 'You awake?']);
  // What was written to the other party is theirs as well.
  expect(await words(coach)).toEqual(['Practice at four', 'ok coach', 'You awake?']);
});

test('taking it back leaves the lines without a sender again', async () => {
  await desk.ask('history.reverse', {});
  expect((await rows(null)).map(({ author }) => author)).toEqual(['Coach R', null, 'Coach R']);
  expect(await words(runner)).toEqual([]);
});

test('what came out of an archive is its owner’s too, but for a file of which somebody said otherwise', async () => {
  const other = new Desk();
  await other.newCase();
  const [one, two] = [await other.ask('person.add', teacher), await other.ask('person.add', pupil)];
  other.write(
    'phone.zip',
    makeZip([
      { name: 'a.txt', content: 'first' },
      { name: 'b.txt', content: 'second' },
    ]),
  );
  await other.import('phone.zip');
  const owners = async () => (await other.ask('evidence.list', {})).map(({ name, ownerId }) => [name, ownerId]);
  const idOf = async (name: string) =>
    (await other.ask('evidence.list', {})).find((row) => row.name === name)?.id ?? '';
  await other.ask('evidence.set-owner', { id: await idOf('b.txt'), personId: two.id });
  await other.ask('evidence.set-owner', { id: await idOf('phone.zip'), personId: one.id });
  expect(await owners()).toEqual([
    ['phone.zip', one.id],
    ['a.txt', one.id],
    ['b.txt', two.id],
  ]);
  await other.ask('history.reverse', {});
  expect(await owners()).toEqual([
    ['phone.zip', null],
    ['a.txt', null],
    ['b.txt', two.id],
  ]);
  await other.end();
});
