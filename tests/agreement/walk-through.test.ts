import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { StepEvent } from '../../src/contract/steps.ts';
import { checkAgreementPacks, liveDiscipline, loadCalendars, parsePack } from '../../src/engine/agreement/index.ts';
import { event, laws, line, resources } from './case.ts';

const page = readFileSync(new URL('../../docs/agreements.md', import.meta.url), 'utf8');
const [, text = ''] = /## One agreement, from paper to pack[\s\S]*?```yaml\n([\s\S]*?)```/.exec(page) ?? [];
const pack = parsePack(text, 'the pack of docs/agreements.md');
const respondents = [{ name: 'Dana Reyes', unit: 'orange-teachers' }];

function due(events: readonly StepEvent[], now: string, step: string): string | null {
  return line({ events, now, packs: [pack, ...laws], respondents }, step).due;
}

describe('the agreement of docs/agreements.md, written from its paper', () => {
  test('has nothing wrong with it', () =>
    expect(checkAgreementPacks([pack, ...laws], loadCalendars(resources))).toEqual([]));

  test('gives the dates that the page works out', () => {
    const issued = event('discipline-issued', '2026-03-02');
    const filed = event('grievance-filed', '2026-03-09');
    const longer = event('extension-taken', '2026-03-17', { step: 'grievance-1-meeting', side: 'board' });
    expect(due([issued], '2026-03-03', 'grievance-1-filing')).toBe('2026-03-30');
    expect(due([issued, filed], '2026-03-10', 'grievance-1-meeting')).toBe('2026-03-17');
    expect(due([issued, filed, longer], '2026-03-17', 'grievance-1-meeting')).toBe('2026-03-20');
  });

  test('counts relief from duty in working days, and everything else in duty days', () => {
    // from Mon 6 Apr: working 7 8 9 10 13-17 (9) 20; duty 7 8 9 10, recess, 20-24 (9) 27
    expect(due([event('leave-started', '2026-04-06')], '2026-04-07', 'leave-notice')).toBe('2026-04-20');
    expect(due([event('predisciplinary-meeting-held', '2026-04-06')], '2026-04-07', 'discipline')).toBe('2026-04-27');
  });

  test('lets a reprimand age after two years, and one for conduct against students after five', () => {
    const item = (name: string) => ({
      id: name,
      item: name,
      on: '2022-05-01',
      subject: null,
      conduct: [],
      moveRequestedOn: null,
    });
    const answers = liveDiscipline(
      [item('reprimand'), item('reprimand for conduct against students')],
      pack,
      '2026-05-01',
    );
    expect(answers.map(({ live, lastDay }) => [live, lastDay])).toEqual([
      [false, '2024-05-01'],
      [true, '2027-05-01'],
    ]);
  });

  test('says of every date that HR has not confirmed it', () => {
    const found = line(
      { events: [event('leave-started', '2026-04-06')], now: '2026-04-07', packs: [pack], respondents },
      'leave-notice',
    );
    expect(found.toConfirm).toContain('has not been confirmed against the signed agreement');
  });
});

describe('trying a pack', () => {
  test('the script of the page shows the lines that stand below it', () => {
    const [, script = '', shown = ''] =
      /### Trying a pack[\s\S]*?```js\n([\s\S]*?)```[\s\S]*?```\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'pack-'));
    try {
      const file = join(folder, 'my-unit.yaml');
      writeFileSync(file, text);
      const mine = script
        .replace("'my-unit.yaml'", JSON.stringify(file))
        .replace("unit: 'my-unit'", "unit: 'orange-teachers'");
      const cwd = fileURLToPath(new URL('../..', import.meta.url));
      const told = execFileSync(process.execPath, ['--input-type=module', '-'], { input: mine, cwd, encoding: 'utf8' });
      expect(shown.trim().split('\n')).toHaveLength(2);
      expect(told.split('\n')).toEqual(expect.arrayContaining(shown.trim().split('\n')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
