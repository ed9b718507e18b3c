import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import type { ComposedKindName } from '../../src/contract/document.ts';
import { makeEvidenceCase } from '../custody/evidence-case.ts';
import { runTool, savePdf, textOf } from '../referral/pdf-tools.ts';
import { Desk } from './desk.ts';

const desk = new Desk();
let owen = '';
beforeAll(async () => {
  await makeEvidenceCase(desk);
  owen = (await desk.ask('person.list', {})).find(({ caseRole }) => caseRole === 'respondent')?.id ?? '';
}, 90_000);
afterAll(() => desk.end());

const order = (kind: ComposedKindName) => ({ kind, respondentId: owen }) as const;
const pagesOf = async (input: CallInput<'document.draft'>) => {
  const { draftId, pages } = await desk.ask('document.draft', input);
  const blob = await desk.engine.blob({ kind: 'draft', draftId });
  return { pages, text: textOf(savePdf(blob?.bytes ?? new Uint8Array())).replace(/\s+/g, ' ') };
};

/** What this case cannot have, and the reason that is given. */
const LACKING: Partial<Record<ComposedKindName, RegExp>> = {
  'recommendation-memo': /response is not recorded/,
  'discipline-letter': /no allegation is sustained/,
};

test('every kind is drafted from the case, or says in a sentence what the case lacks', async () => {
  const kinds = await desk.ask('document.kinds', {});
  expect(kinds.length).toBeGreaterThan(20);
  for (const { kind, title } of kinds) {
    if (kind === 'disciplinary-referral') continue;
    const lacking = LACKING[kind];
    if (lacking !== undefined) {
      expect((await desk.refused('document.draft', order(kind))).title, kind).toMatch(lacking);
      const points = await desk.ask('document.readiness', order(kind));
      expect(points, kind).toContainEqual(
        expect.objectContaining({ severity: 'blocks', words: expect.stringMatching(lacking) }),
      );
      continue;
    }
    const { text } = await pagesOf(order(kind));
    expect(text, kind).toContain(title);
    expect(text, kind).not.toMatch(/undefined|null|\[object|NaN/);
    expect(text, kind).toContain('Draft, not issued');
  }
}, 240_000);

test('no drafted word of any kind is one that the kind itself has no place for', async () => {
  for (const { kind } of await desk.ask('document.kinds', {})) {
    const points = await desk.ask('document.readiness', { kind, respondentId: owen });
    expect(
      points.filter(({ words }) => words.startsWith('It says')),
      kind,
    ).toEqual([]);
  }
});

test('the recommendation waits for the response, and the recorded lapse of its time lets it be made', async () => {
  expect((await desk.refused('document.issue', order('recommendation-memo'))).kind).not.toBe('internal-fault');
  await desk.ask('response.record', {
    respondentId: owen,
    state: 'lapsed',
    at: '2026-03-20T16:00:00-04:00',
    words: null,
  });
  const past = { respondentId: owen, subject: null, conduct: [], moveRequestedOn: null, note: null };
  await desk.ask('past-discipline.record', { ...past, item: 'reprimand', on: '2025-12-01' });
  await desk.ask('past-discipline.record', { ...past, item: 'verbal warning', on: '2019-03-05' });
  const { text } = await pagesOf(order('recommendation-memo'));
  // What still counts is named with its date and why; what has aged is not relied on, so it is not named.
  expect(text).toContain('Reprimand, December 1, 2025. May be relied on until');
  expect(text).not.toMatch(/verbal warning, march 5, 2019/i);
  expect(text).toContain('No allegation was sustained. I recommend that the matter be closed without discipline.');
  for (let entry = 0; entry < 3; entry += 1) await desk.ask('history.reverse', {});
}, 60_000);

test('the brief for the Superintendent stands on one page and recommends nothing', async () => {
  const { pages, text } = await pagesOf(order('superintendent-brief'));
  expect(pages).toBe(1);
  expect(text).toContain('What not to say');
  expect(text).not.toMatch(/I recommend/);
});

test('the disclosure’s four lists add up to the files of the case', async () => {
  const { id } = await desk.ask('document.issue', order('disclosure-packet'));
  const blob = await desk.engine.blob({ kind: 'document', documentId: id });
  const lines = runTool('pdftotext', ['-layout', savePdf(blob?.bytes ?? new Uint8Array()), '-']).split('\n');
  const count = (name: string) => Number(lines.find((line) => line.startsWith(name))?.match(/\d+$/)?.[0]);
  const files = (await desk.ask('evidence.list', {})).length;
  expect(count('Files in the case')).toBe(files);
  expect(count('Relied on') + count('Contrary') + count('Considered, not relied on') + count('Withheld')).toBe(files);
});

test('a closure letter is offered in Spanish, dates and page numbers too; another kind says that it is not', async () => {
  const { text } = await pagesOf({ ...order('closure-letter'), language: 'es' });
  expect(text).toContain('Carta de cierre');
  expect(text).toMatch(/\d de marzo de 2026/);
  expect(text).toContain('Página 1 de 1');
  expect(text).not.toMatch(/\b(Dear|Sincerely|Draft)\b/);
  expect((await desk.refused('document.draft', { ...order('record-hold'), language: 'es' })).title).toBe(
    'The Record hold is offered in English only.',
  );
});

describe('a person’s own words', () => {
  const cease = { kind: 'request-to-cease', respondentId: '' };
  beforeAll(() => {
    cease.respondentId = owen;
  });
  const openingOf = async () => (await desk.ask('document.texts', cease)).find(({ part }) => part === 'opening');

  test('take the place of the drafted ones, cite exhibits, and are kept in the record until they are taken back', async () => {
    const before = await openingOf();
    expect(before).toMatchObject({ words: null, stale: false });
    const words = 'Please look at what was posted [A-1].\n\n- It was posted in class.\n- A lesson was going on.';
    await desk.ask('document.edit', { ...cease, part: 'opening', words });
    expect(await openingOf()).toMatchObject({ words, by: expect.stringContaining(','), stale: false });
    const { text } = await pagesOf(cease);
    expect(text).toContain('Please look at what was posted [Ex. A‑1].');
    expect(text).toContain('– It was posted in class.');
    expect((await desk.lastLine())?.words).toContain('Wrote words in: request to cease for person 1');
    await desk.ask('history.reverse', {});
    expect(await openingOf()).toMatchObject({ words: null });
    await desk.ask('history.repeat', {});
    expect(await openingOf()).toMatchObject({ words });
    await desk.ask('document.edit', { ...cease, part: 'opening', words: null });
    expect(await openingOf()).toMatchObject({ words: null, drafted: before?.drafted });
  });

  test('that have no place in the document are named with the reason', async () => {
    await desk.ask('document.edit', { ...cease, part: 'request', words: 'You must delete the post.' });
    const points = (await desk.ask('document.readiness', cease)).map(({ words }) => words);
    expect(points).toContain('It says “must”. The policy gives a power to request, not to order.');
    expect(points).toContain('It says “delete”. Asking for removal destroys evidence.');
    await desk.ask('history.reverse', {});
  });

  test('may be seen on the pages before they are kept, and nothing is written by that', async () => {
    const lines = await desk.lines();
    const { text } = await pagesOf({ ...cease, texts: { opening: 'Only typed so far.' } });
    expect(text).toContain('Only typed so far.');
    expect(await desk.lines()).toBe(lines);
    expect((await pagesOf(cease)).text).not.toContain('Only typed so far.');
  });

  test('cannot cite an exhibit that is not there, nor stand in a part that is none', async () => {
    const wrong = await desk.refused('document.edit', { ...cease, part: 'opening', words: 'See [A-77].' });
    expect(wrong).toMatchObject({ kind: 'bad-input', title: expect.stringContaining('there is no exhibit A-77') });
    expect((await desk.refused('document.edit', { ...cease, part: 'poem', words: 'x' })).kind).toBe('not-found');
  });

  test('are said to be older than the draft once the case has changed', async () => {
    const notice = { kind: 'notice-of-investigation', respondentId: owen };
    await desk.ask('document.edit', { ...notice, part: 'next', words: 'We will write to you.' });
    const textOfNext = async () => (await desk.ask('document.texts', notice)).find(({ part }) => part === 'next');
    expect(await textOfNext()).toMatchObject({ stale: false });
    await desk.ask('event.record', {
      kind: 'interview-notice-served',
      at: '2026-03-16T09:00:00-04:00',
      respondentId: owen,
      details: { for: '2026-03-19T15:00:00-04:00' },
      note: null,
    });
    expect(await textOfNext()).toMatchObject({ stale: true, words: 'We will write to you.' });
  });

  test('left to be filled in are named before issuing', async () => {
    const points = (await desk.ask('document.readiness', order('administrative-leave'))).map(({ words }) => words);
    expect(points).toContain('Still to be filled in: the first day of leave.');
  });
});

test('an issued Word file keeps its format, its language and its bytes', async () => {
  const issued = await desk.ask('document.issue', { ...order('record-hold'), format: 'docx' });
  expect(issued).toMatchObject({ format: 'docx', language: 'en', pages: 0 });
  const blob = await desk.engine.blob({ kind: 'document', documentId: issued.id });
  expect(blob?.mime).toContain('wordprocessingml');
  expect(
    Buffer.from(blob?.bytes ?? [])
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect((await desk.ask('ledger.verify', { expect: null })).ok).toBe(true);
}, 60_000);
