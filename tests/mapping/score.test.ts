import { describe, expect, test } from 'vitest';
import type { SuggestOutput } from '../../src/contract/suggest.ts';
import type { Labels, TwiceLabelled } from './items.ts';
import { type Judged, kappaOf, scoreOf, tally } from './score.ts';
import { truthOf } from './truth.ts';

type Wanted = Partial<Omit<Labels, 'expect' | 'may'>> & {
  readonly expect?: Partial<Labels['expect']>;
  readonly may?: Partial<Labels['may']>;
};

function labels(wanted: Wanted): Labels {
  const none = { '4118.51': [], norwalk: [] };
  return {
    ...{ id: 'e', setAside: [], exceptions: [], protectedSpeech: [], mandatedReport: false, words: {} },
    ...wanted,
    expect: { ...none, ...wanted.expect },
    may: { ...none, ...wanted.may },
  };
}

function twice(first: Wanted, second: Wanted = first): TwiceLabelled {
  const shape = { item: { text: '' }, context: {}, kind: 'positive', difficulty: 'plain', language: 'en' } as const;
  return { first: { ...labels(first), ...shape }, second: labels(second) };
}

function output(clauses: readonly string[], rest: Partial<SuggestOutput> = {}, span = ''): SuggestOutput {
  const spans = span === '' ? [] : [{ field: 'text' as const, start: 0, end: span.length, text: span }];
  const suggestions = clauses.map((key) => {
    const [policy = '', clause = ''] = key.split(' ');
    return { policy, clause, score: 0.8, because: 'Because.', spans, exceptions: [], unknowns: [] };
  });
  const silent = {
    id: 'e',
    setAside: [],
    protectedSpeech: [],
    mandatedReport: { flag: false, because: '', spans: [] },
  };
  return { ...silent, suggestions, ...rest };
}

function judged(item: TwiceLabelled, said: SuggestOutput, kind: Judged['kind'] = 'positive'): Judged {
  return { truth: truthOf(item), output: said, kind };
}

describe('two people’s labels together', () => {
  test('are expected where both expect, and open where only one does', () => {
    const truth = truthOf(twice({ expect: { norwalk: ['B2', 'C1'] } }, { expect: { norwalk: ['B2'] } }));
    expect(Object.fromEntries(truth.clauses)).toEqual({ 'norwalk B2': 'expected', 'norwalk C1': 'open' });
  });

  test('are open where one expects and the other leaves it open, and where one leaves open what the other passes over', () => {
    const truth = truthOf(
      twice({ expect: { '4118.51': ['2'] }, may: { '4118.51': ['5'] } }, { may: { '4118.51': ['2'] } }),
    );
    expect(Object.fromEntries(truth.clauses)).toEqual({ '4118.51 2': 'open', '4118.51 5': 'open' });
  });

  test('tell a report apart that only one of them saw', () => {
    expect(truthOf(twice({ mandatedReport: true })).mandatedReport).toBe('expected');
    expect(truthOf(twice({ mandatedReport: true }, {})).mandatedReport).toBe('open');
    expect(truthOf(twice({})).mandatedReport).toBe('none');
  });
});

describe('the score of a clause', () => {
  test('counts hits, misses and false alarms, and neither for what is open', () => {
    const score = scoreOf([
      judged(twice({ expect: { norwalk: ['B2'] } }), output(['norwalk B2'])),
      judged(twice({ expect: { norwalk: ['B2'] } }), output([])),
      judged(twice({}), output(['norwalk B2'])),
      judged(twice({ may: { norwalk: ['B2'] } }), output(['norwalk B2'])),
      judged(twice({ may: { norwalk: ['B2'] } }), output([])),
    ]);
    expect(score.clauses.get('norwalk B2')).toEqual({
      hits: 1,
      misses: 1,
      falseAlarms: 1,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
  });

  test('keeps one policy’s clause apart from the other policy’s of the same item', () => {
    const score = scoreOf([judged(twice({ expect: { '4118.51': ['3'] } }), output(['norwalk B3']))]);
    expect(score.clauses.get('4118.51 3')?.recall).toBe(0);
    expect(score.clauses.get('norwalk B3')?.falseAlarms).toBe(1);
  });

  test('has neither precision nor recall where there is nothing to divide by', () => {
    expect(tally([['none', false]])).toMatchObject({ precision: null, recall: null, f1: null });
    expect(tally([['expected', false]])).toMatchObject({ precision: null, recall: 0, f1: 0 });
  });
});

test('the mean over clauses leaves out clauses that nobody expects and counts a clause never suggested as 0', () => {
  const { macro } = scoreOf([
    judged(twice({ expect: { norwalk: ['B2', 'C1'] } }), output(['norwalk B2', 'norwalk A1'])),
  ]);
  expect(macro).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, clauses: 2 });
});

