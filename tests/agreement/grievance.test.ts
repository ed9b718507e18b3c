import { describe, expect, test } from 'vitest';
import { AgreementPack } from '../../src/contract/agreement.ts';
import type { StepEvent } from '../../src/contract/steps.ts';
import { checkAgreementPacks } from '../../src/engine/agreement/index.ts';
import { agreements, event, gate, laws, line, linesOf, teacher } from './case.ts';

const who = (unit: string) => ({ name: teacher.name, unit });
const issued = event('discipline-issued', '2026-03-02T09:00:00-05:00', { rung: 2 });
const filed = event('grievance-filed', '2026-03-09T09:00:00-04:00');

function step(unit: string, events: readonly StepEvent[], now: string, id: string) {
  return line({ events, now, respondents: [who(unit)] }, id);
}

function states(unit: string, events: readonly StepEvent[], now: string): readonly string[] {
  return linesOf({ events, now, respondents: [who(unit)] })
    .filter((each) => /^(grievance|arbitration)/.test(each.step) && each.state !== 'not-applicable')
    .map((each) => `${each.step}: ${each.state}${each.due === null ? '' : ` ${each.due}`}`);
}

describe('grievance levels are steps, made from the pack’s data', () => {
  test('nothing is shown before there is something to grieve', () =>
    expect(states('nurses', [event('complaint-received', '2026-03-02')], '2026-03-03')).toEqual([]));

  test('discipline begins the time for the first level, and an answer that for the next', () => {
    // nurses: 10 duty days from Mon 2 Mar: 3 4 5 6 9 10 11 12 13 (staff only, on duty) 16
    expect(states('nurses', [issued], '2026-03-03')).toEqual(['grievance-1-filing: due 2026-03-16']);
    // filed Mon 9: meeting 5 duty days: 10 11 12 13 16; the answer waits for the meeting
    expect(states('nurses', [issued, filed], '2026-03-10')).toEqual([
      'grievance-1-filing: done 2026-03-16',
      'grievance-1-meeting: due 2026-03-16',
      'grievance-1-answer: blocked',
      'grievance-2-filing: blocked',
    ]);
    // met Thu 12: answer 13 16 17 18 19; answered Wed 18: level 2 within 5: 19 20 23 24 25
    const answered = [
      issued,
      filed,
      event('grievance-meeting-held', '2026-03-12'),
      event('grievance-answered', '2026-03-18'),
    ];
    expect(states('nurses', answered, '2026-03-19')).toEqual([
      'grievance-1-filing: done 2026-03-16',
      'grievance-1-meeting: done 2026-03-16',
      'grievance-1-answer: done 2026-03-19',
      'grievance-2-filing: due 2026-03-25',
    ]);
  });

  test('an event names its level, and one of another level settles nothing', () => {
    const events = [issued, filed, event('grievance-answered', '2026-03-18', { level: 2 })];
    expect(step('nurses', events, '2026-03-19', 'grievance-1-answer').state).not.toBe('done');
  });

  test('the cause is the day on which it became known, where that is recorded', () =>
    // custodians: 7 working days from Tue 3 Mar: 4 5 6 9 10 11 12
    expect(
      step('custodians', [issued, event('grievance-cause-known', '2026-03-03')], '2026-03-04', 'grievance-1-filing')
        .due,
    ).toBe('2026-03-12'));

  test('a step of its own that a grievance completes stands for the levels', () => {
    const ids = linesOf({ events: [issued, filed], now: '2026-03-10' }).map((each) => each.step);
    expect(ids).toContain('grievance');
    expect(ids.filter((id) => id.startsWith('grievance-'))).toEqual([]);
  });

  test('arbitration is demanded within its own time after the last answer', () => {
    // custodians: 30 calendar days from Mon 6 Apr
    const events = [
      issued,
      filed,
      event('grievance-answered', '2026-03-12'),
      event('grievance-filed', '2026-03-16', { level: 2 }),
      event('grievance-meeting-held', '2026-03-18', { level: 2 }),
      event('grievance-answered', '2026-03-24', { level: 2 }),
      event('grievance-filed', '2026-03-26', { level: 3 }),
      event('grievance-meeting-held', '2026-03-30', { level: 3 }),
      event('grievance-answered', '2026-04-06', { level: 3 }),
    ];
    const found = step('custodians', events, '2026-04-07', 'arbitration-demand');
    expect(found).toMatchObject({ state: 'due', due: '2026-05-06', actor: 'union' });
    expect(found.title).toContain('State Board of Mediation and Arbitration');
  });
});

