import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SuggestInput } from '../../src/contract/suggest.ts';
import { workerEntry } from '../../src/engine/index.ts';
import { ruleDetectors } from '../../src/engine/policy/concerns/rule-detectors.ts';
import { loadPolicies, suggestFor } from '../../src/engine/policy/index.ts';
import type { SentenceVectors } from '../../src/engine/policy/learned/encoder.ts';
import { circumstancesOf, wordsOfScene } from '../../src/engine/policy/learned/features.ts';
import {
  asOne,
  evidenceOf,
  type PlainScene,
  plainSceneOf,
  sentencesToEncode,
} from '../../src/engine/policy/learned/reading.ts';
import { readScene, type Scene } from '../../src/engine/policy/scene/scene.ts';
import { vectorSize } from '../../src/engine/workers/encode-job.ts';
import { startNodeWorker } from '../../src/engine/workers/host.ts';
import { SentenceEncoder } from '../../src/engine/workers/sentence-encoder.ts';
import { readEvaluation, readSplit } from '../../tests/mapping/items.ts';
import { type Truth, truthOf } from '../../tests/mapping/truth.ts';
import type { Corpus, TrainingItem } from './corpus.ts';
import { type Dilution, dilutionsOf } from './dilute.ts';
import { heads, type Labelled, targetsOf } from './heads.ts';
import { mainDirections } from './project.ts';

/** A word, pair or beginning has to stand in so many items: what only one family of items holds teaches nothing. */
const fewestItems = 4;
const parts = 160;

export interface PreparedItem {
  readonly scene: Scene;
  readonly plain: PlainScene;
  readonly evidence: ReadonlyMap<string, number>;
  readonly targets: Int8Array;
  readonly byRule: ReadonlySet<number>;
  readonly bound: boolean;
  readonly isEveryday: boolean;
}

export interface TaughtItem extends PreparedItem {
  readonly language: string;
}

export interface Prepared {
  readonly training: readonly TaughtItem[];
  readonly dilutions: readonly Dilution[];
  readonly development: readonly PreparedItem[];
  readonly ordinary: readonly string[];
  readonly words: readonly { readonly name: string; readonly rarity: number }[];
  readonly circumstances: readonly string[];
  readonly evidenceNames: readonly string[];
  readonly projection: { readonly size: number; readonly parts: number; readonly rows: Float32Array };
  readonly vectors: SentenceVectors;
}

/** Reads every item as the program will, and brings its sentences to numbers. */
export async function prepare(root: string, corpus: Corpus): Promise<Prepared> {
  const ordinary = ordinaryWords(corpus.items.map(({ item, context }) => SuggestInput.parse({ item, context })));
  const known = new Set(ordinary);
  const packs = loadPolicies(join(root, 'resources'));
  const read = (item: unknown, context: unknown, labels: Labelled, kind: string): PreparedItem => {
    const input = SuggestInput.parse({ item, context });
    const scene = readScene(input, 'America/New_York');
    const signals = ruleDetectors.map((detector) => ({ detector: detector.id, signals: detector.detect(scene) }));
    const bound = scene.author.employee !== 'no';
    const said = suggestFor(input, packs, { learned: false }).suggestions.filter(({ passes }) => passes);
    return {
      scene,
      plain: plainSceneOf(scene, known),
      evidence: evidenceOf(scene, signals),
      targets: targetsOf(labels, bound),
      byRule: new Set(
        said.map(({ policy, clause }) => heads.findIndex(({ id }) => id === `clause ${policy} ${clause}`)),
      ),
      bound,
      isEveryday: kind === 'everyday',
    };
  };
  const training = corpus.items.map((one) => ({
    ...read(one.item, one.context, labelsOf(one), one.kind),
    language: one.language,
  }));
  const folder = join(root, 'tests', 'mapping', 'evaluation');
  const heldOut = new Set(readSplit(folder).heldOut);
  const development = readEvaluation(folder)
    .filter(({ first }) => !heldOut.has(first.id))
    .map((one) => read(one.first.item, one.first.context, labelsOfTruth(truthOf(one)), one.first.kind));
  const dilutions = dilutionsOf(training);
  const sentences = [
    ...[...training, ...development].flatMap(({ scene }) => sentencesToEncode(scene, known)),
    ...dilutions.map(({ own }) => asOne(own)),
  ];
  const vectors = await encodeAll(root, sentences);
  const taught = [...new Set(training.flatMap(({ scene }) => sentencesToEncode(scene, known)))];
  const rows = mainDirections(
    taught.map(vectors).filter((one) => one !== null),
    vectorSize,
    parts,
  );
  return {
    training,
    dilutions,
    development,
    ordinary,
    ...vocabularyOf(training),
    projection: { size: vectorSize, parts, rows },
    vectors,
  };
}

function labelsOf(one: TrainingItem): Labelled {
  return {
    clause: (policy, clause) => (one.expect[policy].includes(clause) ? 1 : one.may[policy].includes(clause) ? -1 : 0),
    speech: (kind) => ((kind === null ? one.protectedSpeech.length > 0 : one.protectedSpeech.includes(kind)) ? 1 : 0),
    mandatedReport: one.mandatedReport ? 1 : 0,
  };
}

