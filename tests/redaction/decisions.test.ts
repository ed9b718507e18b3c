import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEvidenceCase } from '../custody/evidence-case.ts';
import { Desk, pupil } from '../engine/desk.ts';
import { savePdf, textOf } from '../referral/pdf-tools.ts';

const desk = new Desk();
let respondentId = '';
beforeAll(async () => {
  await makeEvidenceCase(desk);
  respondentId = (await desk.ask('person.list', {})).find(({ caseRole }) => caseRole === 'respondent')?.id ?? '';
  await desk.ask('person.add', { ...pupil, name: 'Harriet Voss', caseRole: 'witness', occupation: 'nurse' });
  const [allegation] = await desk.ask('allegation.list', {});
  const [post] = (await desk.ask('item.page', { filter: { words: 'Posted in class' } })).rows;
  await desk.ask('mapping.add', {
    policy: '4118.51',
    clause: '8',
    element: 'update',
    weighs: 'against',
    itemId: post?.id ?? '',
    passage: { kind: 'words', start: 0, end: 6, text: 'Posted' },
    allegationId: allegation?.allegation.id ?? null,
    reason: 'Harriet Voss told Mia Lindqvist so; reach her at 203-555-0188.',
  });
}, 90_000);
afterAll(() => desk.end());

type Audience = 'district' | 'employee-union' | 'board' | 'records' | 'counsel';
const address = (audience: Audience) => ({ kind: 'disciplinary-referral', respondentId, audience }) as const;
const view = (audience: Audience) => desk.ask('redaction.view', address(audience));
const row = async (audience: Audience, words: string) =>
  (await view(audience)).removals.find((removal) => removal.words === words);
const pages = async (audience: Audience) => {
  const { draftId } = await desk.ask('document.draft', address(audience));
  const blob = await desk.engine.blob({ kind: 'draft', draftId });
  return textOf(savePdf(blob?.bytes ?? new Uint8Array())).replace(/\s+/g, ' ');
};

test('each audience receives what its profile says: counsel all, the district pseudonyms, a records request no witness', async () => {
  expect(await pages('counsel')).toContain('Harriet Voss told Mia Lindqvist so; reach her at 203-555-0188.');
  expect(await pages('district')).toContain('Harriet Voss told [Student A] so; reach her at 203-555-0188.');
  expect(await pages('employee-union')).toContain('Harriet Voss told [Student A] so; reach her at [telephone number].');
  expect(await pages('records')).toMatch(/\[Witness \d\] told \[Student A\] so; reach her at \[telephone number\]\./);
}, 120_000);

test('what a profile only offers goes once a person says so, and comes back when that is reversed', async () => {
  const offered = await row('employee-union', 'Harriet Voss');
  expect(offered).toMatchObject({ state: 'offered', times: 1, from: 'person', decided: null });
  await desk.ask('redaction.decide', {
    key: offered?.key ?? '',
    words: 'Harriet Voss',
    what: 'third-party',
    decision: 'remove',
    reason: 'She asked not to be named',
    ground: 'privacy-of-others',
  });
  expect(await row('employee-union', 'Harriet Voss')).toMatchObject({
    state: 'removed',
    reason: 'She asked not to be named',
  });
  expect((await desk.lastLine())?.words).toContain('Decided that words are taken out of documents');
  await desk.ask('history.reverse', {});
  expect(await row('employee-union', 'Harriet Voss')).toMatchObject({ state: 'offered', decided: null });
});

test('what would go stays in for a reason, for the audience that was named and no other', async () => {
  const phone = await row('employee-union', '203-555-0188');
  await desk.ask('redaction.decide', {
    key: phone?.key ?? '',
    words: '203-555-0188',
    what: 'phone',
    decision: 'keep',
    reason: 'It is the number of the school',
    ground: 'district-rule',
    audiences: ['employee-union'],
  });
  const kept = await row('employee-union', '203-555-0188');
  expect(kept).toMatchObject({ state: 'kept', times: 0 });
  expect(await row('board', '203-555-0188')).toMatchObject({ state: 'removed', times: 1 });
  await desk.ask('redaction.withdraw', { id: kept?.decided?.id ?? '' });
  expect(await row('employee-union', '203-555-0188')).toMatchObject({ state: 'removed', decided: null });
});

test('a decision needs a ground of the list, and words that are more than a letter', async () => {
  const order = { key: null, words: 'Posted', decision: 'remove', reason: 'x', ground: 'because' };
  expect((await desk.refused('redaction.decide', order)).title).toContain('there is no ground “because”');
  expect((await desk.refused('redaction.decide', { ...order, ground: 'district-rule', words: 'P' })).kind).toBe(
    'bad-input',
  );
  expect((await desk.refused('redaction.withdraw', { id: 'none' })).kind).toBe('not-found');
  expect((await desk.refused('redaction.unmark', { id: 'none' })).kind).toBe('not-found');
});

test('words of a person’s own are taken out with what they want in their place, and the policy’s own words stay', async () => {
  await desk.ask('redaction.decide', {
    key: null,
    words: 'class',
    shown: 'a place',
    decision: 'remove',
    reason: 'Tells which class it was',
    ground: 'district-rule',
  });
  const { id } = await desk.ask('document.issue', address('employee-union'));
  const blob = await desk.engine.blob({ kind: 'document', documentId: id });
  const text = textOf(savePdf(blob?.bytes ?? new Uint8Array())).replace(/\s+/g, ' ');
  expect(text).toContain('Posted in [a place]');
  const removals = await desk.ask('document.removals', { id });
  expect(
    removals.filter(({ shown }) => shown === '[a place]').every(({ reason }) => reason === 'Tells which class it was'),
  ).toBe(true);
}, 60_000);

test('the disclosure’s numbers of removals are those of the redaction log', async () => {
  const numberOf = async (kind: string, name: RegExp) => {
    const { draftId } = await desk.ask('document.draft', { kind, respondentId, audience: 'employee-union' });
    const blob = await desk.engine.blob({ kind: 'draft', draftId });
    return name.exec(textOf(savePdf(blob?.bytes ?? new Uint8Array())).replace(/\s+/g, ' '))?.[1];
  };
  const packet = await numberOf('disclosure-packet', /Removals in them (\d+)/);
  expect(Number(packet)).toBeGreaterThan(0);
  expect(await numberOf('redaction-log', /Removals in the exhibits as they stand now (\d+)/)).toBe(packet);
}, 60_000);
