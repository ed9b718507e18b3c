import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk, sheet } from '../engine/desk.ts';
import { instruction, needlesIn, pictureOf, verified, zipOf } from './keeping-desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase();
});
afterEach(() => desk.end());

/** Words that stand on the picture, in its bytes, and in what people wrote about it. */
const PICTURE = 'Zwetschgenquark';
const BYTES = 'qxNeedleInTheBytesOfThePicture';
const NOTE = 'Kruschtelwort';

async function fileNamed(name: string) {
  const file = (await desk.ask('evidence.list', {})).find((row) => row.name === name);
  if (file === undefined) throw new Error(`${name} is there`);
  return file;
}

/** A picture, alone and in an archive beside a letter; a person linked, described and set aside. */
async function plant() {
  const picture = await pictureOf(PICTURE, BYTES);
  desk.write('IMG_0042.png', picture);
  desk.write(
    'phone.zip',
    zipOf({ 'DCIM/IMG_0042.png': picture, 'letter.txt': Buffer.from('The outing is on Friday.') }),
  );
  const receipt = await desk.ask('receipt.record', sheet);
  await desk.ask('intake.start', {
    paths: [desk.at('IMG_0042.png'), desk.at('phone.zip')],
    receiptId: receipt.id,
    zone: null,
  });
  await desk.engine.idle();
  const { rows } = await desk.ask('item.page', { filter: { words: PICTURE } });
  const item = rows[0];
  if (item === undefined) throw new Error('the words of the picture were read');
  const { item: whole } = await desk.ask('item.view', { id: item.id });
  await desk.ask('mapping.add', {
    itemId: item.id,
    policy: '4118.51',
    clause: '3',
    element: (await desk.ask('clause.list', {})).find(({ clause }) => clause === '3')?.elements[0]?.id ?? '',
    weighs: 'for',
    passage: { kind: 'words', start: 0, end: whole.text.length, text: whole.text },
    allegationId: null,
    reason: NOTE,
  });
  await desk.ask('fact.record', { itemId: item.id, words: `${NOTE} was said of it` });
  return { item, source: await fileNamed('IMG_0042.png') };
}

test('a removed picture leaves no byte of itself, its words or what was written of it in the file or beside it', async () => {
  const { source } = await plant();
  writeFileSync(`${desk.path}.format-1.backup`, Buffer.from(`an older copy with ${BYTES}`));
  for (const needle of [BYTES, PICTURE]) expect(needlesIn(desk, needle).length, needle).toBeGreaterThan(0);

  await desk.ask('protection.lock', { evidenceId: source.id, because: 'unclothed-minor', note: null });
  await desk.ask('protection.remove', { evidenceId: source.id, ...instruction });

  for (const needle of [BYTES, PICTURE, NOTE, source.sha256]) expect(needlesIn(desk, needle), needle).toEqual([]);
  await desk.ask('case.close', {});
  for (const needle of [BYTES, PICTURE, NOTE, source.sha256]) expect(needlesIn(desk, needle), needle).toEqual([]);
});

test('the check holds after a removal, and names what was removed, on whose instruction and when', async () => {
  const { source } = await plant();
  const before = await desk.fingerprint();
  await desk.ask('protection.lock', { evidenceId: source.id, because: 'unclothed-minor', note: null });
  await desk.ask('protection.remove', { evidenceId: source.id, ...instruction });
  await desk.ask('case.close', {});
  const report = verified(desk);
  expect(report.firstProblem).toBeNull();
  expect(report.removed).toHaveLength(1);
  expect(report.removed[0]).toContain('IMG_0042.png');
  expect(report.removed[0]).toContain(instruction.instructedBy);
  expect(report.removed[0]).toContain(instruction.reference);
  // The chain is the same chain: what was printed before the removal is still in it.
  await desk.ask('case.open', { path: desk.path, passphrase: null });
  expect((await desk.ask('ledger.verify', { expect: before })).ok).toBe(true);
});

