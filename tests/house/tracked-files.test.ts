import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machineFolder, root, textOf, trackedFiles } from './files.ts';

const texts = trackedFiles().filter((path) => {
  if (!/\.(ts|tsx|mjs|cjs|json|md|ya?ml|css|html|sql|typ|txt|sh|csv)$|^\.ci\/|^\.[\w-]+$/.test(path)) return false;
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  return found !== undefined && found.size < 5_000_000;
});

test('there are files to look at', () => {
  expect(texts.length).toBeGreaterThan(100);
});

test('no tracked file names a path of the machine that it was written on, or a folder beside the repository', () => {
  const names = [`${machineFolder}/`, ['..', 'shared'].join('/'), ['/root', ''].join('/')].filter(
    (name) => name.length > 2,
  );
  const found = texts.flatMap((path) => {
    const text = textOf(path);
    return names.filter((name) => text.includes(name)).map((name) => `${path}: ${name}`);
  });
  expect(found).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(textOf('package-lock.json')).not.toMatch(/"resolved":\s*"https?:/);
});

test('no secret and no case file is tracked', () => {
  expect(trackedFiles().filter((path) => /\.(evenhand|pem|key|p12|env)$/.test(path))).toEqual([]);
});
