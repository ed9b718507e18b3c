import { z } from 'zod';
import { DayKind, IsoDate, Roll, Summer, WallTime } from './deadline.ts';
import { EventKind } from './procedure-events.ts';

export { EventKind, eventKinds } from './procedure-events.ts';

export const Actor = z.enum(
  [
    'employee',
    'union',
    'representative',
    'investigator',
    'outside-investigator',
    'supervisor',
    'principal',
    'administrator',
    'athletic-director',
    'human-resources',
    'superintendent',
    'board',
    'hearing-officer',
    'arbitrator',
    'mandated-reporter',
    'police-or-dcf',
    'records-officer',
    'commissioner',
    'title-ix-coordinator',
  ],
  { error: 'is not an actor that is known; docs/agreements.md lists them' },
);
export type Actor = z.infer<typeof Actor>;

/** Spans of time that two events begin and end. */
export const Span = z.enum(['police-or-dcf-hold', 'abeyance', 'title-ix-handoff', 'leave']);
export type Span = z.infer<typeof Span>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Say = z.string().min(1);
const Where = z.record(z.string(), Scalar).optional();

/** What must hold. `say` is the sentence for a person when it does not. */
export type Condition =
  | { happened: EventKind; where?: Record<string, string | number | boolean> | undefined; say: string }
  | { notHappened: EventKind; where?: Record<string, string | number | boolean> | undefined; say: string }
  | { notOpen: Span; say: string }
  | { respondent: 'certified' | 'represented' | 'tenured'; is: boolean; say: string }
  | { step: string; say: string }
  | { gate: string; say: string }
  | { anyOf: Condition[]; say: string };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ happened: EventKind, where: Where, say: Say }),
    z.strictObject({ notHappened: EventKind, where: Where, say: Say }),
    z.strictObject({ notOpen: Span, say: Say }),
    z.strictObject({ respondent: z.enum(['certified', 'represented', 'tenured']), is: z.boolean(), say: Say }),
    z.strictObject({ step: z.string(), say: Say }),
    z.strictObject({ gate: z.string(), say: Say }),
    z.strictObject({ anyOf: z.array(Condition).min(1), say: Say }),
  ]),
);

/** A day of the year, `MM-DD`; the leap day, which most years lack, is none. */
const MonthDay = z
  .string()
  .refine((text) => /^\d\d-\d\d$/.test(text) && z.iso.date().safeParse(`2025-${text}`).success, {
    error: 'must be a day of the year, written 05-01',
  });

/**
 * A limit: so many days, months or hours from (or before) an event, or a fixed day of the year. A count of null is a blank in a form: the
 * agreement's own number has not been entered. A day kind left out is the pack's default.
 */
export const Limit = z.strictObject({
  days: z.int().min(0).nullish(),
  months: z.int().min(0).nullish(),
  hours: z.number().min(0).nullish(),
  /** `MM-DD`: that day of the school year (1 July to 30 June) in which the event lies: `05-01` for "by 1 May". */
  by: MonthDay.nullish(),
  dayKind: DayKind.nullish(),
  direction: z.enum(['within', 'at-least-before', 'not-before']).default('within'),
  /** The events it runs from, the first kind that has happened wins. */
  from: z.array(EventKind).min(1),
  /** What the event it runs from has to say: `{ level: 2 }`. */
  where: Where,
  /** Which one counts when an event happened more than once. */
  occurrence: z.enum(['first', 'last']).default('first'),
  /** Events after which the limit begins anew. */
  restartedBy: z.array(EventKind).default([]),
  excludeTriggerDay: z.boolean().nullish(),
  roll: Roll.nullish(),
  summer: Summer.nullish(),
});
export type Limit = z.output<typeof Limit>;

export const Step = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What is to be done, as a sentence without its date: `Tell the employee in writing …`. */
  title: z.string().min(1),
  article: z.string().min(1),
  actor: Actor,
  to: Actor.nullish(),
  limits: z.array(Limit).default([]),
  /** With two limits: which date holds; `first`: that of the first limit whose event has happened. */
  pick: z.enum(['sooner', 'later', 'first']).default('sooner'),
  /** What has to have happened for the step to exist at all. Not needed where a limit runs from an event. */
  startsWith: z.array(EventKind).default([]),
  appliesWhen: z.array(Condition).default([]),
  /** What must be done first: the step is blocked until then. */
  needs: z.array(Condition).default([]),
  doneBy: z.array(EventKind).min(1),
  /** What the event that completes it has to say: `{ level: 2 }`. */
  doneWhere: Where,
  /** Later events that open it again: a representative asked for after one was waived. */
  reopenedBy: z.array(EventKind).default([]),
  /** Events of a meeting, planned and held: each meeting asks for the step anew. */
  eachTime: z.array(EventKind).default([]),
  /** Events that record that the other side let it pass. */
  lapsedBy: z.array(EventKind).default([]),
  /** The gate that must be open before this step may be taken. */
  behind: z.string().nullish(),
  proofRequired: z.boolean().default(false),
  waiver: z.strictObject({ allowed: z.boolean(), by: z.array(Actor).default([]) }).default({ allowed: false, by: [] }),
  /** The kind of document that Evenhand makes for it. */
  document: z.string().nullish(),
  onLapse: z.enum(['warn', 'warn-fatal', 'block', 'proceed', 'advance']).default('warn'),
  /** By how many calendar days the law lets both sides put it off in writing; left out: not at all. */
  extendableBy: z.int().min(1).nullish(),
  /** Spans that stop its clock; left out, those of the pack's `extensions`. */
  stoppedBy: z.array(Span).nullish(),
});
export type Step = z.output<typeof Step>;

