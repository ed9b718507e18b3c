import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgeingAnswer, type AgreementPack, PastDiscipline } from '../../src/contract/agreement.ts';
import { liveDiscipline } from '../../src/engine/agreement/index.ts';
import { agreements } from './case.ts';

function pack(id: string): AgreementPack {
  const found = agreements.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no pack ${id}`);
  return found;
}

function past(item: string, on: string, more: object = {}): PastDiscipline {
  return PastDiscipline.parse({ id: `${item} ${on}`, item, on, ...more });
}

function first(answers: readonly AgeingAnswer[]): AgeingAnswer {
  const [answer] = answers;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

const teachers = pack('example-teachers');
const warning = past('verbal warning', '2025-03-10', { subject: 'posts' });

describe('a warning that is not relied on after 12 months', () => {
  test('lives on its last day, the same day of the month', () =>
    expect(first(liveDiscipline([warning], teachers, '2026-03-10'))).toMatchObject({
      live: true,
      lastDay: '2026-03-10',
      why: 'May be relied on until Tue 10 Mar 2026 (12 months, Article 12.2).',
    }));

  test('aged out one day before the new conduct is looked at', () => {
    const answer = first(liveDiscipline([warning], teachers, '2026-03-11'));
    expect(answer).toMatchObject({ live: false, why: 'Not relied on since Wed 11 Mar 2026. (Article 12.2)' });
    expect(answer.kept).toContain('Lieberman');
  });

  test('begins anew with something similar inside the months, and lives through both', () => {
    const again = past('verbal warning', '2026-03-10', { subject: 'posts' });
    const answer = first(liveDiscipline([warning, again], teachers, '2027-03-10'));
    expect(answer).toMatchObject({ live: true, lastDay: '2027-03-10' });
    expect(answer.why).toContain('began anew with something similar on Tue 10 Mar 2026');
    expect(first(liveDiscipline([warning, again], teachers, '2027-03-11')).live).toBe(false);
  });

  test('is not revived by something similar that came one day after it had aged', () => {
    const late = past('reprimand', '2026-03-11', { subject: 'posts' });
    const [old, fresh] = liveDiscipline([warning, late], teachers, '2026-04-01');
    expect([old?.live, fresh?.live]).toEqual([false, true]);
  });

  test('is not kept alive by something of another kind, or of which nobody has said what it was about', () => {
    for (const subject of ['lateness', null]) {
      const other = past('verbal warning', '2025-09-01', { subject });
      expect(first(liveDiscipline([warning, other], teachers, '2026-03-11')).live).toBe(false);
    }
    const silent = past('verbal warning', '2025-03-10');
    const alsoSilent = past('verbal warning', '2025-09-01');
    expect(first(liveDiscipline([silent, alsoSilent], teachers, '2026-03-11')).live).toBe(false);
  });

  test('does not age where a student’s safety was concerned', () => {
    const grave = past('verbal warning', '2020-03-10', { conduct: ['student safety'] });
    expect(first(liveDiscipline([grave], teachers, '2026-03-11'))).toMatchObject({
      live: true,
      lastDay: null,
      why: 'It does not age, because it concerns student safety (Article 12.2).',
    });
  });

  test('given on the last day of February ages on the last day that the month has', () => {
    const leap = past('verbal warning', '2024-02-29');
    expect(first(liveDiscipline([leap], teachers, '2025-02-28'))).toMatchObject({ live: true, lastDay: '2025-02-28' });
    expect(first(liveDiscipline([leap], teachers, '2025-03-01')).live).toBe(false);
  });

  test('is not counted before it was issued', () =>
    expect(first(liveDiscipline([warning], teachers, '2025-03-09'))).toMatchObject({
      live: false,
      why: 'It had not been issued on that day.',
    }));
});

describe('a reprimand that is moved only on request', () => {
  const reprimand = past('reprimand', '2023-01-31');
  test('may be relied on after the months while nobody has asked, and says that one may ask', () =>
    expect(first(liveDiscipline([reprimand], teachers, '2026-02-01'))).toMatchObject({
      live: true,
      mayBeAsked: true,
      lastDay: '2026-01-31',
    }));
  test('is not relied on from the day on which it was asked for', () => {
    const asked = { ...reprimand, moveRequestedOn: '2026-02-05' };
    expect(first(liveDiscipline([asked], teachers, '2026-02-04')).live).toBe(true);
    expect(first(liveDiscipline([asked], teachers, '2026-02-05'))).toMatchObject({ live: false, mayBeAsked: false });
  });
  test('cannot be moved by a request before the months have passed', () => {
    const early = { ...reprimand, moveRequestedOn: '2025-01-01' };
    expect(first(liveDiscipline([early], teachers, '2026-01-31')).live).toBe(true);
    expect(first(liveDiscipline([early], teachers, '2026-02-01')).live).toBe(false);
  });
});

describe('other agreements', () => {
  test('a suspension that is kept does not age', () =>
    expect(first(liveDiscipline([past('suspension', '1999-01-01')], teachers, '2026-01-01'))).toMatchObject({
      live: true,
      lastDay: null,
    }));
  test('a long leave does not count towards the months, a short one does', () => {
    // 12 months from 1 Sep 2024 end on 1 Sep 2025; a leave of 40 days (1 Feb to 12 Mar 2025) moves that to 11 Oct
    const item = past('verbal warning', '2024-09-01');
    const nurses = pack('example-nurses');
    const paras = pack('example-paraprofessionals');
    expect(first(liveDiscipline([item], paras, '2025-09-02')).live).toBe(false);
    const leave = [{ from: '2025-02-01', to: '2025-03-12' }];
    expect(first(liveDiscipline([item], paras, '2025-09-02', leave))).toMatchObject({
      live: true,
      lastDay: '2025-10-11',
    });
    expect(first(liveDiscipline([item], paras, '2025-10-12', leave)).live).toBe(false);
    const short = [{ from: '2025-02-01', to: '2025-03-02' }];
    expect(first(liveDiscipline([item], paras, '2025-09-02', short)).live).toBe(false);
    expect(first(liveDiscipline([item], nurses, '2026-09-02', leave)).lastDay).toBe('2026-10-11');
  });
  test('each says in its own words what ageing means', () => {
    const words = ['example-custodians', 'example-nurses', 'example-teachers-b'].map(
      (id) => first(liveDiscipline([past('reprimand', '2020-01-01')], pack(id), '2026-01-01')).why,
    );
    expect(words).toEqual([
      expect.stringMatching(/^Out of the active file since Sat 2 Jan 2021/),
      expect.stringMatching(/^Marked as no longer relevant since Sun 2 Jan 2022/),
      expect.stringMatching(/^Out of the active file since Sun 2 Jan 2022/),
    ]);
  });
  test('a form without numbers lets nothing age, and says why', () =>
    expect(first(liveDiscipline([past('reprimand', '2001-01-01')], pack('form-unit'), '2026-01-01'))).toMatchObject({
      live: true,
      why: 'The number of months in File has not been entered from the signed agreement.',
    }));
  test('an item that the agreement does not name does not age', () =>
    expect(first(liveDiscipline([past('fine', '2001-01-01')], teachers, '2026-01-01')).why).toContain('says nothing'));
});

describe('whatever the past', () => {
  const days = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
  const items = fc.array(
    fc.record({
      item: fc.constantFrom('verbal warning', 'reprimand', 'suspension'),
      on: days,
      subject: fc.constantFrom('posts', 'lateness', null),
    }),
    { maxLength: 6 },
  );
  const anyPack = fc.constantFrom(...agreements);

  test('nothing is ever destroyed, and the order of the items changes nothing', () =>
    fc.assert(
      fc.property(items, anyPack, days, (list, chosen, on) => {
        const past = list.map((each, index) => PastDiscipline.parse({ id: String(index), ...each }));
        const answers = liveDiscipline(past, chosen, on);
        const turned = liveDiscipline(past.toReversed(), chosen, on).toReversed();
        expect(turned).toEqual(answers);
        for (const answer of answers) expect(answer.kept).toContain('stays in the records');
      }),
    ));

  test('what has aged out stays aged out, with nothing new', () =>
    fc.assert(
      fc.property(items, anyPack, days, days, (list, chosen, one, other) => {
        const [sooner, later] = [one, other].toSorted();
        const past = list.map((each, index) => PastDiscipline.parse({ id: String(index), ...each }));
        const before = liveDiscipline(past, chosen, sooner ?? one);
        const after = liveDiscipline(past, chosen, later ?? other);
        for (const [index, answer] of before.entries()) {
          const issued = answer.why !== 'It had not been issued on that day.';
          if (issued && !answer.live) expect(after[index]?.live).toBe(false);
        }
      }),
    ));
});
