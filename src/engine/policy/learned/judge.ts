import type { Signal } from '../detectors/detector.ts';
import type { Scene } from '../scene/scene.ts';
import type { Hit } from '../text/passage.ts';
import type { SentenceVectors } from './encoder.ts';
import { fields } from './fields.ts';
import { fieldCount } from './fields-of-meaning.ts';
import { denseOf, meaningStart, type Surroundings, sparseOf } from './inputs.ts';
import { forward } from './network.ts';
import { evidenceOf, type PlainSentence, passagesOf, plainSceneOf } from './reading.ts';
import { type Limits, type TrainedModel, type TrainedVariant, trainedModel } from './stored-model.ts';

/** What the learned layer says about one question of an item. */
export interface Verdict {
  /** Probability (0–1), calibrated on items that the fit had not seen. */
  readonly probability: number;
  /** 0.5 and more where it is to be said, comparable across questions. */
  readonly score: number;
  /** The same by this question alone, whatever the item seems to be as a whole. */
  readonly sure: number;
  /** True where a rule that speaks may be believed. */
  readonly plausible: boolean;
}

/** What examples taught about one item, for every clause and screen. Nothing here is a finding. */
export interface LearnedReading {
  /** Null where nothing was learned about the clause or, for another district's clause, about its concern. */
  ofClause(policy: string, clause: string, concerns: readonly string[]): Verdict | null;
  ofScreen(id: string): Verdict;
  /** The same by the item's own words and circumstances: what came before it and the notes left out. */
  ofScreenAlone(id: string): Verdict;
  /** The sentences that carry a clause or screen most, at most two, in reading order. */
  carriedBy(policy: string, clause: string, concerns: readonly string[]): readonly Hit[];
  screenCarriedBy(id: string): readonly Hit[];
  /** What those words speak of, at most two fields of meaning, for a sentence. */
  meanings(hits: readonly Hit[]): readonly string[];
}

/** Reads one item. @param vectors null without an encoder: then words, fields of meaning and circumstances decide alone */
export function readLearned(
  scene: Scene,
  signals: readonly { readonly detector: string; readonly signals: readonly Signal[] }[],
  vectors: SentenceVectors | null,
): LearnedReading {
  const model = trainedModel();
  const plain = plainSceneOf(scene, model.ordinary);
  const encoded = vectors !== null && plain.own.every((one) => vectors(one.plain) !== null);
  const variant = encoded ? model.encoded : model.plain;
  const around: Surroundings = { scene, plain, evidence: evidenceOf(scene, signals), vectors };
  return new Reading(model, variant, around);
}

class Reading implements LearnedReading {
  readonly #model: TrainedModel;
  readonly #variant: TrainedVariant;
  readonly #around: Surroundings;
  readonly #sums: Float64Array;
  #byItself: Reading | null = null;
  #alone: readonly { readonly sentence: PlainSentence; readonly sums: Float64Array }[] | null = null;

  constructor(model: TrainedModel, variant: TrainedVariant, around: Surroundings) {
    this.#model = model;
    this.#variant = variant;
    this.#around = around;
    this.#sums = this.#sumsOf(around.plain.own);
    // In a long text the share of a telling passage thins out: each passage is also read as if it stood alone.
    for (const passage of passagesOf(around.plain.own)) {
      for (const [head, sum] of this.#sumsOf(passage).entries())
        this.#sums[head] = Math.max(this.#sums[head] ?? 0, sum);
    }
  }

  ofClause(policy: string, clause: string, concerns: readonly string[]): Verdict | null {
    const head = this.#headOf(policy, clause, concerns);
    if (head === -1) return null;
    const own = this.#verdict(head);
    // First whether anything is there at all, then which clause: harmless life is silent under every clause at once.
    const any = this.#verdict(this.#headNamed('any'));
    const both = Math.min(own.score, any.score);
    return { ...own, score: own.sure < 0.5 ? both : Math.max(both, own.sure) };
  }

  ofScreen(id: string): Verdict {
    return this.#verdict(this.#headNamed(id));
  }

  ofScreenAlone(id: string): Verdict {
    this.#byItself ??= new Reading(this.#model, this.#variant, {
      ...this.#around,
      plain: { own: this.#around.plain.own, before: [], notes: [] },
    });
    return this.#byItself.ofScreen(id);
  }