describe('what silence means is the agreement’s to say', () => {
  test('it moves the grievance up by itself', () => {
    // custodians: filed Mon 9, answer 5 working days: 10 11 12 13 16; from that day the superior meets within 5: 17 18 19 20 23
    expect(states('custodians', [issued, filed], '2026-03-16')).toContain('grievance-1-answer: due 2026-03-16');
    const after = states('custodians', [issued, filed], '2026-03-17');
    expect(after).toContain('grievance-2-filing: done 2026-03-23');
    expect(after).toContain('grievance-2-meeting: due 2026-03-23');
    const up = step('custodians', [issued, filed], '2026-03-17', 'grievance-2-filing');
    expect(up.why).toBe('No answer came by Mon 16 Mar 2026; the agreement moves the grievance up by itself.');
    expect(step('custodians', [issued, filed], '2026-03-17', 'grievance-1-answer').why).toBe(
      'The grievance went on to level 2 without an answer.',
    );
  });

  test('it is a denial, and the union files at the next level in its own time', () => {
    // nurses: meeting by Mon 16 (none held), answer 5 duty days from then: 17 18 19 20 23; filing 5: 24 25 26 27 30
    const found = step('nurses', [issued, filed], '2026-03-24', 'grievance-2-filing');
    expect(found).toMatchObject({ state: 'due', due: '2026-03-30' });
    const answer = step('nurses', [issued, filed], '2026-03-24', 'grievance-1-answer');
    expect(answer).toMatchObject({ state: 'late', due: '2026-03-23' });
    expect(answer.why).toContain('No answer came by Mon 23 Mar 2026; the agreement takes that as a denial.');
  });

  test('an answer that comes late all the same is an answer', () => {
    const events = [issued, filed, event('grievance-answered', '2026-03-26')];
    expect(step('nurses', events, '2026-03-27', 'grievance-1-answer')).toMatchObject({ state: 'done', doneLate: true });
    // 5 duty days from Thu 26: 27 30 31 1 2
    expect(step('nurses', events, '2026-03-27', 'grievance-2-filing').due).toBe('2026-04-02');
  });

  test('it leaves the union a longer time where the agreement says so', () => {
    // secretaries: filed Mon 9 (09:00), answer 7 business days: 10 11 12 13 16 17 18
    const answered = [issued, filed, event('grievance-answered', '2026-03-17T09:00:00-04:00')];
    // 7 from Tue 17: 18 19 20 23 24 25 26
    expect(step('secretaries', answered, '2026-03-18', 'grievance-2-filing').due).toBe('2026-03-26');
    // 20 from Wed 18: 19 20 23-27(7) 30 31 1 2 (3 Good Friday) 6-10(16) 13 14 15 16
    expect(step('secretaries', [issued, filed], '2026-03-19', 'grievance-2-filing').due).toBe('2026-04-16');
  });

  test('where the agreement is silent about silence, the next level waits for the answer', () => {
    const pack = agreements.find(({ id }) => id === 'example-nurses');
    if (pack === undefined) throw new Error('no pack');
    const mute = { ...pack, extensions: { ...pack.extensions, boardSilent: 'none' as const } };
    const found = line(
      { events: [issued, filed], now: '2026-03-27', respondents: [who('nurses')], packs: [mute] },
      'grievance-2-filing',
    );
    expect(found).toMatchObject({ state: 'blocked', due: null });
  });

  test('a union that lets its time pass has given the grievance up', () => {
    const found = step('nurses', [issued], '2026-03-17', 'grievance-1-filing');
    expect(found.state).toBe('not-applicable');
    expect(found.why).toBe(
      'The time for it ended on Mon 16 Mar 2026 and was not used; the agreement takes the grievance as given up.',
    );
  });

  test('or has its time once more', () => {
    // teachers B: 30 calendar days from Mon 2 Mar → Wed 1 Apr; 30 more → Fri 1 May
    expect(step('teachers-b', [issued], '2026-04-01', 'grievance-1-filing').due).toBe('2026-04-01');
    const more = step('teachers-b', [issued], '2026-04-02', 'grievance-1-filing');
    expect(more).toMatchObject({ state: 'due', due: '2026-05-01' });
    expect(more.arithmetic.at(-1)).toContain('the time ended unused on Wed 1 Apr 2026');
    expect(step('teachers-b', [issued], '2026-05-02', 'grievance-1-filing').state).toBe('not-applicable');
  });

  test('what was recorded comes before what silence would mean, whatever the order of entry', () => {
    const events = [issued, filed, event('grievance-answered', '2026-03-13')];
    for (const order of [events, events.toReversed()]) {
      expect(states('custodians', order, '2026-04-01')).not.toContainEqual(
        expect.stringMatching(/^grievance-2-filing: done/),
      );
    }
  });
});

