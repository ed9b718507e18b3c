/**
 * How long it takes to work out the steps and gates of 50 cases with 10,000 events, and of one case after one more event.
 * Prints; nothing is asserted, because a slow computer is no fault: `npm exec -- node tests/bench/agreement.ts`.
 */
import { performance } from 'node:perf_hooks';
import type { EventKind } from '../../src/contract/agreement.ts';
import type { StepEvent, StepsInput } from '../../src/contract/steps.ts';
import { gates, loadAgreements, loadCalendar, loadLaws, steps } from '../../src/engine/agreement/index.ts';

const resources = new URL('../../resources', import.meta.url).pathname;
const packs = [...loadAgreements(resources), ...loadLaws(resources)];
const calendar = loadCalendar(resources, 'sound-shore');

const CASES = 50;
const EVENTS_PER_CASE = 200;
const UNITS = [
  'teachers',
  'teachers-b',
  'administrators',
  'paraprofessionals',
  'custodians',
  'secretaries',
  'nurses',
  'coaches',
] as const;

/** What happens in a case, again and again: a long case has many interviews, updates and corrections. */
const COURSE: readonly EventKind[] = [
  'complaint-received',
  'evidence-captured',
  'mandated-report-screened',
  'complaint-signed',
  'notice-of-investigation-served',
  'union-notified',
  'leave-started',
  'leave-notice-served',
  'interview-scheduled',
  'interview-notice-served',
  'representation-notice-given',
  'representation-requested',
  'representative-arrived',
  'interview-held',
  'leave-updated',
  'abeyance-started',
  'abeyance-ended',
  'response-received',
  'investigation-completed',
  'findings-delivered',
  'deprivation-considered',
  'predisciplinary-meeting-scheduled',
  'predisciplinary-notice-served',
  'predisciplinary-meeting-held',
  'discipline-issued',
  'copy-delivered',
  'grievance-filed',
];
const START = Date.UTC(2025, 8, 2, 13);
const HOURS_BETWEEN = 24;

function at(index: number): string {
  return new Date(START + index * HOURS_BETWEEN * 3_600_000).toISOString();
}

function eventOf(index: number): StepEvent {
  const kind = COURSE[index % COURSE.length] ?? 'complaint-received';
  const setFor = kind.endsWith('-scheduled') ? { for: at(index + 3) } : {};
  return { id: `e${index}`, kind, at: at(index), ...setFor };
}

function caseOf(index: number): StepsInput {
  const unit = UNITS[index % UNITS.length] ?? 'teachers';
  const second = index % 5 === 0 ? [{ name: 'Second Person', unit: 'coaches' }] : [];
  return {
    events: Array.from({ length: EVENTS_PER_CASE }, (_, each) => eventOf(each)),
    packs,
    calendars: [calendar],
    respondents: [{ name: 'First Person', unit }, ...second],
    now: '2026-03-20T12:00:00-04:00',
  };
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const cases = Array.from({ length: CASES }, (_, index) => caseOf(index));
let lines = 0;
const first = milliseconds(() => {
  for (const each of cases) lines += steps(each).length + gates(each).length;
});
const again = milliseconds(() => {
  for (const each of cases) steps(each);
});
const changes = cases.map((each, index) => {
  const changed = { ...each, events: [...each.events, { ...eventOf(EVENTS_PER_CASE + index), id: `new ${index}` }] };
  return milliseconds(() => {
    steps(changed);
    gates(changed);
  });
});

process.stdout.write(
  [
    `${CASES * EVENTS_PER_CASE} events over ${CASES} cases, ${lines} lines`,
    `steps and gates, cold: ${first.toFixed(0)} ms`,
    `steps, warm: ${again.toFixed(0)} ms`,
    `one change, steps and gates: median ${median(changes).toFixed(1)} ms, longest ${Math.max(...changes).toFixed(1)} ms`,
    '',
  ].join('\n'),
);
