import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DraftEdit, PolicyDraft } from '../../src/contract/policy-import.ts';
import { Desk, resourcesDir } from '../engine/desk.ts';
import { makePdf } from '../readers/made/pdfs.ts';
import { bulletPolicy, printed, romanPolicy } from './policies.ts';

const norwalk = readFileSync(join(resourcesDir, 'policies', 'norwalk', 'source.txt'), 'utf8');
const social = readFileSync(join(resourcesDir, 'policies', '4118.51', 'source.txt'), 'utf8');
const flat = (words: string) => words.replace(/-\n/g, '-').replace(/\s+/g, ' ').trim();
/** Letters that the plain fonts of the test PDF do not have. */
const plain = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.end());

async function draftOf(name: string, content: string | Uint8Array): Promise<PolicyDraft> {
  const { draft, job } = await desk.ask('policy-draft.start', { path: desk.write(name, content) });
  await desk.engine.idle();
  const ended = (await desk.ask('job.list', {})).find(({ id }) => id === job.id);
  if (ended?.state !== 'done') throw new Error(ended?.result ?? 'the job is not listed');
  return desk.ask('policy-draft.view', { draft });
}

async function edit(draft: PolicyDraft, ...edits: readonly DraftEdit[]): Promise<PolicyDraft> {
  let now = draft;
  for (const one of edits) now = await desk.ask('policy-draft.edit', { draft: draft.id, edit: one });
  return now;
}

const confirmAll = (draft: PolicyDraft) =>
  edit(draft, { do: 'confirm', clauses: draft.clauses.map(({ key }) => key), confirmed: true });

function pdfOf(text: string): Buffer {
  return makePdf({ pages: printed(plain(text), 80, 22) });
}

function docxOf(text: string): Promise<Buffer> {
  const paragraphs = text.split('\n').map((words) => new Paragraph(words));
  return Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
}

describe('a policy from a file', () => {
  for (const [id, text] of [
    ['norwalk', norwalk],
    ['4118.51', social],
  ] as const) {
    test(`finds every clause of ${id} in a text, a Word document and a PDF`, async () => {
      const { pack } = await desk.ask('policy.view', {
        policy: id,
        version: id === 'norwalk' ? '2013-09-03' : '2018-10',
      });
      const files = [
        ['p.txt', text],
        ['p.docx', await docxOf(text)],
        ['p.pdf', pdfOf(text)],
      ] as const;
      for (const [name, bytes] of files) {
        const draft = await draftOf(name, bytes);
        const found = draft.clauses.map(({ clause }) => plain(flat(`${clause.words}|${clause.limb ?? ''}`)));
        for (const { words, limb } of pack.clauses)
          expect(found, name).toContain(plain(flat(`${words}|${limb ?? ''}`)));
      }
    });
  }

  test('is confirmed, saved as a pack, and governs a new case at once', async () => {
    const draft = await confirmAll(await draftOf('roman.docx', await docxOf(romanPolicy)));
    expect(draft.problems.filter(({ blocking }) => blocking)).toEqual([]);
    const row = await desk.ask('policy-draft.save', { draft: draft.id });
    expect(row).toMatchObject({ policy: '5.14', version: '2023-08-15', origin: 'own', problems: [] });
    const inForce = { policy: '5.14', version: '2023-08-15', inForceFrom: '2023-08-15', inForceTo: null };
    await desk.ask('case.create', {
      path: desk.path,
      title: 'A case',
      passphrase: null,
      district: 'hollow-brook',
      policies: [inForce],
    });
    const clauses = await desk.ask('clause.list', {});
    const own = clauses.filter(({ policy }) => policy === '5.14');
    expect(own.map(({ clause }) => clause)).toEqual(expect.arrayContaining(['III-A1', 'III-B', 'III-C']));
    expect(clauses.some(({ policy }) => policy === '4118.51')).toBe(true);
    const page = await desk.messages([
      { from: 'Owen Farrell', at: '2026-03-10T09:10:00-04:00', text: 'I will be in the gym at four.' },
    ]);
    expect(page).toHaveLength(1);
  });

  test('goes along with the case to a computer that does not have it', async () => {
    const draft = await confirmAll(await draftOf('bullets.txt', bulletPolicy));
    const { policy, version } = await desk.ask('policy-draft.save', { draft: draft.id });
    const inForce = { policy, version, inForceFrom: '2020-01-01', inForceTo: null };
    await desk.ask('case.create', {
      path: desk.path,
      title: 'A case',
      passphrase: null,
      district: 'hollow-brook',
      policies: [inForce],
    });
    await desk.ask('case.close', {});
    const elsewhere = new Desk();
    try {
      await elsewhere.ask('case.open', { path: desk.path, passphrase: null });
      const clauses = await elsewhere.ask('clause.list', {});
      expect(clauses.filter((clause) => clause.policy === policy).length).toBeGreaterThan(3);
      const shelf = await elsewhere.ask('policy.list', {});
      expect(shelf.policies.find((row) => row.policy === policy)).toMatchObject({ origin: 'case', used: true });
    } finally {
      await elsewhere.end();
    }
  });

  test('goes to another district as one file, and comes in there whole or not at all', async () => {
    const draft = await confirmAll(await draftOf('bullets.txt', bulletPolicy));
    const { policy, version } = await desk.ask('policy-draft.save', { draft: draft.id });
    const saved = await desk.ask('policy.export', { policy, version, folder: desk.folder });
    const elsewhere = new Desk();
    try {
      const row = await elsewhere.ask('policy.take', { path: saved.path });
      expect(row).toMatchObject({ policy, version, origin: 'own', problems: [] });
      expect((await elsewhere.ask('policy.view', { policy, version })).pack.clauses).toEqual(
        (await desk.ask('policy.view', { policy, version })).pack.clauses,
      );
      // The same file again changes nothing; one in which a word was changed is refused.
      await elsewhere.ask('policy.take', { path: saved.path });
      const forged = elsewhere.write(
        'forged.evenhand-policy',
        readFileSync(saved.path, 'utf8').replace('must not', 'may not'),
      );
      const refused = await elsewhere.refused('policy.take', { path: forged });
      expect(refused.kind).toBe('bad-input');
    } finally {
      await elsewhere.end();
    }
  });

  test('is not saved before every clause is confirmed', async () => {
    const draft = await draftOf('bullets.txt', bulletPolicy);
    const refused = await desk.refused('policy-draft.save', { draft: draft.id });
    expect(refused.title).toContain('not confirmed yet');
  });

  test('is not saved over a policy that comes with Evenhand', async () => {
    const draft = await confirmAll(await draftOf('social.txt', social));
    expect(draft.problems.find(({ kind }) => kind === 'taken')?.blocking).toBe(true);
    await desk.refused('policy-draft.save', { draft: draft.id });
  });
});