describe('sooner and later pairs of the grievance article', () => {
  test('whichever is sooner: 5 school days after the decision, 15 after the presentation', () => {
    // teachers B, filed Mon 9: 15 school days: 10 11 12 (13x) 16-20(8) 23-27(13) 30 31 → Tue 31 Mar
    const soon = [issued, filed, event('grievance-answered', '2026-03-17')];
    // 5 from Tue 17: 18 19 20 23 24
    expect(step('teachers-b', soon, '2026-03-18', 'grievance-2-filing').due).toBe('2026-03-24');
    const late = [issued, filed, event('grievance-answered', '2026-03-27')];
    const found = step('teachers-b', late, '2026-03-28', 'grievance-2-filing');
    expect(found.due).toBe('2026-03-31');
    expect(found.arithmetic.at(-1)).toBe('The sooner of 2 dates holds');
  });
  test('whichever is later: 15 business days or 30 calendar days after the last answer', () => {
    // secretaries, answered at level 2 Mon 30 Mar: 15 business: 31 1 2 6-10(8) 13-17(13) 20 21; 30 calendar → Wed 29 Apr
    const events = [
      issued,
      filed,
      event('grievance-filed', '2026-03-18T09:00:00-04:00', { level: 2 }),
      event('grievance-answered', '2026-03-30T09:00:00-04:00', { level: 2 }),
    ];
    expect(step('secretaries', events, '2026-03-31', 'arbitration-demand').due).toBe('2026-04-29');
  });
});

describe('a longer time taken by notice of one side', () => {
  const answered = [issued, filed];
  const take = (at: string, side: 'board' | 'union' | null) =>
    event('extension-taken', at, { step: 'grievance-1-answer', side });
  test('adds its days once for each side, before the last day only', () => {
    // teachers B: answer 10 school days from Mon 9: 10 11 12 (13x) 16-20 23 24 → Tue 24; 3 more: 25 26 27; 3 more: 30 31 1
    const due = (...more: readonly StepEvent[]) =>
      step('teachers-b', [...answered, ...more], '2026-03-20', 'grievance-1-answer');
    expect(due().due).toBe('2026-03-24');
    expect(due(take('2026-03-20', 'board'))).toMatchObject({
      due: '2026-03-27',
      why: expect.stringContaining('by notice of the district'),
    });
    expect(due(take('2026-03-20', 'board'), take('2026-03-23', 'union')).due).toBe('2026-04-01');
    const twice = due(take('2026-03-20', 'board'), take('2026-03-23', 'board'));
    expect(twice).toMatchObject({ due: '2026-03-27', why: expect.stringContaining('had used its right') });
    expect(due(take('2026-03-25', 'board'))).toMatchObject({
      due: '2026-03-24',
      why: expect.stringContaining('after the last day'),
    });
    expect(due(take('2026-03-20', null))).toMatchObject({
      due: '2026-03-24',
      why: expect.stringContaining('by which side'),
    });
  });
  test('does not count where the agreement does not provide for it', () =>
    expect(
      step(
        'nurses',
        [...answered, event('extension-taken', '2026-03-10', { step: 'grievance-1-meeting', side: 'board' })],
        '2026-03-11',
        'grievance-1-meeting',
      ),
    ).toMatchObject({
      due: '2026-03-16',
      why: expect.stringContaining('does not provide for it'),
    }));
});

