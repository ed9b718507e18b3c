import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { workedAnswers } from './worked-answers.ts';

const module = new URL('./worked-answers.ts', import.meta.url).href;
const script = `const { workedAnswers } = await import('${module}'); process.stdout.write(JSON.stringify(workedAnswers()));`;

function answersIn(timeZone: string): unknown {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: timeZone },
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

for (const timeZone of ['America/Chicago', 'UTC', 'Pacific/Auckland']) {
  test(`a computer in ${timeZone} gives every deadline and its arithmetic as any other`, () => {
    const answers = answersIn(timeZone);
    expect(answers).toEqual(workedAnswers());
    expect(answers).toHaveLength(workedAnswers().length);
  });
}
