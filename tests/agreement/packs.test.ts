import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AgreementPackInput } from '../../src/contract/agreement.ts';
import { checkAgreementPacks, loadCalendars, parsePack, selectPacks } from '../../src/engine/agreement/index.ts';
import { agreements, beginning, laws, line, resources } from './case.ts';

const calendars = loadCalendars(resources);
const shipped = [...agreements, ...laws];

describe('the packs that are shipped', () => {
  test('have nothing wrong with them', () => expect(checkAgreementPacks(shipped, calendars)).toEqual([]));

  test('an invented agreement says so in its title, and every article of it', () => {
    const examples = agreements.filter((pack) => pack.status === 'example');
    expect(examples.map((pack) => pack.id)).toEqual([
      'example-administrators',
      'example-custodians',
      'example-nurses',
      'example-paraprofessionals',
      'example-secretaries',
      'example-teachers-b',
      'example-teachers',
    ]);
    for (const pack of examples) {
      expect(pack.title).toMatch(/^Example .*, invented$/);
      for (const article of pack.articles)
        expect(article).toMatchObject({ mark: 'invented', source: 'Example, invented' });
    }
  });

  test('every agreement holds representation, complaints, leave, ladder, ageing and grievance as data, but the blank form', () => {
    for (const pack of agreements.filter(({ kind }) => kind === 'agreement')) {
      const held = [pack.representation, pack.complaints, pack.leave, pack.statusRules].map((part) => !!part);
      const isForm = pack.status === 'form';
      expect(held, pack.id).toEqual([!isForm, !isForm, !isForm, !isForm]);
      expect(pack.ladder.length > 0, pack.id).toBe(!isForm);
      expect(pack.ageing.length, pack.id).toBeGreaterThan(0);
      expect(pack.grievance?.levels.length, pack.id).toBeGreaterThan(1);
    }
  });

  test('no two packs cover one unit', () => {
    const codes = agreements.flatMap((pack) => pack.units.map((unit) => unit.code));
    expect(codes.toSorted()).toEqual([...new Set(codes)].toSorted());
  });

  test('every law has a source for every article, and none is confirmed by nobody', () => {
    for (const pack of laws) {
      expect(pack.status).toBe('law');
      for (const article of pack.articles) {
        expect(article.source.length, `${pack.id} ${article.no}`).toBeGreaterThan(5);
        expect(article.confirmed).toBeNull();
      }
    }
  });

  test('the personnel files act is never cited for a public employee', () => {
    const rules = shipped.flatMap((pack) => [...pack.steps, ...pack.gates]);
    expect(rules.filter((rule) => rule.article.includes('31-128'))).toEqual([]);
  });

  test('no ageing rule destroys anything', () => {
    const modes = agreements.flatMap((pack) => pack.ageing.map((rule) => rule.mode));
    expect(modes.length).toBeGreaterThan(0);
    for (const mode of modes) expect(mode).not.toMatch(/destroy|delete|purge/);
  });

  test('both sample calendars cover two school years, and say that they are samples', () => {
    expect(calendars.map((calendar) => calendar.id)).toEqual(['hollow-brook', 'sound-shore']);
    for (const calendar of calendars) {
      expect(calendar.sample).toBe(true);
      expect(calendar.years.map((year) => year.firstStudentDay.slice(0, 4))).toEqual(['2025', '2026']);
      for (const year of calendar.years) {
        const closed = new Set(year.noSchool.map((entry) => entry.date));
        const inside = year.staffOnly.filter(
          ({ date }) => date >= year.firstStudentDay && date <= (year.lastStudentDay ?? ''),
        );
        expect(inside.filter(({ date }) => !closed.has(date))).toEqual([]);
        const weekends = year.noSchool.filter(({ date }) => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay()));
        expect(weekends).toEqual([]);
      }
    }
  });
});

const raw = (): AgreementPackInput =>
  parse(readFileSync(join(resources, 'agreements/example-teachers/1.yaml'), 'utf8'));

function problemsOf(change: (pack: AgreementPackInput) => AgreementPackInput): readonly string[] {
  return checkAgreementPacks([change(raw()), ...laws], calendars).map(({ where, problem }) => `${where}: ${problem}`);
}

function withStep(change: object, id = 'union-notified') {
  return (pack: AgreementPackInput): AgreementPackInput => ({
    ...pack,
    steps: (pack.steps ?? []).map((step) => (step.id === id ? { ...step, ...change } : step)),
  });
}

