import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findQuotation,
  type MarkKind,
  marksOf,
  runsOf,
  sentencesOf,
  wordsPassage,
} from '../../src/renderer/screens/evidence/viewer/passages.ts';

const message = 'u still up? Dont tell ur mom we talked.\nSee you at  practice, José';

describe('runs of a marked text', () => {
  test('joined, the runs are the text again, whatever is marked', () => {
    const marks = fc.array(
      fc.record({
        start: fc.integer({ min: -5, max: 80 }),
        end: fc.integer({ min: -5, max: 80 }),
        kind: fc.constantFrom<MarkKind>('for', 'against', 'suggested', 'chosen', 'searched'),
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), marks, (text, some) => {
        const runs = runsOf(text, some);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        for (const run of runs) expect(text.startsWith(run.text, run.start)).toBe(true);
      }),
    );
  });

  test('where two marks overlap, the words between carry both', () => {
    const runs = runsOf('abcdef', [
      { start: 0, end: 4, kind: 'for' },
      { start: 2, end: 6, kind: 'suggested' },
    ]);
    expect(runs.map(({ text, kinds }) => [text, ...kinds])).toEqual([
      ['ab', 'for'],
      ['cd', 'for', 'suggested'],
      ['ef', 'suggested'],
    ]);
  });
});

describe('a typed quotation', () => {
  test('is found with the letters of the item, not with those that were typed', () => {
    const found = findQuotation(message, '“dont tell UR mom”');
    expect(found).toEqual({ kind: 'words', start: 12, end: 28, text: 'Dont tell ur mom' });
  });

  test('may have other blanks and apostrophes than the item', () => {
    expect(findQuotation(message, 'see you at practice')?.text).toBe('See you at  practice');
    expect(findQuotation('I don’t know', "don't know")?.text).toBe('don’t know');
  });

  test('that does not stand in the item is not found, and signs in it mean only themselves', () => {
    expect(findQuotation(message, 'tell your mom')).toBeNull();
    expect(findQuotation(message, '.*')).toBeNull();
    expect(findQuotation(message, '   ')).toBeNull();
  });

  test('that is found stands in the item letter by letter at its place', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % text.length;
        const typed = text.slice(from, from + 1 + (b % (text.length - from)));
        const found = findQuotation(text, typed);
        if (found?.kind !== 'words') return;
        expect(text.slice(found.start, found.end)).toBe(found.text);
      }),
    );
  });
});

test('selected words are a passage without the blanks around them', () => {
  expect(wordsPassage(message, 11, 17)).toEqual({ kind: 'words', start: 12, end: 16, text: 'Dont' });
  expect(wordsPassage(message, 11, 12)).toBeNull();
});

test('sentences to choose from lie one after the other and hold every word', () => {
  const sentences = sentencesOf(message).map(({ start, end }) => message.slice(start, end).trim());
  expect(sentences[0]).toBe('u still up?');
  expect(sentences.join(' ').replace(/\s+/g, ' ')).toBe(message.replace(/\s+/g, ' '));
});

test('words searched for are marked without regard to capitals and accents', () => {
  const marks = marksOf(message, [], [], null, 'jose MOM');
  expect(marks.map(({ start, end }) => message.slice(start, end)).sort()).toEqual(['José', 'mom']);
});
