import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { halfByHash, readEvaluation, readSplit } from './items.ts';

const folder = fileURLToPath(new URL('evaluation', import.meta.url));
const split = readSplit(folder);

test('the held-out half is the one that the seed gives for the items that are there', () => {
  const ids = readEvaluation(folder).map(({ first }) => first.id);
  expect(split.heldOut).toEqual(halfByHash(ids, split.seed));
  expect(split.heldOut.length * 2).toBe(ids.length);
});

test('the held-out half never changes', () => {
  const fingerprint = createHash('sha256').update(split.heldOut.join('\n')).digest('hex');
  expect(fingerprint).toBe('5f4448a4021332723ecf6eb823dcb54ce0d61dbe0886801559d34dbfa4bce0b3');
});

test('the half does not depend on the order of the items', () => {
  const ids = ['e0001', 'e0002', 'e0003', 'e0004', 'e0005', 'e0006'];
  expect(halfByHash(ids.toReversed(), 'seed')).toEqual(halfByHash(ids, 'seed'));
  expect(halfByHash(ids, 'seed')).not.toEqual(halfByHash(ids, 'another seed'));
});
