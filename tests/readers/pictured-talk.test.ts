import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ItemDraft } from '../../src/contract/item.ts';
import { picture } from '../../src/engine/intake/readers/picture.ts';
import { type Bubble, type Look, looks, screenshot } from '../likeness/chats.ts';

async function read(bytes: Uint8Array): Promise<{ whole: ItemDraft; messages: ItemDraft[] }> {
  const items: ItemDraft[] = [];
  const file = { name: 'IMG_1.PNG', sha256: '0', bytes };
  for await (const value of picture.read(file, { zone: null, ocrLanguages: ['eng', 'spa'] })) {
    if (value.kind === 'item') items.push(value.item);
  }
  const [whole, ...messages] = items;
  if (whole === undefined) throw new Error('a picture is an item');
  return { whole, messages };
}

const sideOf = ({ facts }: ItemDraft) => facts.find(({ label }) => label === 'Side')?.value.split(':')[0];
/** A capital I is often read as a bar. */
const said = ({ text }: ItemDraft) => text.replace(/[|]/g, 'I');

const talk: readonly Bubble[] = [
  { side: 'left', words: 'Are you still at practice tonight?', before: 'Today 9:41 PM' },
  { side: 'right', words: 'No, mom picked me up', mark: 'Delivered' },
  { side: 'left', words: 'Ok. Do not tell coach about it, he will be very angry with both of us' },
  { side: 'right', words: 'Why would you say that', before: 'Yesterday 8:02 AM', mark: 'Read 8:05 AM' },
];

test.each(Object.entries(looks))(
  'a screenshot in the manner of %s gives its messages with sides and the name at its head',
  async (_, look) => {
    const { whole, messages } = await read(await screenshot('Coach Vale', talk, look));
    expect(whole).toMatchObject({ kind: 'picture', derived: null });
    expect(messages.map(sideOf)).toEqual(['left', 'right', 'left', 'right']);
    expect(messages.map(said)).toEqual(talk.map(({ words }) => words));
    expect(messages.map(({ author }) => author?.name ?? null)).toEqual(['Coach Vale', null, 'Coach Vale', null]);
    expect(messages[1]?.recipients).toEqual([{ name: 'Coach Vale', handle: null }]);
    expect(new Set(messages.map(({ thread }) => thread?.title))).toEqual(new Set(['Coach Vale']));
    expect(messages.every(({ derived }) => derived === 'pictured-message')).toBe(true);
    for (const { text, regions } of messages) {
      expect(regions.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text);
    }
  },
  60_000,
);

test('times and marks that can be read stand beside their messages, in the words of the screen, and no date is made of them', async () => {
  const { messages } = await read(await screenshot('Coach Vale', talk, looks.dark));
  expect(messages[3]?.sentAt).toMatchObject({ asWritten: 'Yesterday 8:02 AM', local: null, instant: null });
  const marks = messages.map(({ facts }) => facts.find(({ label }) => label === 'Mark under it')?.value ?? null);
  expect(marks).toEqual([null, 'Delivered', null, 'Read 8:05 AM']);
}, 60_000);

test('a group shows who said what, where the names can be read', async () => {
  const group: readonly Bubble[] = [
    { side: 'left', name: 'Sam Ortiz', words: 'Who has the notes for chapter nine?' },
    { side: 'left', name: 'Jo Penn', words: 'Ask me tomorrow before school' },
    { side: 'right', words: 'Thanks both of you' },
  ];
  const { messages } = await read(await screenshot('Biology', group, looks.dark));
  expect(messages.map(({ author }) => author?.name ?? null)).toEqual(['Sam Ortiz', 'Jo Penn', null]);
}, 60_000);

test('Spanish conversations are read the same way', async () => {
  const spanish: readonly Bubble[] = [
    { side: 'left', words: '¿Todavía estás en la práctica?', before: 'martes, 10 de marzo' },
    { side: 'right', words: 'No, salí temprano' },
    { side: 'left', words: 'No le digas nada al entrenador' },
  ];
  const { messages } = await read(await screenshot('Entrenador Ruiz', spanish, looks.dark));
  expect(messages.map(said)).toEqual(spanish.map(({ words }) => words));
  expect(messages.map(sideOf)).toEqual(['left', 'right', 'left']);
  expect(messages[0]?.author?.name).toBe('Entrenador Ruiz');
}, 60_000);

const page = (body: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1170" height="1600"><rect width="100%" height="100%" fill="#ffffff"/>${body}</svg>`,
    ),
  )
    .png()
    .toBuffer();
const line = (x: number, y: number, words: string, fill = '#111111') =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="38" fill="${fill}">${words}</text>`;

test.each([
  [
    'a letter',
    line(80, 300, 'Dear Mrs. Lindqvist,') +
      line(80, 380, 'the outing to the museum is on Friday.') +
      line(80, 460, 'Please send a lunch along.'),
  ],
  [
    'a post with a button',
    `${line(80, 300, 'My fourth period is a zoo today')}${line(80, 380, 'and nobody has read the chapter')}
     <rect x="80" y="500" width="300" height="90" rx="20" fill="#1877f2"/>${line(120, 560, 'Comment', '#ffffff')}`,
  ],
  [
    'cards over the whole width',
    [0, 1, 2]
      .map(
        (at) =>
          `<rect x="40" y="${300 + at * 200}" width="1090" height="150" fill="#e9e9eb"/>${line(80, 390 + at * 200, 'A headline of the school newspaper here')}`,
      )
      .join(''),
  ],
] as const)(
  '%s stays one item: no conversation is made of it',
  async (_, body) => {
    const { messages } = await read(await page(body));
    expect(messages).toEqual([]);
  },
  60_000,
);

test('nothing is made of a screenshot in which nothing can be read', async () => {
  const look: Look = { ...looks.imessage, leftInk: '#e9e9eb', rightInk: '#0b84fe' };
  const { messages } = await read(
    await screenshot(
      '',
      talk.map(({ side, words }) => ({ side, words })),
      look,
    ),
  );
  expect(messages).toEqual([]);
}, 60_000);
