import type { CallInput } from '../../src/contract/calls.ts';
import { RedactionView } from '../../src/contract/redaction.ts';
import { CredibilityFactor, FactorSpeaks } from '../../src/contract/weighing.ts';
import { type Desk, teacher } from '../engine/desk.ts';

/** Takes one of a list by a number of any size; null of an empty list. */
function pick<T>(list: readonly T[], by: number): T | null {
  return list[by % Math.max(1, list.length)] ?? null;
}

type Act = (desk: Desk, n: number) => Promise<boolean>;

const clause = { policy: '4118.51', clause: '8' } as const;
const respondentOf = async (desk: Desk, n: number) =>
  pick(
    (await desk.ask('person.list', {})).filter(({ caseRole }) => caseRole === 'respondent'),
    n,
  );
const factOf = async (desk: Desk, n: number) => pick(await desk.ask('weighing.list', { allegationId: null }), n);
const itemOf = async (desk: Desk, n: number) => pick((await desk.ask('item.page', { sort: 'number' })).rows, n);
/** An entry there may be none of, or that something else may rest on: what is refused leaves no line. */
const tryTo = async (desk: Desk, name: string, input: unknown) => (await desk.engine.call(name, input)).ok;

/** What an investigator reasons and takes back; false where there was nothing to do it to. */
export const reasoningActs: readonly Act[] = [
  async (desk, n) => {
    const person = pick(await desk.ask('person.list', {}), n);
    if (person === null) return false;
    const [known] = await desk.ask('interview-plan.list', { personId: null });
    const questions = [{ words: `Question ${n}?`, because: n % 2 === 0 ? null : `because ${n}` }];
    await desk.ask('interview-plan.write', {
      id: n % 3 === 0 ? (known?.id ?? null) : null,
      personId: person.id,
      questions,
    });
    return true;
  },
  async (desk, n) => {
    const plan = pick(await desk.ask('interview-plan.list', { personId: null }), n);
    return plan !== null && tryTo(desk, 'interview-plan.withdraw', { id: plan.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const person = await respondentOf(desk, n);
    if (person === null) return false;
    const [known] = await desk.ask('interview.list', { respondentId: null });
    const input: CallInput<'interview.write'> = {
      id: n % 3 === 0 ? (known?.id ?? null) : null,
      respondentId: person.id,
      heldAt: '2026-03-24T14:00:00-04:00',
      endedAt: null,
      place: null,
      manner: n % 5 === 0 ? 'compelled' : 'voluntary',
      present: [],
      lines: [{ question: `What ${n}?`, answer: `Answer ${n}` }],
    };
    await desk.ask('interview.write', input);
    return true;
  },
  async (desk, n) => {
    const person = pick(await desk.ask('person.list', {}), n);
    if (person === null) return false;
    const [known] = await desk.ask('witness-statement.list', { personId: null });
    await desk.ask('witness-statement.write', {
      id: n % 3 === 0 ? (known?.id ?? null) : null,
      personId: person.id,
      givenAt: '2026-03-20T09:30:00-04:00',
      how: 'written',
      manner: 'voluntary',
      words: `Words ${n}`,
      isSummary: n % 2 === 0,
    });
    return true;
  },
  async (desk, n) => {
    const statement = pick(await desk.ask('witness-statement.list', { personId: null }), n);
    if (n % 4 !== 0) return false;
    return statement !== null && tryTo(desk, 'witness-statement.withdraw', { id: statement.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const allegation = pick(await desk.ask('allegation.list', {}), n);
    if (allegation === null) return false;
    const allegationId = allegation.allegation.id;
    const stance = pick(['admits', 'denies', 'explains'] as const, n) ?? 'admits';
    await desk.ask('response.answer-point', {
      allegationId,
      stance,
      words: `w ${n}`,
      takenUp: n % 2 === 0 ? null : `t ${n}`,
    });
    return true;
  },
  async (desk, n) => {
    const allegation = pick(await desk.ask('allegation.list', {}), n);
    const link = pick(allegation?.elements.flatMap(({ against }) => against) ?? [], n);
    if (allegation === null || link === null) return false;
    await desk.ask('contrary.answer', { allegationId: allegation.allegation.id, mappingId: link, words: `w ${n}` });
    return true;
  },
  async (desk, n) => {
    const allegation = pick(await desk.ask('allegation.list', {}), n);
    if (allegation === null) return false;
    const element = n % 2 === 0 ? null : 'update';
    await desk.ask('weighing.open', { allegationId: allegation.allegation.id, element, question: `Fact ${n}?` });
    return true;
  },
  async (desk, n) => {
    const fact = await factOf(desk, n);
    if (n % 4 !== 0) return false;
    return fact !== null && tryTo(desk, 'weighing.withdraw', { id: fact.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const fact = await factOf(desk, n);
    const statement = pick(await desk.ask('witness-statement.list', { personId: null }), n);
    if (fact === null || statement === null) return false;
    const source = { kind: 'statement', id: statement.id } as const;
    await desk.ask('weighing.add-account', { factId: fact.id, source, says: `says ${n}`, quote: null });
    return true;
  },
  async (desk, n) => {
    const account = pick((await factOf(desk, n))?.accounts ?? [], n);
    if (n % 4 !== 0) return false;
    return account !== null && tryTo(desk, 'weighing.withdraw-account', { id: account.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const account = pick((await factOf(desk, n))?.accounts ?? [], n);
    const factor = pick(CredibilityFactor.options, n) ?? 'motive';
    const speaks = pick(FactorSpeaks.options, n >> 1) ?? 'for';
    return (
      account !== null && tryTo(desk, 'weighing.weigh', { accountId: account.id, factor, speaks, reason: `r ${n}` })
    );
  },
  async (desk, n) => {
    const fact = await factOf(desk, n);
    if (fact === null) return false;
    const known = pick(fact.explanations, n);
    const tried = n % 2 === 0 ? null : ({ how: `how ${n}`, outcome: 'remains' } as const);
    await desk.ask('weighing.explain', {
      id: n % 3 === 0 ? (known?.id ?? null) : null,
      factId: fact.id,
      explanation: `e ${n}`,
      tried,
    });
    return true;
  },
  async (desk, n) => {
    const fact = await factOf(desk, n);
    if (fact === null) return false;
    await desk.ask('weighing.context', {
      factId: fact.id,
      state: n % 2 === 0 ? 'obtained' : 'not-obtained',
      words: `w ${n}`,
    });
    return true;
  },
  async (desk, n) => {
    const fact = await factOf(desk, n);
    if (fact === null) return false;
    const believed = n % 2 === 0 ? null : (pick(fact.accounts, n)?.id ?? null);
    return tryTo(desk, 'weighing.conclude', { factId: fact.id, believed, reasons: `r ${n}` });
  },
  async (desk, n) => {
    const item = await itemOf(desk, n);
    if (item === null) return false;
    const said = { authorSays: n % 2 === 0 ? 'admitted' : 'denied', authorWords: null, corroboratedBy: null } as const;
    await desk.ask('authenticity.record', { itemId: item.id, captured: `c ${n}`, capturedBy: null, ...said });
    return true;
  },
  async (desk, n) => {
    const person = await respondentOf(desk, n);
    if (person === null) return false;
    const { entries } = await desk.ask('best-case.view', { respondentId: person.id });
    await desk.ask('best-case.sign', { respondentId: person.id, keys: entries.map(({ key }) => key) });
    return true;
  },
  async (desk, n) => {
    const allegation = pick(await desk.ask('allegation.list', {}), n);
    const question = pick(allegation?.questions ?? [], n);
    if (allegation === null || question === null) return false;
    const answer = n % 2 === 0 ? 'yes' : 'no';
    await desk.ask('screen.answer-question', {
      allegationId: allegation.allegation.id,
      question: question.id,
      answer,
      words: `w ${n}`,
    });
    return true;
  },
];

/** The rest of what can be taken back: what people record beside the reasoning. */
export const otherActs: readonly Act[] = [
  async (desk, n) => {
    const person = await respondentOf(desk, n);
    if (person === null) return false;
    if (n % 3 === 0) {
      const evidence = pick(await desk.ask('evidence.list', {}), n);
      const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.1 };
      const place = {
        boxes: [box],
        decision: 'remove',
        what: 'other',
        foundBy: 'drawn',
        reason: `r ${n}`,
        ground: 'district-rule',
      };
      return tryTo(desk, 'redaction.mark', { evidenceId: evidence?.id ?? '', ...place });
    }
    const reply = await desk.engine.call('redaction.view', { kind: 'record-hold', respondentId: person.id });
    const known = reply.ok ? RedactionView.parse(reply.value).removals.flatMap(({ decided }) => decided ?? []) : [];
    const decision = pick(known, n);
    if (decision !== null && n % 3 === 1) return tryTo(desk, 'redaction.withdraw', { id: decision.id });
    const decided = { key: null, decision: 'remove', reason: `r ${n}`, ground: 'district-rule' };
    return tryTo(desk, 'redaction.decide', { ...decided, words: 'Hollow Brook' });
  },
  async (desk, n) =>
    tryTo(desk, 'fingerprint.give', {
      fingerprint: null,
      to: `to ${n}`,
      how: 'by telephone',
      givenAt: '2026-03-13T09:00:00-04:00',
    }),
  async (desk, n) => {
    const complaint = pick(await desk.ask('complaint.list', {}), n);
    if (complaint === null) return false;
    const { id, number: _, corrections: __, ...was } = complaint;
    await desk.ask('complaint.correct', { id, complaint: { ...was, words: `Corrected ${n}` }, reason: `r ${n}` });
    return true;
  },
  async (desk, n) => {
    const [kept, merged] = (await desk.ask('person.list', {})).slice(-2);
    if (kept === undefined || merged === undefined) return false;
    return tryTo(desk, 'person.merge', { kept: kept.id, merged: merged.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const merge = pick(await desk.ask('person.merges', {}), n);
    return merge !== null && tryTo(desk, 'person.part', { id: merge.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const person = pick(await desk.ask('person.list', {}), n);
    if (person === null) return false;
    const approval = { what: `w ${n}`, givenBy: 'The Superintendent', from: '2026-01-05', until: null };
    await desk.ask('approval.record', { personId: person.id, ...approval, evidenceId: null, note: null });
    return true;
  },
  async (desk, n) => {
    const approval = pick(await desk.ask('approval.list', { personId: null }), n);
    return approval !== null && tryTo(desk, 'approval.withdraw', { id: approval.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const person = pick(await desk.ask('person.list', {}), n);
    if (person === null) return false;
    const conflict = { towardId: null, kind: 'friendship', words: `w ${n}`, handled: 'open', handling: null } as const;
    await desk.ask('conflict.record', { personId: person.id, ...conflict });
    return true;
  },
  async (desk, n) => {
    const conflict = pick(await desk.ask('conflict.list', { personId: null }), n);
    if (conflict === null) return false;
    if (n % 2 === 0)
      return tryTo(desk, 'conflict.handle', { id: conflict.id, handled: 'disclosed', handling: `h ${n}` });
    return tryTo(desk, 'conflict.withdraw', { id: conflict.id, reason: `r ${n}` });
  },
  async (desk, n) => {
    const known = pick(await desk.ask('policy-notice.list', { personId: null }), n);
    if (known !== null && n % 2 === 0) return tryTo(desk, 'policy-notice.withdraw', { id: known.id, reason: `r ${n}` });
    const person = pick(await desk.ask('person.list', {}), n);
    if (person === null) return false;
    const notice = {
      policy: '4118.51',
      version: null,
      how: 'training',
      on: '2025-09-01',
      evidenceId: null,
      note: null,
    } as const;
    await desk.ask('policy-notice.record', { personId: person.id, ...notice });
    return true;
  },
  async (desk, n) => {
    const item = await itemOf(desk, n);
    if (item === null) return false;
    const [known] = (await desk.ask('translation.list', { itemId: item.id })).filter(({ withdrawn }) => !withdrawn);
    if (known !== undefined && n % 2 === 0)
      return tryTo(desk, 'translation.withdraw', { id: known.id, reason: `r ${n}` });
    const words = { language: 'Spanish', words: `w ${n}`, translator: 'Ana Ruiz', note: null };
    await desk.ask('translation.record', { itemId: item.id, ...words });
    return true;
  },
  async (desk, n) => {
    const evidence = pick(await desk.ask('evidence.list', {}), n);
    if (evidence === null) return false;
    const known = pick(
      (await desk.ask('transcript.list', { evidenceId: evidence.id })).filter(({ withdrawn }) => !withdrawn),
      n,
    );
    if (known !== null && n % 2 === 0) return tryTo(desk, 'transcript.withdraw', { id: known.id, reason: `r ${n}` });
    const lines = [{ at: null, until: null, speaker: null, words: `What is seen ${n}` }];
    const told = {
      kind: 'description',
      language: null,
      madeBy: 'Dana Ruiz',
      consent: null,
      complete: true,
      note: null,
    } as const;
    return tryTo(desk, 'transcript.record', { evidenceId: evidence.id, ...told, lines });
  },
  async (desk, n) => {
    const evidence = pick(await desk.ask('evidence.list', {}), n);
    if (evidence === null) return false;
    if (n % 3 === 0)
      return tryTo(desk, 'protection.veil', { evidenceId: evidence.id, veiled: n % 2 === 0, because: null });
    const [known] = (await desk.ask('context.list', {})).flatMap(({ requests }) => requests);
    if (known !== undefined && n % 2 === 0) {
      const answered = { answer: 'refused', answeredAt: '2026-03-15T09:00:00-04:00', note: null };
      return tryTo(desk, 'context.answer', { id: known.id, ...answered });
    }
    const asked = { whom: 'A parent', askedAt: '2026-03-14T09:00:00-04:00', note: null };
    return tryTo(desk, 'context.ask', { evidenceId: evidence.id, ...asked });
  },
  async (desk, n) => {
    const widened = (await desk.ask('scope.view', {})).clauses.flatMap((one) => one.widened ?? []);
    const known = pick(widened, n);
    if (known !== null && n % 2 === 0) return tryTo(desk, 'scope.narrow', { id: known.id, reason: `r ${n}` });
    return tryTo(desk, 'scope.widen', { ...clause, clause: pick(['5', '6', '7'], n) ?? '5', reason: `r ${n}` });
  },
  async (desk, n) =>
    n % 2 === 0 ? tryTo(desk, 'scope.open-outside', { reason: `r ${n}` }) : tryTo(desk, 'scope.close-outside', {}),
  async (desk, n) => {
    const evidence = pick(await desk.ask('evidence.list', {}), n);
    if (evidence === null) return false;
    const known = pick((await desk.ask('scope.view', {})).limits, n);
    if (known !== null && n % 2 === 0) return tryTo(desk, 'limit.lift', { id: known.id, reason: `r ${n}` });
    const days = {
      from: '2026-03-01',
      to: '2026-03-31',
      threads: null,
      agreedWith: 'Owen Farrell',
      agreedOn: '2026-03-05',
      note: null,
    };
    return tryTo(desk, 'limit.set', { evidenceId: evidence.id, ...days });
  },
  async (desk, n) => {
    const { clocks } = await desk.ask('report.view', {});
    const known = pick(clocks, n);
    const item = await itemOf(desk, n);
    if (known !== null && n % 3 === 0) {
      const told = {
        what: 'oral-report',
        toldAt: '2026-03-12T10:00:00-04:00',
        toldTo: 'Careline',
        toldBy: 'Dana Ruiz',
        reference: null,
      };
      return tryTo(desk, 'report.told', { clockId: known.id, ...told });
    }
    if (n % 3 === 1)
      return tryTo(desk, 'report.start', {
        itemId: item?.id ?? null,
        childId: null,
        knownAt: '2026-03-12T09:00:00-04:00',
        knownBy: 'Dana Ruiz',
      });
    return tryTo(desk, 'report.dismiss', { itemId: item?.id ?? '', reason: `r ${n}`, consulted: null });
  },
  async (desk, n) => {
    const sample = pick(await desk.ask('blind.list', {}), n);
    if (sample === null || n % 3 === 0)
      return tryTo(desk, 'blind.draw', { purpose: 'second-reading', size: 1, seed: `s${n}` });
    const item = await itemOf(desk, n);
    return tryTo(desk, 'blind.answer', { sampleId: sample.id, itemId: item?.id ?? '', clauses: [], note: `n ${n}` });
  },
  async (desk, n) => {
    const person = await respondentOf(desk, n);
    if (person === null) return false;
    return tryTo(desk, 'gate.override', { respondentId: person.id, gate: 'interview', reason: `r ${n}` });
  },
  async (desk, n) => {
    const person = await respondentOf(desk, n);
    if (person === null) return false;
    const { rows } = await desk.ask('past-discipline.list', { respondentId: person.id });
    const known = pick(rows, n);
    if (known !== null && n % 2 === 0)
      return tryTo(desk, 'past-discipline.withdraw', { id: known.id, reason: `r ${n}` });
    const past = { item: 'reprimand', on: '2024-05-01', subject: null, conduct: [], moveRequestedOn: null, note: null };
    return tryTo(desk, 'past-discipline.record', { respondentId: person.id, ...past });
  },
  async (desk, n) => {
    const person = await respondentOf(desk, 0);
    if (person === null) return false;
    const view = await desk.ask('just-cause.view', { respondentId: person.id });
    const known = pick(view.comparators, n);
    if (n % 3 === 0) {
      const answer = { question: 'test-notice', answer: 'No', words: `w ${n}`, missing: null };
      return tryTo(desk, 'just-cause.answer', { respondentId: person.id, ...answer });
    }
    if (known !== null && n % 3 === 1) return tryTo(desk, 'comparator.withdraw', { id: known.id, reason: `r ${n}` });
    const similar = {
      year: 2024,
      conduct: `c ${n}`,
      outcome: 'Reprimand',
      alike: 'Same',
      unlike: '',
      source: 'Register',
    };
    return tryTo(desk, 'comparator.add', { respondentId: person.id, ...similar });
  },
  async (desk, n) => tryTo(desk, 'calendar.add-snow-day', { date: `2026-03-${10 + (n % 9)}`, reason: `r ${n}` }),
  async (desk, n) => {
    const evidence = pick(await desk.ask('evidence.list', {}), n);
    const person = pick(await desk.ask('person.list', {}), n);
    if (evidence === null) return false;
    return tryTo(desk, 'evidence.set-owner', { id: evidence.id, personId: n % 2 === 0 ? null : (person?.id ?? null) });
  },
  async (desk, n) => {
    const evidence = pick(await desk.ask('evidence.list', {}), n);
    if (evidence === null) return false;
    const compartments = n % 2 === 0 ? [] : ['counsel'];
    return tryTo(desk, 'compartment.set', { subject: 'evidence', id: evidence.id, compartments, reason: `r ${n}` });
  },
  async (desk, n) => {
    const evidence = pick(await desk.ask('evidence.list', {}), n);
    if (evidence === null) return false;
    if (n % 2 === 0) return tryTo(desk, 'time.withdraw', { evidenceId: evidence.id, reason: `r ${n}` });
    const setting = { order: 'day-month', half: null, zone: null, capturedAt: null };
    return tryTo(desk, 'time.settle', { evidenceId: evidence.id, ...setting, reason: `r ${n}` });
  },
  async (desk, n) => {
    const { suggestions } = await desk.ask('suggestion.list', { itemId: null, open: false });
    const chosen = suggestions
      .slice(0, 1 + (n % 2))
      .map(({ itemId, policy, clause: of }) => ({ itemId, policy, clause: of }));
    if (chosen.length === 0) return false;
    return tryTo(desk, 'suggestion.decide-many', { suggestions: chosen, decision: 'relevant', reason: `r ${n}` });
  },
  async (desk, n) => {
    const person = await desk.ask('person.add', { ...teacher, name: `Ines ${n}`, caseRole: 'witness', accounts: [] });
    return person.id !== '';
  },
];
