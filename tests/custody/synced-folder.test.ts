import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { syncedBy } from '../../src/engine/case-file/index.ts';
import { Desk } from '../engine/desk.ts';

const desk = new Desk();
afterAll(() => desk.end());

test.each([
  ['C:\\Users\\dana\\OneDrive - Hollow Brook Schools\\Cases\\a.evenhand', 'OneDrive'],
  ['C:\\Users\\dana\\OneDrive\\a.evenhand', 'OneDrive'],
  ['/Users/dana/Library/Mobile Documents/com~apple~CloudDocs/a.evenhand', 'iCloud Drive'],
  ['/Users/dana/Library/CloudStorage/GoogleDrive-dana@example.org/My Drive/a.evenhand', 'Google Drive'],
  ['/home/dana/Dropbox (Personal)/a.evenhand', 'Dropbox'],
  ['/home/dana/Nextcloud/a.evenhand', 'Nextcloud'],
  ['/home/dana/Documents/a.evenhand', null],
  ['/home/dana/Boxing club/a.evenhand', null],
  ['/home/dana/About OneDrive/a.evenhand', null],
  // The file’s own name says nothing.
  ['/home/dana/Documents/Dropbox', null],
])('%s: %s', (path, by) => {
  expect(syncedBy(path)).toBe(by);
});

test('a folder is known by what a program left above it', () => {
  mkdirSync(desk.at('top', 'below'), { recursive: true });
  expect(syncedBy(desk.at('top', 'below', 'a.evenhand'))).toBeNull();
  writeFileSync(desk.at('top', '.stfolder'), '');
  expect(syncedBy(desk.at('top', 'below', 'a.evenhand'))).toBe('Syncthing');
});

test('a case that is made or opened in such a folder says so, and no other does', async () => {
  mkdirSync(desk.at('Dropbox'));
  const path = desk.at('Dropbox', 'a.evenhand');
  const said = ({ notices }: { notices: readonly string[] }) => notices.filter((notice) => notice.includes('Dropbox'));
  expect(said(await desk.ask('case.create', { path, title: 'A', passphrase: null, district: null }))).toHaveLength(1);
  await desk.ask('case.close', {});
  expect(said(await desk.ask('case.open', { path, passphrase: null }))).toHaveLength(1);
  await desk.ask('case.close', {});
  await desk.newCase();
  expect(said(await desk.ask('case.state', {}))).toEqual([]);
});