describe('the pack checker refuses', () => {
  test('gates that wait for each other', () => {
    const [problem] = problemsOf(withStep({ needs: [{ gate: 'discipline', say: 'No.' }] }, 'findings'));
    expect(problem).toMatch(
      /^gates: these wait for each other and can never be done: .*gate discipline.*step findings/,
    );
  });
  test('a step that only the event begins whose gate asks for the step', () => {
    const [problem] = problemsOf(withStep({ startsWith: ['discipline-issued'] }, 'findings'));
    expect(problem).toMatch(/can never be done: .*event discipline-issued → gate discipline/);
  });
  test('an actor nobody knows', () =>
    expect(problemsOf(withStep({ actor: 'headmaster' }))[0]).toMatch(/actor: is not an actor that is known/));
  test('a kind of event nobody knows', () =>
    expect(problemsOf(withStep({ doneBy: ['union-rang'] }))[0]).toMatch(/not a kind of event that is known/));
  test('a step without an article', () => {
    expect(problemsOf(withStep({ article: 'Article 99' }))).toEqual([
      'step union-notified: rests on Article 99, which the pack does not hold',
    ]);
    expect(problemsOf(withStep({ article: '' }))[0]).toMatch(/article/);
  });
  test('an article without a source', () => {
    const change = (pack: AgreementPackInput) => ({
      ...pack,
      articles: pack.articles.map((article) => (article.no === 'Article 6' ? { ...article, source: ' ' } : article)),
    });
    expect(problemsOf(change)).toEqual(['article Article 6: has no source']);
  });
  test('a kind of day that no calendar can count', () => {
    const change = withStep({ limits: [{ days: 2, dayKind: 'working', from: ['complaint-received'] }] });
    const bare = calendars.map((calendar) => ({ ...calendar, contractHolidays: [] }));
    const found = checkAgreementPacks([change(raw()), ...laws], bare);
    expect(found.map((each) => each.problem)).toEqual(['no calendar can count working days']);
  });
  test('days of no kind', () => {
    const change = (pack: AgreementPackInput): AgreementPackInput => ({
      ...pack,
      days: { ...pack.days, default: null },
    });
    expect(problemsOf(change)).toContain(
      'step union-notified: a limit in days does not say which kind of day, and the pack has no default',
    );
  });
  test('a limit without a number, except in a form', () => {
    const change = withStep({ limits: [{ days: null, from: ['complaint-received'] }] });
    expect(problemsOf(change)).toEqual([
      'step union-notified: a limit has no number, and only a form (status: form) may leave it blank; where the paper gives none, take the limit out and name the beginning in startsWith',
    ]);
  });
  test('dead steps', () => {
    expect(problemsOf(withStep({ doneBy: ['notice-of-investigation-served'] }))[0]).toMatch(
      /is dead: the event that begins it/,
    );
    expect(
      problemsOf(
        withStep({
          appliesWhen: [
            { happened: 'leave-started', say: 'a' },
            { notHappened: 'leave-started', say: 'b' },
          ],
        }),
      )[0],
    ).toMatch(/is dead/);
    expect(problemsOf(withStep({ behind: 'no-such-gate' }))[0]).toMatch(/stands behind a gate that no pack has/);
    const noUnion = (pack: AgreementPackInput): AgreementPackInput => ({
      ...withStep({ appliesWhen: [{ respondent: 'represented', is: true, say: 'x' }] })(pack),
      units: (pack.units ?? []).map((unit) => ({ ...unit, union: null })),
    });
    expect(problemsOf(noUnion)[0]).toMatch(/is dead: it needs a union/);
  });
  test('a step that is said to block, though nothing asks for it', () => {
    expect(problemsOf(withStep({ onLapse: 'block' }, 'copy-to-union'))).toEqual([
      'step copy-to-union: is said to block, but no gate and no step asks for it',
    ]);
  });
  test('a gate that asks for a step no pack has, or guards nothing', () => {
    const change = (pack: AgreementPackInput): AgreementPackInput => ({
      ...pack,
      gates: [
        ...(pack.gates ?? []),
        { id: 'odd', title: 'Odd', article: 'Article 6', requires: [{ step: 'no-such-step', say: 'No.' }] },
      ],
    });
    expect(problemsOf(change)).toEqual([
      'gate odd: asks for a step that no pack has: no-such-step',
      'gate odd: guards nothing: it stands before no fact and no document',
    ]);
  });
  test('a duty to advise that no step carries out', () => {
    const change = (pack: AgreementPackInput): AgreementPackInput =>
      withStep({ doneBy: ['representation-waived'] }, 'representation-notice')(pack);
    expect(problemsOf(change)).toContain('representation: the duty is to advise, but no step says so');
  });
  test('an invented article outside a sample, and a sample that hides it', () => {
    expect(problemsOf((pack) => ({ ...pack, status: 'read' }))[0]).toMatch(
      /invented article may stand only in a pack whose status is example/,
    );
    expect(problemsOf((pack) => ({ ...pack, title: "Teachers' agreement" }))).toEqual([
      'title: an example says "invented" in its title',
    ]);
  });
  test('two versions in force at once, or one that ends before it begins', () => {
    const second = { ...raw(), version: '2' };
    expect(checkAgreementPacks([raw(), second, ...laws], calendars).map((each) => each.problem)).toContain(
      'overlaps version 2',
    );
    expect(problemsOf((pack) => ({ ...pack, inForce: { from: '2026-01-01', to: '2025-01-01' } }))).toContain(
      'inForce: ends before it begins',
    );
  });
  test('what is no pack at all', () => expect(checkAgreementPacks([null, 7])).toHaveLength(2));
});

