import { describe, expect, test } from 'vitest';
import { beginning, event, line, table, teacher, teacherPath } from './case.ts';

/*
 * From complaint to outcome, event by event: the state of every step that applies. Dates counted by hand:
 *   notice: 5 school days from Mon 9 Mar: 10 11 12 (13x) 16 17 → Tue 17 Mar
 *   inquiry: 20 school days from 9 Mar: 10-12(3) 16-20(8) 23-27(13) 30-2 Apr(17) 3x 6(18) 7(19) 8(20) → Wed 8 Apr
 *   Association: 2 school days from Wed 11 Mar: 12 (13x) 16 → Mon 16 Mar
 *   interview on Tue 24 Mar, 2 school days before: 23 20 → Fri 20 Mar
 *   response: 10 school days from Tue 24 Mar: 25-27(3) 30-2(7) 3x 6(8) 7(9) 8(10) → Wed 8 Apr
 */
const lawful = ['protected-speech-screen: due', 'mandated-report-screen: done', 'provenance-checked: due'];

describe('a teacher, from complaint to outcome', () => {
  test('when the complaint and the evidence are in', () => {
    expect(table({ events: beginning, now: '2026-03-10T08:00:00-04:00' }, teacher.name)).toEqual([
      'notice-of-investigation: due 2026-03-17',
      'union-notified: blocked',
      'representation-notice: blocked',
      'interview-notice: blocked',
      'interview: blocked',
      'response: blocked',
      'complete-investigation: due 2026-04-08',
      'findings: blocked',
      'discipline: blocked',
      ...lawful,
      'representation-settled: blocked',
    ]);
  });

  test('when the notice was served and the interview set', () => {
    const events = teacherPath.slice(0, 6);
    expect(table({ events, now: '2026-03-17T08:00:00-04:00' }, teacher.name)).toEqual([
      'notice-of-investigation: done 2026-03-17',
      'union-notified: done 2026-03-16',
      'representation-notice: due 2026-03-20',
      'interview-notice: due 2026-03-20',
      'interview: blocked',
      'response: blocked',
      'complete-investigation: due 2026-04-08',
      'findings: blocked',
      'discipline: blocked',
      ...lawful,
      'representation-settled: due',
    ]);
  });

  test('when the interview was held', () => {
    expect(table({ events: teacherPath, now: '2026-03-25T08:00:00-04:00' }, teacher.name)).toEqual([
      'notice-of-investigation: done 2026-03-17',
      'union-notified: done 2026-03-16',
      'representation-notice: done 2026-03-20',
      'interview-notice: done 2026-03-20',
      'interview: done',
      'response: due 2026-04-08',
      'complete-investigation: due 2026-04-08',
      'findings: blocked',
      'discipline: blocked',
      ...lawful,
      'representation-settled: done',
    ]);
  });

  test('when the findings were delivered and a suspension without pay is considered', () => {
    // findings: 5 school days from Fri 27 Mar: 30 31 1 2 (3x) 6 → Mon 6 Apr
    // hearing: 5 school days from Wed 1 Apr: 2 (3x) 6 7 8 9 → Thu 9 Apr; discipline: 10: 2 6 7 8 9 10 (recess) 20 21 22 23 → Thu 23 Apr
    const events = [
      ...teacherPath,
      event('response-received', '2026-03-26T10:00:00-04:00'),
      event('investigation-completed', '2026-03-27T10:00:00-04:00'),
      event('findings-delivered', '2026-04-01T10:00:00-04:00'),
      event('deprivation-considered', '2026-04-01T12:00:00-04:00'),
      event('protected-speech-screened', '2026-04-01T12:00:00-04:00'),
      event('provenance-checked', '2026-04-01T12:00:00-04:00'),
    ];
    expect(table({ events, now: '2026-04-02T08:00:00-04:00' }, teacher.name)).toEqual([
      'notice-of-investigation: done 2026-03-17',
      'union-notified: done 2026-03-16',
      'representation-notice: done 2026-03-20',
      'interview-notice: done 2026-03-20',
      'interview: done',
      'response: done 2026-04-08',
      'complete-investigation: done 2026-04-08',
      'findings: done 2026-04-06',
      'predisciplinary-meeting: due 2026-04-09',
      'discipline: blocked 2026-04-23',
      'protected-speech-screen: done',
      'mandated-report-screen: done',
      'provenance-checked: done',
      'loudermill-notice: due',
      'loudermill-response: blocked',
      'representation-settled: done',
    ]);
  });

  test('when the discipline was issued', () => {
    // meeting Thu 9 Apr: discipline 10 school days: 10 (recess) 20-24(6) 27-30(10) → Thu 30 Apr
    // issued Mon 20 Apr: copy 1 business day → Tue 21; Association 2 school days → Wed 22; grievance 15 school days from the copy, Tue 21: 22-24(3) 27-1(8) 4-8(13) 11(14) 12(15) → Tue 12 May
    const events = [
      ...teacherPath,
      event('response-received', '2026-03-26T10:00:00-04:00'),
      event('findings-delivered', '2026-04-01T10:00:00-04:00'),
      event('deprivation-considered', '2026-04-01T12:00:00-04:00'),
      event('predisciplinary-notice-served', '2026-04-02T12:00:00-04:00', { proof: 'certified mail' }),
      event('predisciplinary-meeting-held', '2026-04-09T12:00:00-04:00'),
      event('discipline-issued', '2026-04-20T09:00:00-04:00', { proof: 'by hand', rung: 2 }),
      event('copy-delivered', '2026-04-21T09:00:00-04:00', { proof: 'by hand' }),
    ];
    const states = table({ events, now: '2026-04-24T08:00:00-04:00' }, teacher.name);
    expect(states).toContain('predisciplinary-meeting: done 2026-04-09');
    expect(states).toContain('discipline: done 2026-04-30');
    expect(states).toContain('copy-to-employee: done 2026-04-21');
    expect(states).toContain('copy-to-union: late 2026-04-22');
    expect(states).toContain('grievance: due 2026-05-12');
    expect(states).toContain('loudermill-response: done');
  });

  test('when the case is closed without discipline', () => {
    // closing notice: 5 school days from Wed 8 Apr: 9 10 (recess) 20 21 22 → Wed 22 Apr
    const events = [...teacherPath, event('closed-without-discipline', '2026-04-08T10:00:00-04:00')];
    const scene = { events, now: '2026-04-20T10:00:00-04:00' };
    expect(line(scene, 'closure-notice')).toMatchObject({ state: 'due', due: '2026-04-22', daysLeft: 2 });
    expect(line(scene, 'discipline')).toMatchObject({
      state: 'not-applicable',
      why: 'The case was closed without discipline.',
    });
    expect(line(scene, 'complete-investigation').state).toBe('done');
  });
});

