import { describe, expect, test } from 'vitest';
import type { StepEvent, StepLine } from '../../src/contract/steps.ts';
import { checkAgreementPacks, steps } from '../../src/engine/agreement/index.ts';
import { beginning, event, inputOf, laws, teacher } from './case.ts';

const tenured = { ...teacher, certified: true, represented: true, tenured: true };
const untenured = { ...tenured, tenured: false };

function lawLine(
  events: readonly StepEvent[],
  now: string,
  step: string,
  respondent: typeof tenured | (Omit<typeof tenured, 'tenured'> & { tenured: boolean | null }) = tenured,
): StepLine {
  const found = steps({ ...inputOf({ events, now, packs: laws }), respondents: [respondent] }).find(
    (each) => each.step === step,
  );
  if (found === undefined) throw new Error(`no step ${step}`);
  return found;
}

describe('the clocks of teacher tenure, in calendar days', () => {
  // Each due date counted by hand on a calendar of 2026; weekends and holidays count.
  const considered = event('nonrenewal-considered', '2026-03-20T09:00:00-04:00');
  const notRenewed = event('nonrenewal-notice-served', '2026-04-24T09:00:00-04:00', { proof: 'signed receipt' });
  const termination = [
    event('termination-considered', '2026-03-02T09:00:00-05:00'),
    event('statutory-ground-chosen', '2026-03-03T09:00:00-05:00'),
    event('termination-notice-served', '2026-03-04T09:00:00-05:00', { proof: 'signed receipt' }),
  ];
  const hearing = event('hearing-requested', '2026-03-12T09:00:00-04:00');
  const officer = event('hearing-officer-wanted', '2026-03-16T09:00:00-04:00');

  test.each([
    ['T1 non-renewal by 1 May', 'teacher-nonrenewal-notice', untenured, [considered], '2026-05-01'],
    [
      'T2 reasons asked for within 3 days, Mon 27 Apr',
      'teacher-reasons-requested',
      untenured,
      [considered, notRenewed],
      '2026-04-27',
    ],
    [
      'T3 reasons within 4 days, Thu 30 Apr',
      'teacher-reasons-given',
      untenured,
      [considered, notRenewed, event('reasons-requested', '2026-04-26')],
      '2026-04-30',
    ],
    [
      'T4 hearing asked for within 10 days, Mon 4 May',
      'nontenured-hearing-request',
      untenured,
      [considered, notRenewed],
      '2026-05-04',
    ],
    [
      'T5 hearing within 15 days, Tue 19 May',
      'nontenured-hearing',
      untenured,
      [considered, notRenewed, event('hearing-requested', '2026-05-04')],
      '2026-05-19',
    ],
    ['T7 hearing asked for within 10 days, Sat 14 Mar', 'tenured-hearing-request', tenured, termination, '2026-03-14'],
    ['T8 hearing within 15 days, Fri 27 Mar', 'tenured-hearing', tenured, [...termination, hearing], '2026-03-27'],
    [
      'T9 officer within 5 days, Sat 21 Mar',
      'hearing-officer',
      tenured,
      [...termination, hearing, officer],
      '2026-03-21',
    ],
    [
      'T10 recommendation within 45 days, Sun 26 Apr',
      'recommendation',
      tenured,
      [...termination, hearing, officer],
      '2026-04-26',
    ],
    [
      'T11 decision within 15 days, Fri 8 May',
      'board-decision',
      tenured,
      [...termination, hearing, officer, event('recommendation-received', '2026-04-23')],
      '2026-05-08',
    ],
    [
      'T12 appeal within 30 days, Sun 7 Jun',
      'court-appeal',
      tenured,
      [...termination, event('board-decision-made', '2026-05-08')],
      '2026-06-07',
    ],
    [
      'T13 transcript within 15 days, Sat 23 May',
      'transcript',
      tenured,
      [...termination, event('board-decision-made', '2026-05-08')],
      '2026-05-23',
    ],
  ])('%s', (_, step, respondent, events, due) => {
    expect(lawLine(events, '2026-03-14T08:00:00-04:00', step, respondent)).toMatchObject({ state: 'due', due });
  });

  test('T6: the notice waits for a ground, and T14: a suspension at once may be left', () => {
    const [start] = termination;
    if (start === undefined) throw new Error('no event');
    const charged = event('serious-misconduct-charged', '2026-03-02T10:00:00-05:00');
    const now = '2026-03-02T12:00:00-05:00';
    expect(lawLine([start], now, 'termination-notice')).toMatchObject({
      state: 'blocked',
      why: 'No ground in the statute has been chosen.',
    });
    expect(lawLine([start, charged], now, 'immediate-suspension').state).toBe('due');
    const left = event('step-waived', '2026-03-02T11:00:00-05:00', {
      step: 'immediate-suspension',
      by: 'Dr. Marsh',
      reason: 'Leave is not needed',
    });
    expect(lawLine([start, charged, left], now, 'immediate-suspension').state).toBe('waived');
  });

  test('after 1 May the notice is late in that school year, and is not put off to the next', () => {
    const found = lawLine(
      [event('nonrenewal-considered', '2026-05-05')],
      '2026-05-06',
      'teacher-nonrenewal-notice',
      untenured,
    );
    expect(found).toMatchObject({ state: 'late', due: '2026-05-01' });
    expect(found.why).toContain('By Fri 1 May 2026, a fixed day of the school year');
    const autumn = lawLine(
      [event('nonrenewal-considered', '2025-10-05')],
      '2025-11-06',
      'teacher-nonrenewal-notice',
      untenured,
    );
    expect(autumn).toMatchObject({ state: 'due', due: '2026-05-01' });
  });

  test('a hearing is put off by agreement by 15 days at most', () => {
    const put = (due: string) => [
      ...termination,
      hearing,
      event('extension-agreed', '2026-03-18', { step: 'tenured-hearing', due, mutual: true, written: true }),
    ];
    expect(lawLine(put('2026-04-11'), '2026-03-28', 'tenured-hearing')).toMatchObject({
      state: 'due',
      due: '2026-04-11',
    });
    const tooLong = lawLine(put('2026-04-12'), '2026-03-28', 'tenured-hearing');
    expect(tooLong).toMatchObject({ state: 'late', due: '2026-03-27' });
    expect(tooLong.why).toContain('the law lets both sides put it off by 15 days at most, to Sat 11 Apr 2026');
    const decision = [
      ...termination,
      hearing,
      event('recommendation-received', '2026-04-23'),
      event('extension-agreed', '2026-04-24', {
        step: 'board-decision',
        due: '2026-05-10',
        mutual: true,
        written: true,
      }),
    ];
    expect(lawLine(decision, '2026-04-25', 'board-decision').why).toContain(
      'a time set by law is not extended by agreement',
    );
  });

  test('a teacher with tenure and one without have different clocks, and where nobody has said it both are shown', () => {
    const open = { ...tenured, tenured: null };
    expect(lawLine(termination, '2026-03-05', 'tenured-hearing-request', untenured).state).toBe('not-applicable');
    expect(lawLine([considered], '2026-03-21', 'teacher-nonrenewal-notice', tenured).why).toContain('has tenure');
    const shown = lawLine(termination, '2026-03-05', 'tenured-hearing-request', open);
    expect(shown.state).toBe('due');
    expect(shown.why).toContain('Shown because it is not recorded otherwise');
  });

  test('no hearing where the position is eliminated', () => {
    const gone = event('nonrenewal-notice-served', '2026-04-24', { ground: 'position-eliminated' });
    expect(lawLine([considered, gone], '2026-04-25', 'nontenured-hearing-request', untenured)).toMatchObject({
      state: 'not-applicable',
      why: 'There is no hearing where the position is eliminated.',
    });
  });

  test('nobody sees these clocks before non-renewal or termination is considered', () => {
    const lines = steps(inputOf({ events: beginning, now: '2026-03-10', packs: laws }));
    expect(lines.filter((each) => each.pack.startsWith('connecticut-teacher-tenure'))).toEqual([]);
    expect(lines.length).toBeGreaterThan(5);
  });

  test('every date of these clocks is to be confirmed with counsel, but the appeal read in a judgment', () => {
    const lines = steps({
      ...inputOf({ events: termination, now: '2026-03-05', packs: laws }),
      respondents: [tenured],
    }).filter((each) => each.pack.startsWith('connecticut-teacher-tenure'));
    expect(lines.filter((each) => each.toConfirm === null).map((each) => each.step)).toEqual(['court-appeal']);
  });
});

