import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { BestCaseKind } from '../../src/contract/best-case.ts';
import { Desk, sheet, teacher } from './desk.ts';

const Contrary = z.looseObject({ elements: z.array(z.looseObject({ against: z.array(z.string()) })) });
const desk = new Desk();
const text = 'As science teacher at Hollow Brook Middle School I say vote no';
let items: readonly string[] = [];
let respondentId = '';
let allegationId = '';

beforeAll(async () => {
  await desk.newCase();
  items = await desk.messages([
    { from: 'ofarrell', at: '2026-03-10 18:42', text },
    { from: 'ofarrell', at: '2026-03-11 18:42', text: 'These are my own views and not those of the school.' },
  ]);
  respondentId = (await desk.ask('person.add', teacher)).id;
  allegationId = (
    await desk.ask('allegation.add', {
      respondentId,
      policy: '4118.51',
      clause: '7',
      conductOn: '2026-03-10',
      specification: { what: 'Used his title', when: '10 March 2026', where: 'Facebook', toWhom: null },
      policyKnown: null,
    })
  ).id;
}, 60_000);
afterAll(() => desk.end());

const view = () => desk.ask('best-case.view', { respondentId });
const wordsOf = async (kind: BestCaseKind) => {
  const { entries } = await view();
  return entries.filter((entry) => entry.kind === kind).map(({ words, quote }) => `${words} ${quote ?? ''}`);
};
const link = (itemId: string, weighs: 'for' | 'against', start: number, end: number, words: string) =>
  desk.ask('mapping.add', {
    itemId,
    policy: '4118.51',
    clause: '7',
    element: weighs === 'for' ? 'title-or-reference' : 'no-disclaimer',
    weighs,
    passage: { kind: 'words', start, end, text: words },
    allegationId,
    reason: null,
  });
const sign = async () => {
  const { entries } = await view();
  return desk.ask('best-case.sign', { respondentId, keys: entries.map(({ key }) => key) });
};
const standing = async () => {
  const one = (await desk.ask('allegation.list', {})).find(({ allegation }) => allegation.id === allegationId);
  if (one === undefined) throw new Error('the allegation stands');
  return one.bestCase;
};

