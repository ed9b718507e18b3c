import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepEvent } from '../../src/contract/steps.ts';
import { gates, steps } from '../../src/engine/agreement/index.ts';
import { beginning, coach, event, inputOf, line, teacher, teacherPath } from './case.ts';

const now = '2026-03-16T08:00:00-04:00';
const complaint = event('complaint-received', '2026-03-09T09:00:00-04:00', { channel: 'email' });

describe('an event is corrected, never erased', () => {
  test('a corrected time recomputes the due date and says what changed', () => {
    const fix = event('event-corrected', '2026-03-12T09:00:00-04:00', {
      corrects: complaint.id,
      correctAt: '2026-03-06T09:00:00-05:00',
      reason: 'the letter bears Friday’s stamp',
    });
    // from Fri 6 Mar: 9 10 11 12 (13x) 16 → Mon 16 Mar
    const found = line({ events: [...beginning, fix], now }, 'notice-of-investigation');
    expect(found.due).toBe('2026-03-16');
    expect(found.why).toContain(
      'its time was corrected from 2026-03-09T09:00:00-04:00 to 2026-03-06T09:00:00-05:00: the letter bears Friday’s stamp',
    );
  });

  test('of two corrections the one recorded last holds, whichever stands first in the list', () => {
    const first = event('event-corrected', '2026-03-12T09:00:00-04:00', {
      corrects: complaint.id,
      correctAt: '2026-03-06T09:00:00-05:00',
    });
    const second = event('event-corrected', '2026-03-13T09:00:00-04:00', {
      corrects: complaint.id,
      correctAt: '2026-03-10T09:00:00-04:00',
    });
    for (const fixes of [
      [first, second],
      [second, first],
    ]) {
      // from Tue 10 Mar: 11 12 (13x) 16 17 18
      expect(line({ events: [...fixes, ...beginning], now }, 'notice-of-investigation').due).toBe('2026-03-18');
    }
  });

  test('when they were recorded is a moment, not a text: 12:30 in UTC came before 09:00 in Connecticut', () => {
    const early = event('event-corrected', '2026-03-12', {
      id: 'z',
      corrects: complaint.id,
      correctAt: '2026-03-06T09:00:00-05:00',
      recordedAt: '2026-03-12T12:30:00Z',
    });
    const late = event('event-corrected', '2026-03-12', {
      id: 'a',
      corrects: complaint.id,
      correctAt: '2026-03-10T09:00:00-04:00',
      recordedAt: '2026-03-12T09:00:00-04:00',
    });
    expect(line({ events: [late, ...beginning, early], now }, 'notice-of-investigation').due).toBe('2026-03-18');
  });

  test('an event of the right kind may stand in the place of a wrong one', () => {
    const wrong = event('interview-held', '2026-03-12T09:00:00-04:00');
    const right = event('interview-declined', '2026-03-12T09:00:00-04:00', {
      corrects: wrong.id,
      reason: 'nobody came',
    });
    const found = line({ events: [...beginning, wrong, right], now }, 'interview');
    expect(found.state).toBe('done');
    expect(found.why).toContain('it replaces an earlier record: nobody came');
    // the response runs from the refusal: 10 school days from 12 Mar: (13x) 16-20(5) 23-27(10)
    expect(line({ events: [...beginning, wrong, right], now }, 'response').due).toBe('2026-03-27');
  });

  test('a withdrawn event is as if it had not happened', () => {
    const served = event('notice-of-investigation-served', '2026-03-11T09:00:00-04:00');
    const withdrawn = event('event-withdrawn', '2026-03-12T09:00:00-04:00', {
      corrects: served.id,
      reason: 'the letter came back',
    });
    expect(line({ events: [...beginning, served, withdrawn], now }, 'notice-of-investigation').state).toBe('due');
  });

  test('corrections that point at each other end, and take both away', () => {
    const a = event('interview-held', '2026-03-12T09:00:00-04:00', {
      corrects: 'interview-held 2026-03-13T09:00:00-04:00',
    });
    const b = event('interview-held', '2026-03-13T09:00:00-04:00', { corrects: a.id });
    expect(line({ events: [...beginning, a, b], now }, 'response').state).toBe('blocked');
  });
});

describe('a calendar corrected after the fact', () => {
  test('a snow day added later moves the open deadline', () => {
    const input = inputOf({ events: beginning, now });
    const [calendar] = input.calendars;
    if (calendar === undefined) throw new Error('the case has a calendar');
    const snowed = { ...calendar, snowDays: [...calendar.snowDays, { date: '2026-03-12', reason: 'Snow' }] };
    const moved = steps({ ...input, calendars: [snowed] }).find((each) => each.step === 'notice-of-investigation');
    expect(moved?.due).toBe('2026-03-18');
    expect(moved?.arithmetic).toContain('Thu 12 Mar: no school (snow day)');
  });
});

describe('the order in which events are entered', () => {
  const turns: readonly StepEvent[] = [
    ...teacherPath,
    event('police-or-dcf-hold-started', '2026-03-12T15:00:00-04:00'),
    event('police-or-dcf-hold-ended', '2026-03-16T15:00:00-04:00'),
    event('representation-waived', '2026-03-17T15:00:00-04:00'),
    event('mandated-report-knowledge', '2026-03-10T15:00:00-04:00'),
    event('oral-report-made', '2026-03-10T18:00:00-04:00'),
    event('extension-agreed', '2026-03-20T15:00:00-04:00', {
      step: 'response',
      due: '2026-04-20',
      mutual: true,
      written: true,
    }),
    event('extension-agreed', '2026-03-21T15:00:00-04:00', {
      step: 'response',
      due: '2026-04-22',
      mutual: true,
      written: true,
    }),
    event('event-corrected', '2026-03-21T15:00:00-04:00', {
      corrects: complaint.id,
      correctAt: '2026-03-08T15:00:00-04:00',
    }),
    event('event-corrected', '2026-03-22T15:00:00-04:00', { corrects: complaint.id, correctAt: '2026-03-07' }),
    event('gate-overridden', '2026-03-23T15:00:00-04:00', { gate: 'findings', by: 'R. Ames', reason: 'urgent' }),
    event('gate-overridden', '2026-03-23T16:00:00-04:00', { gate: 'findings', by: 'B. Osei', reason: 'still urgent' }),
    event('interview-scheduled', '2026-03-24T16:00:00-04:00', { for: '2026-03-31T10:00:00-04:00' }),
  ];

  test('changes no step and no gate', () => {
    const scene = { now: '2026-03-26T08:00:00-04:00', respondents: [teacher, coach] };
    const expectedSteps = steps(inputOf({ ...scene, events: turns }));
    const expectedGates = gates(inputOf({ ...scene, events: turns }));
    fc.assert(
      fc.property(fc.shuffledSubarray([...turns], { minLength: turns.length }), (events) => {
        expect(steps(inputOf({ ...scene, events }))).toEqual(expectedSteps);
        expect(gates(inputOf({ ...scene, events }))).toEqual(expectedGates);
      }),
    );
  });

  test('any selection of events gives a line for every step, each in a known state, and the same line twice', () => {
    fc.assert(
      fc.property(fc.subarray([...turns]), fc.integer({ min: 0, max: 60 }), (events, days) => {
        const at = new Date(Date.UTC(2026, 2, 5 + days, 15)).toISOString();
        const once = steps(inputOf({ events, now: at }));
        expect(steps(inputOf({ events: events.toReversed(), now: at }))).toEqual(once);
        expect(new Set(once.map((each) => each.step)).size).toBe(once.length);
      }),
    );
  });
});