export const Gate = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(:[a-z0-9-]+)?$/),
  title: z.string().min(1),
  article: z.string().min(1),
  /** The facts it stands before; empty for a gate before a document. */
  guards: z.array(EventKind).default([]),
  requires: z.array(Condition).min(1),
});
export type Gate = z.output<typeof Gate>;

/**
 * Where a rule comes from: `seen` in a public source, `known` without one at hand, `practice` where no paper asks for it,
 * `invented` for samples, `blank` for a form that is not filled in.
 */
export const Mark = z.enum(['seen', 'known', 'practice', 'invented', 'blank']);
export type Mark = z.infer<typeof Mark>;

export const Article = z.strictObject({
  no: z.string().min(1),
  title: z.string().min(1),
  /** What it asks, in own words. */
  statement: z.string().min(1),
  page: z.string().nullish(),
  source: z.string().min(1),
  mark: Mark,
  confidence: z.enum(['high', 'medium', 'low']),
  /** Set when the district's HR compared it with the signed paper; null until then. */
  confirmed: z
    .strictObject({ by: z.string().min(1), on: IsoDate, page: z.string().nullable() })
    .nullable()
    .default(null),
});
export type Article = z.output<typeof Article>;

export const Unit = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  certified: z.boolean().nullable(),
  statute: z.enum(['TNA', 'MERA', 'state', 'individual', 'none']),
  months: z.int().min(1).max(12).nullable(),
  union: z.string().nullable(),
  excludes: z.array(z.string()).default([]),
});
export type Unit = z.output<typeof Unit>;

/** What a time limit of the grievance procedure runs from, in the words of contracts. */
export const GrievanceStart = z
  .string()
  .regex(/^(knew-or-should-have-known|presentation|request-by-grievant|level-[1-9]-(filing|meeting|answer))$/, {
    error:
      'must be knew-or-should-have-known, presentation, request-by-grievant, or level-N-filing, level-N-meeting or level-N-answer',
  });

const Count = z.strictObject({
  n: z.number().min(0).nullable(),
  /** Null in a form: nobody has said which kind of day. */
  kind: z.union([DayKind, z.enum(['hours', 'months'])]).nullable(),
});
const CountFrom = Count.extend({ from: GrievanceStart });
/** With `ifNoAnswer`: another number where the level below stayed silent. */
const Filing = CountFrom.extend({
  soonerOf: CountFrom.optional(),
  laterOf: CountFrom.optional(),
  ifNoAnswer: Count.optional(),
});

export const GrievanceLevel = z.strictObject({
  level: z.int().min(1),
  decider: Actor,
  file: Filing,
  meet: Count.nullable(),
  /** Null where the paper gives the answer no number: then it has no last day. */
  answer: Count.nullable(),
});