describe('the employee’s best case', () => {
  test('holds what nobody asked and nobody knows before anything is linked', async () => {
    expect((await wordsOf('exception-untested')).join('\n')).toContain('Nobody has asked yet');
    expect(await wordsOf('context-missing')).toContainEqual(expect.stringContaining('had the policy'));
    expect(await wordsOf('against')).toEqual([]);
  });

  test('holds every passage against, with its own words', async () => {
    await link(items[0] ?? '', 'for', 3, 18, text.slice(3, 18));
    await link(items[1] ?? '', 'against', 0, 23, 'These are my own views ');
    expect(await wordsOf('against')).toEqual([expect.stringContaining('These are my own views')]);
  });

  test('says where a source is not known to be whole', async () => {
    expect((await wordsOf('context-missing')).join('\n')).toContain('No receipt sheet says');
    const receipt = await desk.ask('receipt.record', { ...sheet, completeness: 'cropped', originalAskedFor: 'no' });
    const [file] = await desk.ask('evidence.list', {});
    await desk.ask('receipt.assign', { receiptId: receipt.id, evidenceIds: [file?.id ?? ''] });
    expect((await wordsOf('context-missing')).join('\n')).toContain('cropped: what stood around it is not in evidence');
  });

  test('loses an untested exception when it is tested, and keeps it while nobody knows', async () => {
    const before = (await wordsOf('exception-untested')).length;
    const answer = { allegationId, exception: 'disclaimer-present', reason: 'Asked.' } as const;
    await desk.ask('exception.answer', { ...answer, answer: 'not-known' });
    expect((await wordsOf('exception-untested')).join('\n')).toContain('is not known');
    await desk.ask('exception.answer', { ...answer, answer: 'does-not-apply' });
    expect((await wordsOf('exception-untested')).length).toBeLessThan(before);
  });

  test('holds steps that were passed over, files that no machine could read, and the employee’s own account', async () => {
    await desk.ask('event.record', {
      kind: 'step-waived',
      at: '2026-03-12T10:00:00-04:00',
      respondentId,
      details: { step: 'union-copy' },
      note: 'The union said it needs none.',
    });
    expect(await wordsOf('step-passed-over')).toEqual([expect.stringContaining('The union said it needs none.')]);
    desk.write('broken.pdf', '%PDF-1.7 this is no document');
    await desk.import('broken.pdf');
    expect((await wordsOf('not-read')).join('\n')).toContain('broken.pdf');
    await desk.ask('response.record', {
      respondentId,
      state: 'received',
      at: '2026-03-20T10:00:00-04:00',
      words: 'I spoke for myself.',
    });
    expect((await wordsOf('accounts-differ')).join('\n')).toContain('I spoke for myself.');
  });

  test('is signed by whoever reads it as it stands, and by nobody who has not seen all of it', async () => {
    const { entries } = await view();
    const keys = entries.slice(1).map(({ key }) => key);
    expect((await desk.refused('best-case.sign', { respondentId, keys })).kind).toBe('best-case-changed');
    expect((await standing()).read).toBeNull();
    const signed = await sign();
    expect(signed.readByYou).toBe(true);
    expect(signed.readings).toHaveLength(1);
    expect(signed.readings[0]?.entries).toBe(entries.length);
    expect((await standing()).since).toEqual([]);
  });

  test('says what is new since it was read, and is whole again when it is read again', async () => {
    await link(items[1] ?? '', 'against', 6, 19, 'are my own vi');
    expect((await standing()).since).toEqual([expect.stringContaining('A passage against')]);
    const { entries, readByYou } = await view();
    expect(readByYou).toBe(false);
    expect(entries.filter(({ isNew }) => isNew).map(({ quote }) => quote)).toEqual(['are my own vi']);
    await sign();
    expect((await standing()).since).toEqual([]);
    await desk.ask('history.reverse', {});
    expect((await standing()).since).toHaveLength(1);
    await desk.ask('history.repeat', {});
    expect((await standing()).since).toEqual([]);
  });

  test('asks whoever finds a breach to have read it, and not only somebody else', async () => {
    const other = desk.another({ by: { name: 'Somebody Else', role: 'Investigator' } });
    await desk.ask('case.close', {});
    const opened = await other.call('case.open', { path: desk.path, passphrase: null });
    expect(opened.ok).toBe(true);
    const theirs = await other.call('best-case.view', { respondentId });
    expect(theirs.ok ? theirs.value : null).toMatchObject({ readByYou: false });
    for (const element of ['title-or-reference', 'no-disclaimer', 'not-official']) {
      await other.call('element.decide', { allegationId, element, state: 'met', reason: null });
    }
    await other.call('exception.answer', {
      allegationId,
      exception: 'official-communication',
      answer: 'does-not-apply',
      reason: 'Asked.',
    });
    for (const question of ['off-duty', 'as-citizen', 'public-concern', 'interference', 'concerted', 'same-anyway']) {
      await other.call('screen.answer-question', { allegationId, question, answer: 'no', words: 'Asked.' });
    }
    await other.call('screen.answer', { allegationId, answer: 'not-protected', reason: 'Asked.' });
    const views = await other.call('allegation.list', {});
    const against = views.ok
      ? z
          .array(Contrary)
          .parse(views.value)
          .flatMap(({ elements }) => elements)
      : [];
    for (const mappingId of against.flatMap((element) => element.against))
      await other.call('contrary.answer', { allegationId, mappingId, words: 'Looked at.' });
    const breach = {
      allegationId,
      fact: 'proved',
      policy: 'breach',
      standard: 'preponderance',
      reasons: 'It stands there.',
      contraryAnswered: 'Looked at.',
      credibility: null,
    };
    const refused = await other.call('finding.record', breach);
    expect(refused.ok ? '' : refused.error.title).toContain('Somebody Else, Investigator has not read');
    await other.close();
    await desk.ask('case.open', { path: desk.path, passphrase: null });
    await desk.ask('finding.record', { ...breach, fact: 'proved', policy: 'breach', standard: 'preponderance' });
  });

  test('is not asked of any other finding', async () => {
    await link(items[1] ?? '', 'against', 0, 5, 'These');
    await desk.ask('finding.record', {
      allegationId,
      fact: 'not-proved',
      policy: 'not-reached',
      standard: 'preponderance',
      reasons: 'The evidence does not carry it.',
      contraryAnswered: null,
      credibility: null,
    });
  });
});

test('there is none of somebody who is no respondent', async () => {
  const witness = await desk.ask('person.add', { ...teacher, name: 'A Witness', caseRole: 'witness', accounts: [] });
  expect((await desk.refused('best-case.view', { respondentId: witness.id })).kind).toBe('no-respondent');
});
