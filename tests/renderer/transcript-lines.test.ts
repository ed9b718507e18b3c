import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, typedOf } from '../../src/renderer/screens/evidence/not-read/transcript-lines.ts';

test('a typed line has its time and its speaker where they are given', () => {
  expect(linesOf('0:14 Caller: I saw them\n[1:02:03] and then\nNurse: nothing\nplain words')).toEqual([
    { at: 14, until: 3723, speaker: 'Caller', words: 'I saw them' },
    { at: 3723, until: null, speaker: null, words: 'and then' },
    { at: null, until: null, speaker: 'Nurse', words: 'nothing' },
    { at: null, until: null, speaker: null, words: 'plain words' },
  ]);
});

test('a colon in speech makes no speaker, a time in speech no time mark, and empty lines nothing', () => {
  expect(linesOf('\n0:05 \n  \nhe said: no\nWe met at 9:41 PM')).toEqual([
    { at: null, until: null, speaker: null, words: 'he said: no' },
    { at: null, until: null, speaker: null, words: 'We met at 9:41 PM' },
  ]);
});

test('a line ends where a later one begins, never before its own beginning', () => {
  expect(linesOf('0:10 a\n0:04 b\n0:20 c').map(({ at, until }) => [at, until])).toEqual([
    [10, null],
    [4, 20],
    [20, null],
  ]);
});

test('what was recorded can be typed again and reads the same', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/);
  const line = fc.record({
    at: fc.option(fc.integer({ min: 0, max: 20_000 })),
    until: fc.constant(null),
    speaker: fc.option(fc.stringMatching(/^[A-Z][a-z]{0,10}$/)),
    words: word,
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const again = linesOf(typedOf(lines));
      expect(again.map(({ at, speaker, words }) => ({ at, speaker, words }))).toEqual(
        lines.map(({ at, speaker, words }) => ({ at, speaker, words })),
      );
    }),
  );
});
