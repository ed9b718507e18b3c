import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, root, textOf } from './files.ts';

const networkModule =
  /(?:from\s*|import\s*\(\s*|require\s*\(\s*)["'](?:node:)?(?:https?|http2|net|dgram|tls|dns|undici)(?:\/[\w/]+)?["']/;
const electronNetwork = /\bnet\.(?:fetch|request)\s*\(|\bshell\.openExternal\s*\(|\bautoUpdater\b|\bcrashReporter\b/;

test('the words that are looked for are found where they stand', () => {
  expect("import { get } from 'node:https';").toMatch(networkModule);
  expect('const h = require("http")').toMatch(networkModule);
  expect("await import('undici')").toMatch(networkModule);
  expect("import { x } from './net.ts'").not.toMatch(networkModule);
  expect('shell.openExternal(url)').toMatch(electronNetwork);
});

test('no source file knows a network, an updater or a way to a browser', () => {
  const knowing = filesBelow('src', /\.tsx?$/).filter((path) => {
    const text = textOf(path);
    return networkModule.test(text) || electronNetwork.test(text);
  });
  expect(knowing).toEqual([]);
});

const built = ['main', 'preload', 'engine'].every((part) => existsSync(join(root, 'out', part)));

test.skipIf(!built)('no network module got into what was built', () => {
  const bundles = ['main', 'preload', 'engine'].flatMap((part) => filesBelow(`out/${part}`, /\.c?js$/));
  expect(bundles.length).toBeGreaterThan(4);
  expect(bundles.filter((path) => networkModule.test(textOf(path)))).toEqual([]);
});

test.skipIf(!built)('the built window names no server', () => {
  const addresses = filesBelow('out/renderer', /\.(js|css|html)$/).flatMap((path) => {
    const found = textOf(path).match(/(?:https?|wss?):\/\/[\w-]+\.[\w.-]+/g) ?? [];
    return found.map((address) => address.toLowerCase());
  });
  // Names of XML vocabularies, examples, and explanations in the errors of libraries: read by people, never asked.
  const words =
    /^https?:\/\/(www\.w3\.org|react\.dev|reactjs\.org|mantine\.dev|help\.mantine\.dev|tanstack\.com|localhost|json-schema\.org|github\.com|mozilla\.github\.io|tailwindcss\.com|ns\.adobe\.com|developer\.mozilla\.org|bugzilla\.mozilla\.org|www\.xfa\.org|www\.xfa\.com|zod\.dev|www\.apache\.org|example\.com|foo\.bar)$/;
  expect([...new Set(addresses)].filter((address) => !words.test(address))).toEqual([]);
});
