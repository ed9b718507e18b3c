import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, teacher } from '../engine/desk.ts';

const TEACHERS = { pack: 'example-teachers', version: '1' };
const HR = { confirmedBy: 'Ines Roth, Director of Human Resources', on: '2026-02-02', page: '31' };

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase('sound-shore');
  await desk.ask('person.add', teacher);
  await desk.ask('event.record', {
    kind: 'complaint-received',
    at: '2026-03-09T09:00:00-04:00',
    respondentId: null,
    details: {},
    note: null,
  });
});
afterEach(() => desk.end());

async function stepOf(step: string) {
  const view = await desk.ask('steps.view', {});
  const found = view.steps.find((one) => one.step === step);
  if (found === undefined) throw new Error(`no step ${step}`);
  return found;
}

const articleOf = async () => (await stepOf('notice-of-investigation')).article;

describe('confirming an article against the signed contract', () => {
  test('takes the doubt from its dates, says who and where, and is reversed and taken back', async () => {
    const article = await articleOf();
    expect((await stepOf('notice-of-investigation')).toConfirm).toContain(article);
    expect((await stepOf('notice-of-investigation')).title).toContain('if the article says so');
    const view = await desk.ask('article.confirm', { ...TEACHERS, article, ...HR });
    expect(view.articles.find(({ no }) => no === article)?.confirmation).toEqual({
      by: HR.confirmedBy,
      on: HR.on,
      page: HR.page,
      fromFile: false,
    });
    expect((await stepOf('notice-of-investigation')).toConfirm).toBeNull();
    expect((await stepOf('notice-of-investigation')).title).not.toContain('if the article says so');
    await desk.ask('history.reverse', {});
    expect((await stepOf('notice-of-investigation')).toConfirm).not.toBeNull();
    await desk.ask('history.repeat', {});
    await desk.ask('article.take-back', { ...TEACHERS, article, reason: 'The page was of the old contract.' });
    expect((await stepOf('notice-of-investigation')).toConfirm).not.toBeNull();
  });

  test('no longer holds once a number that rests on it is changed', async () => {
    const article = await articleOf();
    await desk.ask('article.confirm', { ...TEACHERS, article, ...HR });
    const { yaml } = await desk.ask('agreement.view', TEACHERS);
    const { read } = await desk.ask('agreement.check', { yaml });
    const steps: readonly { id: string; limits?: readonly { days?: number }[] }[] = Reflect.get(Object(read), 'steps');
    const at = steps.findIndex(({ id }) => id === 'notice-of-investigation');
    const edited = await desk.ask('agreement.edit', { yaml, path: ['steps', at, 'limits', 0, 'days'], value: 9 });
    await desk.ask('agreement.save', edited);
    const view = await desk.ask('agreement.view', TEACHERS);
    const shown = view.articles.find(({ no }) => no === article);
    expect(shown?.confirmation).toBeNull();
    expect(shown?.lapsed).toContain(HR.confirmedBy);
  });

  test('a law and an article that is not there are refused', async () => {
    const law = await desk.refused('article.confirm', {
      pack: 'connecticut-representation',
      version: '1',
      article: 'NLRB v. Weingarten, 420 U.S. 251',
      ...HR,
    });
    expect(law.title).toContain('ask counsel');
    await desk.refused('article.confirm', { ...TEACHERS, article: 'Article 99', ...HR });
  });
});