  carriedBy(policy: string, clause: string, concerns: readonly string[]): readonly Hit[] {
    return this.#carriers(this.#headOf(policy, clause, concerns));
  }

  screenCarriedBy(id: string): readonly Hit[] {
    return this.#carriers(this.#headNamed(id));
  }

  meanings(hits: readonly Hit[]): readonly string[] {
    const counts = new Float64Array(fieldCount);
    const dense = denseOf(
      this.#variant.layout,
      this.#around,
      hits.flatMap((hit) => this.#sentenceOf(hit)),
    );
    const start = meaningStart(this.#variant.layout);
    for (let index = 0; index < fieldCount; index += 1) counts[index] = dense[start + index] ?? 0;
    return fields
      .map(({ label }, index) => ({ label, count: counts[index] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, 2)
      .map(({ label }) => label);
  }

  #sumsOf(own: readonly PlainSentence[]): Float64Array {
    const { layout, network } = this.#variant;
    return forward(network, denseOf(layout, this.#around, own), sparseOf(layout, this.#around.plain, own));
  }

  #sentenceOf(hit: Hit): readonly PlainSentence[] {
    return this.#around.plain.own.filter((one) => one.field === hit.field && one.sentence === hit.sentence);
  }

  #headOf(policy: string, clause: string, concerns: readonly string[]): number {
    const own = this.#headNamed(`clause ${policy} ${clause}`);
    if (own !== -1) return own;
    return this.#model.heads.findIndex(({ concern }) => concern !== null && concerns.includes(concern));
  }

  #headNamed(id: string): number {
    return this.#model.heads.findIndex((head) => head.id === id);
  }

  #verdict(head: number): Verdict {
    const limits = this.#variant.limits[head];
    if (limits === undefined) return { probability: 0, score: 0, sure: 0, plausible: true };
    const probability = probabilityOf(this.#sums[head] ?? 0, limits);
    return {
      probability,
      score: scoreOf(probability, limits.least),
      sure: scoreOf(probability, limits.sure),
      plausible: probability >= limits.floor,
    };
  }

  #carriers(head: number): readonly Hit[] {
    this.#alone ??= this.#around.plain.own.map((sentence) => ({
      sentence,
      sums: this.#sumsOf([sentence]),
    }));
    const ranked = this.#alone
      .map(({ sentence, sums }, order) => ({ sentence, order, sum: sums[head] ?? 0 }))
      .sort((a, b) => b.sum - a.sum || a.order - b.order);
    const [first] = ranked;
    if (first === undefined) return [];
    return ranked
      .filter(({ sum }, place) => place === 0 || (place === 1 && sum > first.sum - 0.5))
      .sort((a, b) => a.order - b.order)
      .map(({ sentence }) => hitOf(sentence));
  }
}

function probabilityOf(sum: number, { slope, shift }: Limits): number {
  return 1 / (1 + Math.exp(-(slope * sum + shift)));
}

/** Brings the probability from which on something is said to 0.5, so that questions can be compared. */
function scoreOf(probability: number, least: number): number {
  if (least >= 1) return Math.min(probability / least, 0.49);
  return probability < least ? (0.5 * probability) / least : 0.5 + (0.5 * (probability - least)) / (1 - least);
}

/** The sentence without the blanks around it. */
function hitOf({ field, sentence, sentenceIndex }: PlainSentence): Hit {
  const lead = sentence.words.length - sentence.words.trimStart().length;
  const end = sentence.start + sentence.words.trimEnd().length;
  return { field, sentence, sentenceIndex, start: sentence.start + lead, end };
}
