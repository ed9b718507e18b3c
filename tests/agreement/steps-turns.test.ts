import { describe, expect, test } from 'vitest';
import { beginning, coach, event, gate, line, teacherPath } from './case.ts';

describe('mandated reports run in hours', () => {
  // Known on Sat 7 Mar 2026 at 20:00; the clock goes forward in the night.
  const known = event('mandated-report-knowledge', '2026-03-07T20:00:00-05:00');

  test('12 hours from the knowledge, through the night in which the clock changes', () => {
    const scene = { events: [known], now: '2026-03-08T08:59:00-04:00' };
    expect(line(scene, 'mandated-report-oral')).toMatchObject({
      state: 'due',
      due: '2026-03-08T09:00:00-04:00',
      toConfirm: null,
    });
    expect(line({ ...scene, now: '2026-03-08T09:00:01-04:00' }, 'mandated-report-oral').state).toBe('late');
  });

  test('48 hours for the written one, counted from the oral one and not from the knowledge', () => {
    const events = [known, event('oral-report-made', '2026-03-07T22:00:00-05:00', { proof: 'careline reference' })];
    const scene = { events, now: '2026-03-08T12:00:00-04:00' };
    expect(line(scene, 'mandated-report-oral')).toMatchObject({
      state: 'done',
      doneLate: false,
      proof: 'careline reference',
    });
    expect(line(scene, 'mandated-report-written').due).toBe('2026-03-09T23:00:00-04:00');
  });

  test('in autumn the night is an hour longer and the report an hour earlier on the clock', () => {
    const scene = {
      events: [event('mandated-report-knowledge', '2025-11-01T20:00:00-04:00')],
      now: '2025-11-01T21:00:00-04:00',
    };
    expect(line(scene, 'mandated-report-oral').due).toBe('2025-11-02T07:00:00-05:00');
  });

  test('a coach has the same clock as a teacher', () => {
    const scene = { events: [known], now: '2026-03-07T21:00:00-05:00', respondents: [coach] };
    expect(line(scene, 'mandated-report-oral', coach.name).due).toBe('2026-03-08T09:00:00-04:00');
  });

  test('no contract extends a time set by law', () => {
    const agreed = event('extension-agreed', '2026-03-07T21:00:00-05:00', {
      step: 'mandated-report-oral',
      due: '2026-03-12',
      mutual: true,
      written: true,
    });
    const found = line({ events: [known, agreed], now: '2026-03-07T22:00:00-05:00' }, 'mandated-report-oral');
    expect(found.due).toBe('2026-03-08T09:00:00-04:00');
    expect(found.why).toContain('a time set by law is not extended by agreement');
  });

  test('knowledge known only by its day gives no hour', () => {
    const scene = { events: [event('mandated-report-knowledge', '2026-03-07')], now: '2026-03-07T22:00:00-05:00' };
    expect(line(scene, 'mandated-report-oral')).toMatchObject({ due: null, missing: ['time of day of the trigger'] });
  });
});

describe('a representative', () => {
  const before = teacherPath.slice(0, 6);

  test('refused and then asked for: the question is open again until somebody arrives', () => {
    const waived = [...before, event('representation-waived', '2026-03-18T10:00:00-04:00')];
    const now = '2026-03-20T08:00:00-04:00';
    expect(line({ events: waived, now }, 'representation-settled').state).toBe('done');
    const asked = [...waived, event('representation-requested', '2026-03-19T09:00:00-04:00')];
    expect(line({ events: asked, now }, 'representation-settled')).toMatchObject({
      state: 'due',
      why: 'Open again: the employee asked for a representative on Thu 19 Mar 2026, 09:00.',
    });
    const came = [...asked, event('representative-arrived', '2026-03-19T12:00:00-04:00')];
    expect(line({ events: came, now }, 'representation-settled').state).toBe('done');
  });

  test('the interview stays closed until everything that its gate asks for is there', () => {
    const scene = { events: before, now: '2026-03-17T08:00:00-04:00' };
    expect(gate(scene, 'interview').missing).toEqual([
      'The employee has not been told of the right to a representative.',
      'The interview has not been announced in writing.',
      'The question of a representative is open: ask, and record the answer.',
    ]);
    expect(gate({ events: teacherPath, now: '2026-03-25T08:00:00-04:00' }, 'interview')).toMatchObject({
      open: true,
      missing: [],
    });
  });
});

describe('an extension', () => {
  const now = '2026-03-18T08:00:00-04:00';
  const agreed = (details: object) =>
    event('extension-agreed', '2026-03-16T09:00:00-04:00', {
      step: 'notice-of-investigation',
      due: '2026-03-24',
      ...details,
    });

  test('by both sides in writing moves the due date and says so', () => {
    const found = line(
      { events: [...beginning, agreed({ mutual: true, written: true })], now },
      'notice-of-investigation',
    );
    expect(found).toMatchObject({ state: 'due', due: '2026-03-24' });
    expect(found.arithmetic.slice(-2)).toEqual([
      'Due Tue 17 Mar 2026',
      'Extended to Tue 24 Mar 2026 by the agreement of Mon 16 Mar 2026',
    ]);
  });

  test('that is not in writing, or of one side only, is recorded and does not count', () => {
    for (const details of [{ mutual: true }, { written: true }, { mutual: true, written: false }]) {
      const found = line({ events: [...beginning, agreed(details)], now }, 'notice-of-investigation');
      expect(found).toMatchObject({ state: 'late', due: '2026-03-17' });
      expect(found.why).toContain('so it does not count');
    }
  });
});

