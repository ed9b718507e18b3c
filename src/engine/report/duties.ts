import type { ReportClock, ToldWhat } from '../../contract/report.ts';
import { selectPacks } from '../agreement/index.ts';
import type { EngineCore } from '../core.ts';

/** One duty of the law: within so many hours of something, somebody is told. */
interface Limit {
  readonly what: ToldWhat;
  readonly hours: number;
  readonly from: 'knowledge' | 'oral-report';
  readonly source: string;
}

const FROM: Readonly<Record<string, Limit['from']>> = {
  'mandated-report-knowledge': 'knowledge',
  'oral-report-made': 'oral-report',
};
const DONE_BY: Readonly<Record<string, ToldWhat>> = {
  'oral-report-made': 'oral-report',
  'written-report-made': 'written-report',
};

/** The hours of mandated reports as the laws of the case's state have them; none without a district. */
export function reportingLimits({ session, agreements, laws }: EngineCore): readonly Limit[] {
  return selectPacks({ agreements: [], laws: session.district?.laws ?? [] }, agreements, laws)
    .packs.flatMap(({ steps }) => steps)
    .flatMap((step) =>
      step.limits.flatMap((limit) => {
        const from = limit.from.map((kind) => FROM[kind]).find((known) => known !== undefined);
        const what = step.doneBy.map((kind) => DONE_BY[kind]).find((known) => known !== undefined);
        const { hours } = limit;
        if (from === undefined || what === undefined || hours === undefined || hours === null) return [];
        return [{ what, hours, from, source: step.article }];
      }),
    );
}

/** When each duty is due, and how it stands. Hours run through nights, weekends and holidays. */
export function dutiesOf(
  limits: readonly Limit[],
  knownAt: string,
  told: ReportClock['told'],
  now: string,
): readonly ReportClock['duties'][number][] {
  const first = (what: ToldWhat) => told.find((one) => one.what === what)?.toldAt ?? null;
  return limits.map(({ what, hours, from, source }) => {
    const start = from === 'knowledge' ? knownAt : first('oral-report');
    const due = start === null ? null : new Date(Date.parse(start) + hours * 3_600_000).toISOString();
    return { what, hours, due, source, state: stateOf(due, first(what), now) };
  });
}

function stateOf(due: string | null, done: string | null, now: string): ReportClock['duties'][number]['state'] {
  if (due === null) return done === null ? 'waiting' : 'done';
  if (done !== null) return Date.parse(done) <= Date.parse(due) ? 'done' : 'done-late';
  return Date.parse(now) <= Date.parse(due) ? 'running' : 'late';
}
