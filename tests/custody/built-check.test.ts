import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildVerifier } from '../../scripts/build-verifier.mjs';
import { root } from '../engine/desk.ts';

const kept = (name: string) => readFileSync(join(root, 'resources', 'verifier', name), 'utf8');

test('the check that lies in every copy is the one that the sources build (npm run build:verifier)', async () => {
  for (const [name, text] of Object.entries(await buildVerifier())) expect(kept(name) === text, name).toBe(true);
}, 60_000);

test('the page asks for nothing from anywhere, by its own policy, and the program for Node’s own modules only', () => {
  const page = kept('check-this-copy.html');
  const policy = /content="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/,
  );
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\s*\(/);
  const imported = [...kept('check-this-copy.mjs').matchAll(/from "([^"]+)"/g)].map(([, name]) => name);
  expect([...new Set(imported)].sort()).toEqual(['node:crypto', 'node:fs', 'node:path', 'node:url', 'node:util']);
});