function labelsOfTruth(truth: Truth): Labelled {
  const values = { expected: 1, open: -1, none: 0 } as const;
  return {
    clause: (policy, clause) => values[truth.clauses.get(`${policy} ${clause}`) ?? 'none'],
    speech: (kind) => (kind === null ? values[truth.protectedSpeech] : -1),
    mandatedReport: values[truth.mandatedReport],
  };
}

/** A part of somebody's name that is written small so many times is a word too. */
const surelyAWord = 12;

/** Words that are written small much more often than with a capital inside a sentence: at its beginning they are no name. */
function ordinaryWords(inputs: readonly SuggestInput[]): readonly string[] {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  const count = (map: Map<string, number>, word: string): unknown => map.set(word, (map.get(word) ?? 0) + 1);
  for (const { item, context } of inputs) {
    const texts = [
      item?.text,
      item?.imageText,
      context?.notes,
      ...(context?.threadBefore ?? []).map((one) => one?.text),
    ];
    for (const sentence of texts.flatMap((text) => (text ?? '').split(/(?<=[.!?\n])\s+/))) {
      for (const [index, [word]] of [...sentence.matchAll(/[\p{L}\p{M}]+(?:['’\-.][\p{L}\p{M}]+)*/gu)].entries()) {
        const plain = word.toLowerCase().replace(/[’'].*$/, '');
        if (!/^\p{Lu}/u.test(word)) count(small, plain);
        else if (index > 0) count(large, plain);
      }
    }
  }
  const ofPeople = new Set(
    inputs
      .flatMap(({ item, context }) => [
        item?.author?.name,
        ...(item?.recipients ?? []).map((one) => one?.name),
        ...(context?.threadBefore ?? []).map((one) => one?.author),
      ])
      .flatMap((name) => (name ?? '').toLowerCase().split(/[^\p{L}\p{M}]+/u)),
  );
  // `marcus` in hasty writing stays a name; `grace` and `may` are words as well.
  const isOrdinary = (word: string, times: number): boolean =>
    word !== '' && times > 2 * (large.get(word) ?? 0) && (!ofPeople.has(word) || times >= surelyAWord);
  return [...small]
    .filter(([word, times]) => isOrdinary(word, times))
    .map(([word]) => word)
    .sort();
}

function vocabularyOf(items: readonly PreparedItem[]): Pick<Prepared, 'words' | 'circumstances' | 'evidenceNames'> {
  const words = new Map<string, number>();
  const circumstances = new Map<string, number>();
  const evidence = new Map<string, number>();
  const add = (map: Map<string, number>, names: Iterable<string>): void => {
    for (const name of new Set(names)) map.set(name, (map.get(name) ?? 0) + 1);
  };
  for (const one of items) {
    add(
      words,
      wordsOfScene(one.plain).map(({ name }) => name),
    );
    add(circumstances, circumstancesOf(one.scene));
    add(evidence, one.evidence.keys());
  }
  const often = (map: Map<string, number>): string[] =>
    [...map]
      .filter(([name, times]) => times >= fewestItems && !/[\t\n]/.test(name))
      .map(([name]) => name)
      .sort();
  return {
    words: often(words).map((name) => ({
      name,
      rarity: Math.round(Math.min(1, Math.log(items.length / (words.get(name) ?? 1)) / 6) * 100),
    })),
    circumstances: often(circumstances),
    evidenceNames: often(evidence),
  };
}

/** Encodes what was not encoded in an earlier training; the numbers are kept beside the libraries, not in the project. */
async function encodeAll(root: string, sentences: readonly string[]): Promise<SentenceVectors> {
  const folder = join(root, 'node_modules', '.cache', 'evenhand-mapping');
  const [names, numbers] = [join(folder, 'sentences.json'), join(folder, 'vectors.bin')];
  const known = new Map<string, Float32Array>();
  if (existsSync(names)) {
    const bytes = readFileSync(numbers);
    const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    const earlier: string[] = JSON.parse(readFileSync(names, 'utf8'));
    for (const [index, one] of earlier.entries())
      known.set(one, all.subarray(index * vectorSize, (index + 1) * vectorSize));
  }
  const missing = [...new Set(sentences)].filter((one) => !known.has(one));
  const encoder = new SentenceEncoder(() => startNodeWorker(workerEntry(join(root, 'src', 'engine'), 'encode', false)));
  for (let from = 0; from < missing.length; from += 2000) {
    const some = missing.slice(from, from + 2000);
    await encoder.encode(some);
    for (const one of some) {
      const vector = encoder.vectorOf(one);
      if (vector === null) throw new Error('the encoder failed');
      known.set(one, vector);
    }
  }
  encoder.close();
  if (missing.length === 0) return (sentence) => known.get(sentence) ?? null;
  const kept = [...new Set(sentences)];
  const all = new Float32Array(kept.length * vectorSize);
  for (const [index, one] of kept.entries()) all.set(known.get(one) ?? [], index * vectorSize);
  mkdirSync(folder, { recursive: true });
  writeFileSync(names, JSON.stringify(kept));
  writeFileSync(numbers, Buffer.from(all.buffer));
  return (sentence) => known.get(sentence) ?? null;
}