describe('deadlines of both sides before a meeting', () => {
  const set = [
    event('findings-delivered', '2026-03-09T09:00:00-04:00'),
    event('deprivation-considered', '2026-03-09T10:00:00-04:00'),
    event('predisciplinary-meeting-scheduled', '2026-03-10T09:00:00-04:00', { for: '2026-03-20T14:00:00-04:00' }),
  ];
  test('the district sends its evidence and both sides their witnesses 5 business days before', () => {
    // back from Fri 20: 19 18 17 16 13
    const now = '2026-03-16T08:00:00-04:00';
    expect(step('teachers-b', set, now, 'exhibits-to-union')).toMatchObject({ state: 'late', due: '2026-03-13' });
    expect(step('teachers-b', set, now, 'district-witnesses')).toMatchObject({ state: 'late', due: '2026-03-13' });
    const theirs = step('teachers-b', set, now, 'employee-witnesses');
    expect(theirs).toMatchObject({ state: 'not-applicable', why: expect.stringContaining('was not used') });
  });
  test('a meeting that is moved gives both sides their days again', () => {
    const moved = [
      ...set,
      event('predisciplinary-meeting-scheduled', '2026-03-18', { for: '2026-03-31T14:00:00-04:00' }),
    ];
    // back from Tue 31: 30 27 26 25 24
    for (const id of ['exhibits-to-union', 'district-witnesses', 'employee-witnesses']) {
      expect(step('teachers-b', moved, '2026-03-19', id)).toMatchObject({ state: 'due', due: '2026-03-24' });
    }
  });
});

describe('each interview needs its own notice', () => {
  const one = [
    event('complaint-received', '2026-03-02T09:00:00-05:00'),
    event('evidence-captured', '2026-03-02T10:00:00-05:00'),
    event('notice-of-investigation-served', '2026-03-03T09:00:00-05:00', { proof: 'signed' }),
    event('interview-scheduled', '2026-03-04T09:00:00-05:00', { for: '2026-03-10T14:00:00-04:00' }),
    event('interview-notice-served', '2026-03-05T09:00:00-05:00', { proof: 'signed' }),
    event('interview-held', '2026-03-10T14:00:00-04:00'),
  ];
  const two = event('interview-scheduled', '2026-03-16T09:00:00-04:00', { for: '2026-03-24T14:00:00-04:00' });
  const now = '2026-03-18T09:00:00-04:00';

  test('a second one opens the step again, and the first notice does not serve for it', () => {
    expect(step('custodians', one, now, 'interview-notice').state).toBe('done');
    expect(step('custodians', [...one, two], now, 'interview-notice')).toMatchObject({
      state: 'due',
      due: '2026-03-23T14:00:00-04:00',
    });
    expect(step('custodians', [...one, two], now, 'interview').state).toBe('blocked');
    expect(gate({ events: [...one, two], now, respondents: [who('custodians')] }, 'interview').open).toBe(false);
    const served = [...one, two, event('interview-notice-served', '2026-03-20T09:00:00-04:00', { proof: 'signed' })];
    expect(step('custodians', served, '2026-03-21', 'interview-notice')).toMatchObject({
      state: 'done',
      doneLate: false,
    });
  });
  test('a notice that came too late is late for its own interview', () => {
    const late = [...one, two, event('interview-notice-served', '2026-03-24T10:00:00-04:00', { proof: 'signed' })];
    expect(step('custodians', late, '2026-03-25', 'interview-notice')).toMatchObject({ state: 'done', doneLate: true });
  });
  test('one served ahead for the second names its hour', () => {
    const named = event('interview-notice-served', '2026-03-09T09:00:00-04:00', {
      for: '2026-03-24T14:00:00-04:00',
      proof: 'signed',
    });
    expect(step('custodians', [...one, two, named], now, 'interview-notice').state).toBe('done');
  });
  test('an interview that was only moved keeps its notice', () => {
    const moved = event('interview-scheduled', '2026-03-09T09:00:00-04:00', { for: '2026-03-12T14:00:00-04:00' });
    expect(step('custodians', [...one.slice(0, -1), moved], '2026-03-10', 'interview-notice').state).toBe('done');
  });
  test('a first interview without a notice is told beside the second, which had one', () => {
    const bare = one.filter((each) => each.kind !== 'interview-notice-served');
    const events = [...bare, two, event('interview-notice-served', '2026-03-18T09:00:00-04:00', { proof: 'signed' })];
    expect(step('custodians', events, '2026-03-19', 'interview-notice')).toMatchObject({
      state: 'done',
      why: 'Not done before the earlier meeting (Tue 10 Mar 2026, 14:00).',
    });
  });
  test('one held without being set needs a notice since the one before', () => {
    const events = [...one, event('interview-held', '2026-03-20T14:00:00-04:00')];
    expect(step('custodians', events, '2026-03-21', 'interview-notice')).toMatchObject({
      state: 'late',
      due: '2026-03-19T14:00:00-04:00',
    });
  });
});