/** One agreement, one law, or the steps of a unit without an agreement: the same vocabulary for all. */
export const AgreementPack = z.strictObject({
  kind: z.enum(['agreement', 'law', 'no-agreement']),
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().min(1),
  title: z.string().min(1),
  /** `example` marks invented numbers: every screen and document says "Example, invented". */
  status: z.enum(['example', 'form', 'part-read', 'read', 'law']),
  note: z.string().nullish(),
  state: z.string().nullish(),
  /** Days on which it holds; `from` is null where nobody has looked its beginning up. */
  inForce: z.strictObject({ from: IsoDate.nullable(), to: IsoDate.nullable(), holdover: z.boolean().default(false) }),
  /** Facts without which its steps and gates are not shown: nobody needs the clocks of a hearing that nobody plans. */
  appearsWith: z.array(EventKind).default([]),
  /** Units it covers; a law covers everybody whom its steps' conditions do not leave out. */
  units: z.array(Unit).default([]),
  days: z
    .strictObject({
      default: z
        .strictObject({
          dayKind: DayKind,
          excludeTriggerDay: z.boolean().default(true),
          roll: Roll.default('none'),
          summer: Summer.default('tolled'),
          receiptCutoff: WallTime.nullish(),
          cutoffKind: DayKind.nullish(),
        })
        .nullable(),
      definitions: z.partialRecord(DayKind, z.string()).default({}),
      article: z.string().nullish(),
    })
    .default({ default: null, definitions: {} }),
  extensions: z
    .strictObject({
      mutualWritten: z.boolean(),
      unilateral: Count.extend({ uses: z.int() }).nullable().default(null),
      stoppedBy: z.array(Span).default([]),
      boardSilent: z.enum(['advance', 'denied', 'none']).default('none'),
      unionSilent: z.enum(['waived', 'extended', 'none']).default('none'),
      article: z.string().nullish(),
    })
    .default({ mutualWritten: false, unilateral: null, stoppedBy: [], boardSilent: 'none', unionSilent: 'none' }),
  articles: z.array(Article).min(1),
  steps: z.array(Step).default([]),
  gates: z.array(Gate).default([]),
  representation: z
    .strictObject({
      article: z.string(),
      duty: z.enum(['advise', 'grant-on-request', 'present', 'none']),
      before: z.array(z.string()),
      wait: Count.nullable(),
      chosenBy: z.enum(['employee', 'union']),
      role: z.string(),
      ifMissed: z.string(),
      /** The sentence that the notice prints. */
      wording: z.string().nullish(),
    })
    .nullish(),
  complaints: z
    .strictObject({
      article: z.string(),
      anonymous: z.enum(['no-rule', 'not-sole-basis', 'not-in-file', 'corroboration-required']),
      signedRequired: z.boolean(),
      identityToEmployee: z.enum(['always-unless-safety', 'if-used-for-discipline', 'discretionary', 'never']),
      informalStep: z.boolean(),
    })
    .nullish(),
  leave: z
    .strictObject({
      article: z.string(),
      pay: z.enum(['with', 'without', 'either']),
      disciplinary: z.boolean(),
      notice: Count.nullable(),
      updateEvery: Count.nullable(),
      hearingIfUnpaid: Count.nullable(),
    })
    .nullish(),
  ladder: z
    .array(
      z.strictObject({
        rung: z.int().min(0),
        name: z.string(),
        disciplinary: z.boolean(),
        justCause: z.boolean(),
        file: z.enum(['none', 'building', 'personnel']),
        maxDays: z.int().nullish(),
        needs: z.enum(['loudermill']).nullish(),
        route: z.string().nullish(),
        grounds: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  statusRules: z
    .strictObject({
      probation: z.strictObject({ n: z.int(), kind: z.string(), effect: z.string() }).nullable(),
      skipRungsIf: z.array(z.string()),
    })
    .nullish(),
  /** Ageing of past discipline: never destruction (Lieberman v. SBLR, 216 Conn. 253). */
  ageing: z
    .array(
      z.strictObject({
        item: z.string(),
        article: z.string(),
        afterMonths: z.int().nullable(),
        mode: z.enum(['keep', 'moved-on-request', 'moved-from-active-file', 'not-relied-on', 'marked-not-relevant']),
        resetOnSimilar: z.boolean(),
        /** Kinds of conduct that never age. */
        exceptions: z.array(z.string()).default([]),
        /** A leave longer than so many calendar days does not count towards the months. */
        leaveOverDaysNotCounted: z.int().min(0).nullish(),
      }),
    )
    .default([]),
  grievance: z
    .strictObject({
      article: z.string(),
      outside: z.array(z.string()),
      levels: z.array(GrievanceLevel),
      arbitration: z
        .strictObject({ forum: z.string(), demand: Filing, by: z.enum(['union', 'employee']), binding: z.boolean() })
        .nullable(),
    })
    .nullish(),
});
export type AgreementPack = z.output<typeof AgreementPack>;
export type AgreementPackInput = z.input<typeof AgreementPack>;

/** A discipline of the past: what it was, when it was issued, and what it was about. */
export const PastDiscipline = z.strictObject({
  id: z.string().min(1),
  /** As the pack's `ageing` names it: reprimand, suspension. */
  item: z.string().min(1),
  on: IsoDate,
  /** Two items of one subject are similar; null where nobody has said. */
  subject: z.string().nullable().default(null),
  /** Kinds of conduct that a pack may except from ageing: student safety. */
  conduct: z.array(z.string()).default([]),
  /** When the employee asked for it to be moved from the active file. */
  moveRequestedOn: IsoDate.nullable().default(null),
});
export type PastDiscipline = z.output<typeof PastDiscipline>;

/** Whether a past discipline may still be relied on. It is always kept. */
export const AgeingAnswer = z.strictObject({
  id: z.string(),
  live: z.boolean(),
  article: z.string().nullable(),
  mode: z
    .enum(['keep', 'moved-on-request', 'moved-from-active-file', 'not-relied-on', 'marked-not-relevant'])
    .nullable(),
  /** The last day on which it may be relied on; null where it does not age. */
  lastDay: IsoDate.nullable(),
  /** It has aged, but only a request moves it, and none has come. */
  mayBeAsked: z.boolean(),
  why: z.string(),
  kept: z.string(),
});
export type AgeingAnswer = z.infer<typeof AgeingAnswer>;
