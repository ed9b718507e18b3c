import type { Clause, PolicyPack } from '../../../contract/policy.ts';
import { EmployeeRole } from '../../../contract/policy.ts';
import type { SetAside, SuggestedException, SuggestSpan, WeighedSuggestion } from '../../../contract/suggest.ts';
import { concernById } from '../concerns/catalogue.ts';
import type { Detector, Signal } from '../detectors/detector.ts';
import { exceptionRules } from '../exceptions/rules.ts';
import type { LearnedReading } from '../learned/judge.ts';
import { forceAtTheTime } from '../packs/in-force.ts';
import type { Scene } from '../scene/scene.ts';
import { type Reason, taughtAbout } from './taught-about.ts';

/** A scene with what detectors and examples say about it, each asked once. */
export interface PreparedScene {
  readonly scene: Scene;
  readonly signalsOf: (detector: Detector) => readonly Signal[];
  /** Null where only the rules are to speak. */
  readonly learned: () => LearnedReading | null;
}

export interface WeighedClause {
  readonly suggestion: WeighedSuggestion | null;
  readonly setAside: readonly SetAside[];
}

const nothing: WeighedClause = { suggestion: null, setAside: [] };

/** Weighs one clause for one item: signals for and against, what examples taught, the clause's own limits, its exceptions. */
export function weighClause(
  pack: PolicyPack,
  clause: Clause,
  prepared: PreparedScene,
  threshold: number,
): WeighedClause {
  const { scene } = prepared;
  // Nobody is held to a clause that does not bind the own position.
  if (scene.author.role !== null && !clause.binds.roles.includes(scene.author.role)) return nothing;
  const signals = clause.concerns.flatMap((concern) =>
    (concernById(concern)?.detectors ?? []).flatMap(prepared.signalsOf),
  );
  const speaking = signals
    .filter((signal) => signal.weighs === 'for')
    // Students, parents and the public cannot breach an employee policy; an employee who received their words may.
    .filter((signal) => scene.author.employee !== 'no' || signal.about === 'receiver')
    .sort((a, b) => b.strength - a.strength);
  const taught = taughtAbout(pack, clause, scene, prepared.learned);
  if (speaking.length === 0 && taught === null) return nothing;
  const against = signals.filter((signal) => signal.weighs === 'against');
  const limits = limitsOf(pack, clause, scene);
  const limited = limits.reduce((product, limit) => product * limit.factor, 1);
  const byRule = combine(speaking, against) * limited;
  // What examples find most unlikely is not said on words alone; circumstances that break a clause by themselves (a text
  // to one student, a post in a lesson) stand whatever the words are.
  const byCircumstances =
    combine(
      speaking.filter(({ spans }) => spans.length === 0),
      against,
    ) * limited;
  const believed = taught?.plausible === false ? Math.max(byCircumstances, Math.min(byRule, threshold - 0.01)) : byRule;
  const byExample = (taught?.score ?? 0) * timeFactor(pack, scene);
  const rounded = Math.round(Math.min(Math.max(believed, byExample), 0.98) * 100) / 100;
  const passes = rounded >= threshold;
  const least = scene.author.employee === 'no' ? threshold : leastShown;
  if (speaking.length === 0 && rounded < least) return nothing;
  // Exceptions are arguments against: what speaks for a breach before anything speaks against it is enough to set it aside
  // by name, where one plainly applies.
  const raised = passes || combine(speaking, []) >= leastRaised;
  const exceptions = raised ? weighExceptions(clause, scene) : { shown: [], plain: [], questions: [] };
  if (exceptions.plain.length > 0) {
    return {
      suggestion: null,
      setAside: exceptions.plain.map((plain) => ({ policy: pack.id, clause: clause.id, ...plain })),
    };
  }
  const reasons = speaking.map(({ reason, spans, questions }) => ({ reason, spans, questions }));
  if (taught !== null && passes && believed < threshold) reasons.unshift(taught.reason());
  return {
    suggestion: {
      policy: pack.id,
      clause: clause.id,
      score: rounded,
      because: becauseOf(reasons, against, limits),
      spans: mergeSpans(reasons),
      exceptions: [...exceptions.shown],
      unknowns: [
        ...new Set([
          ...limits.flatMap((limit) => limit.questions),
          ...reasons.flatMap((one) => one.questions),
          ...exceptions.questions,
        ]),
      ],
      passes,
    },
    setAside: [],
  };
}

/** From here on a reason for is enough to ask whether an exception takes it away. */
const leastRaised = 0.25;