describe('an agreement that is edited in the app', () => {
  test('keeps its comments, counts at once, and is as it was when it is reversed', async () => {
    const { yaml } = await desk.ask('agreement.view', TEACHERS);
    const before = (await stepOf('notice-of-investigation')).due;
    const commented = `# Of the district's own making\n${yaml}`;
    const edited = await desk.ask('agreement.edit', {
      yaml: commented,
      path: ['title'],
      value: 'Teachers, example, invented, edited',
    });
    expect(edited.yaml).toContain("# Of the district's own making");
    const longer = edited.yaml.replace(/(id: notice-of-investigation[\s\S]*?days: )\d+/, '$120');
    const row = await desk.ask('agreement.save', { yaml: longer });
    expect(row).toMatchObject({ pack: 'example-teachers', origin: 'case', used: true, problems: [] });
    expect((await stepOf('notice-of-investigation')).due).not.toBe(before);
    await desk.ask('history.reverse', {});
    expect((await stepOf('notice-of-investigation')).due).toBe(before);
  });

  test.each([
    ['an unknown actor', /actor: investigator/, 'actor: wizard', 'is not an actor that is known'],
    [
      'a step without an article',
      /(id: notice-of-investigation[\s\S]*?article: )[^\n]+/,
      '$1Article 77',
      'rests on Article 77, which the pack does not hold',
    ],
    [
      'a gate that waits for itself',
      /(id: notice-of-investigation[\s\S]*?)(doneBy:)/,
      '$1needs: [{ gate: interview, say: Waits. }]\n    $2',
      'these wait for each other',
    ],
    ['no YAML', /^kind: agreement/m, 'kind: [', 'the text'],
  ])('is refused with the place named: %s', async (_, pattern, replacement, problem) => {
    const { yaml } = await desk.ask('agreement.view', TEACHERS);
    const broken = yaml.replace(pattern, replacement);
    expect(broken).not.toBe(yaml);
    const { faults } = await desk.ask('agreement.check', { yaml: broken });
    expect(faults.map((fault) => `${fault.where}: ${fault.problem}`).join('\n')).toContain(problem);
    const error = await desk.refused('agreement.save', { yaml: broken });
    expect(error.title).toContain('does not hold together');
  });

  test('the line of a problem is the line on which it stands', async () => {
    const { yaml } = await desk.ask('agreement.view', TEACHERS);
    const broken = yaml.replace('actor: investigator', 'actor: wizard');
    const line = broken.split('\n').findIndex((text) => text.includes('actor: wizard')) + 1;
    const { faults } = await desk.ask('agreement.check', { yaml: broken });
    const fault = faults.find(({ problem }) => problem.includes('actor'));
    expect(fault?.line).toBe(line);
    // The form shows it at the same place: the fourth step's actor.
    expect(fault?.path).toEqual(['steps', expect.any(Number), 'actor']);
  });

  test('a later version governs what happens in its own time only', async () => {
    const { yaml } = await desk.ask('agreement.view', TEACHERS);
    const until = await desk.ask('agreement.edit', { yaml, path: ['inForce', 'to'], value: '2026-03-10' });
    await desk.ask('agreement.save', until);
    const next = await desk.ask('agreement.edit', { yaml, path: ['version'], value: '2' });
    const from = await desk.ask('agreement.edit', { ...next, path: ['inForce', 'from'], value: '2026-03-11' });
    const other = from.yaml.replace(/(id: notice-of-investigation[\s\S]*?days: )\d+/, '$120');
    await desk.ask('agreement.save', { yaml: other });
    expect((await stepOf('notice-of-investigation')).pack).toBe('example-teachers@1');
    const [event] = (await desk.ask('steps.view', {})).events;
    await desk.ask('event.correct', {
      corrects: event?.id ?? '',
      reason: 'It came later.',
      kind: 'complaint-received',
      at: '2026-03-11T09:00:00-04:00',
      respondentId: null,
      details: {},
      note: null,
    });
    expect((await stepOf('notice-of-investigation')).pack).toBe('example-teachers@2');
  });

  test('a new agreement for a unit takes the place of the one that the settings named', async () => {
    const { yaml } = await desk.ask('agreement.view', TEACHERS);
    const own = await desk.ask('agreement.edit', { yaml, path: ['id'], value: 'our-teachers' });
    await desk.ask('agreement.save', own);
    const view = await desk.ask('steps.view', {});
    const packs = new Set(view.steps.map(({ pack }) => pack));
    expect(packs.has('our-teachers@1')).toBe(true);
    expect(packs.has('example-teachers@1')).toBe(false);
    const saved = await desk.ask('agreement.export', { pack: 'our-teachers', version: '1', folder: desk.folder });
    expect(readFileSync(saved.path, 'utf8')).toContain('our-teachers');
  });
});

