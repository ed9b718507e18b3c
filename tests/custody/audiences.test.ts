import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Compartment } from '../../src/contract/custody.ts';
import { Desk, pupil, sheet, teacher } from '../engine/desk.ts';
import { check, exportTo, filesWith } from './copy-desk.ts';
import { zipOf } from './evidence-case.ts';

const audiences = ['full', 'counsel', 'employee-union', 'board', 'records'] as const;
type Restricted = 'employee-union' | 'board' | 'records';
const restricted: readonly Restricted[] = ['employee-union', 'board', 'records'];

/** Words that nobody outside a compartment may find, by where they were planted. */
const needles = {
  counselFile: 'needle-counsel-file-7c1',
  counselName: 'needle-counsel-name-2b9',
  counselLink: 'needle-counsel-link-5d4',
  counselNote: 'needle-counsel-note-8e2',
  member: 'needle-member-of-counsel-3f6',
  copied: 'needle-same-bytes-elsewhere-9a8',
  receipt: 'needle-receipt-note-6b5',
  childAnswer: 'needle-child-protection-answer-4c7',
  titleNine: 'needle-title-nine-post-1d3',
  compelled: 'needle-compelled-words-0e9',
  event: 'needle-title-nine-event-2f8',
} as const;

describe('copies for audiences', () => {
  const desk = new Desk();
  const folders = new Map<string, string>();
  const folderOf = (audience: string) => folders.get(audience) ?? '';
  const json = (audience: string, path: string) => JSON.parse(readFileSync(join(folderOf(audience), path), 'utf8'));

  const apart = (
    subject: 'evidence' | 'receipt' | 'item' | 'fact' | 'response' | 'event',
    id: string,
    compartment: Compartment,
  ) => desk.ask('compartment.set', { subject, id, compartments: [compartment], reason: 'It belongs there.' });

  beforeAll(async () => {
    await desk.newCase();
    const owen = await desk.ask('person.add', teacher);
    const mia = await desk.ask('person.add', {
      ...pupil,
      accounts: [{ handle: 'mia.l.2011', platform: 'instagram', owner: 'personal', disclaimer: null }],
    });
    await desk.ask('person.add', {
      ...pupil,
      name: 'Greta Lindqvist-Sommer',
      caseRole: 'complainant',
      occupation: 'parent',
      relatives: [mia.id],
    });
    // A name that was corrected since is a name all the same.
    const renamed = await desk.ask('person.add', { ...pupil, name: 'Zephyrine Okonkwo' });
    await desk.ask('person.update', { id: renamed.id, person: { ...pupil, name: 'Tamsin Okonkwo' } });

    desk.write('in/plain.txt', 'He posted from the lab on Tuesday.');
    desk.write('in/against.txt', 'It was his lunch break, the calendar says so.');
    desk.write('in/idle.txt', 'The bus was late.');
    desk.write('in/to Mia Lindqvist.txt', 'See you on Monday.');
    desk.write('in/words.txt', 'He wrote to Mía Lindqvist, to mia_l and to @mia.l.2011 about Zephyrine.');
    desk.write('in/joined.txt', 'The handle was MiaLindqvist99, so they say.');
    desk.write(
      'in/screen.png',
      await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    desk.write(`in/${needles.counselName}.txt`, `Advice of counsel: ${needles.counselFile}`);
    desk.write(
      'in/privileged.zip',
      await zipOf({ 'memo.txt': `In the memo: ${needles.member}`, 'same.txt': `Twice: ${needles.copied}` }),
    );
    desk.write('in/elsewhere.txt', `Twice: ${needles.copied}`);
    desk.write('in/post.txt', `A report of harassment: ${needles.titleNine}`);
    desk.write('in/statement.txt', `I was told to answer: ${needles.compelled}`);
    await desk.import('in');
    const evidence = await desk.ask('evidence.list', {});
    const source = (name: string) => evidence.find((one) => one.name === name)?.id ?? '';
    const items = (await desk.ask('item.page', { sort: 'number', limit: 500 })).rows;
    const itemOf = (name: string) => items.find((row) => row.evidenceId === source(name))?.id ?? '';
    await apart('evidence', source(`${needles.counselName}.txt`), 'counsel');
    await apart('evidence', source('privileged.zip'), 'counsel');
    await apart('evidence', source('post.txt'), 'title-ix');
    await apart('evidence', source('statement.txt'), 'compelled-statement');
    const secret = await desk.ask('receipt.record', { ...sheet, note: needles.receipt });
    await desk.ask('receipt.assign', { receiptId: secret.id, evidenceIds: [source(`${needles.counselName}.txt`)] });
    const clause = { policy: '4118.51', clause: '8', element: 'update' } as const;
    const link = (name: string, word: string, weighs: 'for' | 'against', reason: string | null) => {
      const text = items.find((row) => row.evidenceId === source(name));
      return desk.ask('mapping.add', {
        ...clause,
        itemId: text?.id ?? '',
        weighs,
        passage: { kind: 'words', start: 0, end: word.length, text: word },
        allegationId: null,
        reason,
      });
    };
    await link('plain.txt', 'He posted', 'for', null);
    await link('words.txt', 'He wrote', 'for', null);
    await link('against.txt', 'It was', 'against', 'Lunch is his own.');
    await link(`${needles.counselName}.txt`, 'Advice', 'for', needles.counselLink);
    const fact = await desk.ask('fact.record', {
      itemId: itemOf(`${needles.counselName}.txt`),
      words: needles.counselNote,
    });
    await apart('fact', fact.id, 'counsel');
    await desk.ask('first-question.answer', { question: 'child-at-risk', answer: 'no', note: needles.childAnswer });
    const event = await desk.ask('event.record', {
      kind: 'union-notified',
      at: '2026-03-12T09:00:00-04:00',
      respondentId: owen.id,
      details: {},
      note: needles.event,
    });
    await apart('event', event.id, 'title-ix');
    for (const audience of audiences) folders.set(audience, await exportTo(desk, audience));
  }, 120_000);
  afterAll(() => desk.end());

  test.each(audiences)('the copy for %s holds, although lines may be withheld in it', async (audience) => {
    const report = await check(
      folderOf(audience),
      await desk.fingerprint().then(() => json(audience, 'signed/copy.json').fingerprint),
    );
    expect(report).toMatchObject({ ok: true, firstProblem: null, copy: { audience } });
  });

  test.each(restricted)('no needle of another compartment is in the copy for %s, not in any file of it', (audience) => {
    const found = Object.entries(needles).flatMap(([where, words]) =>
      filesWith(folderOf(audience), words).map((path) => `${where}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  test('every needle is where it may be: the search would have found them', () => {
    for (const words of Object.values(needles)) {
      expect(filesWith(folderOf('full'), words), words).not.toEqual([]);
      expect(filesWith(folderOf('counsel'), words), words).not.toEqual([]);
    }
  });

  test.each(restricted)(
    'students, and parents by whom they could be known, are pseudonyms in the copy for %s',
    (audience) => {
      const names = [
        'Mia Lindqvist',
        'Lindqvist',
        'Mía',
        'mia.l.2011',
        'MiaLindqvist99',
        'Zephyrine',
        'Okonkwo',
        'Greta',
        'Sommer',
      ];
      expect(names.flatMap((name) => filesWith(folderOf(audience), name).map((path) => `${name}: ${path}`))).toEqual(
        [],
      );
    },
  );

  test('a hash by which a name could be tried is withheld with the bytes', async () => {
    const evidence = await desk.ask('evidence.list', {});
    const told = evidence.find(({ name }) => name === 'words.txt')?.sha256 ?? '';
    expect(filesWith(folderOf('employee-union'), told)).toEqual([]);
    expect(filesWith(folderOf('full'), told)).not.toEqual([]);
  });

  test('the employee and the union get the words of what names a student, with the pseudonym in their place', () => {
    const items = readFileSync(join(folderOf('employee-union'), 'data/record/items.jsonl'), 'utf8');
    expect(items).toContain('[Student A]');
    const { sources } = json('employee-union', 'data/lists.json');
    const words = sources.reliedOn.find(({ name }: { name: string }) => name === 'words.txt');
    expect(words).toMatchObject({ given: 'words', ground: expect.stringContaining('student') });
    expect(sources.reliedOn.find(({ name }: { name: string }) => name === 'plain.txt')).toMatchObject({
      given: 'original',
    });
    expect(sources.contrary).toHaveLength(1);
    // A picture can show a face that no machine reads.
    expect(sources.considered.find(({ name }: { name: string }) => name === 'screen.png')).toMatchObject({
      given: 'words',
    });
  });

  test.each(audiences)('the four lists of the copy for %s add up to the sources of the case', async (audience) => {
    const { sources, leftOut } = json(audience, 'data/lists.json');
    const total = (await desk.ask('evidence.list', {})).length;
    const counted = ['reliedOn', 'contrary', 'considered', 'withheld'].flatMap((list) =>
      sources[list].filter(({ countedElsewhere }: { countedElsewhere: boolean }) => !countedElsewhere),
    );
    expect(counted).toHaveLength(total);
    expect(new Set(counted.map(({ number }: { number: number }) => number)).size).toBe(total);
    const withheld = leftOut.filter(({ kind }: { kind: string }) => kind === 'source');
    expect(withheld.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      sources.withheld.length,
    );
    for (const { ground } of sources.withheld) expect(ground).toMatch(/\w+/);
  });

  test('the board is given what was weighed, and a records request no source at all', () => {
    const given = (audience: string) =>
      ['reliedOn', 'contrary', 'considered'].flatMap((list) => json(audience, 'data/lists.json').sources[list]).length;
    expect(given('board')).toBe(3);
    expect(given('records')).toBe(0);
    expect(given('employee-union')).toBe(7);
  });

  test('what was put apart comes back with the ordinary case, by a line that can be reversed', async () => {
    const rows = await desk.ask('compartment.list', {});
    const own = rows.find(({ compartment }) => compartment === 'title-ix');
    const less = await desk.ask('compartment.set', {
      subject: own?.subject ?? 'item',
      id: own?.id ?? '',
      compartments: [],
      reason: 'Settled.',
    });
    expect(less).toHaveLength(rows.length - 1);
    await desk.ask('history.reverse', {});
    expect(await desk.ask('compartment.list', {})).toHaveLength(rows.length);
    expect(
      (await desk.refused('compartment.set', { subject: 'fact', id: 'none', compartments: [], reason: 'x' })).kind,
    ).toBe('not-found');
  });
});

describe('what is locked or set apart', () => {
  const desk = new Desk();
  afterAll(() => desk.end());

  test('leaves in no copy, not even in a complete one, and the rest of the copy holds', async () => {
    await desk.newCase();
    desk.write('in/open.txt', 'Everybody may read this one.');
    desk.write('in/locked.txt', 'needle-locked-picture-words');
    desk.write('in/barred.txt', 'needle-login-demanded-words');
    await desk.import('in');
    const evidence = await desk.ask('evidence.list', {});
    const source = (name: string) => evidence.find((one) => one.name === name)?.id ?? '';
    await desk.ask('protection.lock', { evidenceId: source('locked.txt'), because: 'misfiled', note: null });
    const barred = await desk.ask('receipt.record', { ...sheet, howObtained: 'login-demanded' });
    await desk.ask('receipt.assign', { receiptId: barred.id, evidenceIds: [source('barred.txt')] });
    const folder = await exportTo(desk, 'full');
    expect(await check(folder)).toMatchObject({ ok: true, firstProblem: null });
    for (const words of ['needle-locked-picture-words', 'needle-login-demanded-words'])
      expect(filesWith(folder, words)).toEqual([]);
    expect(filesWith(folder, 'Everybody may read this one.')).not.toEqual([]);
    const { sources } = JSON.parse(readFileSync(join(folder, 'data/lists.json'), 'utf8'));
    expect(sources.withheld).toHaveLength(2);
  }, 60_000);
});