/** What is weighed and hardly likely at all is not listed, even where everything is asked for. */
const leastShown = 0.05;

function timeFactor(pack: PolicyPack, scene: Scene): number {
  return timeLimits(pack, scene).reduce((product, limit) => product * limit.factor, 1);
}

/** Independent reasons add up without ever reaching certainty; what speaks against takes its share away. */
function combine(speaking: readonly Signal[], against: readonly Signal[]): number {
  const doubt = speaking.reduce((product, signal) => product * (1 - signal.strength), 1);
  return (1 - doubt) * against.reduce((product, signal) => product * (1 - signal.strength), 1);
}

interface Limit {
  readonly factor: number;
  readonly sentence: string | null;
  readonly questions: readonly string[];
}

/** The clause's own limits and what is not known about them. */
function limitsOf(pack: PolicyPack, clause: Clause, scene: Scene): readonly Limit[] {
  const limits: Limit[] = [];
  if (scene.author.employee === 'unknown') {
    limits.push({
      factor: 0.88,
      sentence: null,
      questions: ['Is the author an employee of the District, and in which position?'],
    });
  } else if (scene.author.role === null && clause.binds.roles.length < EmployeeRole.options.length) {
    limits.push({
      factor: 0.85,
      sentence: null,
      questions: ['Does the author hold a position that this clause binds?'],
    });
  }
  limits.push(...scopeLimits(clause, scene), ...timeLimits(pack, scene));
  return limits;
}

function scopeLimits(clause: Clause, scene: Scene): readonly Limit[] {
  const limits: Limit[] = [];
  const { account, audience } = clause.scope ?? {};
  if (account !== undefined && scene.account !== 'unknown' && !account.includes(scene.account)) {
    limits.push({
      factor: 0.5,
      sentence: `The clause speaks of ${account.join(' and ')} accounts, and this one is a ${scene.account} account.`,
      questions: [],
    });
  }
  if (audience !== undefined && scene.audience !== null && !audience.includes(scene.audience)) {
    limits.push({
      factor: 0.45,
      sentence: 'The clause speaks of public communication, and this was not public.',
      questions: [],
    });
  }
  if (audience !== undefined && scene.audience === null)
    limits.push({ factor: 1, sentence: null, questions: ['Who could see it?'] });
  return limits;
}

function timeLimits(pack: PolicyPack, scene: Scene): readonly Limit[] {
  const force = forceAtTheTime(pack, scene.sentDay);
  if (force === 'before') {
    return [
      {
        factor: 0.5,
        sentence: `It was made before the policy was adopted (${pack.adopted}).`,
        questions: ['Which rule was in force on that day?'],
      },
    ];
  }
  if (force === 'other-words') {
    return [
      { factor: 1, sentence: null, questions: ['The policy’s wording on that day was an earlier one: can it be had?'] },
    ];
  }
  return [];
}

interface WeighedExceptions {
  readonly shown: readonly SuggestedException[];
  readonly plain: readonly Pick<SetAside, 'exception' | 'because'>[];
  readonly questions: readonly string[];
}

function weighExceptions(clause: Clause, scene: Scene): WeighedExceptions {
  const views = clause.exceptions.flatMap((exception) => {
    const view = exceptionRules[exception.id].weigh(scene);
    return view === null ? [] : [{ exception: exception.id, ...view }];
  });
  return {
    shown: views.map(({ exception, because, applies }) => ({ exception, because, applies })),
    plain: views.filter((view) => view.applies === 'yes').map(({ exception, because }) => ({ exception, because })),
    questions: views.flatMap((view) => view.questions),
  };
}

/** At most two reasons for and one against, in whole sentences. */
function becauseOf(speaking: readonly Reason[], against: readonly Signal[], limits: readonly Limit[]): string {
  const reasons = [...new Set(speaking.map((signal) => signal.reason))].slice(0, 2);
  const doubts = [
    ...against.map((signal) => signal.reason),
    ...limits.flatMap((limit) => (limit.sentence === null ? [] : [limit.sentence])),
  ];
  const doubt = doubts[0] === undefined ? [] : [`Against it: ${lowerFirst(doubts[0])}`];
  return [...reasons, ...doubt].join(' ');
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function mergeSpans(speaking: readonly Reason[]): SuggestSpan[] {
  const order = ['text', 'imageText', 'altText', 'url'];
  const spans = speaking
    .flatMap((signal) => signal.spans)
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field) || a.start - b.start || b.end - a.end);
  const kept: SuggestSpan[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last?.field === span.field && span.start < last.end) continue;
    kept.push(span);
  }
  return kept;
}