describe('a request for public records', () => {
  const request = event('records-request-received', '2026-03-30T09:00:00-04:00');
  const invades = event('records-privacy-decided', '2026-03-31T09:00:00-04:00', { invasion: true });
  const told = (receipt: string) =>
    event('records-notice-served', '2026-03-31T15:00:00-04:00', { receipt, proof: 'signed' });
  const now = '2026-04-01T08:00:00-04:00';

  test('goes to the employee and the union the same day where release would invade privacy', () => {
    expect(lawLine([request, invades], now, 'records-notice')).toMatchObject({ state: 'late', due: '2026-03-31' });
    expect(lawLine([request, invades, told('proved')], now, 'records-notice')).toMatchObject({
      state: 'done',
      doneLate: false,
    });
  });
  test('leaves 7 business days for an objection, 9 where only the mailing is shown', () => {
    // 1 2 (3 Good Friday) 6 7 8 9 10 → Fri 10 Apr; two more: 13 14 → Tue 14 Apr
    expect(lawLine([request, invades, told('proved')], now, 'records-objection').due).toBe('2026-04-10');
    expect(lawLine([request, invades, told('mailed')], now, 'records-objection').due).toBe('2026-04-14');
  });
  test('release waits until that time has ended, and does not come after an objection', () => {
    const events = [request, invades, told('proved')];
    expect(lawLine(events, '2026-04-10T12:00:00-04:00', 'records-release').state).toBe('blocked');
    expect(lawLine(events, '2026-04-11T12:00:00-04:00', 'records-release').state).toBe('due');
    const objected = [...events, event('records-objection-received', '2026-04-09')];
    expect(lawLine(objected, '2026-04-11', 'records-release').state).toBe('not-applicable');
    expect(lawLine(objected, '2026-04-11', 'records-withheld').state).toBe('due');
  });
  test('release comes first where no privacy is invaded, and the copy after it', () => {
    const free = event('records-privacy-decided', '2026-03-31T09:00:00-04:00', { invasion: false });
    expect(lawLine([request, free], now, 'records-release').state).toBe('due');
    expect(lawLine([request, free], now, 'records-notice').state).toBe('not-applicable');
    expect(
      lawLine([request, free, event('records-released', '2026-03-31T16:00:00-04:00')], now, 'records-copy').state,
    ).toBe('due');
  });
  test('is denied within 4 business days, 10 after the notice, both to be confirmed', () => {
    // 31 1 2 (3) 6 → Mon 6 Apr; 10: 31 1 2 6 7 8 9 10 13 14 → Tue 14 Apr
    const plain = lawLine([request], now, 'records-denial');
    expect([plain.due, plain.toConfirm]).toEqual([
      '2026-04-06',
      expect.stringContaining('To be confirmed with counsel'),
    ]);
    expect(lawLine([request, invades, told('proved')], now, 'records-denial-after-notice').due).toBe('2026-04-14');
    expect(lawLine([request, invades, told('proved')], now, 'records-denial').state).toBe('not-applicable');
  });
});

