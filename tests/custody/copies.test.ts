import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';
import { check, copyOf, exportTo, filesOf, hasTools, shell } from './copy-desk.ts';
import { makeEvidenceCase } from './evidence-case.ts';
import { verify } from './raw-case.ts';

const hostileNames = [
  'photo‮gpj.exe',
  'a'.repeat(180),
  'CON',
  "'; DROP TABLE evidence; --.html",
  '$(touch hacked).sh',
  'line\nbreak.txt',
  '%0d%0a.csv',
  '..hidden',
];

describe('a complete copy', () => {
  const desk = new Desk();
  let folder = '';
  let firstNotice = '';
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  beforeAll(async () => {
    await makeEvidenceCase(desk);
    for (const [index, name] of hostileNames.entries()) desk.write(`odd/${name}`, `Odd file ${index}`);
    await desk.import('odd');
    firstNotice = (await desk.ask('document.list', {}))[0]?.fingerprint ?? '';
    folder = await exportTo(desk, 'full');
  }, 90_000);
  afterAll(() => desk.end());

  test('holds, as far as the record went when it was made', async () => {
    const report = await check(folder);
    expect(report.firstProblem).toBeNull();
    expect(report).toMatchObject({
      ok: true,
      unchangedSince: null,
      copy: { audience: 'full', to: 'The union’s expert', entriesWithheld: 0 },
    });
    const [copy] = await desk.ask('copy.list', {});
    expect(report.fingerprint).toBe(copy?.fingerprint);
    expect(report.checked.entries).toBe(copy?.entries);
    expect(copy?.withheld).toEqual([]);
  });

  test('says since when nothing was changed, by the fingerprint of the first notice, and never that it is genuine', async () => {
    const { unchangedSince, ok } = await check(folder, `${firstNotice.slice(0, 16)} ${firstNotice.slice(16)}`);
    expect(ok).toBe(true);
    expect(unchangedSince?.entry).toBeGreaterThan(10);
    const { output } = shell(folder, `"${process.execPath}" check-this-copy.mjs --expect ${firstNotice}`);
    expect(output).toMatch(/^Unchanged since \d+ \w+ \d{4}, \d\d:\d\d/);
    expect(output).not.toMatch(/genuine|authentic/i);
  });

  test('goes against a fingerprint that is not in its record, and against one too short to tell', async () => {
    for (const wrong of ['f'.repeat(64), firstNotice.slice(0, 11), '']) {
      expect((await check(folder, wrong)).firstProblem?.what).toBe('the case was cut or rolled back');
    }
  });

  test('is named by a line of the record, which the case keeps and its own check holds', async () => {
    const line = await desk.lastLine();
    expect(line).toMatchObject({ did: 'case.export', reversedBy: null });
    expect(JSON.parse(read('signed/entry.json'))).toMatchObject({ did: 'case.export', reversible: false });
    expect(await desk.ask('copy.list', {})).toHaveLength(1);
    // The fingerprint of that very line is the newest that a copy can be held to.
    const { unchangedSince } = await check(folder, await desk.fingerprint());
    expect(unchangedSince?.entry).toBe(line?.seq);
  });

  test('gives every original byte for byte under a name that is safe on every system', async () => {
    const { sources } = JSON.parse(read('data/originals.json'));
    expect(sources.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining([...hostileNames]));
    for (const path of filesOf(folder)) {
      expect(path).toMatch(/^[a-z0-9_./-]+$/i);
      expect(path.split('/').every((part) => /^[a-z0-9_]/i.test(part) && !/[. ]$/.test(part))).toBe(true);
    }
    const odd = sources.find(({ name }: { name: string }) => name === 'CON');
    expect(read(`data/${odd.file}`)).toBe('Odd file 2');
    expect(odd.file).toMatch(/\.original$/);
    expect(filesOf(folder).filter((path) => /\.(exe|html?|sh|js|lnk|svg)$/i.test(path))).toEqual([
      'check-this-copy.html',
    ]);
  });

  test('counts every source in one of four lists, and the sum is that of the case', async () => {
    const { sources } = JSON.parse(read('data/lists.json'));
    const counted = ['reliedOn', 'contrary', 'considered', 'withheld'].map(
      (list) => sources[list].filter(({ countedElsewhere }: { countedElsewhere: boolean }) => !countedElsewhere).length,
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(sources.total);
    expect(sources.total).toBe((await desk.ask('evidence.list', {})).length);
    expect(sources.reconciles).toContain(`= ${sources.total} sources`);
    expect(sources.reliedOn).toHaveLength(1);
  });

  test('keeps to the form that libraries call a bag', () => {
    expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    const listed = read('manifest-sha256.txt').trimEnd().split('\n');
    expect(listed.every((line) => /^[0-9a-f]{64} {2}data\/\S+$/.test(line))).toBe(true);
    expect(listed.map((line) => line.slice(66))).toEqual(filesOf(folder).filter((path) => path.startsWith('data/')));
    const info = read('bag-info.txt');
    const bytes = filesOf(folder)
      .filter((path) => path.startsWith('data/'))
      .reduce((sum, path) => sum + readFileSync(join(folder, path)).length, 0);
    expect(info).toContain(`Payload-Oxum: ${bytes}.${listed.length}\n`);
    expect(info).toMatch(/^Bagging-Date: \d{4}-\d\d-\d\d$/m);
  });

  test('says who received which fingerprint, and what all this does not prove', () => {
    const statement = read('data/custody-statement.txt');
    expect(statement).toContain(firstNotice);
    expect(statement).toContain('Owen Farrell');
    expect(statement).toMatch(/What it does not show\. That a post is genuine, or complete/);
    expect(read('data/for-the-hearing.txt').split('\n').length).toBeLessThan(50);
    expect(read('READ-ME-FIRST.txt')).toContain('THIS FOLDER IS NOT ENCRYPTED');
  });

  test.skipIf(!hasTools)('is checked by the commands that are printed in it, with openssl and sha256sum alone', () => {
    const commands = read('READ-ME-FIRST.txt')
      .split('\n')
      .filter((line) => /^ {2}(openssl|sha256sum) /.test(line))
      .map((line) => line.trim());
    expect(commands).toHaveLength(9);
    const first =
      filesOf(folder)
        .find((path) => path.startsWith('data/record/signed/'))
        ?.match(/(\d{6})\.sig$/)?.[1] ?? '';
    const run = (command: string) => shell(folder, command.replaceAll('000001', first));
    const [signature = '', tags = '', payload = '', key = '', points = '', point = '', ...names] = commands;
    expect(run(signature)).toEqual({ status: 0, output: 'Signature Verified Successfully\n' });
    for (const list of [tags, payload]) expect(run(list)).toEqual({ status: 0, output: '' });
    expect(run(key).output.trim()).toBe(JSON.parse(read('signed/entry.json')).by);
    expect(run(points).output).toContain(firstNotice);
    expect(run(point)).toEqual({ status: 0, output: 'Signature Verified Successfully\n' });
    for (const name of names) {
      const digests = run(name).output.match(/[0-9a-f]{64}/g);
      expect(new Set(digests).size, name).toBe(1);
    }
    const tampered = copyOf(folder, desk.at('tampered-by-hand'));
    writeFileSync(join(tampered, 'data/custody-statement.txt'), 'Nobody received anything.');
    expect(shell(tampered, payload).status).not.toBe(0);
    writeFileSync(join(tampered, 'manifest-sha256.txt'), '');
    expect(shell(tampered, tags).status).not.toBe(0);
    writeFileSync(join(tampered, 'tagmanifest-sha256.txt'), '');
    expect(shell(tampered, signature).status).not.toBe(0);
  });
});

describe('the making of a copy', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.newCase();
    for (let n = 0; n < 40; n++) desk.write(`inbox/note ${n}.txt`, `Note ${n}. `.repeat(500));
    await desk.import('inbox');
  }, 60_000);
  afterAll(() => desk.end());

  test('needs a recipient where it is complete, and a folder that is absent or empty', async () => {
    const order = { audience: 'full', to: 'Counsel' } as const;
    const before = await desk.lines();
    expect((await desk.refused('case.export', { ...order, to: null, folder: desk.at('x') })).kind).toBe(
      'export-needs-recipient',
    );
    expect((await desk.refused('case.export', { ...order, folder: desk.at('inbox') })).kind).toBe(
      'export-folder-taken',
    );
    expect((await desk.refused('case.export', { ...order, folder: desk.at('inbox', 'note 1.txt') })).kind).toBe(
      'export-folder-taken',
    );
    expect((await desk.refused('case.export', { ...order, folder: desk.at('no', 'such', 'folder') })).kind).toBe(
      'case-folder-missing',
    );
    expect(await desk.lines()).toBe(before);
    mkdirSync(desk.at('empty'));
    expect((await check(await exportTo(desk, 'full', 'empty'))).ok).toBe(true);
  });

  test('can be cancelled, and then leaves neither files nor a line', async () => {
    const before = await desk.lines();
    const { id } = await desk.ask('case.export', { folder: desk.at('never'), audience: 'counsel', to: null });
    await desk.ask('intake.cancel', {});
    await desk.engine.idle();
    const job = (await desk.ask('job.list', {})).find((one) => one.id === id);
    expect(job?.state).toBe('cancelled');
    expect(existsSync(desk.at('never'))).toBe(false);
    expect(existsSync(desk.at('never.evenhand-copy.part'))).toBe(false);
    expect(await desk.lines()).toBe(before);
  });

  test('tells how far it is, and what it is at', async () => {
    const told: { done: number; total: number; current: string | null }[] = [];
    const stop = desk.engine.subscribe((event) => {
      if (event.kind === 'job' && event.job.title.includes('copy')) told.push(event.job);
    });
    await exportTo(desk, 'counsel', 'told');
    stop();
    const done = told.map((job) => job.done);
    expect(done).toEqual([...done].sort((one, other) => one - other));
    expect(told.some(({ current }) => current?.startsWith('note'))).toBe(true);
    expect(told.at(-1)?.done).toBe(told.at(-1)?.total);
  });

  test('holds what stood in the case when it began, whatever is recorded meanwhile', async () => {
    const started = await desk.lines();
    await desk.ask('case.export', { folder: desk.at('meanwhile'), audience: 'counsel', to: null });
    await desk.ask('fact.record', { itemId: null, words: 'Recorded while the copy was made.' });
    await desk.engine.idle();
    const report = await check(desk.at('meanwhile'));
    expect(report).toMatchObject({ ok: true, firstProblem: null });
    expect(report.checked.entries).toBe(started);
    await desk.ask('case.close', {});
    expect(verify(desk.path).ok).toBe(true);
  });
});
