import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Actor, AgreementPack, eventKinds } from '../../src/contract/agreement.ts';
import { CountRule } from '../../src/contract/deadline.ts';
import { StepLine, StepRespondent } from '../../src/contract/steps.ts';

const page = readFileSync(new URL('../../docs/agreements.md', import.meta.url), 'utf8');

function undocumented(names: readonly string[]): readonly string[] {
  return names.filter((name) => !new RegExp(`[\`" ,{]${name}[\`":, }]`).test(page));
}

test('every kind of event and every actor stands in docs/agreements.md', () => {
  expect(undocumented(Object.keys(eventKinds))).toEqual([]);
  expect(undocumented(Actor.options)).toEqual([]);
});

test('every field of a rule, a pack, a respondent and a line stands in docs/agreements.md', () => {
  for (const schema of [CountRule, AgreementPack, StepRespondent, StepLine]) {
    expect(undocumented(Object.keys(schema.shape))).toEqual([]);
  }
});