describe('what a line says', () => {
  const scene = { events: beginning, now: '2026-03-16T08:00:00-04:00' };

  test('a due step says what to do by when, why, how many days are left, and that the article is unconfirmed', () => {
    expect(line(scene, 'notice-of-investigation')).toMatchObject({
      respondent: 'Dana Reyes',
      unit: 'teachers',
      article: 'Article 9.1',
      state: 'due',
      due: '2026-03-17',
      daysLeft: 1,
      nextAction:
        'Tell the employee in writing that a complaint is being looked into by Tue 17 Mar 2026, if the article says so.',
      why: '5 school days after a complaint was received (Mon 9 Mar 2026, 09:00).',
      toConfirm: 'Example, invented: Article 9.1 holds only if the agreement says so.',
      documentKind: 'notice-of-investigation',
      doneBy: 'notice-of-investigation-served',
      gate: 'interview',
      behind: 'document:notice-of-investigation',
      blockedBy: [],
      proof: null,
    });
  });

  test('its arithmetic is the calendar of the district', () => {
    expect(line(scene, 'notice-of-investigation').arithmetic).toContain(
      'Fri 13 Mar: no school (Professional development)',
    );
  });

  test('the day after the last one it is late, on the last one it is not', () => {
    expect(line({ events: beginning, now: '2026-03-17T23:59:00-04:00' }, 'notice-of-investigation').state).toBe('due');
    expect(line({ events: beginning, now: '2026-03-18T00:01:00-04:00' }, 'notice-of-investigation')).toMatchObject({
      state: 'late',
      daysLeft: -1,
      nextAction:
        'Tell the employee in writing that a complaint is being looked into: the last day was Tue 17 Mar 2026, if the article says so.',
    });
  });

  test('a step served with proof shows it, and one served late or without proof says so', () => {
    const served = event('notice-of-investigation-served', '2026-03-19T11:00:00-04:00');
    const late = line({ events: [...beginning, served], now: '2026-03-20T08:00:00-04:00' }, 'notice-of-investigation');
    expect(late).toMatchObject({
      state: 'done',
      doneLate: true,
      proof: null,
      why: 'Done on Thu 19 Mar 2026, 11:00, after the last day, Tue 17 Mar 2026. No proof of service is recorded.',
    });
    const good = line({ events: teacherPath, now: '2026-03-25T08:00:00-04:00' }, 'notice-of-investigation');
    expect(good).toMatchObject({ state: 'done', doneLate: false, proof: 'by hand: signed receipt', why: null });
  });

  test('what came in after 16:00 counts from the next business day', () => {
    const evening = [event('complaint-received', '2026-03-09T16:20:00-04:00'), ...beginning.slice(1)];
    // received Tue 10: 11 12 (13x) 16 17 18
    expect(line({ events: evening, now: '2026-03-10T08:00:00-04:00' }, 'notice-of-investigation').due).toBe(
      '2026-03-18',
    );
  });

  test('a confirmed article leaves no doubt behind its date', async () => {
    const { agreements, laws } = await import('./case.ts');
    const confirmed = agreements.map((pack) => ({
      ...pack,
      articles: pack.articles.map((article) => ({ ...article, confirmed: { by: 'HR', on: '2026-01-05', page: '9' } })),
    }));
    const found = line({ ...scene, packs: [...confirmed, ...laws] }, 'notice-of-investigation');
    expect(found.toConfirm).toBeNull();
    expect(found.nextAction).toBe(
      'Tell the employee in writing that a complaint is being looked into by Tue 17 Mar 2026.',
    );
  });

  test('a calendar that does not reach so far gives no date, and says what is missing', () => {
    const events = [
      event('complaint-received', '2027-06-08T09:00:00-04:00'),
      event('evidence-captured', '2027-06-08T09:30:00-04:00'),
    ];
    expect(line({ events, now: '2027-06-09T09:00:00-04:00' }, 'complete-investigation')).toMatchObject({
      state: 'due',
      due: null,
      daysLeft: null,
      missing: ['2028 school year'],
    });
  });
});
