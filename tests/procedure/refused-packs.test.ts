import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { namedIdentity } from '../../src/engine/custody/index.ts';
import { readDistrictFile, signedDistrictFile } from '../../src/engine/district/index.ts';
import { createEngine, hostOnNode, startNodeWorker, workerEntry } from '../../src/engine/index.ts';
import { Desk, resourcesDir, root, teacher } from '../engine/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.end());

const UNREADABLE = 'kind: agreement\nid: [\n';

/** The resources with two agreements, a law and the calendar spoiled, as a copy in the desk's folder. */
function spoiledResources(): string {
  const folder = desk.at('resources');
  mkdirSync(folder);
  for (const name of readdirSync(resourcesDir)) {
    if (name === 'agreements' || name === 'laws' || name === 'calendars') {
      cpSync(join(resourcesDir, name), join(folder, name), { recursive: true });
    } else symlinkSync(join(resourcesDir, name), join(folder, name));
  }
  writeFileSync(join(folder, 'agreements', 'example-nurses', '1.yaml'), UNREADABLE);
  writeFileSync(
    join(folder, 'agreements', 'example-secretaries', '1.yaml'),
    'kind: agreement\nid: example-secretaries\n',
  );
  writeFileSync(join(folder, 'laws', 'connecticut', 'title-ix.yaml'), UNREADABLE);
  writeFileSync(join(folder, 'calendars', 'sound-shore.yaml'), 'years: []\n');
  return folder;
}

test('a pack of the resources that cannot be read is named, and every case still has its steps', async () => {
  const profileDir = desk.at('profile');
  const start = () => startNodeWorker(workerEntry(join(root, 'src', 'engine'), 'read', false));
  desk.engine = createEngine(
    hostOnNode({ resourcesDir: spoiledResources(), profileDir, version: '0' }, start, () => undefined),
    {},
  );
  await desk.newCase('sound-shore');
  await desk.ask('person.add', teacher);
  const view = await desk.ask('steps.view', {});
  expect(view.refused.map(({ pack }) => pack)).toEqual([
    'agreements/example-nurses/1.yaml',
    'agreements/example-secretaries/1.yaml',
    'laws/connecticut/title-ix.yaml',
    'calendar sound-shore',
  ]);
  expect(view.steps.some(({ pack }) => pack === 'example-teachers@1')).toBe(true);
  expect((await desk.ask('agreement.list', {})).refused).toEqual(view.refused);
});

test('an agreement of a district file that cannot be read is named, and the shipped version does not step in for it', async () => {
  await desk.newCase('sound-shore');
  await desk.ask('person.add', teacher);
  const { path } = await desk.ask('district-file.export', { folder: desk.folder });
  const { signedBy: _, ...bundle } = readDistrictFile(readFileSync(path, 'utf8')).bundle;
  const agreements = [
    { id: 'example-teachers', version: '1', yaml: 'kind: agreement\ntitle: Written by a later Evenhand\n' },
  ];
  const signer = namedIdentity(desk.at('profile'), 'Ines Roth', 'Director of Human Resources');
  const file = desk.write('later.evenhand-district', signedDistrictFile({ ...bundle, agreements }, signer));
  await desk.ask('district-file.open', { path: file });
  const view = await desk.ask('steps.view', {});
  expect(view.refused).toEqual([
    { pack: 'example-teachers@1', problem: expect.stringContaining('example-teachers@1 cannot be read') },
  ]);
  expect(view.steps.some(({ pack }) => pack === 'example-teachers@1')).toBe(false);
  expect(view.steps.some(({ pack }) => pack.startsWith('connecticut-'))).toBe(true);
  expect(view.remarks.join(' ')).toContain('No pack covers Owen Farrell');
  await desk.ask('history.reverse', {});
  expect((await desk.ask('steps.view', {})).steps.some(({ pack }) => pack === 'example-teachers@1')).toBe(true);
});
