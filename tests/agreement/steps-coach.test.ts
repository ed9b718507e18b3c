import { describe, expect, test } from 'vitest';
import { beginning, coach, event, gate, line, table, teacher } from './case.ts';

const respondents = [coach];

describe('a coach without an agreement, from complaint to outcome', () => {
  const served = [
    ...beginning,
    event('notice-of-investigation-served', '2026-03-11T11:00:00-04:00', { proof: 'signed receipt' }),
  ];
  const heard = [
    ...served,
    event('interview-notice-served', '2026-03-12T11:00:00-04:00'),
    event('interview-held', '2026-03-13T11:00:00-04:00'),
  ];

  test('when the complaint and the evidence are in', () => {
    expect(table({ events: beginning, now: '2026-03-10T08:00:00-04:00', respondents }, coach.name)).toEqual([
      'notice-of-investigation: due',
      'interview-notice: blocked',
      'interview: blocked',
      'response: blocked',
      'findings: blocked',
      'second-post: due',
      'outcome: blocked',
      'protected-speech-screen: due',
      'mandated-report-screen: done',
      'provenance-checked: due',
    ]);
  });

  test('when the notice was served', () => {
    const states = table({ events: served, now: '2026-03-12T08:00:00-04:00', respondents }, coach.name);
    expect(states.slice(0, 3)).toEqual([
      'notice-of-investigation: done',
      'interview-notice: due',
      'interview: blocked',
    ]);
  });

  test('when the coach was heard, the answer is awaited without a number', () => {
    const scene = { events: heard, now: '2026-03-16T08:00:00-04:00', respondents };
    expect(line(scene, 'response', coach.name)).toMatchObject({
      state: 'due',
      due: null,
      arithmetic: [],
      daysLeft: null,
    });
    expect(gate(scene, 'findings', coach.name).missing).toEqual([
      "The coach's response has not come and has not been given up.",
    ]);
  });

  test('when the answer came and the other post was checked, the outcome waits only for what the law asks', () => {
    const events = [
      ...heard,
      event('response-received', '2026-03-18T11:00:00-04:00'),
      event('second-post-checked', '2026-03-18T12:00:00-04:00'),
      event('findings-delivered', '2026-03-20T11:00:00-04:00'),
    ];
    const scene = { events, now: '2026-03-21T08:00:00-04:00', respondents };
    expect(gate(scene, 'discipline', coach.name)).toMatchObject({
      open: false,
      missing: ['It has not been considered whether the speech is protected.'],
    });
    expect(line(scene, 'outcome', coach.name)).toMatchObject({ state: 'blocked', blockedBy: ['discipline'] });
  });

  test('no union means no representative to settle and nobody to agree with about a hold', () => {
    const scene = { events: beginning, now: '2026-03-10T08:00:00-04:00', respondents };
    expect(line(scene, 'representation-settled', coach.name)).toMatchObject({
      state: 'not-applicable',
      why: 'No union represents this unit.',
    });
    expect(line(scene, 'hold-extension', coach.name).state).toBe('not-applicable');
  });

  test('steps of fair practice say that no agreement asks for them', () => {
    const found = line(
      { events: beginning, now: '2026-03-10T08:00:00-04:00', respondents },
      'notice-of-investigation',
      coach.name,
    );
    expect(found.toConfirm).toBe('No agreement or law asks for this step; it is fair practice.');
  });

  test('non-renewal: 90 calendar days from the end of the season, reasons in 7 days, marked where sources differ', () => {
    // 14 Nov 2025 + 90: 16 in November, 31, 31, 12 in February → 12 Feb 2026
    const events = [event('season-ended', '2025-11-14'), event('reasons-requested', '2026-02-02')];
    const scene = { events, now: '2026-02-05', respondents };
    expect(line(scene, 'nonrenewal-notice', coach.name)).toMatchObject({
      state: 'due',
      due: '2026-02-12',
      daysLeft: 7,
      toConfirm: null,
    });
    expect(line(scene, 'reasons-given', coach.name)).toMatchObject({
      due: '2026-02-09',
      toConfirm:
        'To be confirmed with counsel: Conn. Gen. Stat. 10-222e (reasons) (plainvilleschools.org, policy 4002; z2policy.cabe.org, Preston 4115.3, differs).',
    });
  });
});

describe('two employees and two posts in one case', () => {
  test('each employee has the steps of their own unit', () => {
    const scene = { events: beginning, now: '2026-03-10T08:00:00-04:00', respondents: [teacher, coach] };
    expect(table(scene, teacher.name)).toContain('notice-of-investigation: due 2026-03-17');
    expect(table(scene, coach.name)).toContain('notice-of-investigation: due');
  });

  test('what happened to one employee settles nothing for the other', () => {
    const events = [
      ...beginning,
      event('notice-of-investigation-served', '2026-03-10T11:00:00-04:00', { respondent: coach.name }),
    ];
    const scene = { events, now: '2026-03-11T08:00:00-04:00', respondents: [teacher, coach] };
    expect(line(scene, 'notice-of-investigation', coach.name).state).toBe('done');
    expect(line(scene, 'notice-of-investigation', teacher.name).state).toBe('due');
  });

  test('a teacher who coaches stands under both, and an event may name one post', () => {
    const asCoach = { name: teacher.name, unit: 'coaches' };
    const events = [
      ...beginning,
      event('notice-of-investigation-served', '2026-03-10T11:00:00-04:00', {
        respondent: teacher.name,
        unit: 'coaches',
      }),
    ];
    const scene = { events, now: '2026-03-11T08:00:00-04:00', respondents: [teacher, asCoach] };
    expect(line(scene, 'notice-of-investigation', teacher.name, 'coaches').state).toBe('done');
    expect(line(scene, 'notice-of-investigation', teacher.name, 'teachers').state).toBe('due');
  });
});
