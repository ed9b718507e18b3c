import type { CallInput } from '../../src/contract/calls.ts';
import { type Desk, pupil, sheet, teacher } from '../engine/desk.ts';

/** Takes one of a list by a number of any size; null of an empty list. */
function pick<T>(list: readonly T[], by: number): T | null {
  return list[by % Math.max(1, list.length)] ?? null;
}

type Act = (desk: Desk, n: number) => Promise<boolean>;

const elements = ['update', 'working-time', 'no-project', 'no-approval'];

/** What an investigator may do and take back, each with `n` deciding the particulars. False where there was nothing to do it to. */
export const reversibleActs: readonly Act[] = [
  async (desk, n) => {
    const question = pick(['minor-unclothed', 'child-at-risk', 'police-or-dcf'] as const, n) ?? 'child-at-risk';
    const answer = pick(['yes', 'no', 'not-known'] as const, n >> 2) ?? 'no';
    await desk.ask('first-question.answer', { question, answer, note: n % 2 === 0 ? null : `note ${n}` });
    return true;
  },
  async (desk, n) => {
    await desk.ask('person.add', { ...(n % 3 === 0 ? pupil : teacher), name: `Person ${n}` });
    return true;
  },
  async (desk, n) => {
    const person = pick(await desk.ask('person.list', {}), n);
    if (person === null) return false;
    await desk.ask('person.update', {
      id: person.id,
      person: { ...teacher, caseRole: person.caseRole, name: `Renamed ${n}` },
    });
    return true;
  },
  async (desk, n) => {
    await desk.ask('receipt.record', { ...sheet, note: `sheet ${n}` });
    return true;
  },
  async (desk, n) => {
    const receipt = pick(await desk.ask('receipt.list', {}), n);
    const evidence = pick(await desk.ask('evidence.list', {}), n >> 1);
    if (receipt === null || evidence === null) return false;
    await desk.ask('receipt.assign', { receiptId: receipt.id, evidenceIds: [evidence.id] });
    return true;
  },
  async (desk, n) => {
    const people = await desk.ask('person.list', {});
    await desk.ask('complaint.record', {
      receivedAt: '2026-03-11T08:00:00-04:00',
      channel: 'email',
      complainant: null,
      words: `Complaint ${n}`,
      about: people.slice(0, n % 3).map(({ id }) => id),
      receivedBy: null,
      promised: null,
    });
    return true;
  },
  async (desk, n) => {
    const item = pick((await desk.ask('item.page', {})).rows, n);
    if (item === null) return false;
    await desk.ask('fact.record', { itemId: n % 2 === 0 ? item.id : null, words: `Fact ${n}` });
    return true;
  },
  async (desk, n) => {
    const { suggestions } = await desk.ask('suggestion.list', { itemId: null, open: false });
    const suggestion = pick(suggestions, n);
    if (suggestion === null) return false;
    const { itemId, policy, clause } = suggestion;
    const decision = n % 2 === 0 ? 'relevant' : 'not-relevant';
    await desk.ask('suggestion.decide', { itemId, policy, clause, decision, reason: `reason ${n}` });
    return true;
  },
  async (desk, n) => {
    const item = pick((await desk.ask('item.page', { sort: 'number' })).rows, n);
    if (item === null) return false;
    const { item: whole } = await desk.ask('item.view', { id: item.id });
    const text = whole.text.slice(0, 1 + (n % 6));
    const passage: CallInput<'mapping.add'>['passage'] = { kind: 'words', start: 0, end: text.length, text };
    const weighs = n % 2 === 0 ? 'for' : 'against';
    const place = { policy: '4118.51', clause: '8', element: pick(elements, n) ?? 'update' };
    await desk.ask('mapping.add', { ...place, itemId: item.id, weighs, passage, allegationId: null, reason: null });
    return true;
  },
  async (desk, n) => {
    const mapping = pick(
      await desk.ask('mapping.list', { itemId: null, allegationId: null, policy: null, clause: null }),
      n,
    );
    // Some stay, so that there is something to answer and to weigh.
    if (mapping === null || n % 2 === 0) return false;
    await desk.ask('mapping.withdraw', { id: mapping.id, reason: `reason ${n}` });
    return true;
  },
  async (desk, n) => {
    const respondent = pick(
      (await desk.ask('person.list', {})).filter(({ caseRole }) => caseRole === 'respondent'),
      n,
    );
    if (respondent === null) return false;
    const specification = { what: `What ${n}`, when: 'then', where: 'there', toWhom: null };
    const clause = { policy: '4118.51', clause: '8', conductOn: '2026-03-10' };
    await desk.ask('allegation.add', { ...clause, respondentId: respondent.id, specification, policyKnown: null });
    return true;
  },
  async (desk, n) => {
    const allegation = pick(await desk.ask('allegation.list', {}), n);
    if (allegation === null) return false;
    const { id } = allegation.allegation;
    switch (n % 5) {
      case 0:
        await desk.ask('element.decide', {
          allegationId: id,
          element: pick(elements, n) ?? 'update',
          state: 'met',
          reason: `r ${n}`,
        });
        break;
      case 1:
        await desk.ask('exception.answer', {
          allegationId: id,
          exception: 'school-project',
          answer: 'not-known',
          reason: `r ${n}`,
        });
        break;
      case 2:
        await desk.ask('screen.answer', { allegationId: id, answer: 'counsel-asked', reason: `r ${n}` });
        break;
      case 3:
        await desk.ask('allegation.withdraw', { id, reason: `r ${n}` });
        break;
      default:
        await desk.ask('finding.record', {
          allegationId: id,
          fact: 'not-proved',
          policy: 'not-reached',
          standard: 'preponderance',
          reasons: `reasons ${n}`,
          contraryAnswered: null,
          credibility: null,
        });
    }
    return true;
  },
  async (desk, n) => {
    const respondent = pick(
      (await desk.ask('person.list', {})).filter(({ caseRole }) => caseRole === 'respondent'),
      n,
    );
    if (respondent === null) return false;
    await desk.ask('response.record', {
      respondentId: respondent.id,
      state: 'received',
      at: '2026-03-20T10:00:00-04:00',
      words: `words ${n}`,
    });
    return true;
  },
  async (desk, n) => {
    const event = {
      kind: 'union-notified',
      at: '2026-03-12T09:00:00-04:00',
      respondentId: null,
      details: { how: 'letter' },
      note: `n ${n}`,
    };
    const known = pick((await desk.ask('steps.view', {})).events, n);
    if (known !== null && n % 2 === 0)
      await desk.ask('event.correct', { ...event, corrects: known.id, reason: `r ${n}` });
    else await desk.ask('event.record', event);
    return true;
  },
];
