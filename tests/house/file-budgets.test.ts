import { expect, test } from 'vitest';
import { filesBelow, textOf } from './files.ts';

const most = 400;
const aim = 250;

test('no source file is longer than 400 lines; those over 250 are named', () => {
  const long = filesBelow('src', /\.tsx?$/)
    .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > aim)
    .sort((a, b) => b.lines - a.lines);
  if (long.length > 0)
    console.info(`over ${aim} lines: ${long.map(({ path, lines }) => `${path} (${lines})`).join(', ')}`);
  expect(long.filter(({ lines }) => lines > most)).toEqual([]);
});

test('the preload stays small enough to be read whole', () => {
  expect(textOf('src/preload/index.ts').split('\n').length).toBeLessThan(80);
});

test('files are named for what they hold, not for being useful', () => {
  const vague = filesBelow('src', /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/)/);
  expect(vague).toEqual([]);
});