describe('versions', () => {
  const first = parsePack(readFileSync(join(resources, 'agreements/example-teachers/1.yaml'), 'utf8'), 'first');
  const old = { ...first, inForce: { from: '2025-07-01', to: '2026-03-31', holdover: true } };
  const next = {
    ...first,
    version: '2',
    inForce: { from: '2026-04-01', to: null, holdover: false },
    steps: first.steps.map((step) =>
      step.id === 'notice-of-investigation'
        ? { ...step, limits: step.limits.map((limit) => ({ ...limit, days: 3 })) }
        : step,
    ),
  };
  const packs = [old, next, ...laws];

  test('the one in force on the day of the trigger governs the step, though another governs today', () => {
    const found = line({ events: beginning, now: '2026-04-08T08:00:00-04:00', packs }, 'notice-of-investigation');
    expect(found).toMatchObject({ pack: 'example-teachers@1', due: '2026-03-17' });
  });
  test('a complaint under the new one is counted by the new one', () => {
    const events = beginning.map((each) => ({ ...each, at: each.at.replace('2026-03-09', '2026-04-06') }));
    const found = line({ events, now: '2026-04-08T08:00:00-04:00', packs }, 'notice-of-investigation');
    expect(found).toMatchObject({ pack: 'example-teachers@2', due: '2026-04-09' });
  });
  test('an agreement that ran out goes on where it says so, and is not in force where it does not', () => {
    const ended = { ...old, inForce: { ...old.inForce, to: '2026-01-31' } };
    expect(line({ events: beginning, now: '2026-03-10', packs: [ended, ...laws] }, 'notice-of-investigation').due).toBe(
      '2026-03-17',
    );
    const gone = { ...ended, inForce: { ...ended.inForce, holdover: false } };
    const found = line({ events: beginning, now: '2026-03-10', packs: [gone, ...laws] }, 'notice-of-investigation');
    expect(found.state).toBe('not-applicable');
    expect(found.why).toContain('was in force on 2026-03-09');
  });
  test('the law on electronic monitoring changes on 1 October 2026', () => {
    const captured = (at: string) =>
      beginning.map((each) => (each.kind === 'evidence-captured' ? { ...each, at, source: 'district-systems' } : each));
    const before = line({ events: captured('2026-09-30T09:00:00-04:00'), now: '2026-10-20' }, 'monitoring-notice');
    const after = line({ events: captured('2026-10-01T09:00:00-04:00'), now: '2026-10-20' }, 'monitoring-notice');
    expect([before.pack, after.pack]).toEqual([
      'connecticut-electronic-monitoring@1998',
      'connecticut-electronic-monitoring@2026',
    ]);
    expect([before.toConfirm === null, after.toConfirm === null]).toEqual([true, false]);
  });
});

describe('a form whose numbers are blank', () => {
  test('gives no date, and says that the number has not been entered', () => {
    const form = parsePack(readFileSync(join(resources, 'agreements/example-teachers/1.yaml'), 'utf8'), 'form');
    const blank = {
      ...form,
      status: 'form' as const,
      steps: form.steps.map((step) => ({ ...step, limits: step.limits.map((limit) => ({ ...limit, days: null })) })),
    };
    const found = line({ events: beginning, now: '2026-03-10', packs: [blank, ...laws] }, 'complete-investigation');
    expect(found).toMatchObject({ state: 'due', due: null });
    expect(found.why).toContain('has not been entered from the signed agreement');
  });
});

describe('a district’s choice of packs', () => {
  test('takes the agreements it names, every pack without an agreement, and laws by id or by state', () => {
    const { packs, unknown } = selectPacks(
      { agreements: [{ id: 'example-teachers', version: '1' }], laws: ['connecticut'] },
      agreements,
      laws,
    );
    const others = agreements.filter((pack) => pack.kind === 'agreement' && pack.id !== 'example-teachers');
    expect(packs).toHaveLength(shipped.length - others.length);
    expect(packs.filter((pack) => others.includes(pack))).toEqual([]);
    expect(unknown).toEqual([]);
  });
  test('names what no pack has', () => {
    const { unknown } = selectPacks(
      {
        agreements: [
          { id: 'example-teachers', version: '9' },
          { id: 'nurses', version: null },
        ],
        laws: ['atlantis'],
      },
      agreements,
      laws,
    );
    expect(unknown).toEqual(['example-teachers@9', 'nurses', 'atlantis']);
  });
});
