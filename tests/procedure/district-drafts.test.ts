import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, teacher } from '../engine/desk.ts';

const SOUND_SHORE = { district: 'sound-shore' };
const TEACHERS = { ...SOUND_SHORE, pack: 'example-teachers', version: '1' };
const COMPLAINTS = 'Article 9.1';
const HR = { confirmedBy: 'Ines Roth, Director of Human Resources', on: '2026-02-02', page: '9' };

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.end());

async function articleOf(no: string) {
  const view = await desk.ask('district-draft.agreement', TEACHERS);
  return view.articles.find((article) => article.no === no);
}

describe('a district’s file that is made without a case', () => {
  test('carries what HR confirmed once, with who, when and page, into every case that is made with it', async () => {
    await desk.ask('district-draft.start', { kind: 'known', ...SOUND_SHORE });
    await desk.ask('district-draft.confirm', { ...TEACHERS, article: COMPLAINTS, ...HR });
    const [row] = await desk.ask('district-draft.list', {});
    expect(row).toMatchObject({ district: 'sound-shore', confirmed: 1, last: expect.stringContaining(COMPLAINTS) });
    const { path } = await desk.ask('district-draft.export', { ...SOUND_SHORE, folder: desk.folder });
    const look = await desk.ask('district-file.look', { path });
    expect(look).toMatchObject({ confirmations: 1, signed: { keyId: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    const changed = readFileSync(path, 'utf8').replace('page\\":\\"9', 'page\\":\\"8');
    const forged = desk.write('forged.evenhand-district', changed);
    expect((await desk.refused('district-file.look', { path: forged })).title).toContain('changed after it was signed');
    await desk.newCase(path);
    await desk.ask('person.add', teacher);
    const at = '2026-03-09T09:00:00-04:00';
    await desk.ask('event.record', { kind: 'complaint-received', at, respondentId: null, details: {}, note: null });
    const shelf = await desk.ask('agreement.list', {});
    expect(shelf.file?.name).toBe('sound-shore.evenhand-district');
    const view = await desk.ask('agreement.view', { pack: 'example-teachers', version: '1' });
    expect(view.articles.find(({ no }) => no === COMPLAINTS)?.confirmation).toEqual({
      by: HR.confirmedBy,
      on: HR.on,
      page: HR.page,
      fromFile: true,
    });
    const { steps } = await desk.ask('steps.view', {});
    const title = (step: string) => steps.find((each) => each.step === step)?.title;
    expect(title('notice-of-investigation')).not.toContain('if the article says so');
    expect(title('complete-investigation')).toContain('if the article says so');
  });

  test('carries numbers from the signed contract, which count in the case', async () => {
    await desk.ask('district-draft.start', { kind: 'known', ...SOUND_SHORE });
    const { yaml } = await desk.ask('district-draft.agreement', TEACHERS);
    const longer = yaml.replace(/(id: notice-of-investigation[\s\S]*?days: )\d+/, '$17');
    expect((await desk.ask('district-draft.check', { ...SOUND_SHORE, yaml: longer })).faults).toEqual([]);
    await desk.ask('district-draft.keep', { ...SOUND_SHORE, yaml: longer });
    await desk.ask('district-draft.confirm', { ...TEACHERS, article: COMPLAINTS, ...HR });
    const { path } = await desk.ask('district-draft.export', { ...SOUND_SHORE, folder: desk.folder });
    await desk.newCase(path);
    await desk.ask('person.add', teacher);
    const at = '2026-03-09T09:00:00-04:00';
    await desk.ask('event.record', { kind: 'complaint-received', at, respondentId: null, details: {}, note: null });
    const { steps } = await desk.ask('steps.view', {});
    const notice = steps.find(({ step }) => step === 'notice-of-investigation');
    // 7 school days from Mon 9 March; there is no school on Fri 13 March.
    expect(notice).toMatchObject({ due: '2026-03-19', toConfirm: null });
  });

  test('is reversed step by step, and a confirmation falls with the number that it was about', async () => {
    await desk.ask('district-draft.start', { kind: 'known', ...SOUND_SHORE });
    await desk.ask('district-draft.confirm', { ...TEACHERS, article: COMPLAINTS, ...HR });
    const { yaml } = await desk.ask('district-draft.agreement', TEACHERS);
    await desk.ask('district-draft.keep', {
      ...SOUND_SHORE,
      yaml: yaml.replace(/(id: notice-of-investigation[\s\S]*?days: )\d+/, '$17'),
    });
    expect((await articleOf(COMPLAINTS))?.confirmation).toBeNull();
    expect((await articleOf(COMPLAINTS))?.lapsed).toContain('was changed since');
    await desk.ask('district-draft.reverse', SOUND_SHORE);
    expect((await articleOf(COMPLAINTS))?.confirmation).toMatchObject({ page: '9' });
    await desk.ask('district-draft.reverse', SOUND_SHORE);
    expect((await articleOf(COMPLAINTS))?.confirmation).toBeNull();
    expect((await desk.refused('district-draft.reverse', SOUND_SHORE)).title).toContain('nothing was changed');
  });

  test('is taken up again from the signed file by whoever goes on, and a confirmation can be taken back', async () => {
    await desk.ask('district-draft.start', { kind: 'known', ...SOUND_SHORE });
    await desk.ask('district-draft.confirm', { ...TEACHERS, article: COMPLAINTS, ...HR });
    const { path } = await desk.ask('district-draft.export', { ...SOUND_SHORE, folder: desk.folder });
    expect((await desk.refused('district-draft.start', { kind: 'file', path })).title).toContain('already');
    await desk.ask('district-draft.set-aside', { ...SOUND_SHORE, reason: 'Ines goes on.' });
    expect(await desk.ask('district-draft.list', {})).toEqual([]);
    expect(readdirSync(desk.at('profile', 'district-drafts'))).toHaveLength(1);
    const row = await desk.ask('district-draft.start', { kind: 'file', path });
    expect(row).toMatchObject({ confirmed: 1, from: expect.stringContaining('signed by') });
    await desk.ask('district-draft.take-back', { ...TEACHERS, article: COMPLAINTS, reason: 'The page was of 2022.' });
    expect((await articleOf(COMPLAINTS))?.confirmation).toBeNull();
  });

  test('of a district that is only named has the units of the agreements chosen, and the laws', async () => {
    const agreements = [
      { pack: 'example-nurses', version: '1' },
      { pack: 'coaches-without-agreement', version: '1' },
    ];
    const order = {
      kind: 'new',
      name: 'Gull Island Public Schools',
      superintendent: 'Dr. Ada Moss',
      letterhead: ['Gull Island Public Schools', '1 Pier Road'],
      timeZone: 'America/New_York',
      agreements,
      policies: [],
    } as const;
    const choices = await desk.ask('district-draft.choices', {});
    expect(choices.agreements.map(({ pack }) => pack)).toEqual(
      expect.arrayContaining(agreements.map(({ pack }) => pack)),
    );
    const row = await desk.ask('district-draft.start', {
      ...order,
      agreements: [...agreements],
      letterhead: [...order.letterhead],
      policies: [],
    });
    expect(row).toMatchObject({ district: 'gull-island-public-schools', sample: false, confirmed: 0 });
    const view = await desk.ask('district-draft.view', { district: row.district });
    expect(view.units.map(({ agreement }) => agreement)).toEqual(['example-nurses', null]);
    expect(view.shelf.packs.filter(({ used, kind }) => used && kind === 'law').length).toBeGreaterThan(10);
    const both = [...agreements, { pack: 'form-unit', version: '1' }, { pack: 'example-nurses', version: '1' }];
    const twice = { ...order, name: 'Another', agreements: both };
    expect((await desk.refused('district-draft.start', twice)).title).toContain('two of the agreements cover');
    await desk.refused('district-draft.view', { district: 'nowhere' });
    await desk.refused('district-draft.confirm', { ...TEACHERS, district: row.district, article: 'Article 77', ...HR });
  });

  test('gives an agreement of the draft as a file of its own, and never writes over one', async () => {
    await desk.ask('district-draft.start', { kind: 'known', ...SOUND_SHORE });
    const order = { ...TEACHERS, folder: desk.folder };
    const first = await desk.ask('district-draft.export-agreement', order);
    const second = await desk.ask('district-draft.export-agreement', order);
    expect(second.path).not.toBe(first.path);
    const { yaml } = await desk.ask('district-draft.agreement', TEACHERS);
    expect(readFileSync(first.path, 'utf8')).toBe(yaml);
  });
});
