import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kappaOf, tableOf } from '../../src/engine/blind/agreement.ts';
import { chooseBySeed } from '../../src/engine/blind/draw.ts';
import { exactInterval } from '../../src/engine/blind/interval.ts';
import { Desk, teacher } from './desk.ts';

describe('the exact interval', () => {
  // Worked by hand from the closed forms for none and all, and from published tables for the rest.
  test.each([
    [0, 10, 0, 0.3085],
    [0, 100, 0, 0.0362],
    [10, 10, 0.6915, 1],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [2, 60, 0.0041, 0.1153],
    [50, 200, 0.1916, 0.316],
  ])('of %i in %i goes from %d to %d', (hits, n, low, high) => {
    const interval = exactInterval(hits, n, 0.95);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  test('holds the share itself, mirrors, and covers as often as it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, some) => {
        const hits = some % (n + 1);
        const { low, high } = exactInterval(hits, n, 0.95);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        const mirrored = exactInterval(n - hits, n, 0.95);
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
      }),
    );
    for (const p of [0.01, 0.05, 0.3]) {
      let covered = 0;
      for (let hits = 0; hits <= 60; hits++) {
        const { low, high } = exactInterval(hits, 60, 0.95);
        if (low <= p && p <= high) covered += binomial(60, hits, p);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('of more than there are is a fault', () => {
    expect(() => exactInterval(3, 2, 0.95)).toThrow(RangeError);
    expect(() => exactInterval(0, 0, 0.95)).toThrow(RangeError);
  });
});

function binomial(n: number, k: number, p: number): number {
  let value = (1 - p) ** n;
  for (let i = 0; i < k; i++) value *= ((n - i) / (i + 1)) * (p / (1 - p));
  return value;
}

describe('agreement of two people', () => {
  test('is Cohen’s kappa', () => {
    // Cohen's textbook table: 20 and 15 agreed of 50.
    expect(kappaOf({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 })).toBeCloseTo(0.4, 10);
    expect(kappaOf({ both: 10, onlyFirst: 0, onlySecond: 0, neither: 10 })).toBe(1);
    expect(kappaOf({ both: 0, onlyFirst: 5, onlySecond: 5, neither: 0 })).toBeCloseTo(-1, 10);
    expect(kappaOf({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 20 })).toBeNull();
  });

  test('is the same whoever is named first, and never above one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1 }), (pairs) => {
        const kappa = kappaOf(tableOf(pairs));
        const turned = kappaOf(tableOf(pairs.map(([a, b]) => [b, a] as const)));
        if (kappa === null || turned === null) expect(kappa).toBe(turned);
        else {
          expect(kappa).toBeCloseTo(turned, 10);
          expect(kappa).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a draw by seed', () => {
  const ids = Array.from({ length: 500 }, (_, n) => `item-${n}`);
  test('is the same again, has its size, and keeps the order given', () => {
    const drawn = chooseBySeed('a seed', ids, 40);
    expect(chooseBySeed('a seed', ids, 40)).toEqual(drawn);
    expect(chooseBySeed('another', ids, 40)).not.toEqual(drawn);
    expect(drawn).toHaveLength(40);
    expect(drawn).toEqual(ids.filter((id) => drawn.includes(id)));
  });

  test('takes each item about equally often', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      for (const id of chooseBySeed(String(seed), ids, 50)) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // 40 on average, with a deviation of 6.
    expect(Math.min(...ids.map((id) => times.get(id) ?? 0))).toBeGreaterThan(10);
    expect(Math.max(...times.values())).toBeLessThan(75);
  });
});

describe('a sample of what was not suggested', () => {
  const desk = new Desk();
  let ids: readonly string[] = [];
  const posts = [
    ...Array.from({ length: 30 }, (_, n) => ({
      from: 'ofarrell',
      at: `2026-03-14T${String(8 + (n % 10)).padStart(2, '0')}:${String(n).padStart(2, '0')}:00-04:00`,
      text: `Saturday pancakes number ${n} with the cousins`,
    })),
    {
      from: 'ofarrell',
      at: '2026-03-10T18:42:00-04:00',
      text: 'As science teacher at Hollow Brook Middle School I say vote no',
    },
  ];
  beforeAll(async () => {
    await desk.newCase();
    await desk.ask('person.add', teacher);
    ids = await desk.messages(posts, 'Post');
  }, 60_000);
  afterAll(() => desk.end());

  test('is offered in sizes that say what they can show', async () => {
    const { population, sizes } = await desk.ask('blind.sizes', { purpose: 'missed' });
    expect(population).toBe(30);
    expect(sizes[0]).toMatchObject({ size: 20 });
    expect(sizes[0]?.atMost).toBeCloseTo(0.1684, 3);
    expect(sizes.at(-1)).toEqual({ size: 30, atMost: 0 });
  });

  test('leaves out what was suggested, keeps its seed, and is the same again from it', async () => {
    const one = await desk.ask('blind.draw', { purpose: 'missed', size: 20, seed: 'spring' });
    const view = await desk.ask('blind.view', { id: one.id });
    expect(view.items).toHaveLength(20);
    expect(view.items.some(({ id }) => id === ids[30])).toBe(false);
    expect(view.estimate).toBeNull();
    await desk.ask('history.reverse', {});
    const again = await desk.ask('blind.draw', { purpose: 'missed', size: 20, seed: 'spring' });
    const same = await desk.ask('blind.view', { id: again.id });
    expect(same.items.map(({ id }) => id)).toEqual(view.items.map(({ id }) => id));
  });

  test('says nothing before every item was examined, and then how much was missed and within which bounds', async () => {
    const [sample] = await desk.ask('blind.list', {});
    const { items } = await desk.ask('blind.view', { id: sample?.id ?? '' });
    const clauses = [{ policy: '4118.51', clause: '8' }];
    for (const [at, item] of items.entries()) {
      const view = await desk.ask('blind.answer', {
        sampleId: sample?.id ?? '',
        itemId: item.id,
        clauses: at === 0 ? clauses : [],
        note: null,
      });
      if (at < items.length - 1) expect(view.estimate).toBeNull();
      else {
        expect(view.estimate).toMatchObject({ examined: 20, missed: 1 });
        expect(view.estimate?.rate.point).toBeCloseTo(0.05, 10);
        expect(view.estimate?.rate.high).toBeCloseTo(0.2487, 3);
        expect(view.estimate?.items.low).toBeGreaterThanOrEqual(1);
        expect(view.estimate?.items.high).toBeLessThanOrEqual(11);
      }
    }
  });

  test('takes answers about its own items and clauses only', async () => {
    const [sample] = await desk.ask('blind.list', {});
    const answer = { sampleId: sample?.id ?? '', itemId: ids[30] ?? '', clauses: [], note: null };
    expect((await desk.refused('blind.answer', answer)).kind).toBe('not-found');
    const { items } = await desk.ask('blind.view', { id: sample?.id ?? '' });
    const foreign = { ...answer, itemId: items[0]?.id, clauses: [{ policy: 'norwalk', clause: 'C2' }] };
    expect((await desk.refused('blind.answer', foreign)).kind).toBe('clause-unknown');
  });
});

describe('two people who link apart', () => {
  const desk = new Desk();
  const texts = ['one pancake', 'two pancakes', 'three pancakes', 'four pancakes'];
  beforeAll(async () => {
    await desk.newCase();
    await desk.messages(texts.map((text, n) => ({ from: 'ofarrell', at: `2026-03-1${n} 18:00`, text })));
  }, 60_000);
  afterAll(() => desk.end());

  test('see nothing of each other before both have finished, and then where they differ', async () => {
    const sample = await desk.ask('blind.draw', { purpose: 'second-reading', size: 4, seed: 'apart' });
    const { items } = await desk.ask('blind.view', { id: sample.id });
    const seven = { policy: '4118.51', clause: '7' };
    const answer = async (which: readonly number[]) => {
      let view = await desk.ask('blind.view', { id: sample.id });
      for (const [at, { id }] of items.entries()) {
        expect(view.comparison).toBeNull();
        const clauses = which.includes(at) ? [seven] : [];
        view = await desk.ask('blind.answer', { sampleId: sample.id, itemId: id, clauses, note: null });
      }
      return view;
    };
    await desk.ask('identity.rename', { name: 'Ana Reis', role: 'Investigator' });
    const first = await answer([0, 1]);
    expect(first.comparison).toBeNull();
    await desk.ask('identity.rename', { name: 'Tom Behr', role: 'Reviewer' });
    const before = await desk.ask('blind.view', { id: sample.id });
    expect(before.items.every((item) => item.answer === null)).toBe(true);
    const { comparison } = await answer([0, 2]);
    expect(comparison).toMatchObject({
      first: 'Ana Reis, Investigator',
      second: 'Tom Behr, Reviewer',
      items: 4,
      same: 2,
    });
    expect(comparison?.clauses).toMatchObject([
      { clause: '7', both: 1, onlyFirst: 1, onlySecond: 1, neither: 1, kappa: 0 },
    ]);
    expect(comparison?.differences.map(({ number }) => number)).toEqual([items[1]?.number, items[2]?.number]);
  });
});
