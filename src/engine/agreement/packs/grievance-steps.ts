import { type AgreementPack, type EventKind, type Limit, Step } from '../../../contract/agreement.ts';
import type { DayKind } from '../../../contract/deadline.ts';

type Grievance = NonNullable<AgreementPack['grievance']>;
type Level = Grievance['levels'][number];
type Count = { readonly n: number | null; readonly kind: DayKind | 'hours' | 'months' | null };
type Start = Pick<Limit, 'from' | 'where'>;

/** Facts without which there is nothing to grieve, and the steps of a grievance are not shown. */
export const GRIEVABLE: readonly EventKind[] = [
  'grievance-cause-known',
  'discipline-issued',
  'grievance-filed',
  'arbitration-demanded',
];

/** What a time limit of a contract runs from, as facts. */
function startOf(words: string): Start {
  if (words === 'knew-or-should-have-known') {
    return { from: ['grievance-cause-known', 'copy-delivered', 'discipline-issued'] };
  }
  if (words === 'request-by-grievant') return { from: ['arbitration-requested'] };
  if (words === 'presentation') return { from: ['grievance-filed'], where: { level: 1 } };
  const [, level = '1', what] = /^level-(\d)-(\w+)$/.exec(words) ?? [];
  const where = { level: Number(level) };
  if (what === 'filing') return { from: ['grievance-filed'], where };
  if (what === 'meeting') return { from: ['grievance-meeting-held', 'grievance-meeting-lapsed'], where };
  return { from: ['grievance-answered', 'grievance-answer-lapsed'], where };
}

function limitOf(count: Count, start: Start): object {
  const size =
    count.kind === 'hours'
      ? { hours: count.n }
      : count.kind === 'months'
        ? { months: count.n }
        : { days: count.n, dayKind: count.kind };
  return { ...size, ...start };
}

/** The limits of filing: the plain one, its sooner or later twin, or another number where the level below was silent. */
function filingLimits(filing: Level['file']): { readonly limits: readonly object[]; readonly pick: string } {
  const start = startOf(filing.from);
  const other = filing.soonerOf ?? filing.laterOf;
  if (filing.ifNoAnswer && start.from.includes('grievance-answered')) {
    const { where } = start;
    return {
      limits: [
        limitOf(filing, { from: ['grievance-answered'], where }),
        limitOf(filing.ifNoAnswer, { from: ['grievance-answer-lapsed'], where }),
      ],
      pick: 'first',
    };
  }
  if (other === undefined) return { limits: [limitOf(filing, start)], pick: 'sooner' };
  return {
    limits: [limitOf(filing, start), limitOf(other, startOf(other.from))],
    pick: filing.laterOf === undefined ? 'sooner' : 'later',
  };
}

function stillAt(level: number): object[] {
  return [
    { happened: 'grievance-filed', where: { level }, say: `No grievance is recorded at level ${level}.` },
    {
      anyOf: [
        { happened: 'grievance-answered', where: { level }, say: 'It has not been answered.' },
        { notHappened: 'grievance-filed', where: { level: level + 1 }, say: 'It has gone on.' },
      ],
      say: `The grievance went on to level ${level + 1} without an answer.`,
    },
  ];
}

function stepsOfLevel(level: Level, grievance: Grievance): readonly object[] {
  const { level: n, decider } = level;
  const where = { level: n };
  const article = grievance.article;
  const filing = {
    id: `grievance-${n}-filing`,
    title:
      n === 1 ? 'The employee or the union may file a grievance' : `The union may take the grievance to level ${n}`,
    article,
    actor: 'union',
    to: decider,
    ...(n === 1
      ? {}
      : {
          appliesWhen: [
            {
              happened: 'grievance-filed',
              where: { level: n - 1 },
              say: `No grievance is recorded at level ${n - 1}.`,
            },
          ],
        }),
    ...filingLimits(level.file),
    doneBy: ['grievance-filed'],
    doneWhere: where,
    waiver: { allowed: true, by: ['employee', 'union'] },
    onLapse: 'proceed',
  };
  const meeting = {
    id: `grievance-${n}-meeting`,
    title: `Meet on the grievance at level ${n}`,
    article,
    actor: decider,
    to: 'union',
    appliesWhen: stillAt(n),
    limits: level.meet === null ? [] : [limitOf(level.meet, startOf(`level-${n}-filing`))],
    doneBy: ['grievance-meeting-held'],
    doneWhere: where,
    lapsedBy: ['grievance-meeting-lapsed'],
  };
  const answer = {
    id: `grievance-${n}-answer`,
    title: `Answer the grievance in writing at level ${n}`,
    article,
    actor: decider,
    to: 'union',
    appliesWhen: stillAt(n),
    limits:
      level.answer === null
        ? []
        : [limitOf(level.answer, startOf(level.meet === null ? `level-${n}-filing` : `level-${n}-meeting`))],
    doneBy: ['grievance-answered'],
    doneWhere: where,
    lapsedBy: ['grievance-answer-lapsed'],
    onLapse: grievance.levels.some((each) => each.level > n) ? 'advance' : 'warn',
  };
  return level.meet === null ? [filing, answer] : [filing, meeting, answer];
}

function arbitrationStep(grievance: Grievance): readonly object[] {
  const { arbitration, levels, article } = grievance;
  if (arbitration === null) return [];
  const last = Math.max(1, ...levels.map(({ level }) => level));
  return [
    {
      id: 'arbitration-demand',
      title: `${arbitration.by === 'union' ? 'The union' : 'The employee'} may demand arbitration (${arbitration.forum})`,
      article,
      actor: arbitration.by,
      to: 'board',
      appliesWhen: [
        { happened: 'grievance-filed', where: { level: last }, say: `No grievance is recorded at level ${last}.` },
      ],
      ...filingLimits(arbitration.demand),
      doneBy: ['arbitration-demanded'],
      waiver: { allowed: true, by: ['union'] },
      onLapse: 'proceed',
    },
  ];
}

const known = new WeakMap<AgreementPack, readonly Step[]>();

/**
 * The steps of a pack's grievance procedure, made from its levels: filing, meeting, answer, and the demand for
 * arbitration. None where the pack writes out a step of its own that a grievance completes.
 */
export function grievanceSteps(pack: AgreementPack): readonly Step[] {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const { grievance } = pack;
  const own = pack.steps.some((step) => step.doneBy.includes('grievance-filed'));
  const made =
    !grievance || own
      ? []
      : [...grievance.levels.flatMap((level) => stepsOfLevel(level, grievance)), ...arbitrationStep(grievance)];
  const steps = made.map((step) => Step.parse(step));
  known.set(pack, steps);
  return steps;
}
