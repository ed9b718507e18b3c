import { describe, expect, test } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import { clockWords, dayWords, doubtsOf, isUncertain, localWords } from '../../src/renderer/parts/moment-words.ts';
import { english } from '../../src/renderer/words/index.ts';

const words = english.parts.moment;
const stated: Moment = {
  asWritten: '3/10/26, 21:52',
  local: '2026-03-10T21:52:00',
  instant: null,
  zone: null,
  basis: 'floating-local',
  precision: 'minute',
  certainty: 'stated',
  readings: [],
};

describe('a moment in words', () => {
  test('names the month, so that no day can be read as a month', () => {
    expect(localWords('2026-03-10T21:52:00', words)).toBe('10 Mar 2026, 21:52');
    expect(localWords('2026-03-10', words)).toBe('10 Mar 2026');
  });

  test('that is no date stays as it was written', () => {
    expect(localWords('last Tuesday', words)).toBe('last Tuesday');
  });

  test('without a date says that it is not known and invents none', () => {
    expect(dayWords(null, words)).toBe(words.unknown);
    expect(dayWords({ ...stated, local: null }, words)).toBe(words.unknown);
    expect(clockWords({ ...stated, local: '2026-03-10', precision: 'day' })).toBeNull();
  });

  test('that can be read two ways is uncertain and tells both ways', () => {
    const moment: Moment = { ...stated, certainty: 'ambiguous', readings: ['2026-03-04', '2026-04-03'] };
    expect(isUncertain(moment)).toBe(true);
    expect(doubtsOf(moment, words).join(' ')).toContain('4 Mar 2026 or 3 Apr 2026');
  });

  test('that the source states is certain, and still says that no zone stands there', () => {
    expect(isUncertain(stated)).toBe(false);
    expect(doubtsOf(stated, words)).toContain(words.floating);
    expect(doubtsOf(stated, words)).toContain(words.asWritten(stated.asWritten));
  });
});
