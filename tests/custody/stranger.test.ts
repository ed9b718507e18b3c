import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk, root } from '../engine/desk.ts';
import { makeEvidenceCase } from './evidence-case.ts';
import { tamper } from './raw-case.ts';
import { tamperings } from './tamperings.ts';

const hasTools = ['sqlite3', 'openssl', 'sha256sum', 'gzip'].every(
  (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0,
);
const page = readFileSync(join(root, 'docs/custody.md'), 'utf8');

/** Left to the program: the names for the search, and the search itself, which is made anew from the items. */
const beyond = new Set(['an item’s names for the search are changed', 'an item is hidden from the search']);

describe.skipIf(!hasTools)('a stranger with sqlite3 and openssl, who follows docs/custody.md', () => {
  const desk = new Desk();
  let script = '';
  let fingerprint = '';
  const check = (path: string) => {
    const { status, stdout } = spawnSync('sh', [script, path], { encoding: 'utf8' });
    return { status, stdout };
  };

  beforeAll(async () => {
    script = desk.write('check.sh', /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    await makeEvidenceCase(desk);
    fingerprint = await desk.fingerprint();
    await desk.ask('case.close', {});
  }, 90_000);
  afterAll(() => desk.end());

  test('finds that an untouched case holds, with the fingerprint that Evenhand tells', () => {
    expect(check(desk.path)).toEqual({ status: 0, stdout: `Holds. Fingerprint: ${fingerprint}\n` });
  }, 30_000);

  // Every seventh of them, since each check takes half a second.
  const chosen = tamperings.filter(([how], index) => index % 7 === 3 && !beyond.has(how));
  test.each(chosen)(
    'finds that %s',
    (_, __, change) => {
      const path = desk.at('tampered.evenhand');
      copyFileSync(desk.path, path);
      tamper(path, change);
      const { status, stdout } = check(path);
      expect(status, stdout).toBe(1);
      expect(stdout).toContain('AMISS');
    },
    30_000,
  );
});

test('the page names every protection that a case file has', () => {
  const schema = readFileSync(join(root, 'tests/engine/golden/schema.sql'), 'utf8');
  const triggers = [...schema.matchAll(/CREATE TRIGGER (\w+)/g)].map(([, name]) => name ?? '');
  expect(triggers.length).toBe(16);
  expect(triggers.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
