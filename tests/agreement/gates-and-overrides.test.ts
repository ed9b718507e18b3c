import { describe, expect, test } from 'vitest';
import { beginning, coach, event, gate, gatesOf, line, linesOf, teacher, teacherPath } from './case.ts';

const now = '2026-03-25T08:00:00-04:00';
/** The notice was served and the interview set, but neither announced nor prepared. */
const unprepared = teacherPath.slice(0, 6);
const override = (details: object) =>
  event('gate-overridden', '2026-03-23T09:00:00-04:00', { gate: 'interview', respondent: teacher.name, ...details });

describe('a gate', () => {
  test('names each missing thing once, in a sentence, with every article that asks', () => {
    const found = gate({ events: beginning, now: '2026-03-10T08:00:00-04:00' }, 'interview');
    expect(found).toMatchObject({ title: 'Question the employee', open: false, overridden: null, passed: null });
    expect(new Set(found.missing).size).toBe(found.missing.length);
    expect(found.articles).toContain('Article 10.1');
    expect(found.articles).toContain('NLRB v. Weingarten, 420 U.S. 251');
    for (const sentence of found.missing) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('stands before both documents of this case', () => {
    const ids = gatesOf({ events: beginning, now }).map((each) => each.gate);
    expect(ids).toContain('document:notice-of-investigation');
    expect(ids).toContain('document:disciplinary-referral');
  });

  test('before the notice opens once the evidence is captured, not before', () => {
    const [complaint, captured] = beginning;
    if (complaint === undefined || captured === undefined) throw new Error('the case begins with both');
    expect(gate({ events: [complaint], now }, 'document:notice-of-investigation').missing).toEqual([
      'The evidence has not been captured; capture it before the employee is told.',
    ]);
    expect(gate({ events: [complaint, captured], now }, 'document:notice-of-investigation').open).toBe(true);
  });

  test('no sanction while the complaint is with the Title IX Coordinator', () => {
    const handed = [...teacherPath, event('title-ix-handoff-started', '2026-03-24T16:00:00-04:00')];
    expect(gate({ events: handed, now }, 'discipline').missing).toContain(
      'The complaint is with the Title IX Coordinator.',
    );
    const back = [...handed, event('title-ix-handoff-ended', '2026-03-24T18:00:00-04:00')];
    expect(gate({ events: back, now }, 'discipline').missing).not.toContain(
      'The complaint is with the Title IX Coordinator.',
    );
  });
});

describe('an override', () => {
  test('with a name and a reason opens the gate, and both stay visible', () => {
    const events = [
      ...unprepared,
      override({ by: 'R. Ames, superintendent', reason: 'the employee asked to speak at once' }),
    ];
    const found = gate({ events, now }, 'interview');
    expect(found).toMatchObject({
      open: true,
      overridden: {
        by: 'R. Ames, superintendent',
        reason: 'the employee asked to speak at once',
        at: '2026-03-23T09:00:00-04:00',
      },
    });
    expect(found.missing.length).toBeGreaterThan(0);
  });

  test('shows every step that was passed over, with the name and the reason', () => {
    const events = [...unprepared, override({ by: 'R. Ames', reason: 'the employee asked to speak at once' })];
    expect(line({ events, now }, 'representation-notice')).toMatchObject({
      state: 'overridden',
      override: {
        gate: 'interview',
        by: 'R. Ames',
        reason: 'the employee asked to speak at once',
        at: '2026-03-23T09:00:00-04:00',
      },
      why: 'The gate “Question the employee” was passed over on Mon 23 Mar 2026, 09:00 by R. Ames: the employee asked to speak at once.',
    });
    expect(line({ events, now }, 'notice-of-investigation').state).toBe('done');
    expect(line({ events, now }, 'interview').state).toBe('due');
  });

  test('without a name or without a reason does not count, and says so', () => {
    for (const details of [{ by: 'R. Ames' }, { reason: 'in a hurry' }, { by: ' ', reason: 'in a hurry' }]) {
      const found = gate({ events: [...unprepared, override(details)], now }, 'interview');
      expect(found).toMatchObject({ open: false, overridden: null });
      expect(found.notes).toEqual(['An override without a name or a reason is recorded; it does not count.']);
    }
  });

  test('opens its own gate and no other', () => {
    const events = [...beginning, override({ by: 'R. Ames', reason: 'urgent' })];
    expect(gate({ events, now }, 'interview').open).toBe(true);
    expect(gate({ events, now }, 'document:disciplinary-referral').missing).toContain(
      'The notice of investigation has not been served.',
    );
  });

  test('for one employee opens nothing for another', () => {
    const events = [...unprepared, override({ by: 'R. Ames', reason: 'urgent' })];
    const scene = { events, now, respondents: [teacher, coach] };
    expect(gate(scene, 'interview', coach.name).overridden).toBeNull();
  });

  test('that is withdrawn closes the gate again', () => {
    const passed = override({ by: 'R. Ames', reason: 'urgent' });
    const withdrawn = event('event-withdrawn', '2026-03-23T10:00:00-04:00', {
      corrects: passed.id,
      reason: 'entered by mistake',
    });
    expect(gate({ events: [...unprepared, passed, withdrawn], now }, 'interview').open).toBe(false);
  });
});

describe('facts out of order are taken, marked and explained', () => {
  test('an interview held while its gate was closed is done, and says what was missing then', () => {
    const events = [
      ...unprepared,
      event('interview-held', '2026-03-24T14:00:00-04:00'),
      event('representation-notice-given', '2026-03-24T16:00:00-04:00'),
    ];
    const found = line({ events, now }, 'interview');
    expect(found.state).toBe('done');
    expect(found.why).toContain('Recorded although the gate was closed at that time:');
    expect(found.why).toContain('The employee has not been told of the right to a representative.');
    expect(gate({ events, now }, 'interview').passed).toEqual({
      at: '2026-03-24T14:00:00-04:00',
      missing: [
        'The employee has not been told of the right to a representative.',
        'The interview has not been announced in writing.',
        'The question of a representative is open: ask, and record the answer.',
      ],
    });
  });

  test('a right that was explained only after the interview is done late', () => {
    const events = [
      ...unprepared,
      event('interview-held', '2026-03-24T14:00:00-04:00'),
      event('representation-notice-given', '2026-03-24T16:00:00-04:00'),
    ];
    expect(line({ events, now }, 'representation-notice')).toMatchObject({
      state: 'done',
      doneLate: true,
      due: '2026-03-20',
    });
  });

  test('a response recorded before the interview is taken and said to be early', () => {
    const events = [...teacherPath, event('response-received', '2026-03-20T09:00:00-04:00')];
    const found = line({ events, now }, 'response');
    expect(found.state).toBe('done');
    expect(found.why).toBe('Recorded as done on Fri 20 Mar 2026, 09:00, before the employee was interviewed.');
  });

  test('discipline without findings is taken, and every missing thing named', () => {
    const events = [...beginning, event('discipline-issued', '2026-03-12T09:00:00-04:00', { proof: 'by hand' })];
    const found = line({ events, now }, 'discipline');
    expect(found.state).toBe('done');
    expect(found.why).toContain('The findings have not been delivered.');
    expect(gate({ events, now }, 'discipline').passed?.missing).toContain('The findings have not been delivered.');
  });

  test('no kind of event, alone and out of place, makes the engine throw', async () => {
    const { eventKinds } = await import('../../src/contract/agreement.ts');
    const { StepsInput } = await import('../../src/contract/steps.ts');
    for (const kind of Object.keys(eventKinds)) {
      const only = StepsInput.shape.events.element.parse({ id: kind, kind, at: '2026-03-10T09:00:00-04:00' });
      expect(linesOf({ events: [only], now, respondents: [teacher, coach] }).length).toBeGreaterThan(0);
    }
  });
});
