import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SuggestOutput } from '../../src/contract/suggest.ts';
import { loadPolicies, suggestFor, toWire } from '../../src/engine/policy/index.ts';
import { knownMisses } from './known-misses.ts';
import { laterTable } from './later-table.ts';
import { type Case, clausesOf } from './scenes.ts';
import { table } from './table.ts';

const everything = [...table, ...laterTable];

const packs = loadPolicies(fileURLToPath(new URL('../../resources', import.meta.url)));

/** The words that C1 looks for raise this clause too, and the table does not say so each time. */
function isOfTable(key: string): boolean {
  return key !== '4118.51 general-professionalism';
}

/** The table holds the rules in place; what examples teach changes with every training and is measured elsewhere. */
function outcome(one: Case) {
  return toWire(suggestFor(one.input, packs, { learned: false }));
}

describe('each item of the table suggests its clauses and no other by the rules', () => {
  test.each(everything.map((one) => [one.name || '(no words)', one] as const))('%s', (_name, one) => {
    const out = outcome(one);
    expect(clausesOf(out.suggestions).filter(isOfTable)).toEqual([...one.clauses].sort());
    if (one.setAside !== undefined)
      expect(out.setAside.map((s) => `${s.policy} ${s.clause} ${s.exception}`).sort()).toEqual(
        [...one.setAside].sort(),
      );
    const shown = out.suggestions.flatMap((s) => s.exceptions.map((e) => `${s.clause} ${e.exception} ${e.applies}`));
    for (const exception of one.shown ?? []) expect(shown).toContain(exception);
    for (const kind of one.speech ?? []) expect(out.protectedSpeech.map((s) => s.kind)).toContain(kind);
    expect(out.mandatedReport.flag).toBe(one.mandated ?? false);
  });
});

describe('items that are still missed', () => {
  test.fails.each(knownMisses.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(clausesOf(outcome(one).suggestions).filter(isOfTable)).toEqual([...one.clauses].sort());
  });
});

describe('what comes out', () => {
  test('keeps to the published shape, and every span is the exact words of its field', () => {
    for (const one of everything) {
      const out = SuggestOutput.parse(toWire(suggestFor(one.input, packs)));
      const fields: Record<string, unknown> = { ...one.input.item };
      for (const span of [...out.suggestions.flatMap((s) => s.spans), ...out.mandatedReport.spans]) {
        expect(String(fields[span.field]).slice(span.start, span.end)).toBe(span.text);
        expect(span.text).not.toBe('');
      }
      for (const { because } of out.suggestions) expect(because).toMatch(/^["“A-Z].*[.?]$/s);
    }
  });
});

test('the table holds at least 120 items', () => {
  expect(everything.length).toBeGreaterThanOrEqual(120);
});
