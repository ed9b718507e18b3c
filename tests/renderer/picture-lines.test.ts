import { expect, test } from 'vitest';
import type { TextRegion } from '../../src/contract/item.ts';
import { boxAround, linesOf, wordsOf } from '../../src/renderer/screens/evidence/viewer/picture-lines.ts';

const text = 'u still up?\ntalked lol';

function word(start: number, end: number, x: number, y: number, confidence: number | null): TextRegion {
  return { start, end, page: 1, box: { x, y, width: 0.1, height: 0.05 }, confidence };
}

const words = [
  word(0, 1, 0.1, 0.2, 0.9),
  word(2, 7, 0.2, 0.2, 0.8),
  word(8, 11, 0.4, 0.2, 0.4),
  word(12, 18, 0.3, 0.3, null),
  word(19, 22, 0.5, 0.3, null),
];

test('words recognised beside each other become lines, each around all of its words', () => {
  const lines = linesOf(text, words);
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(['u still up?', 'talked lol']);
  expect(lines[0]?.box.x).toBeCloseTo(0.1);
  expect(lines[0]?.box.width).toBeCloseTo(0.4);
  expect(lines[0]?.confidence).toBeCloseTo(0.7);
  expect(lines[1]?.confidence).toBeNull();
});

test('words of two pages are never one line', () => {
  const [first, second] = words;
  if (first === undefined || second === undefined) throw new Error('two words were expected');
  expect(linesOf(text, [first, { ...second, page: 2 }])).toHaveLength(2);
});

test('what lies in a box reads as it stands: blanks in a line, breaks between lines', () => {
  expect(wordsOf(text, words.slice(1, 4))).toBe('still up?\ntalked');
  expect(wordsOf(text, [])).toBe('');
});

test('chosen lines become one box around them with their words', () => {
  const passage = boxAround(text, linesOf(text, words));
  if (passage?.kind !== 'box') throw new Error('a box was expected');
  expect(passage.text).toBe(text);
  expect(passage.box.x).toBeCloseTo(0.1);
  expect(passage.box.width).toBeCloseTo(0.5);
  expect(passage.box.height).toBeCloseTo(0.15);
  expect(boxAround(text, [])).toBeNull();
});
