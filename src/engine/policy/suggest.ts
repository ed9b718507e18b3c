import type { Clause, PolicyPack } from '../../contract/policy.ts';
import {
  type SetAside,
  SuggestInput,
  type SuggestOutput,
  type SuggestResult,
  type WeighedSuggestion,
} from '../../contract/suggest.ts';
import { concernById } from './concerns/catalogue.ts';
import { ruleDetectors } from './concerns/rule-detectors.ts';
import type { Detector, Signal } from './detectors/detector.ts';
import type { SentenceVectors } from './learned/encoder.ts';
import { type LearnedReading, readLearned } from './learned/judge.ts';
import { sentencesToEncode } from './learned/reading.ts';
import { trainedModel } from './learned/stored-model.ts';
import { versionsInForce } from './packs/in-force.ts';
import { readScene } from './scene/scene.ts';
import { type PreparedScene, weighClause } from './weighing/weigh-clause.ts';
import { mandatedReportOf, protectedSpeechOf } from './weighing/weigh-screens.ts';

/** What passes is shown; the rest only where somebody asks for all. Chosen by hand: issue of the learned layer calibrates it. */
export const suggestionThreshold = 0.5;

export interface SuggestOptions {
  /** Ids of the policies to suggest under; default: all packs given. */
  readonly policies?: readonly string[];
  /** Numbers of the item's sentences, see `sentencesFor`; without them words and circumstances decide alone. */
  readonly vectors?: SentenceVectors;
  /** False leaves out what examples taught, to measure what the rules find alone. */
  readonly learned?: boolean;
}

/**
 * Everything that was weighed for one item under the policies given: pure, the same input always gives the same result.
 * The input is read tolerantly: what is missing, null or of the wrong type counts as not known.
 */
export function suggestFor(input: unknown, packs: readonly PolicyPack[], options: SuggestOptions = {}): SuggestResult {
  const read = SuggestInput.safeParse(input);
  const known: SuggestInput = read.success ? read.data : {};
  const wanted = packs.filter((pack) => options.policies?.includes(pack.id) ?? true);
  const scenes = new Map<string, PreparedScene>();
  const prepare = (zone: string): PreparedScene => {
    const ready = scenes.get(zone) ?? prepareScene(known, zone, options);
    scenes.set(zone, ready);
    return ready;
  };
  const first = prepare(wanted[0]?.timeZone ?? 'America/New_York');
  const suggestions: WeighedSuggestion[] = [];
  const setAside: SetAside[] = [];
  for (const pack of versionsInForce(wanted, first.scene.sentDay)) {
    const prepared = prepare(pack.timeZone);
    for (const clause of pack.clauses) {
      const weighed = weighClause(pack, clause, prepared, suggestionThreshold);
      if (weighed.suggestion !== null) suggestions.push(weighed.suggestion);
      setAside.push(...weighed.setAside);
    }
  }
  return {
    id: known.id ?? null,
    suggestions: suggestions.sort((a, b) => b.score - a.score),
    setAside,
    protectedSpeech: [...protectedSpeechOf(first.scene, first.learned())],
    mandatedReport: mandatedReportOf(first.scene, first.learned()),
  };
}

/** A result in the wire shape: only what passes, or everything with `all`. */
export function toWire(result: SuggestResult, all = false): SuggestOutput {
  return {
    ...result,
    suggestions: result.suggestions
      .filter((one) => all || one.passes)
      .map(({ passes: _passes, ...suggestion }) => suggestion),
  };
}

/** Clauses that somebody can breach and that neither a rule nor an example knows: nothing suggested there clears nobody. */
export function clausesWithoutDetector(
  packs: readonly PolicyPack[],
): readonly { readonly policy: string; readonly version: string; readonly clause: string; readonly label: string }[] {
  return packs.flatMap((pack) =>
    pack.clauses
      .filter((clause) => isBinding(clause) && !hasDetector(clause))
      .map((clause) => ({ policy: pack.id, version: pack.version, clause: clause.id, label: clause.label })),
  );
}

/** True where a rule or examples know at least one concern of the clause. */
function hasDetector(clause: Clause): boolean {
  return clause.concerns.some(isLookedFor);
}

/** True where a rule or examples know the concern. */
export function isLookedFor(concern: string): boolean {
  const taught = trainedModel().heads.some((head) => head.concern === concern);
  return taught || (concernById(concern)?.detectors.length ?? 0) > 0;
}

/** True for guidelines, general rules and duties; preambles, definitions and process steps cannot be breached. */
function isBinding(clause: Clause): boolean {
  return clause.kind === 'guideline' || clause.kind === 'general' || clause.kind === 'duty';
}

/** The sentences of an item that an encoder should bring to numbers, as it reads them. */
export function sentencesFor(input: unknown): readonly string[] {
  const read = SuggestInput.safeParse(input);
  const scene = readScene(read.success ? read.data : {}, 'America/New_York');
  return sentencesToEncode(scene, trainedModel().ordinary);
}

function prepareScene(input: SuggestInput, zone: string, options: SuggestOptions): PreparedScene {
  const scene = readScene(input, zone);
  const seen = new Map<string, readonly Signal[]>();
  const signalsOf = (detector: Detector): readonly Signal[] => {
    const signals = seen.get(detector.id) ?? detector.detect(scene);
    seen.set(detector.id, signals);
    return signals;
  };
  let learned: LearnedReading | null = null;
  return {
    scene,
    signalsOf,
    learned() {
      if (options.learned === false) return null;
      const signals = (): readonly Found[] =>
        ruleDetectors.map((detector) => ({ detector: detector.id, signals: signalsOf(detector) }));
      learned ??= readLearned(scene, signals(), options.vectors ?? null);
      return learned;
    },
  };
}

type Found = { readonly detector: string; readonly signals: readonly Signal[] };
