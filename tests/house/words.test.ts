import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calls } from '../../src/contract/calls.ts';
import { ErrorKind, EvenhandError, errorKinds, wordsOf } from '../../src/contract/errors.ts';
import { root, textOf } from './files.ts';

test('there are kinds of errors to look at', () => {
  expect(errorKinds.length).toBeGreaterThan(20);
});

test.each(errorKinds)(
  'the error “%s” says what happened, what was kept and what to do next, in plain words',
  (kind) => {
    const details = new Proxy({}, { get: () => 'the detail', has: () => true });
    const words = wordsOf(new EvenhandError(ErrorKind.parse(kind), details));
    for (const [part, sentence] of Object.entries(words)) {
      expect(sentence, part).toMatch(/^[A-Z“t].*[.”l]$/s);
      expect(sentence, part).not.toMatch(/\b(we|our|us|oops|sorry|please|invalid|illegal|abort(ed)?|exception)\b|!/i);
      expect(sentence, part).not.toMatch(/\{\w+\}|undefined/);
      expect(sentence.length, part).toBeGreaterThan(9);
    }
  },
);

const callsPage = 'docs/calls.md';

test.skipIf(!existsSync(join(root, callsPage)))(
  'every call of the contract stands in docs/calls.md, and no other',
  () => {
    const text = textOf(callsPage);
    const names = Object.keys(calls);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    const headed = [...text.matchAll(/^#+ `([\w.-]+)`/gm)].map(([, name]) => name ?? '');
    expect(headed.filter((name) => !names.includes(name))).toEqual([]);
  },
);

test.skipIf(!existsSync(join(root, 'README.md')))('every command that README and CONTRIBUTING name exists', () => {
  const { scripts } = JSON.parse(textOf('package.json'));
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].filter((path) => existsSync(join(root, path)));
  const named = pages.flatMap((path) =>
    [...textOf(path).matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g)].map(
      ([, run, own]) => run ?? own ?? '',
    ),
  );
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
