import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeEvidenceCase } from '../custody/evidence-case.ts';
import { savePdf, textOf } from '../referral/pdf-tools.ts';
import { Desk, teacher } from './desk.ts';

const desk = new Desk();
let owen = '';

beforeAll(async () => {
  await desk.newCase();
  owen = (await desk.ask('person.add', teacher)).id;
}, 60_000);
afterAll(() => desk.end());

const referral = { kind: 'disciplinary-referral', respondentId: null } as const;
/** A fingerprint as documents print it, in whatever groups. */
const bare = (text: string) => text.replace(/\s/g, '');

describe('before anything is there to be told', () => {
  test('the kinds are named with what they are for, and others are not known', async () => {
    const kinds = (await desk.ask('document.kinds', {})).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['disciplinary-referral', 'notice-of-investigation']));
    const error = await desk.refused('document.draft', { ...referral, kind: 'poem' });
    expect(error).toMatchObject({ kind: 'kind-unknown', next: expect.stringContaining('disciplinary-referral') });
    for (const { about } of await desk.ask('document.kinds', {})) expect(about).toMatch(/^[A-Z].{30,}\.$/);
  });

  test('a case without allegations says what a referral lacks', async () => {
    const points = await desk.ask('document.readiness', referral);
    expect(points).toContainEqual({
      severity: 'blocks',
      words: 'No allegation against Owen Farrell is recorded.',
      room: 'findings',
    });
    const error = await desk.refused('document.draft', referral);
    expect(error.title).toContain('no allegation against Owen Farrell is recorded');
  });

  test('the referral is refused while its gate is closed, in plain words, and nothing is written', async () => {
    const before = await desk.fingerprint();
    const error = await desk.refused('document.issue', referral);
    expect(error.kind).toBe('gate-closed');
    expect(error.title).toMatch(/^The employee disciplinary referral cannot be issued yet: [A-Z].*\.$/s);
    expect(error.title).not.toMatch(/undefined|[a-z]+-[a-z]+-[a-z]+/);
    expect(await desk.fingerprint()).toBe(before);
    const gate = (await desk.ask('steps.view', {})).gates.find((one) => one.gate === 'document:disciplinary-referral');
    expect(gate).toMatchObject({ open: false, respondentId: owen });
    for (const missing of gate?.missing ?? ['']) expect(error.title).toContain(missing);
  });
});

describe('a case with findings', () => {
  const full = new Desk();
  const respondent = async () =>
    (await full.ask('person.list', {})).find(({ caseRole }) => caseRole === 'respondent')?.id ?? '';

  beforeAll(() => makeEvidenceCase(full), 90_000);
  afterAll(() => full.end());
  const textOfDocument = async (documentId: string) => {
    const blob = await full.engine.blob({ kind: 'document', documentId });
    return textOf(savePdf(blob?.bytes ?? new Uint8Array())).replace(/\s+/g, ' ');
  };

  test('a draft changes nothing in the case, says that it is one, and prints the latest checkpoint', async () => {
    const before = await full.fingerprint();
    const lines = await full.lines();
    const draft = await full.ask('document.draft', referral);
    expect(await full.fingerprint()).toBe(before);
    expect(await full.lines()).toBe(lines);
    expect(await full.ask('document.list', {})).toHaveLength(1);
    const blob = await full.engine.blob({ kind: 'draft', draftId: draft.draftId });
    const text = textOf(savePdf(blob?.bytes ?? new Uint8Array()));
    expect(text).toMatch(/draft/i);
    expect(bare(text)).toContain(before);
  }, 60_000);

  test('an issued document prints the checkpoint before its own freeze, which the verifier finds in the chain', async () => {
    const [first] = await full.ask('document.list', {});
    if (first === undefined) throw new Error('one was issued');
    expect(bare(await textOfDocument(first.id))).toContain(first.fingerprint);
    expect((await full.ask('ledger.verify', { expect: first.fingerprint })).ok).toBe(true);
    const before = await full.fingerprint();
    const second = await full.ask('document.issue', { ...referral, respondentId: await respondent() });
    expect(second).toMatchObject({ number: 2, fingerprint: before });
    expect(await full.fingerprint()).not.toBe(before);
    expect(bare(await textOfDocument(second.id))).toContain(before);
  }, 60_000);

  test('an override is printed with who passed over which gate, and why', async () => {
    const [first] = await full.ask('document.list', {});
    const text = await textOfDocument(first?.id ?? '');
    expect(text).toContain('Both sides agreed.');
    expect(text).toMatch(/passed over/i);
  });

  test('the exhibits of two documents bear the same numbers, later ones the next', async () => {
    const numbers = async (id: string) => [...new Set((await textOfDocument(id)).match(/\bA-\d+\b/g) ?? [])].sort();
    const [first, second] = await full.ask('document.list', {});
    const before = await numbers(first?.id ?? '');
    expect(before.length).toBeGreaterThan(0);
    expect(await numbers(second?.id ?? '')).toEqual(before);
    const [allegation] = await full.ask('allegation.list', {});
    const note = (await full.ask('item.page', { filter: { words: 'first witness' } })).rows[0];
    await full.ask('mapping.add', {
      policy: '4118.51',
      clause: '8',
      element: 'update',
      weighs: 'against',
      itemId: note?.id ?? '',
      passage: { kind: 'words', start: 0, end: 9, text: 'The words' },
      allegationId: allegation?.allegation.id ?? null,
      reason: null,
    });
    const third = await full.ask('document.issue', { ...referral, respondentId: await respondent() });
    expect(await numbers(third.id)).toEqual([...before, `A-${before.length + 1}`].sort());
  }, 60_000);

  test('issuing is never reversed, and what a document rests on cannot be taken from under it', async () => {
    const { reverse } = await full.ask('case.state', {});
    expect(reverse).not.toContain('Issued');
    expect(await full.ask('document.list', {})).toHaveLength(3);
    await full.ask('history.reverse', {});
    expect(await full.ask('document.list', {})).toHaveLength(3);
    expect((await full.ask('ledger.verify', { expect: null })).ok).toBe(true);
  });

  test('a notice is made for a respondent, and for nobody else', async () => {
    const notice = { kind: 'notice-of-investigation', respondentId: 'nobody' };
    expect((await full.refused('document.draft', notice)).kind).toBe('no-respondent');
    const made = await full.ask('document.draft', { ...notice, respondentId: await respondent() });
    expect(made.pages).toBeGreaterThan(0);
  }, 60_000);
});

test('a blob that was never made is none', async () => {
  expect(await desk.engine.blob({ kind: 'document', documentId: 'x' })).toBeNull();
  expect(await desk.engine.blob({ kind: 'draft', draftId: 'x' })).toBeNull();
});
