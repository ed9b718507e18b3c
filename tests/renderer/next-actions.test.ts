import { describe, expect, test } from 'vitest';
import type { FirstAnswerRecord } from '../../src/contract/complaint.ts';
import { FirstQuestion } from '../../src/contract/complaint.ts';
import type { AllegationView } from '../../src/contract/finding.ts';
import type { Person } from '../../src/contract/person.ts';
import type { StepView } from '../../src/contract/step-view.ts';
import { type CaseAtAGlance, nextActions } from '../../src/renderer/screens/overview/next-actions.ts';
import { english } from '../../src/renderer/words/index.ts';

const empty: CaseAtAGlance = {
  state: {
    caseId: 'c1',
    path: '/cases/one.evenhand',
    title: 'One',
    number: '2026-0001',
    createdAt: '2026-03-10T09:00:00-04:00',
    encrypted: true,
    districtName: null,
    actor: { name: 'Dana Whitlock', role: 'Principal', key: 'k' },
    readOnly: null,
    fingerprint: '00',
    reverse: null,
    repeat: null,
    notices: [],
    counts: {
      evidence: 0,
      items: 0,
      notRead: 0,
      described: 0,
      datesOpen: 0,
      withoutReceipt: 0,
      closed: 0,
      stopped: 0,
      suggestionsOpen: 0,
      allegations: 0,
      documents: 0,
    },
  },
  answers: [],
  complaints: 0,
  people: [],
  allegations: [],
  steps: [],
  gates: [],
  documents: [],
  flags: [],
};

function answered(answer: FirstAnswerRecord['answer']): readonly FirstAnswerRecord[] {
  return FirstQuestion.options.map((question) => ({
    id: question,
    question,
    answer,
    note: null,
    at: '2026-03-10T09:00:00-04:00',
    by: 'Dana Whitlock',
  }));
}

const teacher: Person = {
  id: 'p1',
  number: 1,
  name: 'Renata Vale',
  caseRole: 'respondent',
  occupation: 'teacher',
  position: null,
  unit: 'T',
  workingHours: [],
  accounts: [],
  relatives: [],
  note: null,
  employment: null,
  pseudonym: null,
};

const step: StepView = {
  respondentId: 'p1',
  step: 'notice',
  title: 'Serve the notice',
  article: 'Article 1',
  state: 'late',
  due: '2026-03-09',
  daysLeft: -1,
  arithmetic: [],
  blockedBy: [],
  why: null,
  proof: null,
  toConfirm: null,
  doneBy: null,
  documentKind: null,
  unit: null,
  pack: 'example@1',
  doneAt: null,
  doneLate: false,
};

const allegation: AllegationView = {
  allegation: {
    id: 'a1',
    number: 1,
    respondentId: 'p1',
    policy: 'norwalk',
    policyVersion: '2013-09-03',
    clause: 'C2',
    conductOn: '2026-03-01',
    specification: { what: 'Wrote', when: '1 March', where: 'Text', toWhom: null },
    policyKnown: null,
    withdrawn: false,
  },
  respondent: 'Renata Vale',
  clauseLabel: 'No individual text message to a student',
  clauseWords: '',
  force: 'prohibitive',
  binds: { binds: true, because: '' },
  notice: { state: 'none', because: '', notices: [] },
  elements: [],
  exceptions: [],
  screen: { answer: 'not-applicable', reason: null, flagged: 0 },
  response: null,
  point: null,
  contrary: [],
  unweighed: [],
  finding: {
    id: 'f1',
    allegationId: 'a1',
    fact: 'not-proved',
    policy: 'not-reached',
    standard: 'preponderance',
    reasons: 'Nothing shows it.',
    contraryAnswered: null,
    credibility: null,
    forceNote: null,
    at: '2026-03-10T09:00:00-04:00',
    by: 'Dana Whitlock',
    supersedes: null,
    superseded: false,
    withdrawn: false,
  },
  questions: [],
  bestCase: { entries: 0, read: null, since: [] },
  missing: [],
};

