import { expect, test } from 'vitest';
import {
  clockOf,
  cuesOfCaptions,
  cuesOfTranscript,
  secondsOf,
} from '../../src/renderer/screens/evidence/viewer/cues.ts';

test('captions stand over the picture from their own moment until the next one, or for seven seconds', () => {
  const rows = [
    { locator: 'caption 1, at 00:00:01.500', author: null, snippet: 'Please call' },
    { locator: 'caption 2, at 00:00:03.000', author: 'Rosa', snippet: 'Later' },
    { locator: 'caption 3, at 01:00:00.000', author: null, snippet: 'An hour on' },
  ];
  expect(cuesOfCaptions(rows)).toEqual([
    { from: 1.5, until: 2.95, words: 'Please call' },
    { from: 3, until: 10, words: 'Rosa: Later' },
    { from: 3600, until: 3607, words: 'An hour on' },
  ]);
  expect(clockOf({ locator: 'caption 3, at 01:00:00.000' })).toBe('01:00:00');
  expect(secondsOf({ locator: 'whole file' })).toBe(0);
});

test('lines of a transcript without a time stand beside the player only', () => {
  const lines = [
    { at: 2, until: 2.5, speaker: null, words: 'Second' },
    { at: null, until: null, speaker: 'Rosa', words: 'Somewhere' },
    { at: 0, until: null, speaker: 'Rosa', words: 'First' },
    { at: 2, until: null, speaker: null, words: 'At once' },
  ];
  expect(cuesOfTranscript(lines).find(({ words }) => words === 'Second')?.until).toBe(2.5);
  expect(cuesOfTranscript(lines).map(({ from, words }) => [from, words])).toEqual([
    [0, 'Rosa: First'],
    [2, 'Second'],
    [2, 'At once'],
  ]);
  expect(cuesOfTranscript(lines).every(({ from, until }) => until > from)).toBe(true);
});