describe('the vocabulary of grievance articles is closed', () => {
  const raw = agreements.find(({ id }) => id === 'example-nurses');
  test('a start that nobody knows is refused', () => {
    const odd = structuredClone(raw);
    const level = odd?.grievance?.levels[0];
    if (odd === undefined || level === undefined) throw new Error('no pack');
    const found = AgreementPack.safeParse({
      ...odd,
      grievance: { ...odd.grievance, levels: [{ ...level, file: { ...level.file, from: 'full-moon' } }] },
    });
    expect(found.success).toBe(false);
    expect(found.error?.issues[0]?.message).toContain('knew-or-should-have-known');
  });
  test('a level without a number stands only in a form', () => {
    const level = raw?.grievance?.levels[0];
    if (raw === undefined || !raw.grievance || level === undefined) throw new Error('no pack');
    const levels = [{ ...level, answer: { n: null, kind: null } }];
    const blank = { ...raw, grievance: { ...raw.grievance, levels, arbitration: null } };
    expect(checkAgreementPacks([blank, ...laws]).map(({ where, problem }) => `${where}: ${problem}`)).toEqual([
      'step grievance-1-answer: a limit has no number, and only a form (status: form) may leave it blank; where the paper gives none, set the meeting or the answer itself to null',
    ]);
  });
  test('where the paper gives the answer no number, it has no last day, and the next level still runs from it', () => {
    const nurses = agreements.find(({ id }) => id === 'example-nurses');
    const [first, ...rest] = nurses?.grievance?.levels ?? [];
    if (nurses === undefined || !nurses.grievance || first === undefined) throw new Error('no pack');
    const silent = { ...nurses.grievance, levels: [{ ...first, answer: null }, ...rest] };
    const steps = nurses.steps.filter(({ id }) => !/^(grievance-\d|arbitration)/.test(id));
    const packs = [AgreementPack.parse({ ...nurses, steps, grievance: silent }), ...laws];
    const events = [issued, filed, event('grievance-meeting-held', '2026-03-12')];
    const at = (happened: readonly StepEvent[], id: string) =>
      line({ events: happened, now: '2026-03-30', respondents: [who('nurses')], packs }, id);
    expect(at(events, 'grievance-1-answer')).toMatchObject({ due: null });
    const answered = [...events, event('grievance-answered', '2026-03-30')];
    expect(at(answered, 'grievance-2-filing')).toMatchObject({ state: 'due', due: expect.stringMatching(/^2026-04/) });
  });
});