const ids = (glance: CaseAtAGlance) => nextActions(glance, english).map((action) => action.id);

describe('the next sensible action', () => {
  test('of a new case is to answer the first questions, then employee, complaint and evidence', () => {
    expect(ids(empty)).toEqual(['questions', 'respondent', 'complaint', 'evidence']);
  });

  test('is what a first question calls for, as long as no allegation was written', () => {
    const glance = { ...empty, answers: answered('not-known') };
    expect(nextActions(glance, english)[0]).toMatchObject({ id: 'holds', urgent: true });
    expect(ids({ ...empty, answers: answered('no') })).not.toContain('holds');
  });

  test('is to read words that may call for a report, until somebody answered whether they do', () => {
    const flags = [{ id: 'f', itemId: 'i', screen: 'mandated-report' as const, kind: 'threat', because: 'A threat.' }];
    const glance = { ...empty, answers: answered('no'), flags };
    expect(ids(glance)[0]).toBe('report');
    const asked: StepView = { ...step, step: 'mandated-report-screen', state: 'done' };
    expect(ids({ ...glance, steps: [asked] })).not.toContain('report');
  });

  test('puts a late step before the suggestions', () => {
    const state = { ...empty.state, counts: { ...empty.state.counts, evidence: 2, items: 9, suggestionsOpen: 3 } };
    const glance = { ...empty, state, answers: answered('no'), complaints: 1, people: [teacher], steps: [step] };
    expect(ids(glance)).toEqual(['late p1 notice', 'suggestions', 'allegation']);
  });

  test('after the last finding is the gate while it is closed, then the referral, until it is issued', () => {
    const state = { ...empty.state, counts: { ...empty.state.counts, evidence: 1, items: 9 } };
    const gate = {
      respondentId: 'p1',
      gate: 'document:disciplinary-referral',
      title: 'Issue the disciplinary referral',
      open: false,
      missing: ['The employee has not been heard.'],
      overridden: null,
      unit: null,
      articles: [],
      passed: null,
    };
    const found: CaseAtAGlance = {
      ...empty,
      state,
      answers: answered('no'),
      complaints: 1,
      people: [teacher],
      allegations: [allegation],
      gates: [gate],
    };
    const [first] = nextActions(found, english);
    expect(first).toMatchObject({ id: 'gate p1', to: { screen: 'steps' } });
    expect(first?.about).toContain('The employee has not been heard.');
    expect(ids({ ...found, gates: [{ ...gate, open: true }] })).toEqual(['document p1']);
    const issued: CaseAtAGlance['documents'][number] = {
      id: 'd1',
      number: 1,
      kind: 'disciplinary-referral',
      title: 'Employee disciplinary referral',
      respondent: teacher.name,
      issuedAt: '2026-03-10T09:00:00-04:00',
      by: 'Dana Whitlock',
      sha256: '00',
      pages: 3,
      fingerprint: '00',
      standard: 'both',
      format: 'pdf',
      language: 'en',
      audience: 'district',
      removals: 0,
    };
    expect(ids({ ...found, documents: [issued] })).toEqual([]);
    expect(ids({ ...found, documents: [{ ...issued, kind: 'notice-of-investigation' }] })).toEqual(['gate p1']);
  });

  test('names a step without a day last, one for each employee', () => {
    const state = { ...empty.state, counts: { ...empty.state.counts, evidence: 1 } };
    const undated: StepView = { ...step, state: 'due', due: null, daysLeft: null };
    const steps = [undated, { ...undated, step: 'other' }];
    const glance = { ...empty, state, answers: answered('no'), complaints: 1, people: [teacher], steps };
    expect(ids(glance)).toEqual(['step p1 notice']);
  });

  test('is nothing where nothing waits', () => {
    const state = { ...empty.state, counts: { ...empty.state.counts, evidence: 1 } };
    expect(ids({ ...empty, state, answers: answered('no'), complaints: 1, people: [teacher] })).toEqual([]);
  });
});
