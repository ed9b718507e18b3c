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
