import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CorrectedLine } from '../../src/contract/correction.ts';
import { reworded } from '../../src/engine/items/reworded.ts';
import { drawChat } from '../readers/made/pictures.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase('hollow-brook');
});
afterEach(() => desk.end());

/** A picture of a conversation, read by machine; with the place of one line of it in the text as read. */
async function picture() {
  desk.write(
    'shot.png',
    await drawChat('#ffffff', [
      { side: 'left', words: 'Are you coming tonight', fill: '#e5e5ea', ink: '#000000' },
      { side: 'right', words: 'Bring the grades along', fill: '#0b84ff', ink: '#ffffff' },
    ]),
  );
  await desk.import('shot.png');
  const rows = (await desk.ask('item.page', { sort: 'number', limit: 500 })).rows;
  const row = rows.find(({ kind }) => kind === 'picture');
  const view = await desk.ask('item.view', { id: row?.id ?? '' });
  const start = view.item.text.indexOf('Bring');
  const end = view.item.text.indexOf('along') + 'along'.length;
  return { id: view.row.id, number: view.row.number, text: view.item.text, start, end };
}

const line = (start: number, end: number, words: string): CorrectedLine => ({ start, end, page: 1, box: null, words });

test('corrected words are found, linked and seen by the suggestions; what the machine read stays beside them', async () => {
  const { id, text, start, end } = await picture();
  expect(text.slice(start, end)).toBe('Bring the grades along');
  await desk.ask('correction.record', { itemId: id, lines: [line(start, end, 'Bring the gravy along')], note: null });

  const view = await desk.ask('item.view', { id });
  expect(view.item.text).toContain('Bring the gravy along');
  expect(view.asRead?.text).toBe(text);
  const region = view.item.regions.find(({ confidence }) => confidence === null);
  expect(view.item.text.slice(region?.start, region?.end)).toBe('Bring the gravy along');
  expect(region?.box.width).toBeGreaterThan(0.1);
  expect(await desk.ask('item.wire', { id })).toMatchObject({ item: { imageText: view.item.text } });

  const found = async (words: string) =>
    (await desk.ask('item.search', { words, limit: 10 })).hits
      .filter(({ item }) => item === id)
      .map(({ foundIn }) => foundIn);
  expect(await found('gravy')).toEqual(['person']);
  expect(await found('grades')).toEqual(['as-read']);
  expect(await found('tonight')).toEqual(['person']);
  expect((await desk.ask('item.page', { filter: { words: 'gravy' } })).rows.map((row) => row.id)).toContain(id);

  const at = view.item.text.indexOf('gravy');
  const [clause] = await desk.ask('clause.list', {});
  const mapping = await desk.ask('mapping.add', {
    itemId: id,
    policy: clause?.policy ?? '',
    clause: clause?.clause ?? '',
    element: clause?.elements[0]?.id ?? '',
    weighs: 'against',
    passage: { kind: 'words', start: at, end: at + 5, text: 'gravy' },
    allegationId: null,
    reason: null,
  });
  expect(mapping.passage.text).toBe('gravy');
  expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
});

test('a correction is corrected, taken back and reversed, and the search follows each time', async () => {
  const { id, text, start, end } = await picture();
  const total = async (words: string) => (await desk.ask('item.search', { words, limit: 10 })).total;
  const before = await total('grades');
  await desk.ask('correction.record', {
    itemId: id,
    lines: [line(start, end, 'Bring the gravy')],
    note: 'Seen larger',
  });
  await desk.ask('correction.record', { itemId: id, lines: [line(start, end, 'Bring the granola')], note: null });
  expect(await desk.ask('correction.list', { itemId: id })).toMatchObject([
    { words: 'Bring the granola', withdrawn: false, was: text.slice(start, end) },
    { words: 'Bring the gravy', withdrawn: true, note: 'Seen larger' },
  ]);
  expect([await total('gravy'), await total('granola')]).toEqual([0, 1]);
  await desk.ask('history.reverse', {});
  expect([await total('gravy'), await total('granola')]).toEqual([1, 0]);
  const [standing] = await desk.ask('correction.list', { itemId: id });
  await desk.ask('correction.withdraw', { id: standing?.id ?? '', reason: 'The machine was right.' });
  expect((await desk.ask('item.view', { id })).item.text).toBe(text);
  expect([await total('gravy'), await total('grades')]).toEqual([0, before]);
  expect((await desk.refused('correction.withdraw', { id: standing?.id ?? '', reason: 'again' })).kind).toBe(
    'already-retracted',
  );
});

