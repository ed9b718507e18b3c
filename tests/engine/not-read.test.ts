import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import { plainPicture } from '../readers/made/pictures.ts';
import { makeWav } from '../readers/made/recordings.ts';
import { savePdf, textOf, unbroken } from '../referral/pdf-tools.ts';
import { Desk, teacher } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase('hollow-brook');
});
afterEach(() => desk.end());

/** A voicemail, a picture without words and a file that nothing reads. */
async function unread() {
  desk.write('inbox/voicemail.wav', makeWav(2));
  desk.write('inbox/photo.png', await plainPicture(320, 240).png().toBuffer());
  desk.write('inbox/strange.bin', Buffer.from([0, 1, 2, 3, 250, 251, 9, 0, 0, 7]));
  await desk.import('inbox');
  const files = await desk.ask('evidence.list', {});
  const idOf = (name: string) => files.find((file) => file.name === name)?.id ?? '';
  return { voicemail: idOf('voicemail.wav'), photo: idOf('photo.png'), strange: idOf('strange.bin') };
}

const transcript = (evidenceId: string, words: readonly string[], kind: 'transcript' | 'description' = 'transcript') =>
  ({
    evidenceId,
    kind,
    language: kind === 'transcript' ? 'English' : null,
    madeBy: 'Dana Ruiz',
    consent: 'not-known',
    complete: true,
    lines: words.map((said, at) => ({ at: at * 2, until: at * 2 + 2, speaker: 'Caller', words: said })),
    note: null,
  }) satisfies CallInput<'transcript.record'>;

const counts = async () => {
  const { notRead, described } = (await desk.ask('case.state', {})).counts;
  return { notRead, described };
};

test('what no machine reads is listed with its reason, and counted the same everywhere', async () => {
  await unread();
  const list = await desk.ask('not-read.list', {});
  expect(list.entries.map(({ name, what, described }) => [name, what, described])).toEqual([
    ['photo.png', 'picture', null],
    ['strange.bin', 'file', null],
    ['voicemail.wav', 'recording', null],
  ]);
  expect(list.entries.every(({ because }) => because.length > 20)).toBe(true);
  expect([list.total, list.described]).toEqual([3, 0]);
  expect(await counts()).toEqual({ notRead: 3, described: 0 });
});

test('a transcript clears its entry, which stays counted; its words are found, linked and read beside the recording', async () => {
  const { voicemail } = await unread();
  const made = await desk.ask(
    'transcript.record',
    transcript(voicemail, ['I saw the coach at the party.', 'Call me back.']),
  );
  expect(made.itemIds).toHaveLength(2);
  expect(await counts()).toEqual({ notRead: 3, described: 1 });
  const entry = (await desk.ask('not-read.list', {})).entries.find(({ evidenceId }) => evidenceId === voicemail);
  expect(entry?.described).toMatchObject({ kind: 'transcript', madeBy: 'Dana Ruiz', complete: true });

  const { hits } = await desk.ask('item.search', { words: 'party', limit: 5 });
  expect(hits.map(({ item }) => item)).toEqual([made.itemIds[0]]);
  const view = await desk.ask('item.view', { id: made.itemIds[0] ?? '' });
  expect(view.row).toMatchObject({ kind: 'video-transcript', author: 'Caller', locator: 'at 00:00:00' });
  expect(view.reader).toBe('Dana Ruiz');
  expect(view.item.facts).toContainEqual({ label: 'Time in the recording', value: '00:00:00 to 00:00:02' });
  expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
});

test('a part that was listened to does not clear the entry, and a description of a picture does', async () => {
  const { voicemail, photo } = await unread();
  await desk.ask('transcript.record', { ...transcript(voicemail, ['Hello.']), complete: false });
  expect(await counts()).toEqual({ notRead: 3, described: 0 });
  const made = await desk.ask(
    'transcript.record',
    transcript(photo, ['Two adults on a dock at night.'], 'description'),
  );
  expect(await counts()).toEqual({ notRead: 3, described: 1 });
  // What an investigator writes about a picture is not held against whoever made it.
  expect(await desk.ask('item.wire', { id: made.itemIds[0] ?? '' })).toMatchObject({
    item: { text: null, altText: 'Two adults on a dock at night.' },
  });
});

