import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calibrate } from '../../scripts/train-mapping/calibrate.ts';
import { readCorpus } from '../../scripts/train-mapping/corpus.ts';
import { type Example, trainNetwork } from '../../scripts/train-mapping/fit.ts';
import { startNodeWorker, workerEntry } from '../../src/engine/index.ts';
import { loadPolicies, sentencesFor, suggestFor, toWire } from '../../src/engine/policy/index.ts';
import { forward } from '../../src/engine/policy/learned/network.ts';
import { plainSentence } from '../../src/engine/policy/learned/plain-sentence.ts';
import { trainedModel } from '../../src/engine/policy/learned/stored-model.ts';
import { Suggester } from '../../src/engine/policy/suggester.ts';
import { SentenceEncoder } from '../../src/engine/workers/sentence-encoder.ts';
import { laterTable } from '../policy/later-table.ts';
import { table } from '../policy/table.ts';
import { readEvaluation, readSplit } from './items.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('evaluation', import.meta.url));
const packs = loadPolicies(join(root, 'resources'));
const heldOut = new Set(readSplit(folder).heldOut);
const items = readEvaluation(folder)
  .map(({ first }) => first)
  .filter(({ id }) => !heldOut.has(id));
const startEncoder = () => startNodeWorker(workerEntry(join(root, 'src', 'engine'), 'encode', false));
const encoder = new SentenceEncoder(startEncoder);
const options = { vectors: encoder.vectorOf };

/** What anybody would see: clauses, set aside, screens. */
function seen(input: unknown): string {
  const out = toWire(suggestFor(input, packs, options));
  return JSON.stringify([
    out.suggestions.map(({ policy, clause }) => `${policy} ${clause}`).sort(),
    out.setAside.map(({ policy, clause, exception }) => `${policy} ${clause} ${exception}`).sort(),
    out.protectedSpeech.map(({ kind }) => kind).sort(),
    out.mandatedReport.flag,
  ]);
}

beforeAll(async () => {
  await encoder.encode(items.flatMap(({ item, context }) => sentencesFor({ item, context })));
}, 120_000);
afterAll(() => encoder.close());

describe('twins get the same from the whole, encoder and all, that differ only in', () => {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['gender', 'he', 'she'],
    ['gender', 'himself', 'herself'],
    ['gender', 'boy', 'girl'],
    ['gender', 'boys', 'girls'],
    ['gender', 'mom', 'dad'],
    ['gender', 'husband', 'wife'],
    ['gender', 'brother', 'sister'],
    ['faith', 'church', 'mosque'],
    ['faith', 'synagogue', 'temple'],
    ['faith', 'muslims', 'christians'],
    ['party', 'democrats', 'republicans'],
    ['party', 'liberals', 'conservatives'],
  ];

  test.each(pairs)('%s: %s and %s', async (_what, one, other) => {
    const twins = items.flatMap(({ id, item, context }) => {
      const text = swapped(item.text, one, other);
      return text === item.text ? [] : [{ id, first: { item, context }, second: { item: { ...item, text }, context } }];
    });
    await encoder.encode(twins.flatMap(({ second }) => sentencesFor(second)));
    for (const { id, first, second } of twins) expect(seen(second), id).toBe(seen(first));
  });

  test('the name of anybody who writes, receives or is spoken of', async () => {
    const names = ['Marcus', 'DeShawn', 'Guadalupe', 'Nguyen', 'Fatima', 'Olena', 'Xochitl', 'Siobhan', '李雷', 'José'];
    const write = [
      (name: string) => `${name} has the brain of a houseplant and I tell the whole office so.`,
      (name: string) => `So tell ${name} and nobody else about it, and delete this.`,
      (name: string) => `Proud of ${name} for the science fair. What a project!`,
      (name: string) => `Ask ${name}'s mother what the judge said about the custody.`,
    ].map((sentence) => names.map((name) => twinOf(name, sentence(name))));
    await encoder.encode(write.flat().flatMap(sentencesFor));
    for (const twins of write) expect(new Set(twins.map(seen)).size, twins[0]?.item.text).toBe(1);
  });

  function twinOf(name: string, text: string) {
    return {
      item: { kind: 'post', audience: 'public', author: { name, role: 'teacher' }, recipients: [{ name }], text },
      context: {},
    };
  }

  /** Each of two words in the place of the other, as it is written there. */
  function swapped(text: string, one: string, other: string): string {
    const words = new RegExp(`\\b(?:${one}|${other})\\b`, 'gi');
    return text.replace(words, (found) => {
      const put = found.toLowerCase() === one ? other : one;
      return /^[A-Z]/.test(found) ? put.charAt(0).toUpperCase() + put.slice(1) : put;
    });
  }
});

describe('the encoder', () => {
  test('gives the same bytes for an item alone as for many together', async () => {
    const inputs = items.slice(0, 40).map(({ id, item, context }) => ({ id, item, context }));
    const [alone, together] = [new Suggester(startEncoder, packs), new Suggester(startEncoder, packs)];
    const one: string[] = [];
    for (const input of inputs.slice(0, 12)) one.push(JSON.stringify(await alone.suggest([input])));
    const all = (await together.suggest(inputs)).map((result) => JSON.stringify([result]));
    alone.close();
    together.close();
    expect(all.slice(0, 12)).toEqual(one);
  }, 60_000);

  test('is no condition: without its process the words decide alone, and nothing fails', async () => {
    const broken = new Suggester(() => startNodeWorker(join(root, 'no-such-file.ts')), packs);
    const input = { item: items[0]?.item, context: items[0]?.context };
    expect(await broken.suggest([input])).toEqual([suggestFor(input, packs)]);
    broken.close();
  }, 60_000);

  test('is shown no name, gender, faith or party', () => {
    const ordinary = new Set(['went', 'to', 'the', 'with', 'said', 'and']);
    const read = (text: string) => plainSentence(text, ordinary, new Set(['fatima']));
    expect(read('Marcus went to the mosque with his wife.')).toBe(read('Olena went to the church with her husband.'));
    expect(read('fatima said no')).toBe(read('Fatima said no'));
    expect(read('Mary Ann Kowalski said no')).toBe(read('李雷 said no'));
    expect(read('Those Republicans and Jews')).toBe(read('Those Democrats and Hindus'));
  });
});