describe('after an investigation by DCF', () => {
  test('its word comes within 5 business days, the suspension is paid, and the Commissioner is told within 72 hours', () => {
    // Mon 30 Mar: 31 1 2 (3) 6 7 → Tue 7 Apr
    const ended = event('dcf-investigation-completed', '2026-03-30');
    const finding = event('dcf-finding-received', '2026-04-02T09:00:00-04:00', { registry: true });
    expect(lawLine([ended], '2026-03-31', 'dcf-tells-superintendent').due).toBe('2026-04-07');
    expect(lawLine([ended, finding], '2026-04-02T10:00:00-04:00', 'suspension-with-pay').state).toBe('due');
    expect(lawLine([ended, finding], '2026-04-02T10:00:00-04:00', 'tell-commissioner').due).toBe(
      '2026-04-05T09:00:00-04:00',
    );
  });
});

describe('Title IX', () => {
  test('the coordinator is told at once, and each side has 10 days for the evidence and for the report', () => {
    const known = event('title-ix-concern-known', '2026-03-02');
    expect(lawLine([known], '2026-03-02', 'title-ix-coordinator-told').state).toBe('due');
    const later = [
      known,
      event('title-ix-handoff-started', '2026-03-03'),
      event('title-ix-evidence-shared', '2026-03-20'),
    ];
    expect(lawLine(later, '2026-03-21', 'title-ix-coordinator-told').state).toBe('done');
    expect(lawLine(later, '2026-03-21', 'title-ix-evidence')).toMatchObject({ due: '2026-03-30', state: 'due' });
    expect(lawLine(later, '2026-03-21', 'title-ix-report').state).toBe('not-applicable');
  });
});

describe('laws without a step of their own', () => {
  test('hold the facts for letters, with source and confidence', () => {
    const notes = laws.filter((pack) => pack.steps.length === 0 && pack.gates.length === 0);
    expect(notes.map((pack) => pack.id).toSorted()).toEqual([
      'connecticut-employment-history',
      'connecticut-personnel-files',
      'connecticut-student-records',
    ]);
  });
  test('a condition on what an event says does not make a step dead', () =>
    expect(checkAgreementPacks(laws)).toEqual([]));
});