describe('changes of a draft', () => {
  test('splits a clause, merges it again, and can take back and do again each step', async () => {
    const first = await draftOf('social.txt', social);
    const eighth = first.clauses.find(({ clause }) => clause.id === '8');
    const at = eighth?.splits[0]?.at ?? 0;
    const apart = await edit(first, { do: 'split', clause: eighth?.key ?? '', at });
    expect(apart.clauses).toHaveLength(first.clauses.length + 1);
    const second = apart.clauses.find(({ clause }) => clause.words.startsWith('Employees must seek approval'));
    expect(second?.clause.force).toBe('mandatory');
    const again = await edit(apart, { do: 'merge', clause: second?.key ?? '', into: eighth?.key ?? '' });
    expect(again.clauses.find(({ clause }) => clause.id === '8')?.clause.words).toBe(eighth?.clause.words);
    const back = await desk.ask('policy-draft.take-back', { draft: first.id });
    expect(back.clauses).toHaveLength(apart.clauses.length);
    expect(back.doAgain).toContain('Merging');
    const start = await desk.ask('policy-draft.take-back', { draft: first.id });
    expect(start.clauses).toEqual(first.clauses);
    expect(start.takeBack).toBeNull();
    const redone = await desk.ask('policy-draft.do-again', { draft: first.id });
    expect(redone.clauses).toEqual(apart.clauses);
  });

  test('merges words that stand apart as further passages of one clause', async () => {
    const draft = await draftOf('social.txt', social);
    const [a, , , d] = draft.clauses;
    const merged = await edit(draft, { do: 'merge', clause: d?.key ?? '', into: a?.key ?? '' });
    const one = merged.clauses.find(({ key }) => key === a?.key)?.clause;
    expect(one?.words).toBe(a?.clause.words);
    expect(one?.further).toEqual([d?.clause.words]);
  });

  test('moves, renames and sets what a person knows better, and names at the clause what does not hold', async () => {
    const draft = await draftOf('bullets.txt', bulletPolicy);
    const [first, second] = draft.clauses;
    const changed = await edit(
      draft,
      { do: 'move', clause: second?.key ?? '', before: first?.key ?? '' },
      {
        do: 'set',
        clause: first?.key ?? '',
        change: { label: 'Expectations', concerns: ['no-such-concern'], elements: [] },
      },
      { do: 'set', clause: second?.key ?? '', change: { modal: 'ought never' } },
    );
    expect(changed.clauses[0]?.key).toBe(second?.key);
    const at = (key: string | undefined) =>
      changed.problems.filter(({ clause }) => clause === key).map(({ kind }) => kind);
    expect(at(first?.key)).toEqual(expect.arrayContaining(['dangling-concern', 'clause-without-element']));
    expect(at(second?.key)).toContain('unquoted-words');
  });

  test('takes a passage out of the clauses and brings it back', async () => {
    const draft = await draftOf('bullets.txt', bulletPolicy);
    const passage = draft.clauses[0]?.passages[0] ?? '';
    const without = await edit(draft, { do: 'role', passage, role: 'label' });
    expect(without.clauses).toHaveLength(draft.clauses.length - 1);
    const again = await edit(without, { do: 'role', passage, role: 'clause' });
    expect(again.clauses.map(({ clause }) => clause.words)).toEqual(draft.clauses.map(({ clause }) => clause.words));
  });

  test('stay when the program is closed, with what can be taken back', async () => {
    const draft = await draftOf('bullets.txt', bulletPolicy);
    await edit(draft, { do: 'head', change: { title: 'Renamed' } });
    const later = desk.another();
    const reply = await later.call('policy-draft.view', { draft: draft.id });
    expect(reply).toMatchObject({
      ok: true,
      value: { head: { title: 'Renamed' }, takeBack: 'Change of the policy’s head' },
    });
    await later.close();
  });
});

