/**
 * How long the window waits for the steps of a case with 200 events, and for one more: through the engine, from a case file.
 * Prints; nothing is asserted, because a slow computer is no fault: `npm exec -- node tests/bench/steps-view.ts`.
 */
import type { EventKind } from '../../src/contract/agreement.ts';
import { Desk, teacher } from '../engine/desk.ts';
import { load, spread, type Took, took } from './spread.ts';

const EVENTS = 200;
const LOOKS = 100;
const START = Date.UTC(2025, 8, 2, 13);
const MILLISECONDS_PER_DAY = 86_400_000;

const COURSE: readonly EventKind[] = [
  'complaint-received',
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

function at(index: number): string {
  return new Date(START + index * MILLISECONDS_PER_DAY).toISOString();
}

const desk = new Desk();
await desk.newCase('sound-shore');
const { id } = await desk.ask('person.add', teacher);

async function recordOne(index: number): Promise<void> {
  const kind = COURSE[index % COURSE.length] ?? 'complaint-received';
  const details = kind.endsWith('-scheduled') ? { for: at(index + 3) } : {};
  await desk.ask('event.record', { kind, at: at(index), respondentId: id, details, note: null });
}

const view = () => desk.engine.call('steps.view', {});

const first = await took(view);
for (let index = 0; index < EVENTS; index += 1) await recordOne(index);
const looks: Took[] = [];
for (let look = 0; look < LOOKS; look += 1) looks.push(await took(view));
const afterChange: Took[] = [];
for (let index = 0; index < LOOKS; index += 1) {
  await recordOne(EVENTS + index);
  afterChange.push(await took(view));
}
await desk.reopen();
const opened = await took(view);
process.stdout.write(
  [
    load(),
    `the first view of a new engine, packs read: ${first.wall.toFixed(0)} ms; the first view after opening the case: ${opened.wall.toFixed(0)} ms`,
    spread(`steps.view of ${EVENTS} events`, looks),
    spread(`steps.view after one more event, ${EVENTS} to ${EVENTS + LOOKS}`, afterChange),
    '',
  ].join('\n'),
);
await desk.end();
