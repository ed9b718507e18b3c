import { describe, expect, test } from 'vitest';
import type { FirstAnswerRecord } from '../../src/contract/complaint.ts';
import { FirstQuestion } from '../../src/contract/complaint.ts';
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
    fingerprint: '00',
    reverse: null,
    repeat: null,
    notices: [],
    counts: { evidence: 0, items: 0, notRead: 0, withoutReceipt: 0, suggestionsOpen: 0, allegations: 0, documents: 0 },
  },
  answers: [],
  complaints: 0,
  people: [],
  allegations: [],
  steps: [],
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
};

const ids = (glance: CaseAtAGlance) => nextActions(glance, english).map((action) => action.id);

describe('the next sensible action', () => {
  test('of a new case is to answer the first questions, then complaint, employee and evidence', () => {
    expect(ids(empty)).toEqual(['questions', 'complaint', 'respondent', 'evidence']);
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

  test('is nothing where nothing waits', () => {
    const state = { ...empty.state, counts: { ...empty.state.counts, evidence: 1 } };
    expect(ids({ ...empty, state, answers: answered('no'), complaints: 1, people: [teacher] })).toEqual([]);
  });
});
