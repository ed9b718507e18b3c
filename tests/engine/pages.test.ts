import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calls } from '../../src/contract/calls.ts';
import { errorKinds } from '../../src/contract/errors.ts';
import { makeHandlers } from '../../src/engine/handlers/index.ts';
import { Drafts } from '../../src/engine/referral/index.ts';
import { root } from './desk.ts';

const page = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');

/** The paragraph of each call, by its heading. */
const paragraphs = new Map(
  [...page('calls.md').matchAll(/^### `([\w.-]+)`\n([\s\S]*?)(?=^#|(?![\s\S]))/gm)].map(([, name = '', words = '']) => [
    name,
    words.trim().replace(/ *\n(?=\S)/g, ' '),
  ]),
);

test('docs/calls.md has one plain paragraph for every call, in the order of the table', () => {
  expect([...paragraphs.keys()]).toEqual(Object.keys(calls));
  for (const [name, words] of paragraphs) {
    expect(words.length, name).toBeGreaterThan(30);
    expect(words, name).not.toMatch(/\n\n|\b(TODO|we|our)\b|!$/i);
  }
});

test('every error that docs/calls.md names is one that there is', () => {
  const named = [...page('calls.md').matchAll(/Errors: ([^\n]*(?:\n(?!#|\n)[^\n]*)*)/g)].flatMap(([, words = '']) =>
    [...words.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, kind = '']) => kind),
  );
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((kind) => !errorKinds.includes(kind))).toEqual([]);
});

test('docs/calls.md says of exactly those commands that they are not reversible which are not', () => {
  const handlers = makeHandlers(new Drafts());
  for (const [name, handler] of Object.entries(handlers)) {
    const says = /not reversible/i.test(paragraphs.get(name) ?? '');
    if (handler.kind === 'change') expect(says, name).toBe(!handler.reversible);
    else if (handler.kind === 'read') expect(says, name).toBe(false);
  }
  for (const name of ['intake.start', 'suggestion.refresh', 'document.issue']) {
    expect(paragraphs.get(name), name).toMatch(/not reversible/i);
  }
});

test('docs/case-file.md has a line for every table that a case has, and for no other', () => {
  const tables = [
    ...readFileSync(join(root, 'tests/engine/golden/schema.sql'), 'utf8').matchAll(
      /CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)/g,
    ),
  ].map(([, name = '']) => name);
  const listed = [
    ...page('case-file.md').matchAll(/^\| `(\w+)` \| .+ \| (?:yes|no|is the record|by hash|by digest) \|$/gm),
  ].map(([, name = '']) => name);
  expect(listed.sort()).toEqual(tables.sort());
});

test('docs/cli.md has a heading for every command, with its options', async () => {
  const text = page('cli.md');
  const headings = new Map(
    [...text.matchAll(/^### `(\w+) ?([^`]*)`$/gm)].map(([, name = '', usage = '']) => [name, usage]),
  );
  expect([...headings.keys()].sort()).toEqual(
    [
      'call',
      'deadline',
      'demo',
      'doctor',
      'document',
      'export',
      'import',
      'items',
      'new',
      'policy',
      'salvage',
      'search',
      'steps',
      'suggest',
      'verify',
    ].sort(),
  );
  for (const name of headings.keys()) {
    const source = readFileSync(join(root, 'src/cli/commands', `${name}.ts`), 'utf8');
    const options = [...source.matchAll(/\.(?:required)?[oO]ption\(\s*'(--[\w-]+)/g)].map(([, option = '']) => option);
    const section = text.slice(text.indexOf(`### \`${name}`)).split(/\n##/)[0] ?? '';
    expect(
      options.filter((option) => !section.includes(option)),
      name,
    ).toEqual([]);
  }
});
