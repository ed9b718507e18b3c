import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, root, textOf } from './files.ts';

const built = existsSync(join(root, 'out', 'engine', 'entry-node.js'));

test.skipIf(!built)('no part of the built engine imports an entry, which would start that process again', () => {
  const chunks = filesBelow('out/engine/chunks', /\.js$/);
  expect(chunks.length).toBeGreaterThan(0);
  const importing = chunks.filter((path) => /(?:from\s*|import\s*\(?\s*)["']\.\.\/[\w-]+\.js["']/.test(textOf(path)));
  expect(importing).toEqual([]);
});

test.skipIf(!built)('main and preload are CommonJS, which the oldest Electron that runs this can load', () => {
  for (const path of ['out/main/index.cjs', 'out/preload/index.cjs']) {
    expect(textOf(path)).toMatch(/require\(["']electron["']\)/);
    expect(textOf(path)).not.toMatch(/^import /m);
  }
});