describe('a new version', () => {
  test('is compared with the old one clause by clause', async () => {
    const old = await confirmAll(await draftOf('old.txt', romanPolicy));
    await desk.ask('policy-draft.save', { draft: old.id });
    const newer = romanPolicy
      .replace('B. Coaches must', 'B. Staff shall not use district letterhead online.\n\nC. Coaches must')
      .replace('C. Staff should keep', 'D. Staff should keep')
      .replace('within 24 hours', 'within 12 hours')
      .replace('2. post photographs of students without written permission from the parent; or\n\n', '')
      .replace('3. use obscene', '2. use obscene')
      .replace('August 15, 2023', 'August 20, 2025');
    const draft = await draftOf('new.txt', newer);
    expect(draft.before).toBe('2023-08-15');
    const { clauses } = await desk.ask('policy.compare', { draft: draft.id });
    const told = (to: string | null, from: string | null) => clauses.find((one) => one.to === to && one.from === from);
    expect(told('III-B', null)?.is).toBe('added');
    expect(told(null, 'III-A2')?.is).toBe('removed');
    expect(told('III-A2', 'III-A3')?.is).toBe('renumbered');
    expect(told('III-D', 'III-C')?.is).toBe('renumbered');
    const coaches = told('III-C', 'III-B');
    expect(coaches?.is).toBe('changed-and-renumbered');
    expect(coaches?.runs.filter(({ is }) => is !== 'same')).toEqual([
      { is: 'removed', words: '24' },
      { is: 'added', words: '12' },
    ]);
  });
});

describe('files that are no policy', () => {
  test('an empty file, a damaged PDF and a list of messages are refused with what to do', async () => {
    for (const [name, bytes] of [
      ['empty.txt', ''],
      ['blank.txt', ' \n \n'],
      ['broken.pdf', '%PDF-1.7\nnothing'],
      ['list.csv', 'From,Date,Message\nA,2026-03-10T09:10:00-04:00,hello\nB,2026-03-10T09:11:00-04:00,well\n'],
    ] as const) {
      await expect(draftOf(name, bytes), name).rejects.toThrow(/no words|damaged|2 parts|file is empty/i);
    }
    expect((await desk.ask('policy.list', {})).drafts).toEqual([]);
    expect((await desk.refused('policy-draft.start', { path: desk.at('absent.pdf') })).kind).toBe('bad-input');
  });

  test('300 pages are read, split and answered for in seconds', async () => {
    const items = Array.from(
      { length: 3000 },
      (_, index) =>
        `${Math.floor(index / 10) + 1}.${(index % 10) + 1} Employees shall not use network number ${index + 1} for private messages to students.`,
    );
    const draft = await draftOf(
      'handbook.pdf',
      makePdf({
        pages: Array.from({ length: 300 }, (_, page) => [
          'Handbook',
          ...items.slice(page * 10, page * 10 + 10),
          `${page + 1}`,
        ]),
      }),
    );
    expect(draft.source.pages).toBe(300);
    expect(draft.clauses).toHaveLength(3000);
    expect(draft.passages.filter(({ role }) => role === 'running')).toHaveLength(600);
  }, 60_000);
});