describe('what is suggested', () => {
  test('points to exact words, and says why in a sentence', () => {
    const said = items.flatMap(({ item, context }) =>
      toWire(suggestFor({ item, context }, packs, options)).suggestions.map((one) => ({ item, one })),
    );
    expect(said.length).toBeGreaterThan(100);
    for (const { item, one } of said) {
      expect(one.because).toMatch(/^["“A-Z].*[.?]$/s);
      for (const { field, start, end, text } of one.spans) {
        expect(String(Reflect.get(item, field)).slice(start, end)).toBe(text);
        expect(text.trim()).not.toBe('');
      }
    }
  });

  test('asks of what a student wrote only what an employee learned from it', async () => {
    const input = (text: string) => ({
      item: {
        kind: 'sms',
        audience: 'individual',
        author: { role: 'student' },
        recipients: [{ role: 'employee' }],
        text,
      },
    });
    const danger = input('my stepdad hits me with the cord when my grades are bad, pls dont tell anyone i told you');
    const rude = input('my third period teacher is a lazy idiot and everybody in my class hates her');
    await encoder.encode([danger, rude].flatMap(sentencesFor));
    const clauses = (one: unknown) =>
      toWire(suggestFor(one, packs, options)).suggestions.map(({ policy, clause }) => `${policy} ${clause}`);
    expect(clauses(danger)).toEqual(['norwalk B5']);
    expect(clauses(rude)).toEqual([]);
  });

  test('leaves six of seven near-misses of the rule table alone', async () => {
    const harmless = [...table, ...laterTable].filter(
      ({ clauses, setAside }) => clauses.length === 0 && setAside === undefined,
    );
    await encoder.encode(harmless.flatMap(({ input }) => sentencesFor(input)));
    const loud = harmless.filter(({ input }) => toWire(suggestFor(input, packs, options)).suggestions.length > 0);
    expect(harmless.length).toBeGreaterThan(200);
    expect(loud.length / harmless.length).toBeLessThan(1 / 7);
  });

  test('finds in a long text what it finds in the passage alone', async () => {
    const passage = 'My third period is a zoo of lazy idiots, and Kaylee is the dumbest monkey of them all.';
    const around = 'We painted the fence on Saturday. The soup was good. It rained in the evening. '.repeat(4);
    const item = (text: string) => ({ item: { kind: 'post', audience: 'public', author: { role: 'teacher' }, text } });
    await encoder.encode([passage, around].flatMap((text) => sentencesFor(item(text))));
    const clauses = (text: string) =>
      toWire(suggestFor(item(text), packs, options)).suggestions.map(({ policy, clause }) => `${policy} ${clause}`);
    expect(clauses(passage)).toContain('4118.51 2');
    expect(clauses(`${around}${passage} ${around}`)).toContain('4118.51 2');
  });
});

describe('the model', () => {
  test('is small and was taught by exactly the corpus that is there', () => {
    const written = readFileSync(join(root, 'resources', 'mapping', 'model.json'));
    expect(written.length).toBeLessThan(4_000_000);
    const { items: count, sha256 } = trainedModel().trainedOn;
    const corpus = readCorpus(join(root, 'corpus', 'mapping'));
    expect({ count, sha256 }).toEqual({ count: corpus.items.length, sha256: corpus.sha256 });
  });
});

describe('training', () => {
  const examples = Array.from({ length: 80 }, (_, at): Example => {
    const expected = at % 2 === 0;
    return {
      dense: Float64Array.from([expected ? 1 : 0, 0.5]),
      sparse: { indexes: [at % 4], values: [1] },
      targets: Int8Array.from([expected ? 1 : 0, -1]),
    };
  });
  const shape = { inputs: 2, sparse: 4, outputs: 2 };

  test('gives the same weights for the same examples, and tells them apart', () => {
    const once = trainNetwork(examples, shape, 1);
    expect(trainNetwork(examples, shape, 1)).toEqual(once);
    const [yes, no] = [0, 1].map((at) => {
      const { dense, sparse } = examples[at] ?? { dense: new Float64Array(2), sparse: { indexes: [], values: [] } };
      return forward(once, dense, sparse)[0] ?? 0;
    });
    expect(yes).toBeGreaterThan(no ?? 0);
  });

  test('turns log-odds into the shares that were seen', () => {
    const sums = Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? 1 : -1));
    const targets = sums.map((sum, at) => Number(sum > 0 ? at % 10 < 8 : at % 10 < 2));
    const { slope, shift } = calibrate(sums, targets);
    const p = (sum: number) => 1 / (1 + Math.exp(-(slope * sum + shift)));
    expect(p(1)).toBeCloseTo(targets.filter((target, at) => (sums[at] ?? 0) > 0 && target === 1).length / 200, 1);
    expect(p(-1)).toBeLessThan(0.3);
  });
});
