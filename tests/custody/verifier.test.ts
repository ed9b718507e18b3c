import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCase, verifyCase } from '../../src/verifier/index.ts';
import { Desk } from '../engine/desk.ts';
import { makeEvidenceCase } from './evidence-case.ts';
import { RawCase, rowsOf, tamper, verify } from './raw-case.ts';
import { contentOf, tamperings } from './tamperings.ts';

const desk = new Desk();
const older = desk.at('older.evenhand');
let fingerprint = '';
let entries = 0;

beforeAll(async () => {
  await makeEvidenceCase(desk);
  copyFileSync(desk.path, older);
  await desk.ask('fact.record', { itemId: null, words: 'The last thing that was recorded.' });
  fingerprint = await desk.fingerprint();
  entries = await desk.lines();
  await desk.ask('case.close', {});
}, 90_000);
afterAll(() => desk.end());

let copies = 0;
function copied(): string {
  copies += 1;
  const path = desk.at(`copy-${copies}.evenhand`);
  copyFileSync(desk.path, path);
  return path;
}

test('a case that nobody touched holds, whatever it is asked for', () => {
  const report = verify(desk.path, fingerprint);
  expect(report).toMatchObject({ ok: true, firstProblem: null, notTested: [], fingerprint });
  expect(report.checked).toEqual({ sources: 6, items: 5, entries, documents: 1 });
  expect(report.signedBy).toEqual([expect.stringMatching(/^.+, Investigator: [0-9a-f]{32}$/)]);
  expect(verify(desk.path).notTested).toEqual(['truncation and rollback: no earlier fingerprint was given']);
  // Grouped and shortened as a document prints it.
  expect(verify(desk.path, (fingerprint.slice(0, 24).match(/.{4}/g) ?? []).join(' ')).ok).toBe(true);
});

test('taking the protections out and putting them back changes nothing that counts', () => {
  const path = copied();
  tamper(path, () => undefined);
  expect(verify(path, fingerprint).ok).toBe(true);
});

describe('what was tampered with is found, and the first problem is named', () => {
  test('there are kinds enough', () => {
    expect(tamperings.length).toBeGreaterThan(50);
  });

  test.each(tamperings)('%s: %s', (_, what, change) => {
    const path = copied();
    tamper(path, change);
    const report = verify(path);
    expect(report.ok).toBe(false);
    expect(report.firstProblem?.what).toBe(what);
    expect(report.firstProblem?.where).not.toBe('');
  });

  test('protections that were taken out and not put back', () => {
    const path = copied();
    const raw = new RawCase(path);
    raw.db.exec('DROP TRIGGER ledger_is_kept');
    raw.db.close();
    expect(verify(path).firstProblem).toMatchObject({
      what: 'a protection of the case file was removed',
      where: 'ledger_is_kept',
    });
  });

  test('the problem tells which source and which entry it belongs to', () => {
    const path = copied();
    tamper(path, (raw) => raw.run("UPDATE content_chunk SET data = x'00' WHERE sha256 = ?", contentOf(raw, 'one.txt')));
    const { firstProblem } = verify(path);
    expect(firstProblem?.where).toMatch(/^source \d+ \(one\.txt\)$/);
    const raw = new RawCase(path);
    expect(raw.text('SELECT did FROM ledger WHERE seq = ?', firstProblem?.entry)).toBe('evidence.receive');
    raw.db.close();
  });
});

describe('a tail that was cut off cleanly', () => {
  /** Takes the last line back as if it had never been: its rows, changes, checkpoint and itself. */
  const cut = (path: string) =>
    tamper(path, (raw) => {
      raw.run("DELETE FROM fact WHERE words = 'The last thing that was recorded.'");
      for (const table of ['checkpoint', 'ledger_change', 'ledger'])
        raw.run(`DELETE FROM ${table} WHERE seq = ?`, entries);
    });

  test('is valid in itself, and the report says that this was not tested', () => {
    const path = copied();
    cut(path);
    expect(verify(path)).toMatchObject({ ok: true, notTested: [expect.stringContaining('truncation')] });
  });

  test('shows against a fingerprint that left the building', () => {
    const path = copied();
    cut(path);
    expect(verify(path, fingerprint).firstProblem?.what).toBe('the case was cut or rolled back');
  });

  test('so does an older copy in the place of the case', () => {
    expect(verify(older).ok).toBe(true);
    expect(verify(older, fingerprint).firstProblem?.what).toBe('the case was cut or rolled back');
    const past = verify(older).fingerprint;
    expect(verify(desk.path, past).ok).toBe(true);
  });

  test('an expected fingerprint that is too short to tell anything is not found', () => {
    expect(verify(desk.path, fingerprint.slice(0, 11)).ok).toBe(false);
    expect(verify(desk.path, '').ok).toBe(false);
  });
});