test('places outside the text, overlapping lines, the same words again and an added line without its place are refused', async () => {
  const { id, text, start, end } = await picture();
  const refused = async (lines: readonly CorrectedLine[]) =>
    (await desk.refused('correction.record', { itemId: id, lines, note: null })).kind;
  expect(await refused([line(0, text.length + 5, 'x')])).toBe('bad-input');
  expect(await refused([line(start, end, text.slice(start, end))])).toBe('bad-input');
  expect(await refused([line(start, start, 'added')])).toBe('bad-input');
  expect(await refused([line(start, end, 'a'), line(start + 1, end, 'b')])).toBe('bad-input');
  expect(await desk.ask('correction.list', { itemId: id })).toEqual([]);
});

test('a translation names its translator, is found, and is taken back', async () => {
  const [id = ''] = await desk.messages([{ from: 'Ana', at: '2026-03-10 10:00', text: 'nos vemos en el parque' }]);
  await desk.ask('translation.record', {
    itemId: id,
    language: 'Spanish',
    words: 'see you in the playground',
    translator: 'Irene Solano, district interpreter',
    note: null,
  });
  const { hits } = await desk.ask('item.search', { words: 'playground', limit: 5 });
  expect(hits.map(({ item, foundIn }) => [item, foundIn])).toEqual([[id, 'person']]);
  expect((await desk.ask('item.view', { id })).item.text).toBe('nos vemos en el parque');
  await desk.ask('history.reverse', {});
  expect((await desk.ask('item.search', { words: 'playground', limit: 5 })).total).toBe(0);
  await desk.ask('history.repeat', {});
  expect((await desk.ask('item.search', { words: 'playground', limit: 5 })).total).toBe(1);
  const [kept] = await desk.ask('translation.list', { itemId: id });
  await desk.ask('translation.withdraw', { id: kept?.id ?? '', reason: 'A better one is coming.' });
  expect((await desk.ask('item.search', { words: 'playground', limit: 5 })).total).toBe(0);
});

test('whatever lines are corrected, the untouched words keep their letters and every region says what it said', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, fc.array(fc.tuple(fc.nat(11), fc.string({ maxLength: 8 })), { maxLength: 4 }), (list, edits) => {
      const text = list.join('\n');
      const starts = list.map((_, at) => list.slice(0, at).join('\n').length + (at === 0 ? 0 : 1));
      const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.1 };
      const regions = list.map((word, at) => {
        const start = starts[at] ?? 0;
        return { start, end: start + word.length, page: 1, box, confidence: 0.9 };
      });
      const chosen = new Map(edits.filter(([at]) => at < list.length));
      const lines = [...chosen].map(([at, replaced]) =>
        line(starts[at] ?? 0, (starts[at] ?? 0) + (list[at] ?? '').length, replaced),
      );
      const now = reworded({ text, regions }, lines);
      expect(now.text).toBe(list.map((word, at) => chosen.get(at) ?? word).join('\n'));
      for (const region of now.regions) {
        const said = now.text.slice(region.start, region.end);
        if (region.confidence === null) expect([...chosen.values()]).toContain(said);
        else expect(list).toContain(said);
      }
      expect(now.regions).toHaveLength(list.length - [...chosen.values()].filter((one) => one === '').length);
    }),
  );
});

test('an added line stands on a line of its own', () => {
  const box = { x: 0, y: 0, width: 1, height: 0.1 };
  const added = (start: number) => ({ start, end: start, page: 1, box, words: 'new' });
  expect(reworded({ text: 'a\nb', regions: [] }, [added(0)]).text).toBe('new\na\nb');
  expect(reworded({ text: 'a\nb', regions: [] }, [added(2)]).text).toBe('a\nnew\nb');
  expect(reworded({ text: 'a\nb', regions: [] }, [added(3)]).text).toBe('a\nb\nnew');
  expect(reworded({ text: '', regions: [] }, [added(0)]).text).toBe('new');
});
