import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BestCase, BestCaseKind } from '../../src/contract/best-case.ts';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
const text = 'As science teacher at Hollow Brook Middle School I say vote no';
let items: readonly string[] = [];
const respondents: string[] = [];
const allegations: { id: string; respondent: number; clause: string }[] = [];
const elements = { '7': 'title-or-reference', '8': 'update' } as const;

beforeAll(async () => {
  await desk.newCase();
  items = await desk.messages(
    Array.from({ length: 4 }, (_, day) => ({ from: 'ofarrell', at: `2026-03-1${day} 18:42`, text })),
  );
  respondents.push((await desk.ask('person.add', teacher)).id);
  respondents.push((await desk.ask('person.add', { ...teacher, name: 'Ines Duarte', accounts: [] })).id);
  for (const [respondent, clause] of [
    [0, '7'],
    [0, '8'],
    [1, '8'],
  ] as const) {
    const { id } = await desk.ask('allegation.add', {
      respondentId: respondents[respondent] ?? '',
      policy: '4118.51',
      clause,
      conductOn: '2026-03-10',
      specification: { what: 'w', when: 'w', where: 'w', toWhom: null },
      policyKnown: null,
    });
    allegations.push({ id, respondent, clause });
  }
  desk.write('broken.pdf', '%PDF-1.7 this is no document');
  await desk.import('broken.pdf');
}, 60_000);
afterAll(() => desk.end());

const link = fc.record({
  do: fc.constant('link' as const),
  item: fc.nat(3),
  weighs: fc.constantFrom('for' as const, 'against' as const),
  /** An allegation, or a clause that nobody is tied to. */
  to: fc.oneof(fc.nat(2), fc.constantFrom('7' as const, '8' as const)),
  start: fc.nat(30),
});
const act = fc.oneof(
  { weight: 5, arbitrary: link },
  fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(50) }),
  fc.record({
    do: fc.constant('except' as const),
    which: fc.nat(2),
    at: fc.nat(3),
    answer: fc.constantFrom('applies' as const, 'does-not-apply' as const, 'not-known' as const),
  }),
  fc.record({ do: fc.constant('pass' as const), whose: fc.option(fc.nat(1)) }),
  fc.record({ do: fc.constant('reverse' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

async function carryOut(one: Act): Promise<void> {
  switch (one.do) {
    case 'link': {
      const tied = typeof one.to === 'number' ? allegations[one.to] : undefined;
      const clause = (tied?.clause ?? one.to) === '7' ? '7' : '8';
      const passage = {
        kind: 'words',
        start: one.start,
        end: one.start + 5,
        text: text.slice(one.start, one.start + 5),
      };
      await desk.engine.call('mapping.add', {
        itemId: items[one.item],
        policy: '4118.51',
        clause,
        element: elements[clause],
        weighs: one.weighs,
        passage,
        allegationId: tied?.id ?? null,
        reason: null,
      });
      return;
    }
    case 'withdraw': {
      const standing = await desk.ask('mapping.list', { itemId: null, allegationId: null, policy: null, clause: null });
      const chosen = standing[one.which % Math.max(1, standing.length)];
      if (chosen !== undefined) await desk.ask('mapping.withdraw', { id: chosen.id, reason: 'Marked by mistake' });
      return;
    }
    case 'except': {
      const view = (await desk.ask('allegation.list', {}))[one.which];
      const exception = view?.exceptions[one.at % Math.max(1, view.exceptions.length)];
      if (view === undefined || exception === undefined) return;
      const answer = {
        allegationId: view.allegation.id,
        exception: exception.id,
        answer: one.answer,
        reason: 'Asked.',
      };
      await desk.ask('exception.answer', answer);
      return;
    }
    case 'pass':
      await desk.ask('event.record', {
        kind: 'step-waived',
        at: '2026-03-12T10:00:00-04:00',
        respondentId: one.whose === null ? null : (respondents[one.whose] ?? null),
        details: { step: 'union-copy' },
        note: 'Agreed.',
      });
      return;
    case 'reverse':
      await desk.engine.call('history.reverse', {});
  }
}

const keysOf = ({ entries }: BestCase, kind: BestCaseKind) =>
  entries
    .filter((entry) => entry.kind === kind)
    .map(({ key }) => key)
    .sort();

test('the best case equals every passage against plus the listed kinds, whatever happened in the case', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      for (const one of acts) await carryOut(one);
      const cases = await Promise.all(respondents.map((respondentId) => desk.ask('best-case.view', { respondentId })));
      const views = await desk.ask('allegation.list', {});
      const links = await desk.ask('mapping.list', { itemId: null, allegationId: null, policy: null, clause: null });
      const against = links.filter(({ weighs }) => weighs === 'against');

      // Nothing that speaks against is left out of everybody's best case.
      const shown = new Set(cases.flatMap((one) => keysOf(one, 'against')));
      expect([...shown].sort()).toEqual(against.map(({ id }) => `against ${id}`).sort());

      for (const [whose, one] of cases.entries()) {
        const mine = views.filter(({ allegation }) => allegation.respondentId === respondents[whose]);
        // For each: what is tied to an own allegation, or stands under an own clause and is tied to none.
        const expected = against.filter((entry) =>
          entry.allegationId === null
            ? mine.some(({ allegation }) => allegation.clause === entry.clause)
            : mine.some(({ allegation }) => allegation.id === entry.allegationId),
        );
        expect(keysOf(one, 'against')).toEqual(expected.map(({ id }) => `against ${id}`).sort());
        const untested = mine.flatMap(({ allegation, exceptions }) =>
          exceptions
            .filter(({ answer }) => answer === 'not-asked' || answer === 'not-known')
            .map(({ id }) => `exception ${allegation.id} ${id}`),
        );
        expect(keysOf(one, 'exception-untested')).toEqual(expect.arrayContaining(untested.sort()));
        const { events } = await desk.ask('steps.view', {});
        const passed = events.filter(
          ({ kind, respondentId }) =>
            kind === 'step-waived' && (respondentId === null || respondentId === respondents[whose]),
        );
        expect(keysOf(one, 'step-passed-over')).toEqual(passed.map(({ id }) => `step ${id}`).sort());
        const unread = (await desk.ask('evidence.list', {})).filter(({ state }) => state === 'not-read');
        expect(keysOf(one, 'not-read')).toEqual(unread.map(({ id }) => `not-read ${id}`).sort());
        const bothWays = mine.flatMap(({ allegation, elements: all }) =>
          all
            .filter((element) => element.for.length > 0 && element.against.length > 0)
            .map(({ id }) => `account element ${allegation.id} ${id}`),
        );
        expect(keysOf(one, 'accounts-differ')).toEqual(bothWays.sort());
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
