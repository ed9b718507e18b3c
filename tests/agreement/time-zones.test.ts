import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerDeadline } from '../../src/engine/agreement/index.ts';
import { questionOf, tables } from './worked-deadlines.ts';

const script = join(import.meta.dirname, 'print-worked-deadlines.ts');

function answersIn(timeZone: string): unknown {
  const output = execFileSync(process.execPath, [script], { env: { ...process.env, TZ: timeZone }, encoding: 'utf8' });
  return JSON.parse(output);
}

const here = Object.values(tables)
  .flat()
  .map((worked, index) => answerDeadline(questionOf(worked, String(index))));

for (const timeZone of ['America/Chicago', 'UTC', 'Pacific/Auckland']) {
  test(`a computer in ${timeZone} gives every deadline and its arithmetic as any other`, () => {
    expect(answersIn(timeZone)).toEqual(here);
  });
}
