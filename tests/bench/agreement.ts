/**
 * How long it takes to work out the steps and gates of 50 cases with 10,000 events, and of one case after one more event.
 * Prints; nothing is asserted, because a slow computer is no fault: `npm exec -- node tests/bench/agreement.ts`.
 */
import type { EventKind } from '../../src/contract/agreement.ts';
import type { StepEvent, StepsInput } from '../../src/contract/steps.ts';
import { loadAgreements, loadCalendar, loadLaws, stepsAndGates } from '../../src/engine/agreement/index.ts';
import { load, spread, took } from './spread.ts';

const resources = new URL('../../resources', import.meta.url).pathname;
const packs = [...loadAgreements(resources), ...loadLaws(resources)];
const calendar = loadCalendar(resources, 'sound-shore');

const CASES = 50;
const EVENTS_PER_CASE = 200;
const ROUNDS = 10;
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

const cases = Array.from({ length: CASES }, (_, index) => caseOf(index));
const [sample] = cases;
const beginning = await took(() => {
  if (sample !== undefined) stepsAndGates(sample);
});
let lines = 0;
const replay = await took(() => {
  for (const each of cases) {
    const { steps, gates } = stepsAndGates(each);
    lines += steps.length + gates.length;
  }
});
const changes = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, each] of cases.entries()) {
    const more = { ...eventOf(EVENTS_PER_CASE + index), id: `new ${round} ${index}` };
    const changed = { ...each, events: [...each.events, more] };
    changes.push(await took(() => stepsAndGates(changed)));
  }
}

process.stdout.write(
  [
    load(),
    `the first case of a new process: ${beginning.wall.toFixed(1)} ms`,
    `${CASES * EVENTS_PER_CASE} events over ${CASES} cases, ${lines} lines of steps and gates: ${replay.wall.toFixed(0)} ms`,
    spread('one change', changes),
    '',
  ].join('\n'),
);
