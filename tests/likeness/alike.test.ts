import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printOf } from '../../src/engine/intake/readers/shared/picture/print.ts';
import { plainWords } from '../../src/engine/likeness/messages.ts';
import { differenceOf, SAME_LOOK } from '../../src/engine/likeness/prints.ts';
import { Desk } from '../engine/desk.ts';
import { type Bubble, looks, screenshot } from './chats.ts';

const WORDS = [
  'Are you still at practice tonight?',
  'No I left early, mom picked me up',
  'Ok. Do not tell coach about it',
  'Why would I tell him',
  'Because he asked me yesterday',
  'My class is a zoo today',
  'They never read the chapter',
  'See you friday at the game',
  'I can drive you home if you want',
  'thanks but no',
  'Did you finish the essay',
  'Almost done, one more page',
];

/** Twelve different conversations on screens of four looks. */
function conversation(seed: number): Promise<Buffer> {
  let state = seed * 7919 + 13;
  const next = (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
  const bubbles: Bubble[] = Array.from({ length: 8 }, () => ({
    side: next(2) === 0 ? 'left' : 'right',
    words: WORDS[next(WORDS.length)] ?? '',
  }));
  const look = Object.values(looks)[seed % 4];
  return screenshot('Coach Vale', bubbles, look);
}

async function copies(picture: Buffer): Promise<readonly Buffer[]> {
  return Promise.all([
    sharp(picture).jpeg({ quality: 35 }).toBuffer(),
    sharp(picture).resize({ width: 585 }).jpeg({ quality: 70 }).toBuffer(),
    sharp(picture).resize({ width: 360 }).webp({ quality: 40 }).toBuffer(),
    sharp(picture).greyscale().png().toBuffer(),
  ]);
}

const printed = async (picture: Buffer) => (await printOf(picture)) ?? '';

test('copies of a screenshot that were compressed or scaled lie well below the threshold, other screenshots well above', async () => {
  const pictures = await Promise.all(Array.from({ length: 12 }, (_, seed) => conversation(seed)));
  const prints = await Promise.all(pictures.map(printed));
  const same: number[] = [];
  const different: number[] = [];
  for (const [at, picture] of pictures.entries()) {
    for (const copy of await copies(picture)) same.push(differenceOf(prints[at] ?? '', await printed(copy)) ?? 1);
    for (const other of prints.slice(at + 1)) different.push(differenceOf(prints[at] ?? '', other) ?? 1);
  }
  expect(Math.max(...same)).toBeLessThan(SAME_LOOK * 0.6);
  expect(Math.min(...different)).toBeGreaterThan(SAME_LOOK * 1.8);
}, 60_000);

test('plain areas are not taken for copies of each other', async () => {
  const plain = (colour: string) =>
    sharp({ create: { width: 300, height: 500, channels: 3, background: colour } })
      .png()
      .toBuffer();
  expect(differenceOf(await printed(await plain('#ffffff')), await printed(await plain('#203040')))).toBeNull();
});

test('words are compared without case, marks, punctuation and blanks', () => {
  expect(plainWords('  My 4th-period’s a ZOO… ')).toBe(plainWords('my 4th period s a zoo'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => plainWords(plainWords(words)) === plainWords(words)),
    { seed: 41 },
  );
});

let desk: Desk;
beforeAll(async () => {
  desk = new Desk();
  await desk.newCase();
  const picture = await conversation(3);
  desk.write('IMG_1.png', picture);
  desk.write('forwarded.jpg', await sharp(picture).resize({ width: 585 }).jpeg({ quality: 60 }).toBuffer());
  desk.write('IMG_2.png', await conversation(6));
  const rows = [
    ['Riley Vale', '2026-03-10 21:52', 'Can you call me when practice is over?'],
    ['Sam Ortiz', '2026-03-10 21:55', 'ok'],
    ['Riley Vale', '2026-03-10 21:58', 'My class was a complete zoo today, honestly'],
  ];
  desk.write('phone.csv', table(rows));
  // Another export of the same conversation: other quotes, seconds, the clock in UTC, one line more.
  desk.write(
    'laptop.csv',
    table([
      ['Riley Vale', '2026-03-11T01:52:20Z', 'can you call me, when practice is over'],
      ['Sam Ortiz', '2026-03-11T01:55:02Z', 'ok'],
      ['Riley Vale', '2026-03-11T01:58:40Z', 'My class was a complete zoo today, honestly!'],
      ['Jo Penn', '2026-03-15T09:00:00Z', 'My class was a complete zoo today, honestly'],
    ]),
  );
  await desk.import('IMG_1.png', 'forwarded.jpg', 'IMG_2.png', 'phone.csv');
  await desk.import('laptop.csv');
}, 120_000);
afterAll(() => desk.end());

function table(rows: readonly (readonly string[])[]): string {
  return ['From,Date,Message', ...rows.map((row) => row.map((cell) => `"${cell}"`).join(',')), ''].join('\n');
}

async function items() {
  return (await desk.ask('item.page', { sort: 'number', limit: 500 })).rows;
}

test('the same screenshot compressed anew is linked to the first, and both stay', async () => {
  const pictures = (await items()).filter(({ kind }) => kind === 'picture');
  const first = pictures.find(({ evidenceName }) => evidenceName === 'IMG_1.png');
  const alike = await desk.ask('item.alike', { id: first?.id ?? '' });
  expect(alike.map(({ row, kind }) => [row.evidenceName, kind])).toEqual([['forwarded.jpg', 'picture']]);
  expect(alike[0]?.because).toMatch(/^They look the same: \d\d % of the picture agrees\.$/);
  const other = pictures.find(({ evidenceName }) => evidenceName === 'IMG_2.png');
  expect(await desk.ask('item.alike', { id: other?.id ?? '' })).toEqual([]);
});

test('the same message in two exports is linked, whatever its punctuation and zone; another author’s is not', async () => {
  const lines = (await items()).filter(({ evidenceName }) => evidenceName.endsWith('.csv'));
  const of = async (name: string, words: RegExp) => {
    const line = lines.find((row) => row.evidenceName === name && words.test(row.snippet));
    return (await desk.ask('item.alike', { id: line?.id ?? '' })).map(({ row }) => `${row.evidenceName} ${row.author}`);
  };
  expect(await of('phone.csv', /call me/)).toEqual(['laptop.csv Riley Vale']);
  expect(await of('phone.csv', /zoo/)).toEqual(['laptop.csv Riley Vale']);
  expect(await of('laptop.csv', /call me/)).toEqual(['phone.csv Riley Vale']);
  // Two letters are said too often to be known again across zones.
  expect(await of('phone.csv', /^ok$/)).toEqual([]);
});

test('the table shows only what is in another file as well, where that is asked', async () => {
  const { rows, matching } = await desk.ask('item.page', { filter: { only: 'alike' }, sort: 'number' });
  expect(matching).toBe(6);
  expect(new Set(rows.map(({ evidenceName }) => evidenceName))).toEqual(
    new Set(['IMG_1.png', 'forwarded.jpg', 'phone.csv', 'laptop.csv']),
  );
});

test('locking a picture that must not be kept locks the copies that look like it, those that come later too', async () => {
  const file = async (name: string) => (await desk.ask('evidence.list', {})).find((row) => row.name === name);
  const first = await file('IMG_1.png');
  const { locked } = await desk.ask('protection.lock', {
    evidenceId: first?.id ?? '',
    because: 'unclothed-minor',
    note: null,
  });
  expect(locked.map(({ source, alikeTo }) => [source.name, alikeTo])).toEqual([
    ['IMG_1.png', null],
    ['forwarded.jpg', first?.number],
  ]);
  desk.write(
    'later.webp',
    await sharp(await conversation(3))
      .resize({ width: 500 })
      .webp({ quality: 50 })
      .toBuffer(),
  );
  await desk.import('later.webp');
  expect((await file('later.webp'))?.closed).toBe('locked');
  expect((await file('IMG_2.png'))?.closed).toBeNull();
}, 60_000);
