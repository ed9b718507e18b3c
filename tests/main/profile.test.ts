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
  for (let n = 1; n <= 14; n += 1) profile.rememberCase(join(folder, `case-${n}.evenhand`), null);
  profile.rememberCase(join(folder, 'case-5.evenhand'), null);
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

const about = { number: '2026-7F3A', unit: 'Teachers', nextStep: 'Hold the meeting', due: '2026-03-12T16:00' };
/** Stands for a keychain: turned bits are enough to see whether anything was written as it is. */
const sealer = {
  seal: (text: string) => Buffer.from(text).map((byte) => byte ^ 0xa5),
  open: (sealed: Uint8Array) => Buffer.from(sealed.map((byte) => byte ^ 0xa5)).toString(),
};

test('what is due in a case is kept only where a keychain encrypts it, and nothing of it stands in any file', () => {
  const folder = fresh();
  openProfile(folder, now).rememberCase('/cases/Vale.evenhand', about);
  expect(openProfile(folder, now).recentCases()).toMatchObject([{ path: '/cases/Vale.evenhand', about: null }]);
  const sealed = openProfile(folder, now, sealer);
  // What was kept before is taken over, and its open file goes.
  expect(sealed.recentCases()).toMatchObject([{ path: '/cases/Vale.evenhand' }]);
  sealed.rememberCase('/cases/Vale.evenhand', about);
  sealed.rememberCase('/cases/Vale.evenhand', null);
  expect(openProfile(folder, now, sealer).recentCases()).toMatchObject([{ about }]);
  expect(readdirSync(folder)).toEqual(['desk.sealed']);
  const written = readFileSync(join(folder, 'desk.sealed'), 'latin1');
  for (const word of ['Vale', '7F3A', 'meeting']) expect(written).not.toContain(word);
});

test('a desk file that another keychain sealed is as if it were not there', () => {
  const folder = fresh();
  openProfile(folder, now, sealer).rememberCase('/a.evenhand', about);
  const other = {
    ...sealer,
    open: () => {
      throw new Error('not this keychain');
    },
  };
  expect(openProfile(folder, now, other).recentCases()).toEqual([]);
});

test('a recent case whose file is gone is shown as gone, not dropped', () => {
  const folder = fresh();
  const profile = openProfile(folder, now);
  writeFileSync(join(folder, 'here.evenhand'), '');
  profile.rememberCase(join(folder, 'here.evenhand'), null);
  profile.rememberCase(join(folder, 'gone.evenhand'), null);
  expect(profile.recentCases().map(({ there }) => there)).toEqual([false, true]);
});

test.skipIf(process.platform === 'win32')(
  'what is remembered can be read by its owner only, and leaves no half file',
  () => {
    const folder = fresh();
    openProfile(folder, now).rememberCase('/a.evenhand', null);
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