describe('damage of the file itself', () => {
  test('a file that was cut short is reported, wherever the cut', () => {
    const { size } = statSync(desk.path);
    for (const part of [0.15, 0.35, 0.6, 0.8, 0.95, 0.999]) {
      const path = copied();
      truncateSync(path, Math.floor(size * part));
      expect(verify(path).ok, `cut at ${part}`).toBe(false);
    }
  });

  test('a bit that flips is reported, or changed nothing that the case says', () => {
    const whole = rowsOf(desk.path, desk.at('rows.evenhand'));
    const bytes = readFileSync(desk.path);
    let reported = 0;
    for (let flip = 0; flip < 60; flip++) {
      const at = 100 + Math.floor(((bytes.length - 200) * (flip + 0.5)) / 60);
      const path = copied();
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8((bytes.at(at) ?? 0) ^ (1 << (flip % 8)), at);
      writeFileSync(path, damaged);
      if (!verify(path).ok) reported += 1;
      else expect(rowsOf(path, desk.at('rows.evenhand')), `byte ${at}`).toEqual(whole);
    }
    expect(reported).toBeGreaterThan(40);
  }, 60_000);

  test('any bit that flips in an encrypted case is reported', async () => {
    const path = desk.at('locked.evenhand');
    await desk.ask('case.create', { path, title: 'T', passphrase: 'four unrelated garden words', district: null });
    const { key } = await desk.ask('case.recovery-key', {});
    await desk.ask('fact.record', { itemId: null, words: 'A fact' });
    await desk.ask('case.close', {});
    expect(verify(path, null, key).ok).toBe(true);
    const bytes = readFileSync(path);
    const copy = desk.at('flipped.evenhand');
    for (let flip = 0; flip < 80; flip++) {
      const at = Math.floor((bytes.length * (flip + 0.5)) / 80);
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8((bytes.at(at) ?? 0) ^ (1 << (flip % 8)), at);
      writeFileSync(copy, damaged);
      expect(outcome(copy, key), `byte ${at}`).not.toBe('ok');
    }
  }, 60_000);

  function outcome(path: string, key: string | null): string {
    try {
      return verify(path, null, key).ok ? 'ok' : 'reported';
    } catch {
      return 'not opened';
    }
  }

  test('checking writes nothing, not even beside the file', () => {
    const path = copied();
    const before = readFileSync(path);
    verify(path);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('what cannot be opened says why', () => {
    expect(() => openCase(desk.at('nowhere'), null)).toThrow('There is no file');
    expect(() => openCase(desk.folder, null)).toThrow('is not a file');
    expect(() => openCase(desk.write('short', 'x'), null)).toThrow('not an Evenhand case file');
    expect(() => openCase(desk.write('long', 'x'.repeat(500)), null)).toThrow('encrypted');
  });
});

describe('what only somebody who holds the key could have made', () => {
  /** The case as it is, but for the answers to some questions. */
  function verifyAnswering(about: string, change: (row: Record<string, unknown>) => Record<string, unknown>) {
    const opened = openCase(desk.path, null);
    try {
      const all: typeof opened.all = (sql, ...values) => {
        const rows = opened.all(sql, ...values);
        return sql.includes(about) ? rows.map((row) => ({ ...row, ...change(row) }) as typeof row) : rows;
      };
      return verifyCase({ all }, null).firstProblem;
    } finally {
      opened.close();
    }
  }

  test('a document whose exhibit is not the source that bears the number', () => {
    expect(verifyAnswering('FROM exhibit x', () => ({ sha256: 'f'.repeat(64) }))).toMatchObject({
      what: 'an exhibit of a document differs',
      where: expect.stringContaining('exhibit A-1'),
    });
  });

  test('a document that prints a fingerprint of no line before its own', () => {
    const what = 'a document prints a fingerprint that is not in the record';
    expect(verifyAnswering('AS printed', () => ({ printed: null }))).toMatchObject({ what });
    expect(verifyAnswering('AS printed', ({ seq }) => ({ printed: seq }))).toMatchObject({ what });
  });

  test('a case that lacks what this computer saw before', () => {
    const opened = openCase(older, null);
    const report = verifyCase(opened, null, { entries, fingerprint });
    opened.close();
    expect(report.firstProblem).toMatchObject({
      what: 'the case lacks entries that this computer saw before',
      entry: entries,
    });
  });
});
