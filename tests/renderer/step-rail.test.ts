import { expect, test } from 'vitest';
import { eventKinds } from '../../src/contract/agreement.ts';
import type { EventView, StepView } from '../../src/contract/step-view.ts';
import { RecordEvent } from '../../src/contract/step-view.ts';
import {
  blankEvent,
  detailsOf,
  draftOfEvent,
  fieldsOf,
  isEntered,
} from '../../src/renderer/screens/steps/event-draft.ts';
import { groupSteps, namesOf } from '../../src/renderer/screens/steps/step-groups.ts';

function step(id: string, state: StepView['state'], due: string | null = null): StepView {
  return {
    respondentId: 'p1',
    step: id,
    title: `Do ${id}`,
    article: 'Article 1',
    state,
    due,
    daysLeft: null,
    arithmetic: [],
    blockedBy: [],
    why: null,
    proof: null,
    toConfirm: null,
    doneBy: null,
    documentKind: null,
    unit: null,
    pack: 'example@1',
    doneAt: null,
    doneLate: false,
  };
}

const ids = (steps: readonly StepView[]) => steps.map((one) => one.step);

test('what is late comes first, then what is due first; everything else due waits under next', () => {
  const groups = groupSteps([
    step('c', 'due', '2026-03-30'),
    step('b', 'due', '2026-03-27'),
    step('d', 'due'),
    step('a', 'late', '2026-03-20'),
    step('z', 'late', '2026-03-12'),
  ]);
  expect(ids(groups.now)).toEqual(['z', 'a', 'b']);
  expect(ids(groups.next)).toEqual(['c', 'd']);
});

test('where nothing has a date, the first thing that is due is the thing to do now', () => {
  const groups = groupSteps([step('a', 'due'), step('b', 'due')]);
  expect(ids(groups.now)).toEqual(['a']);
  expect(ids(groups.next)).toEqual(['b']);
});

test('no step is lost between the groups', () => {
  const states = ['done', 'due', 'late', 'blocked', 'waived', 'overridden', 'not-applicable'] as const;
  const groups = groupSteps(states.map((state) => step(state, state)));
  const found = [groups.done, groups.now, groups.next, groups.blocked, groups.away].flatMap(ids).sort();
  expect(found).toEqual([...states].sort());
});

test('what a step waits for is told in words: a step, a gate, a kind of event, or the id as words', () => {
  const known = {
    steps: [step('notice', 'due')],
    gates: [{ gate: 'interview', title: 'Question the employee' }],
    kinds: [{ kind: 'union-notified', title: 'The union was told' }],
  };
  expect(namesOf(['notice', 'interview', 'union-notified', 'police-or-dcf-hold'], known)).toEqual([
    'Do notice',
    'Question the employee',
    'The union was told',
    'police or dcf hold',
  ]);
});

test('an event is recorded with the facts of its kind and without those of another', () => {
  const typed = {
    ...blankEvent('extension-agreed', 'p1'),
    by: 'HR',
    how: 'by hand',
    step: 'notice',
    due: '2026-04-02',
  };
  expect(detailsOf({ ...typed, mutual: true })).toEqual({
    by: 'HR',
    step: 'notice',
    due: '2026-04-02',
    mutual: true,
    written: false,
  });
  expect(detailsOf({ ...typed, kind: 'union-notified' })).toEqual({ by: 'HR', how: 'by hand' });
});

test('every notice that is served asks how and with what proof', () => {
  for (const kind of Object.keys(eventKinds).filter((name) => name.endsWith('-served'))) {
    expect([...fieldsOf(kind)], kind).toEqual(expect.arrayContaining(['how', 'proof']));
  }
});

test('a gate is overridden at the gate and an event corrected at the event, never entered by hand', () => {
  expect(isEntered('gate-overridden')).toBe(false);
  expect(isEntered('event-corrected')).toBe(false);
  expect(isEntered('interview-held')).toBe(true);
});

test('an event on record comes back into the form with all its facts', () => {
  const event: EventView = {
    id: 'e1',
    kind: 'interview-scheduled',
    at: '2026-03-13T13:00:00Z',
    respondentId: 'p1',
    details: { by: 'Principal', for: '2026-03-20T14:00:00Z', room: '12', proof: null },
    note: 'By telephone',
    title: 'The interview was set',
    recordedAt: '2026-03-13T14:00:00Z',
    by: 'Dana Ortiz',
    corrects: null,
    correctedBy: null,
    withdrawn: false,
  };
  const draft = draftOfEvent(event);
  expect(draft.more).toEqual([{ name: 'room', value: '12' }]);
  expect(draft.note).toBe('By telephone');
  const again = detailsOf(draft);
  expect(again).toMatchObject({ by: 'Principal', room: '12' });
  expect(Date.parse(String(again['for']))).toBe(Date.parse('2026-03-20T14:00:00Z'));
  const sent = { kind: draft.kind, at: event.at, respondentId: 'p1', details: again, note: draft.note };
  expect(RecordEvent.safeParse(sent).success).toBe(true);
});
