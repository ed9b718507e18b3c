import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BestCase, BestCaseKind } from '../../src/contract/best-case.ts';
import type { AllegationView } from '../../src/contract/finding.ts';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
const text = 'As science teacher at Hollow Brook Middle School I say vote no';
let items: readonly string[] = [];
let witnessId = '';
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
  witnessId = (await desk.ask('person.add', { ...teacher, name: 'A Witness', caseRole: 'witness', accounts: [] })).id;
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
  fc.record({ do: fc.constant('interview' as const), whose: fc.nat(1), answers: fc.nat(2) }),
  fc.record({ do: fc.constant('refuse' as const) }),
  fc.record({ do: fc.constant('dispute' as const), which: fc.nat(2), of: fc.nat(20) }),
  fc.record({
    do: fc.constant('explain' as const),
    of: fc.nat(20),
    outcome: fc.constantFrom('ruled-out' as const, 'remains' as const, null),
  }),
  fc.record({
    do: fc.constant('point' as const),
    which: fc.nat(2),
    stance: fc.constantFrom('admits' as const, 'denies' as const, 'explains' as const),
  }),
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
    case 'interview':
    case 'refuse':
    case 'dispute':
    case 'explain':
    case 'point':
      return hear(one);
    case 'reverse': {
      // What the test was set up with stays.
      const next = (await desk.ask('case.state', {})).reverse;
      if (next !== null && !/^Added (allegation|person)/.test(next)) await desk.engine.call('history.reverse', {});
    }
  }
}

type Heard = Extract<Act, { do: 'interview' | 'refuse' | 'dispute' | 'explain' | 'point' }>;

/** What somebody says, or is said to have said. */
async function hear(one: Heard): Promise<void> {
  switch (one.do) {
    case 'interview': {
      const lines = Array.from({ length: one.answers + 1 }, (_, at) => ({
        question: `Question ${at}?`,
        answer: at === 0 ? null : `Answer ${at}`,
      }));
      const respondentId = respondents[one.whose] ?? '';
      const held = { heldAt: '2026-03-24T14:00:00-04:00', endedAt: null, place: null, present: [] };
      await desk.ask('interview.write', { id: null, respondentId, ...held, manner: 'voluntary', lines });
      return;
    }
    case 'refuse': {
      const given = {
        givenAt: '2026-03-20T09:30:00-04:00',
        how: 'spoken',
        manner: 'voluntary',
        isSummary: true,
      } as const;
      const { id } = await desk.ask('witness-statement.write', {
        id: null,
        personId: witnessId,
        ...given,
        words: 'He did.',
      });
      await desk.ask('witness-statement.settle', { id, outcome: 'refused', words: 'I did not say so.' });
      return;
    }
    case 'dispute': {
      const known = await desk.ask('weighing.list', { allegationId: null });
      const statements = await desk.ask('witness-statement.list', { personId: null });
      const [fact, statement] = [known[one.of], statements[one.of % Math.max(1, statements.length)]];
      if (fact !== undefined && statement !== undefined) {
        const source = { kind: 'statement', id: statement.id } as const;
        await desk.ask('weighing.add-account', { factId: fact.id, source, says: 'So she says.', quote: null });
      } else {
        const allegationId = allegations[one.which]?.id ?? '';
        await desk.ask('weighing.open', { allegationId, element: null, question: `Fact ${one.of}?` });
      }
      return;
    }
    case 'explain': {
      const known = await desk.ask('weighing.list', { allegationId: null });
      const fact = known[one.of % Math.max(1, known.length)];
      if (fact === undefined) return;
      const tried = one.outcome === null ? null : { how: 'Asked.', outcome: one.outcome };
      await desk.ask('weighing.explain', { id: null, factId: fact.id, explanation: 'Somebody else did.', tried });
      return;
    }
    case 'point':
      await desk.ask('response.answer-point', {
        allegationId: allegations[one.which]?.id ?? '',
        stance: one.stance,
        words: 'So I say.',
        takenUp: null,
      });
      return;
  }
}

const keysOf = ({ entries }: BestCase, kind: BestCaseKind) =>
  entries
    .filter((entry) => entry.kind === kind)
    .map(({ key }) => key)
    .sort();

/** What is recorded of accounts that conflict, counted from the records themselves and not from the best case. */
async function conflictingStatements(respondentId: string, mine: readonly AllegationView[]): Promise<string[]> {
  const interviews = await desk.ask('interview.list', { respondentId });
  const refused = (await desk.ask('witness-statement.list', { personId: null })).filter(
    ({ settled }) => settled?.outcome === 'refused',
  );
  const own = new Set(mine.map(({ allegation }) => allegation.id));
  const facts = (await desk.ask('weighing.list', { allegationId: null })).filter(({ allegationId }) =>
    own.has(allegationId),
  );
  return [
    ...interviews
      .filter(({ lines }) => lines.some(({ answer }) => answer !== null))
      .map(({ id }) => `account interview ${id}`),
    ...refused.map(({ id }) => `account refused ${id}`),
    ...facts.map(({ id }) => `account fact ${id}`),
    ...facts.flatMap(({ explanations }) =>
      explanations.filter(({ tried }) => tried?.outcome !== 'ruled-out').map(({ id }) => `account explanation ${id}`),
    ),
    ...mine
      .filter(({ point }) => point !== null && point.stance !== 'admits')
      .map(({ allegation }) => `account point ${allegation.id}`),
  ];
}

/** What a key names, without what tells that it changed. */
function beginnings(keys: readonly string[]): string[] {
  return keys.map((key) => (key.startsWith('account element') ? key : key.split(' ').slice(0, 3).join(' '))).sort();
}

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
        const conflicting = await conflictingStatements(respondents[whose] ?? '', mine);
        expect(beginnings(keysOf(one, 'accounts-differ'))).toEqual(beginnings([...bothWays, ...conflicting]));
      }
    }),
    { numRuns: 30 },
  );
}, 120_000);
