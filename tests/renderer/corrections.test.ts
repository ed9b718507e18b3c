import { expect, test } from 'vitest';
import type { ItemView } from '../../src/contract/item-view.ts';
import { placeOf } from '../../src/contract/mapping.ts';
import { correctable, placeFor } from '../../src/renderer/screens/evidence/viewer/corrections.ts';
import { linesOf } from '../../src/renderer/screens/evidence/viewer/picture-lines.ts';

const region = (start: number, end: number, y: number, confidence: number | null) => ({
  start,
  end,
  page: 1,
  box: { x: 0.1, y, width: 0.5, height: 0.05 },
  confidence,
});

/** Two lines as read; the second was corrected, so that nothing after it stands where it stood. */
const asRead = {
  text: 'first line\nsecand line\nthird',
  regions: [region(0, 10, 0.1, 0.9), region(11, 22, 0.3, 0.4), region(23, 28, 0.5, 0.9)],
};
const now = {
  text: 'first line\nthe second line\nthird',
  regions: [region(0, 10, 0.1, 0.9), region(11, 26, 0.3, null), region(27, 32, 0.5, 0.9)],
};
const view = { item: now, asRead: { ...asRead, sentAt: null } } as unknown as ItemView;
const correction = {
  id: 'c',
  itemId: 'i',
  start: 11,
  end: 22,
  page: 1,
  box: null,
  words: 'the second line',
  was: 'secand line',
  note: null,
  at: '2026-03-10T10:00:00Z',
  by: 'Dana',
  withdrawn: false,
};

test('each line as it stands leads to its place in the words as read', () => {
  const found = linesOf(now.text, now.regions).map((line) => correctable(view, [correction], line));
  expect(found.map((line) => [line?.place.start, line?.place.end, line?.was, line?.now])).toEqual([
    [0, 10, 'first line', 'first line'],
    [11, 22, 'secand line', 'the second line'],
    [23, 28, 'third', 'third'],
  ]);
});

test('a line that the machine did not see belongs before the first line that stands lower', () => {
  const box = (y: number) => ({ x: 0.1, y, width: 0.5, height: 0.05 });
  expect(placeFor(view, box(0.2), 1)).toMatchObject({ start: 11, end: 11 });
  expect(placeFor(view, box(0.9), 1)).toMatchObject({ start: 28, end: 28 });
});

test('linked words are found where a correction moved them, at the nearest place, or not at all', () => {
  const passage = { kind: 'words', start: 23, end: 28, text: 'third' } as const;
  expect(placeOf(asRead.text, passage)).toEqual({ start: 23, end: 28 });
  expect(placeOf(now.text, passage)).toEqual({ start: 27, end: 32 });
  expect(placeOf('third and third', { ...passage, start: 9, end: 14 })).toEqual({ start: 10, end: 15 });
  expect(placeOf('nothing of it', passage)).toBeNull();
});
