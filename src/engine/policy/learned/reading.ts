import { concerns } from '../concerns/catalogue.ts';
import type { Signal } from '../detectors/detector.ts';
import { exceptionRules } from '../exceptions/rules.ts';
import type { Scene } from '../scene/scene.ts';
import { screenMandatedReport } from '../screens/mandated-report.ts';
import { screenProtectedSpeech } from '../screens/protected-speech.ts';
import { fold } from '../text/fold.ts';
import { originalOf, type Sentence, type TextField } from '../text/passage.ts';
import type { SentenceVectors } from './encoder.ts';
import { fieldCount, fieldsIn } from './fields-of-meaning.ts';
import { inEnglish } from './in-english.ts';
import { plainSentence } from './plain-sentence.ts';

/** Words as the learned layer reads them: `plain` for the encoder, folded for words and meanings. */
interface PlainWords {
  readonly plain: string;
  readonly folded: string;
}

/** A sentence of the item's own words, and how the learned layer reads it. */
export interface PlainSentence extends PlainWords {
  readonly field: TextField;
  readonly sentence: Sentence;
  readonly sentenceIndex: number;
}

/** A scene's sentences as the learned layer reads them: the item's own, those just before it, the notes. */
export interface PlainScene {
  readonly own: readonly PlainSentence[];
  readonly before: readonly PlainWords[];
  readonly notes: readonly PlainWords[];
}

/** How many messages before the item are read with it. */
const messagesBefore = 2;

/** More sentences of one text tell nothing new and would make a long document slow. */
const mostSentences = 40;

const plainScenes = new WeakMap<Scene, PlainScene>();

export function plainSceneOf(scene: Scene, ordinary: ReadonlySet<string>): PlainScene {
  const known = plainScenes.get(scene);
  if (known !== undefined) return known;
  const names = namesOf(scene, ordinary);
  const plain = (field: TextField): readonly PlainSentence[] =>
    field.sentences.slice(0, mostSentences).flatMap((sentence, sentenceIndex) => {
      const written = plainSentence(originalOf(field, sentence.start, sentence.end), ordinary, names);
      return written === ''
        ? []
        : [{ field, sentence, sentenceIndex, plain: inEnglish(written), folded: fold(written).words }];
    });
  const read: PlainScene = {
    own: scene.fields.flatMap(plain).slice(0, mostSentences),
    before: scene.thread.slice(-messagesBefore).flatMap(({ field }) => plain(field)),
    notes: scene.notes === null ? [] : plain(scene.notes),
  };
  plainScenes.set(scene, read);
  return read;
}

/** The parts of the names of those who write and receive; a part that is also a word stays a word. */
function namesOf(scene: Scene, ordinary: ReadonlySet<string>): ReadonlySet<string> {
  const parties = [scene.author, ...scene.recipients, ...scene.thread.map(({ party }) => party)];
  return new Set(
    parties
      .flatMap(({ name }) => (name ?? '').toLowerCase().split(/[^\p{L}\p{M}]+/u))
      .filter((part) => part.length > 2 && !ordinary.has(part)),
  );
}

/** Everything of a scene that an encoder should read: each sentence, the item as a whole, and its passages. */
export function sentencesToEncode(scene: Scene, ordinary: ReadonlySet<string>): readonly string[] {
  const { own, before, notes } = plainSceneOf(scene, ordinary);
  const alone = [...own, ...before, ...notes].map(({ plain }) => plain);
  const whole = [own, ...passagesOf(own)].filter(({ length }) => length > 0).map(asOne);
  return [...new Set([...alone, ...whole])];
}

/** Items up to this many sentences are read as a whole: so long were those that taught. */
const wholeUpTo = 5;
const passageLength = 3;

/** Of a longer item, every sentence alone and passages of three, each beginning two after the last; none of a shorter one. */
export function passagesOf(own: readonly PlainSentence[]): readonly (readonly PlainSentence[])[] {
  if (own.length <= wholeUpTo) return [];
  const starts = Array.from({ length: Math.ceil((own.length - 1) / 2) }, (_, index) => index * 2);
  return [...own.map((one) => [one]), ...starts.map((start) => own.slice(start, start + passageLength))];
}

