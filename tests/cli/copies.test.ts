import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Terminal } from './evenhand.ts';
import { VerifyLine } from './schemas.ts';

const terminal = new Terminal();

beforeAll(async () => {
  terminal.write('in/one.txt', 'The words of the first witness.');
  await terminal.newCase();
  await terminal.run(['import', 'case.evenhand', 'in']);
}, 60_000);
afterAll(() => terminal.end());

describe('export', () => {
  test('writes a copy that verify holds, with Node alone as well', async () => {
    const made = await terminal.run([
      'export',
      'case.evenhand',
      'copy',
      '--audience',
      'full',
      '--to',
      'The expert',
      '--json',
    ]);
    expect(made.code).toBe(0);
    expect(made.lines).toHaveLength(1);
    expect(made.lines[0]).toMatchObject({
      audience: 'full',
      to: 'The expert',
      folder: terminal.at('copy'),
      withheld: [],
    });
    const { code, lines } = await terminal.run(['verify', 'copy', '--json']);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ ok: true, firstProblem: null, checked: { sources: 1, items: 1, documents: 0 } });
    expect((await terminal.run(['verify', 'copy'])).stdout).toMatch(/^Unchanged since /);
  }, 60_000);

  test('holds a copy to a fingerprint printed earlier, as it does a case', async () => {
    const [told] = (await terminal.run(['verify', 'case.evenhand', '--json'])).lines;
    const { fingerprint } = VerifyLine.parse(told);
    expect((await terminal.run(['verify', 'copy', '--expect', fingerprint ?? ''])).code).toBe(0);
    const { code, stdout } = await terminal.run(['verify', 'copy', '--expect', 'f'.repeat(64)]);
    expect(code).toBe(1);
    expect(stdout).toContain('the case was cut or rolled back');
  }, 60_000);

  test('ends with 1 and names the first problem of a copy that was changed', async () => {
    const ledger = terminal.at('copy', 'data', 'record', 'ledger.jsonl');
    const whole = readFileSync(ledger, 'utf8');
    writeFileSync(ledger, whole.replace('one.txt', 'two.txt'));
    const { code, lines } = await terminal.run(['verify', 'copy', '--json']);
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({
      ok: false,
      firstProblem: { what: 'a recorded change was altered', entry: expect.any(Number) },
    });
    writeFileSync(ledger, whole);
  }, 60_000);

  test('ends with 2 for wrong usage and makes nothing, and with 3 where there is no case or copy', async () => {
    mkdirSync(terminal.at('taken'));
    writeFileSync(terminal.at('taken', 'mine.txt'), 'x');
    const code = async (...words: readonly string[]) => (await terminal.run(words)).code;
    expect(await code('export', 'case.evenhand', 'x1', '--audience', 'full')).toBe(2);
    expect(await code('export', 'case.evenhand', 'x2', '--audience', 'press')).toBe(2);
    expect(await code('export', 'case.evenhand', 'x3')).toBe(2);
    expect(await code('export', 'case.evenhand', 'taken', '--audience', 'board')).toBe(2);
    expect(await code('export', 'none.evenhand', 'x4', '--audience', 'board')).toBe(3);
    expect(await code('verify', 'in')).toBe(3);
    expect(readFileSync(terminal.at('taken', 'mine.txt'), 'utf8')).toBe('x');
    expect(
      ['x1', 'x2', 'x3', 'x4', 'taken.evenhand-copy.part'].filter((name) => existsSync(terminal.at(name))),
    ).toEqual([]);
  }, 60_000);

  test('takes an empty folder and needs no recipient but for a complete copy', async () => {
    mkdirSync(terminal.at('empty'));
    for (const audience of ['employee-union', 'board', 'records', 'counsel']) {
      const folder = audience === 'board' ? 'empty' : audience;
      expect((await terminal.run(['export', 'case.evenhand', folder, '--audience', audience])).code, audience).toBe(0);
      expect((await terminal.run(['verify', folder])).code, audience).toBe(0);
    }
  }, 120_000);
});

test('verify holds a case against what this computer saw of it last, without being given a fingerprint', async () => {
  const older = terminal.at('older.evenhand');
  copyFileSync(terminal.at('case.evenhand'), older);
  expect((await terminal.run(['verify', 'older.evenhand'])).code).toBe(0);
  await terminal.call('fact.record', { itemId: null, words: 'Recorded since.' });
  const { code, lines } = await terminal.run(['verify', 'older.evenhand', '--json']);
  expect(code).toBe(1);
  expect(lines[0]).toMatchObject({ firstProblem: { what: 'the case lacks entries that this computer saw before' } });
  expect((await terminal.run(['verify', 'case.evenhand'])).code).toBe(0);
}, 60_000);
