import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { Terminal } from './evenhand.ts';
import { ItemLine, VerifyLine } from './schemas.ts';

const terminal = new Terminal();
afterAll(() => terminal.end());

test('demo carries both sample incidents to their documents, says what it made, and leaves cases that verify', async () => {
  const { code, stdout, stderr } = await terminal.run(['demo', '--out', 'shown']);
  expect(code, stderr).toBe(0);
  const made = readdirSync(terminal.at('shown'));
  expect(made.filter((name) => name.endsWith('.evenhand')).toSorted()).toEqual([
    'cafeteria-joke.evenhand',
    'harbor-night.evenhand',
  ]);
  const referrals = made.filter((name) => /referral.*\.pdf$/.test(name));
  expect(referrals.length).toBeGreaterThanOrEqual(3);
  for (const name of referrals) {
    expect(
      readFileSync(terminal.at(`shown/${name}`))
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-');
    expect(stdout).toContain(name);
  }
  expect(stdout).toMatch(/Suggestions per clause: .*norwalk C2 \d+/);
  expect(stdout.match(/SHA-256 [0-9a-f]{64}/g)?.length).toBeGreaterThanOrEqual(referrals.length);
  expect(stdout).toContain('due 2026-03-02');
  for (const sample of ['cafeteria-joke', 'harbor-night']) {
    const verified = await terminal.run(['verify', `shown/${sample}.evenhand`, '--json']);
    expect(verified.code, verified.stderr).toBe(0);
    expect(VerifyLine.parse(verified.lines[0]).ok).toBe(true);
    const items = await terminal.run(['items', `shown/${sample}.evenhand`, '--json']);
    for (const line of items.lines) ItemLine.parse(line);
    expect(items.lines.length).toBeGreaterThan(15);
  }
}, 240_000);
