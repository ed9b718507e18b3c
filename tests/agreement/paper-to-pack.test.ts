import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StepEvent } from '../../src/contract/steps.ts';
import { checkPackText, loadCalendars, parsePack } from '../../src/engine/agreement/index.ts';
import { event, gate, laws, line, resources } from './case.ts';

const text = readFileSync(join(import.meta.dirname, 'fixtures', 'portland-educators.yaml'), 'utf8');
const pack = parsePack(text, 'portland-educators');
const respondents = [{ name: 'Dana Reyes', unit: 'portland-educators' }];
const at = (events: readonly StepEvent[], now: string) => ({ events, now, packs: [pack, ...laws], respondents });

describe('a pack that was written from docs/agreements.md alone, with the counts of Portland, Maine', () => {
  test('has nothing wrong with it', () => {
    const { faults } = checkPackText(text, { packs: laws, calendars: loadCalendars(resources) });
    expect(faults).toEqual([]);
  });

  test('leaves 48 hours to find a representative, through the night and the change of the clock', () => {
    // Fri 6 Mar 2026, 15:00 in the east; clocks go forward on Sun 8 March.
    const served = event('interview-notice-served', '2026-03-06T15:00:00-05:00', { proof: 'signed' });
    const early = at([served], '2026-03-07T15:00:00-05:00');
    expect(line(early, 'representative-time')).toMatchObject({ state: 'blocked', due: '2026-03-08T16:00:00-04:00' });
  });

  test('is closed to questions until the educator was told of the right to a representative', () => {
    const planned = event('interview-scheduled', '2026-03-06T09:00:00-05:00', { for: '2026-03-12T09:00:00-04:00' });
    expect(gate(at([planned], '2026-03-09'), 'interview').missing).toContain(
      'The educator has not been told of the right to a representative.',
    );
  });

  test('counts 45 educator work days for a grievance: from Mon 2 Mar 2026 over the recess and past it', () => {
    // 3-31 March: 21 (13 March is staff only and counts); April 1 2 6-10 20-24 27-30: 16 (37); 1 May, 4-8, 11 12: 8 (45)
    const issued = event('discipline-issued', '2026-03-02');
    expect(line(at([issued], '2026-03-03'), 'grievance-1-filing').due).toBe('2026-05-12');
  });

  test('asks for a hearing only where the suspension takes the pay', () => {
    const paid = event('leave-started', '2026-03-02', { pay: 'with' });
    expect(line(at([paid], '2026-03-03'), 'suspension-hearing').state).toBe('not-applicable');
    const unpaid = event('leave-started', '2026-03-02', { pay: 'without' });
    // 3-6 (4) 9-13 (9) 16-20 (14)
    expect(line(at([unpaid], '2026-03-03'), 'suspension-hearing').due).toBe('2026-03-20');
  });

  test('names who complained only if discipline follows', () => {
    const told = event('complaint-received', '2026-03-02');
    expect(line(at([told], '2026-03-03'), 'complainant-named').state).toBe('not-applicable');
    expect(line(at([told, event('discipline-issued', '2026-03-09')], '2026-03-10'), 'complainant-named').state).toBe(
      'due',
    );
  });
});

describe('a pack as it is written', () => {
  test.each([
    ['a tab where YAML wants blanks', (yaml: string) => yaml.replace('\narticles:', '\n\tarticles:'), /tabs/i, 0],
    [
      'a kind of event nobody knows',
      (yaml: string) => yaml.replace('doneBy: [leave-hearing-held]', 'doneBy: [leave-heard]'),
      /not a kind of event/,
      0,
    ],
    [
      'a step that nothing can begin',
      (yaml: string) => yaml.replace('startsWith: [complaint-received]', 'startsWith: [complaint-signed]'),
      /is dead/,
      8,
    ],
    [
      'two steps of one name',
      (yaml: string) => yaml.replace('- id: complainant-named', '- id: written-complaint'),
      /stands twice/,
      60,
    ],
  ])('%s is named with its line', (_, change, problem, within) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { faults } = checkPackText(changed, { packs: laws, calendars: null });
    const found = faults.find((fault) => problem.test(fault.problem));
    expect(found, JSON.stringify(faults)).toBeDefined();
    const lines = changed.split('\n');
    const first = lines.findIndex((line, index) => line !== text.split('\n')[index]);
    expect(Math.abs((found?.line ?? 0) - (first + 1))).toBeLessThanOrEqual(within);
  });
});