describe('the signed district file', () => {
  async function exported() {
    const article = await articleOf();
    await desk.ask('article.confirm', { ...TEACHERS, article, ...HR });
    await desk.ask('calendar.add-snow-day', { date: '2026-03-11', reason: 'Snow' });
    const { path } = await desk.ask('district-file.export', { folder: desk.folder });
    return { article, path };
  }

  async function elsewhere(district: string) {
    await desk.ask('case.close', {});
    await desk.ask('case.create', { path: desk.at('other.evenhand'), title: 'Another', passphrase: null, district });
  }

  test('carries confirmations and calendar to a principal who makes a case with it', async () => {
    const { article, path } = await exported();
    await elsewhere(path);
    const view = await desk.ask('agreement.view', TEACHERS);
    expect(view.articles.find(({ no }) => no === article)?.confirmation).toMatchObject({
      by: HR.confirmedBy,
      fromFile: true,
    });
    const shelf = await desk.ask('agreement.list', {});
    expect(shelf.file?.signedBy).toContain(',');
    const calendar = await desk.ask('calendar.view', {});
    expect(calendar?.calendar.snowDays.some(({ date }) => date === '2026-03-11')).toBe(true);
  });

  test('is taken into a case that is open, reversed, and a later file takes back what it no longer confirms', async () => {
    const { article, path } = await exported();
    await elsewhere('sound-shore');
    const confirmation = async () =>
      (await desk.ask('agreement.view', TEACHERS)).articles.find(({ no }) => no === article)?.confirmation ?? null;
    const taken = await desk.ask('district-file.open', { path });
    expect(taken).toMatchObject({ confirmations: 1, calendar: true });
    expect(await confirmation()).toMatchObject({ fromFile: true });
    await desk.ask('history.reverse', {});
    expect(await confirmation()).toBeNull();
    await desk.ask('history.repeat', {});
    expect(await confirmation()).not.toBeNull();
    await desk.ask('case.close', {});
    await desk.ask('case.open', { path: desk.path, passphrase: null });
    await desk.ask('article.take-back', { ...TEACHERS, article, reason: 'Another page.' });
    const later = await desk.ask('district-file.export', { folder: desk.folder });
    await desk.ask('case.close', {});
    await desk.ask('case.open', { path: desk.at('other.evenhand'), passphrase: null });
    await desk.ask('district-file.open', { path: later.path });
    expect(await confirmation()).toBeNull();
  });

  test('is refused when one letter of it was changed, and when it is of another district', async () => {
    const { path } = await exported();
    const text = readFileSync(path, 'utf8');
    const changed = desk.write('changed.evenhand-district', text.replace('Ines Roth', 'Ines Rath'));
    expect((await desk.refused('district-file.open', { path: changed })).title).toContain(
      'changed after it was signed',
    );
    const foreign = desk.write('foreign.evenhand-district', text.replace('"value": "', '"value": "AAAA'));
    expect((await desk.refused('district-file.open', { path: foreign })).kind).toBe('district-invalid');
    await elsewhere('hollow-brook');
    expect((await desk.refused('district-file.open', { path })).title).toContain('Hollow Brook');
  });

  test('a file signed by another key than the one before is taken in only on purpose', async () => {
    const { path } = await exported();
    await desk.ask('district-file.open', { path });
    await desk.ask('case.close', {});
    desk.engine = desk.another({ by: { name: 'Somebody Else', role: 'Unknown' } });
    await desk.ask('case.open', { path: desk.path, passphrase: null });
    const other = await desk.ask('district-file.export', { folder: desk.folder });
    const error = await desk.refused('district-file.open', { path: other.path });
    expect(error.kind).toBe('district-other-key');
    await desk.ask('district-file.open', { path: other.path, acceptOtherKey: true });
  });
});
