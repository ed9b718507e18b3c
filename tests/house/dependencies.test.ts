import { expect, test } from 'vitest';
import { z } from 'zod';
import { textOf } from './files.ts';

const Names = z.record(z.string(), z.string());
const manifest = z
  .looseObject({ dependencies: Names, devDependencies: Names })
  .parse(JSON.parse(textOf('package.json')));
const Locked = z.looseObject({ version: z.string().optional(), license: z.string().optional() });
const { packages } = z
  .looseObject({ packages: z.record(z.string(), Locked) })
  .parse(JSON.parse(textOf('package-lock.json')));

test('the page of libraries names every one of them with the version and the licence that are locked', () => {
  const page = textOf('docs/dependencies.md');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const wrong = names.filter((name) => {
    const { version = '', license = '' } = packages[`node_modules/${name}`] ?? {};
    return !rows.some((row) => row.startsWith(`| \`${name}\` | ${version} |`) && row.includes(`| ${license} |`));
  });
  expect(wrong).toEqual([]);
  // And none that is gone.
  expect(rows).toHaveLength(names.length);
});

test('no library is under a licence that a district could not live with', () => {
  const refused = Object.entries(packages).filter(([, { license = '' }]) => /\bA?GPL/.test(license));
  expect(refused).toEqual([]);
});