test('the archive around a removed picture loses its bytes and keeps what else was read from it', async () => {
  const { source } = await plant();
  const archive = await fileNamed('phone.zip');
  await desk.ask('protection.lock', { evidenceId: source.id, because: 'unclothed-minor', note: null });
  const scope = await desk.ask('protection.scope', { evidenceId: source.id });
  expect(scope.sources.map(({ name }) => name)).toEqual(['IMG_0042.png', 'IMG_0042.png']);
  expect(scope.containers.map(({ name }) => name)).toEqual(['phone.zip']);
  expect(scope.rows).toEqual(expect.arrayContaining([{ what: 'mapping', count: 1 }]));
  expect(scope.copies.join('\n')).toContain(desk.at('IMG_0042.png'));
  const { removed } = await desk.ask('protection.remove', { evidenceId: source.id, ...instruction });

  expect(await desk.engine.blob({ kind: 'evidence', evidenceId: archive.id })).toBeNull();
  const letter = await desk.ask('item.page', { filter: { words: 'outing' } });
  expect(letter.rows).toHaveLength(1);
  const row = await fileNamed('IMG_0042.png');
  expect(row).toMatchObject({ closed: 'removed', sha256: 'removed', outcome: { kept: false, sha256: null } });
  expect(removed[0]?.copies.every(({ dealtWith }) => dealtWith === null)).toBe(true);
  const copy = removed[0]?.copies[0];
  const after = await desk.ask('protection.copy-dealt-with', {
    id: copy?.id ?? '',
    how: 'Handed to the police with the phone',
  });
  expect(after.removed[0]?.copies[0]?.dealtWith?.how).toBe('Handed to the police with the phone');
});

test('a lock hides a picture at once, everywhere; lifting it brings everything back', async () => {
  const { source, item } = await plant();
  const seen = async () => ({
    found: (await desk.ask('item.search', { words: PICTURE, limit: 10 })).total,
    listed: (await desk.ask('item.page', {})).total,
    counted: (await desk.ask('case.state', {})).counts.items,
    links: (await desk.ask('mapping.list', { itemId: null, allegationId: null, policy: null, clause: null })).length,
    facts: (await desk.ask('fact.list', { itemId: null })).length,
    cells: JSON.stringify(await desk.ask('grid.view', {})).match(/"for":\d*[1-9]/g)?.length ?? 0,
    shown: (await desk.engine.blob({ kind: 'picture', evidenceId: source.id, maxWidth: 200 })) !== null,
    bytes: (await desk.engine.blob({ kind: 'evidence', evidenceId: source.id })) !== null,
  });
  const before = await seen();
  expect(before).toMatchObject({ found: 1, links: 1, facts: 1, shown: true, bytes: true });

  const view = await desk.ask('protection.lock', { evidenceId: source.id, because: 'unclothed-minor', note: null });
  expect(await seen()).toEqual({
    found: 0,
    listed: before.listed - 1,
    counted: before.counted - 1,
    links: 0,
    facts: 0,
    cells: 0,
    shown: false,
    bytes: false,
  });
  expect((await desk.refused('item.view', { id: item.id })).kind).toBe('evidence-closed');
  // The same picture inside the archive has the same bytes, and the archive holds them.
  for (const row of await desk.ask('evidence.list', {})) {
    const open = row.name === 'letter.txt';
    expect((await desk.engine.blob({ kind: 'evidence', evidenceId: row.id })) !== null, row.path).toBe(open);
  }

  const [lock] = view.locked;
  await desk.ask('protection.lift', { id: lock?.lockId ?? '', reason: 'It shows an adult; counsel looked at it.' });
  expect(await seen()).toEqual(before);
});

test('locking is not reversed by the reverse key, and nothing before a removal can be', async () => {
  const { source } = await plant();
  const reverse = async () => (await desk.ask('case.state', {})).reverse;
  const last = await reverse();
  await desk.ask('protection.lock', { evidenceId: source.id, because: 'privileged', note: 'A letter of counsel' });
  expect(await reverse()).toBe(last);
  await desk.ask('protection.remove', { evidenceId: source.id, ...instruction });
  expect(await reverse()).toBeNull();
  expect((await desk.refused('history.reverse', {})).kind).toBe('nothing-to-reverse');
});

test('only what is locked can be removed, and nothing while files are read', async () => {
  const { source } = await plant();
  expect((await desk.refused('protection.remove', { evidenceId: source.id, ...instruction })).kind).toBe('not-locked');
});

test('bytes that are locked are not taken in a second time', async () => {
  const { source } = await plant();
  await desk.ask('protection.lock', { evidenceId: source.id, because: 'unclothed-minor', note: null });
  desk.write('again.png', await pictureOf(PICTURE, BYTES));
  const files = (await desk.ask('evidence.list', {})).length;
  const told: unknown[] = [];
  await desk.engine.importFiles(
    { paths: [{ path: desk.at('again.png'), shown: 'again.png' }], receiptId: null, zone: null },
    (outcome) => told.push(outcome),
  );
  expect(told).toMatchObject([{ path: 'again.png', outcome: 'rejected', kept: false, sha256: null }]);
  expect(await desk.ask('evidence.list', {})).toHaveLength(files);
});