test('a better transcript takes the place of the first: links go over where the words are the same, else it is refused', async () => {
  const { voicemail } = await unread();
  const first = await desk.ask('transcript.record', transcript(voicemail, ['I saw the coach.', 'Call me back.']));
  const [clause] = await desk.ask('clause.list', {});
  const link = {
    policy: clause?.policy ?? '',
    clause: clause?.clause ?? '',
    element: clause?.elements[0]?.id ?? '',
    weighs: 'for',
    allegationId: null,
    reason: null,
  } as const;
  await desk.ask('mapping.add', {
    ...link,
    itemId: first.itemIds[0] ?? '',
    passage: { kind: 'words', start: 2, end: 15, text: 'saw the coach' },
  });
  const refusal = await desk.refused('transcript.record', transcript(voicemail, ['I saw the couch.', 'Call me back.']));
  expect(refusal.title).toBe('1 link rests on words of this transcript that would no longer stand.');
  expect(
    (await desk.ask('transcript.list', { evidenceId: voicemail })).filter(({ withdrawn }) => !withdrawn),
  ).toHaveLength(1);

  const second = await desk.ask('transcript.record', transcript(voicemail, ['Hello?', 'I saw the coach.', 'Call me.']));
  const [mapping] = await desk.ask('mapping.list', { itemId: null, allegationId: null, policy: null, clause: null });
  expect(mapping?.itemId).toBe(second.itemIds[1]);
  // Only the words that stand are in the table.
  const rows = (await desk.ask('item.page', { filter: { kind: 'video-transcript' } })).rows.map(
    ({ snippet }) => snippet,
  );
  expect(rows).toEqual(['Hello?', 'I saw the coach.', 'Call me.']);

  await desk.ask('history.reverse', {});
  expect(
    (await desk.ask('mapping.list', { itemId: null, allegationId: null, policy: null, clause: null }))[0]?.itemId,
  ).toBe(first.itemIds[0]);
  expect((await desk.ask('item.search', { words: 'back', limit: 5 })).total).toBe(1);
});

test('a transcript that is reversed or taken back leaves its entry open, and none of its words in the table', async () => {
  const { voicemail } = await unread();
  const made = await desk.ask('transcript.record', transcript(voicemail, ['Nobody else was there.']));
  await desk.ask('history.reverse', {});
  expect(await counts()).toEqual({ notRead: 3, described: 0 });
  expect((await desk.ask('item.search', { words: 'nobody', limit: 5 })).total).toBe(0);
  await desk.ask('history.repeat', {});
  expect(await counts()).toEqual({ notRead: 3, described: 1 });
  await desk.ask('transcript.withdraw', { id: made.id, reason: 'It was another call.' });
  expect(await counts()).toEqual({ notRead: 3, described: 0 });
  expect((await desk.ask('item.page', { filter: { kind: 'video-transcript' } })).matching).toBe(0);
  expect((await desk.refused('transcript.withdraw', { id: made.id, reason: 'x' })).kind).toBe('already-retracted');
});

test('a file that is given again after it was described is a second receipt, not a second reading', async () => {
  const { voicemail } = await unread();
  await desk.ask('transcript.record', transcript(voicemail, ['Hello.']));
  desk.write('again/voicemail.wav', makeWav(2));
  await desk.import('again');
  const files = await desk.ask('evidence.list', {});
  expect(files.filter(({ name }) => name === 'voicemail.wav').map(({ outcome }) => outcome?.outcome)).toEqual([
    expect.stringMatching(/^imported/),
    'duplicate',
  ]);
});

test('the list is a document of its own, and the count in it is the one that the window shows', async () => {
  const { voicemail } = await unread();
  await desk.ask('transcript.record', transcript(voicemail, ['Call me back.']));
  await desk.ask('person.add', teacher);
  const order = { kind: 'not-read-list', respondentId: null } as const;
  const draft = await desk.ask('document.draft', order);
  expect(draft.pages).toBe(1);
  const blob = await desk.engine.blob({ kind: 'draft', draftId: draft.draftId });
  const words = textOf(savePdf(blob?.bytes ?? new Uint8Array()));
  expect(words).toMatch(unbroken('3 files could not be read by machine, 1 of them described by a person.'));
  expect(words).toMatch(unbroken('Dana Ruiz, transcript of'));
  expect(words).toMatch(/strange\.bin[\s\S]*Nobody yet/);
});