/** The encoder reads no further. */
const mostLetters = 600;

/** Sentences as one text: a sentence may mean something else after the one before it. */
export function asOne(own: readonly PlainWords[]): string {
  return own
    .map(({ plain }) => plain)
    .join(' ')
    .slice(0, mostLetters);
}

/**
 * The parts of a scene in vectors: mean and greatest of its own sentences, mean of those before, mean of the notes, and its
 * own sentences read as one text.
 */
export function vectorBlocks(
  plain: PlainScene,
  vectors: SentenceVectors,
  size: number,
  own: readonly PlainSentence[] = plain.own,
): readonly Float64Array[] {
  const ownVectors = own.map((one) => vectors(one.plain));
  const mean = meanOf(ownVectors, size);
  const whole = own.length === 0 ? null : vectors(asOne(own));
  return [
    mean,
    greatestOf(ownVectors, size),
    meanOf(
      plain.before.map((one) => vectors(one.plain)),
      size,
    ),
    meanOf(
      plain.notes.map((one) => vectors(one.plain)),
      size,
    ),
    whole === null ? mean : Float64Array.from(whole),
  ];
}

function meanOf(all: readonly (Float32Array | null)[], size: number): Float64Array {
  const there = all.filter((one) => one !== null);
  const mean = new Float64Array(size);
  for (const one of there)
    for (let at = 0; at < size; at += 1) mean[at] = (mean[at] ?? 0) + (one[at] ?? 0) / there.length;
  return mean;
}

function greatestOf(all: readonly (Float32Array | null)[], size: number): Float64Array {
  const there = all.filter((one) => one !== null);
  const most = new Float64Array(size);
  const [first] = there;
  if (first === undefined) return most;
  most.set(first);
  for (const one of there) for (let at = 0; at < size; at += 1) most[at] = Math.max(most[at] ?? 0, one[at] ?? 0);
  return most;
}

/** How many of these fields of meaning stand in the item, the notes and what came before; each count has a ceiling. */
export function meaningOf(plain: PlainScene, own: readonly PlainSentence[] = plain.own): Float64Array {
  const all = new Float64Array(3 * fieldCount);
  const add = (part: number, sentences: readonly PlainWords[], most: number): void => {
    for (const { folded } of sentences) {
      for (const [index, count] of fieldsIn(folded).entries()) {
        const at = part * fieldCount + index;
        all[at] = Math.min((all[at] ?? 0) + count, most);
      }
    }
  };
  add(0, own, 3);
  add(1, plain.notes, 2);
  add(2, plain.before, 2);
  return all.map((count) => count / 3);
}

/** What the rules found in a scene, by name: the strength (0–1) of each detector and concern, exceptions and screens. */
export function evidenceOf(
  scene: Scene,
  signals: readonly { readonly detector: string; readonly signals: readonly Signal[] }[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { detector, signals: given } of signals) {
    for (const { weighs, about, strength } of given) {
      const name = `${detector} ${weighs}${about === undefined ? '' : ` ${about}`}`;
      found.set(name, 1 - (1 - (found.get(name) ?? 0)) * (1 - strength));
    }
  }
  for (const concern of concerns) {
    const own = new Set(concern.detectors.map(({ id }) => id));
    const all = signals.filter(({ detector }) => own.has(detector)).flatMap((one) => one.signals);
    const left = (weighs: Signal['weighs']): number =>
      all.filter((signal) => signal.weighs === weighs).reduce((rest, { strength }) => rest * (1 - strength), 1);
    const net = (1 - left('for')) * left('against');
    if (net > 0) found.set(`concern ${concern.id}`, net);
  }
  for (const [id, rule] of Object.entries(exceptionRules)) {
    const view = rule.weigh(scene);
    if (view !== null) found.set(`exception ${id} ${view.applies}`, 1);
  }
  for (const { kind } of screenProtectedSpeech(scene)) found.set(`screen ${kind}`, 1);
  if (screenMandatedReport(scene).flag) found.set('screen mandated-report', 1);
  return found;
}
