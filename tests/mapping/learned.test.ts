import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { thresholdFor, trainOn } from '../../scripts/train-mapping/fit.ts';
import { SuggestInput } from '../../src/contract/suggest.ts';
import { concerns } from '../../src/engine/policy/concerns/catalogue.ts';
import { judge } from '../../src/engine/policy/learned/classifier.ts';
import { classifiers, trainedOn } from '../../src/engine/policy/learned/weights.ts';
import { readScene } from '../../src/engine/policy/scene/scene.ts';
import { readEvaluation, readSplit } from './items.ts';

const folder = fileURLToPath(new URL('evaluation', import.meta.url));
const heldOut = new Set(readSplit(folder).heldOut);
const items = readEvaluation(folder)
  .map(({ first }) => first)
  .filter(({ id }) => !heldOut.has(id));
const taught = classifiers.map(({ concern }) => concern);

function judged(item: unknown, context: unknown, concern: string) {
  return judge(readScene(SuggestInput.parse({ item, context }), 'America/New_York'), concern);
}

describe('what examples taught', () => {
  test('is used by exactly the concerns it was taught for', () => {
    const used = concerns.flatMap((concern) =>
      concern.detectors.filter(({ id }) => id.startsWith('learned-')).map(() => concern.id),
    );
    expect(used.toSorted()).toEqual(taught.toSorted());
  });

  test('judges an item the same whenever it is asked', () => {
    for (const { item, context } of items.slice(0, 60))
      for (const concern of taught) expect(judged(item, context, concern)).toEqual(judged(item, context, concern));
  });

  test('never speaks on circumstances alone', () => {
    for (const { item, context } of items) {
      const wordless = { ...item, text: 'ok', imageText: null, altText: null };
      for (const concern of taught)
        expect(judged(wordless, { ...context, threadBefore: [], notes: null }, concern).margin).toBeLessThan(0);
    }
  });

  test('points to words of the item wherever its words carry it', () => {
    const spoken = items.flatMap(({ item, context }) =>
      taught.map((concern) => judged(item, context, concern)).filter(({ margin }) => margin >= 0),
    );
    expect(spoken.length).toBeGreaterThan(10);
    for (const { hits } of spoken)
      for (const hit of hits) expect(hit.field.folded.words.slice(hit.start, hit.end)).toMatch(/\S/);
  });
});

describe('twins are one to it that differ only in', () => {
  const twins: readonly (readonly [string, RegExp, string])[] = [
    ['gender', /\b(?:he|she|him|her|his)\b/g, 'she'],
    ['gender', /\b(?:boy|girl)\b/g, 'girl'],
    ['gender', /\b(?:mom|dad|mother|father)\b/g, 'mother'],
    ['faith', /\b(?:church|mosque|synagogue|temple)\b/g, 'mosque'],
    ['party', /\b(?:democrats?|republicans?|liberals?|conservatives?)\b/g, 'republicans'],
  ];

  test.each(twins)('%s: %s', (_what, words, other) => {
    let changed = 0;
    for (const { item, context } of items) {
      const text = item.text.replace(words, other);
      if (text === item.text) continue;
      changed += 1;
      for (const concern of taught)
        expect(judged({ ...item, text }, context, concern).margin).toBeCloseTo(
          judged(item, context, concern).margin,
          10,
        );
    }
    if (words.source.includes('he|she')) expect(changed).toBeGreaterThan(20);
  });

  test('a name, wherever it stands inside a sentence', () => {
    const names = ['Marcus', 'DeShawn', 'Guadalupe', 'Nguyen', 'Fatima', 'Olena', 'Xochitl', 'Siobhan'];
    const write = (name: string) => `The new account is only for us, so tell ${name} and nobody else about it.`;
    for (const concern of taught) {
      const margins = names.map((name) => judged({ kind: 'post', text: write(name) }, {}, concern).margin);
      expect(new Set(margins).size).toBe(1);
    }
  });
});

test('the weights are small, and say what they were trained on', () => {
  const file = fileURLToPath(new URL('../../src/engine/policy/learned/weights.ts', import.meta.url));
  expect(statSync(file).size).toBeLessThan(1_000_000);
  expect(trainedOn.items).toBeGreaterThan(2000);
  expect(trainedOn.sha256).toMatch(/^[0-9a-f]{64}$/);
});

describe('training', () => {
  const example = (index: number, expected: boolean) => ({ indexes: [index], values: [1], sources: [{}], expected });
  const examples = Array.from({ length: 40 }, (_, at) => example(at % 2, at % 2 === 0));

  test('gives the same weights for the same examples, and tells them apart', () => {
    const once = trainOn(examples, 2);
    expect(trainOn(examples, 2)).toEqual(once);
    expect(once.weights[0]).toBeGreaterThan(0);
    expect(once.weights[1]).toBeLessThan(0);
  });

  test('sets a threshold that keeps the precision asked for, and none where it cannot', () => {
    const four = [true, true, false, true].map((expected) => example(0, expected));
    expect(thresholdFor([4, 3, 2, 1], four, 0.75)).toBe(1);
    expect(thresholdFor([4, 3, 2, 1], four, 0.9)).toBe(3);
    expect(thresholdFor([1, 2], [example(0, true), example(0, false)], 0.9)).toBeNull();
  });
});