test('silence counts only items that expect nothing, and an open clause does not break it', () => {
  const score = scoreOf([
    judged(twice({ expect: { norwalk: ['B2'] } }), output([])),
    judged(twice({ may: { norwalk: ['C1'] } }), output(['norwalk C1']), 'near-miss'),
    judged(twice({}), output(['norwalk C1']), 'everyday'),
    judged(twice({}), output([]), 'everyday'),
  ]);
  expect(score.silence).toEqual({ of: 3, held: 2, rate: 2 / 3 });
  expect(score.everydaySilence).toEqual({ of: 2, held: 1, rate: 0.5 });
});

test('the recall of mandated reports leaves out items on which two people differ', () => {
  const flagged = { mandatedReport: { flag: true, because: 'Harm.', spans: [] } };
  const { mandatedReport } = scoreOf([
    judged(twice({ mandatedReport: true }), output([], flagged)),
    judged(twice({ mandatedReport: true }), output([])),
    judged(twice({ mandatedReport: true }, {}), output([], flagged)),
  ]);
  expect(mandatedReport).toMatchObject({ hits: 1, misses: 1, falseAlarms: 0, recall: 0.5 });
});

describe('the words pointed to', () => {
  const item = twice({ expect: { norwalk: ['B2'] }, words: { 'norwalk B2': ['drools on the desk'] } });
  const right = (span: string) => scoreOf([judged(item, output(['norwalk B2'], {}, span))]).spans;

  test('are right inside a labelled piece, around it, or where half of the shorter one is shared', () => {
    expect(right('drools')).toEqual({ of: 1, held: 1, rate: 1 });
    expect(right('he drools on the desk again').held).toBe(1);
    expect(right('boy drools on Mondays').held).toBe(1);
  });

  test('are wrong elsewhere and where none are given', () => {
    expect(right('third period').held).toBe(0);
    expect(right('').held).toBe(0);
  });

  test('are not asked for where circumstances decide, nor on a miss', () => {
    expect(scoreOf([judged(twice({ expect: { norwalk: ['C2'] } }), output(['norwalk C2'], {}, 'hi'))]).spans.of).toBe(
      0,
    );
    expect(scoreOf([judged(item, output([]))]).spans.of).toBe(0);
  });
});

test('an exception is surfaced when it is set aside or shown with its suggestion', () => {
  const relatives = { policy: 'norwalk', clause: 'C2', exception: 'relatives' } as const;
  const item = twice({ setAside: [relatives] });
  expect(scoreOf([judged(item, output([], { setAside: [{ ...relatives, because: 'Son.' }] }))]).exceptions.held).toBe(
    1,
  );
  const [shown] = output(['norwalk C2']).suggestions;
  const exceptions = [{ exception: 'relatives', because: 'Son.', applies: 'unknown' }] as const;
  const suggestions = shown === undefined ? [] : [{ ...shown, exceptions: [...exceptions] }];
  expect(scoreOf([judged(item, output([], { suggestions }))]).exceptions.held).toBe(1);
  expect(scoreOf([judged(item, output([]))]).exceptions).toEqual({ of: 1, held: 0, rate: 0 });
});

describe('agreement of two people', () => {
  const yes: Wanted = { expect: { norwalk: ['B2'] } };

  test('is 1 where they always agree and 0 where they agree as often as chance would', () => {
    expect(kappaOf([twice(yes), twice({})], 'norwalk B2')).toBe(1);
    expect(kappaOf([twice(yes), twice(yes, {}), twice({}, yes), twice({})], 'norwalk B2')).toBe(0);
  });

  test('is worked out from the shares of each: 20 and 15 yes, 5 and 10 apart, of 50', () => {
    const items = [
      ...Array.from({ length: 20 }, () => twice(yes)),
      ...Array.from({ length: 5 }, () => twice(yes, {})),
      ...Array.from({ length: 10 }, () => twice({}, yes)),
      ...Array.from({ length: 15 }, () => twice({})),
    ];
    expect(kappaOf(items, 'norwalk B2')).toBeCloseTo(0.4, 10);
  });

  test('cannot be told where nobody expects the clause', () => {
    expect(kappaOf([twice({})], 'norwalk B2')).toBeNull();
  });
});
