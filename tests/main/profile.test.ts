import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileName, withEnding } from '../../src/main/file-name.ts';
import { openProfile } from '../../src/main/profile.ts';

const fresh = () => join(mkdtempSync(join(tmpdir(), 'evenhand-profile-')), 'profile');
const now = () => '2026-03-10T10:42:00.000Z';

test('theme and window place are remembered', () => {
  const folder = fresh();
  const place = { x: 10, y: 20, width: 1200, height: 800, maximized: false };
  openProfile(folder, now).keep({ theme: 'dark' });
  openProfile(folder, now).keep({ place });
  expect(openProfile(folder, now).settings()).toEqual({ theme: 'dark', place });
});

test('a settings file that cannot be read is as if it were not there', () => {
  const folder = fresh();
  const profile = openProfile(folder, now);
  writeFileSync(join(folder, 'window.json'), '{"theme": "purple"');
  writeFileSync(join(folder, 'recent-cases.json'), '[{"path": 7}]');
  expect(profile.settings()).toEqual({ theme: 'system', place: null });
  expect(profile.recentCases()).toEqual([]);
});

test('recent cases hold a path and a moment, newest first, each once, twelve at most', () => {
  const folder = fresh();
  const profile = openProfile(folder, now);
  for (let n = 1; n <= 14; n += 1) profile.rememberCase(join(folder, `case-${n}.evenhand`));
  profile.rememberCase(join(folder, 'case-5.evenhand'));
  const kept = profile.recentCases();
  expect(kept).toHaveLength(12);
  expect(kept.slice(0, 3).map(({ path }) => path.match(/case-\d+/)?.[0])).toEqual(['case-5', 'case-14', 'case-13']);
  expect(Object.keys(JSON.parse(readFileSync(join(folder, 'recent-cases.json'), 'utf8'))[0])).toEqual([
    'path',
    'openedAt',
  ]);
  profile.forgetCase(join(folder, 'case-5.evenhand'));
  expect(profile.recentCases()).toHaveLength(11);
});

test('a recent case whose file is gone is shown as gone, not dropped', () => {
  const folder = fresh();
  const profile = openProfile(folder, now);
  writeFileSync(join(folder, 'here.evenhand'), '');
  profile.rememberCase(join(folder, 'here.evenhand'));
  profile.rememberCase(join(folder, 'gone.evenhand'));
  expect(profile.recentCases().map(({ there }) => there)).toEqual([false, true]);
});

test.skipIf(process.platform === 'win32')(
  'what is remembered can be read by its owner only, and leaves no half file',
  () => {
    const folder = fresh();
    openProfile(folder, now).rememberCase('/a.evenhand');
    expect(readdirSync(folder)).toEqual(['recent-cases.json']);
    expect(statSync(join(folder, 'recent-cases.json')).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  },
);

test.each([
  ['Complaint of 3 May: R. Vale', 'Complaint of 3 May R. Vale'],
  ['../../etc/passwd', '.. .. etc passwd'],
  ['photo\u202Egpj.exe', 'photo gpj.exe'],
  ['con', 'Case con'],
  ['ends with dots...', 'ends with dots'],
  ['   ', 'Case'],
  ['a\nb\u0000c', 'a b c'],
])('a case called %j is suggested as the file name %j', (words, name) => {
  expect(fileName(words)).toBe(name);
});

test('an ending is added once, whatever its case', () => {
  expect(withEnding('/a/Case', '.evenhand')).toBe('/a/Case.evenhand');
  expect(withEnding('/a/Case.EVENHAND', '.evenhand')).toBe('/a/Case.EVENHAND');
  expect(withEnding('/a/v1.2', '.evenhand')).toBe('/a/v1.2.evenhand');
});
