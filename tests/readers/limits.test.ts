import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Limit, limits, limitTable } from '../../src/engine/intake/limits.ts';

const table: readonly (readonly [string, Limit])[] = Object.entries(limitTable);

function figure({ value, unit }: Limit): string {
  if (unit === 'bytes')
    return value >= 1024 ** 3
      ? `${value / 1024 ** 3} GiB`
      : value >= 1024 ** 2
        ? `${value / 1024 ** 2} MiB`
        : `${value / 1024} KiB`;
  if (unit === 'ms') return `${value / 1000} s`;
  if (unit === 'ms per MB') return `${value / 1000} s`;
  if (unit === 'ratio') return `${value} times`;
  if (unit === 'pixels') return `${value / 1_000_000} megapixels`;
  return value.toLocaleString('en-US');
}

const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');

describe('the limits of reading', () => {
  test('stand in the documentation with the same figures and reasons as in the code', () => {
    const rows = table.map(([, limit]) => `| ${limit.of} | ${figure(limit)} | ${limit.because} |`);
    const documented = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (What|---)/.test(line));
    expect(documented).toEqual(rows);
  });

  test('are the figures that the readers use', () => {
    expect(limits).toEqual(Object.fromEntries(table.map(([name, limit]) => [name, limit.value])));
  });

  test('each say where the figure comes from, in a sentence', () => {
    for (const [, limit] of table) {
      expect(limit.value).toBeGreaterThan(0);
      expect(limit.because).toMatch(/^[A-Z].{20,}\.$/);
    }
  });
});