describe('a hold by police or DCF', () => {
  const hold = event('police-or-dcf-hold-started', '2026-03-12T09:00:00-04:00');

  test('stops the clocks of an agreement that says so, closes the gates and asks for a written extension', () => {
    const scene = { events: [...beginning, hold], now: '2026-03-30T08:00:00-04:00' };
    expect(line(scene, 'complete-investigation')).toMatchObject({
      state: 'blocked',
      due: null,
      blockedBy: ['police-or-dcf-hold'],
    });
    expect(gate(scene, 'interview').missing).toContain('Police or DCF have asked the district to wait.');
    expect(line(scene, 'hold-extension').state).toBe('due');
    expect(line(scene, 'statement-choice').state).toBe('due');
  });

  test('ends, and the days of the hold were not counted', () => {
    // 10(1) 11(2) | hold 12-18 | 19(3) 20(4) 23(5) → Mon 23 Mar
    const scene = {
      events: [...beginning, hold, event('police-or-dcf-hold-ended', '2026-03-18T09:00:00-04:00')],
      now: '2026-03-19T08:00:00-04:00',
    };
    const found = line(scene, 'notice-of-investigation');
    expect(found.due).toBe('2026-03-23');
    expect(found.arithmetic).toContain('Thu 12 Mar: not counted: police or DCF hold');
  });

  test('does not stop the hours of a mandated report', () => {
    const events = [hold, event('mandated-report-knowledge', '2026-03-12T10:00:00-04:00')];
    expect(line({ events, now: '2026-03-12T11:00:00-04:00' }, 'mandated-report-oral').due).toBe(
      '2026-03-12T22:00:00-04:00',
    );
  });

  test('a written abeyance stops the clocks in the same way', () => {
    const events = [
      ...beginning,
      event('abeyance-started', '2026-03-12T09:00:00-04:00'),
      event('abeyance-ended', '2026-03-18T09:00:00-04:00'),
    ];
    expect(line({ events, now: '2026-03-19T08:00:00-04:00' }, 'notice-of-investigation').due).toBe('2026-03-23');
  });
});

describe('a response', () => {
  const now = '2026-04-10T08:00:00-04:00';
  test('that does not come is late, and can be recorded as lapsed only after its last day', () => {
    expect(line({ events: teacherPath, now }, 'response')).toMatchObject({
      state: 'late',
      due: '2026-04-08',
      onLapse: 'proceed',
    });
    const early = [...teacherPath, event('response-lapsed', '2026-04-07T09:00:00-04:00')];
    expect(line({ events: early, now: '2026-04-08T08:00:00-04:00' }, 'response').state).toBe('due');
    const after = [...teacherPath, event('response-lapsed', '2026-04-09T09:00:00-04:00')];
    expect(line({ events: after, now }, 'response')).toMatchObject({
      state: 'done',
      why: 'The time ended without an answer.',
    });
  });

  test('may be waived by the employee, with the reason shown', () => {
    const waived = event('step-waived', '2026-03-25T09:00:00-04:00', {
      step: 'response',
      by: 'Dana Reyes',
      reason: 'said all at the interview',
    });
    expect(line({ events: [...teacherPath, waived], now }, 'response')).toMatchObject({
      state: 'waived',
      why: 'Waived on Wed 25 Mar 2026, 09:00 by Dana Reyes: said all at the interview.',
    });
  });

  test('a waiver that the agreement does not provide for does not count', () => {
    const waived = event('step-waived', '2026-03-12T09:00:00-04:00', {
      step: 'union-notified',
      by: 'Dana Reyes',
      reason: 'private',
    });
    const found = line(
      { events: [...teacherPath.slice(0, 4), waived], now: '2026-03-12T10:00:00-04:00' },
      'union-notified',
    );
    expect(found.state).toBe('due');
    expect(found.why).toContain('the agreement does not provide for one');
  });
});

describe('leave over the winter recess', () => {
  test('is explained within a school day and followed by word every 14 calendar days', () => {
    // Tue 23 Dec is the last school day; the next one is Mon 5 Jan. 14 calendar days from 23 Dec is 6 Jan.
    const events = [event('leave-started', '2025-12-23T10:00:00-05:00')];
    const scene = { events, now: '2025-12-24T08:00:00-05:00' };
    expect(line(scene, 'leave-notice').due).toBe('2026-01-05');
    expect(line(scene, 'leave-update').due).toBe('2026-01-06');
    const told = [...events, event('leave-updated', '2026-01-06T09:00:00-05:00')];
    expect(line({ events: told, now: '2026-01-07T08:00:00-05:00' }, 'leave-update').due).toBe('2026-01-20');
  });
});

describe('a right of the other side', () => {
  test('to answer says until when, and what to record when the time has ended', () => {
    expect(line({ events: teacherPath, now: '2026-04-01T08:00:00-04:00' }, 'response').nextAction).toBe(
      "Wait for the employee's response until Wed 8 Apr 2026, if the article says so.",
    );
    expect(line({ events: teacherPath, now: '2026-04-10T08:00:00-04:00' }, 'response').nextAction).toBe(
      'The time ended on Wed 8 Apr 2026, if the article says so: record that nothing came, or take it all the same.',
    );
  });

  test('to file a grievance ends unused without anybody being late', () => {
    // issued Mon 9 Mar: 15 school days: 10-12(3) 16-20(8) 23-27(13) 30(14) 31(15)
    const events = [...beginning, event('discipline-issued', '2026-03-09T15:00:00-04:00')];
    expect(line({ events, now: '2026-03-31T08:00:00-04:00' }, 'grievance')).toMatchObject({
      state: 'due',
      due: '2026-03-31',
    });
    expect(line({ events, now: '2026-04-01T08:00:00-04:00' }, 'grievance')).toMatchObject({
      state: 'not-applicable',
      due: '2026-03-31',
      why: 'The time for it ended on Tue 31 Mar 2026 and was not used.',
      nextAction: null,
    });
  });
});
