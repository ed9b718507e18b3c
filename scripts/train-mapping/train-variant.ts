import type { StoredModel } from '../../src/engine/policy/learned/stored-model.ts';
import { chooseLimits, disturbed, recallOf } from './limits.ts';
import type { Prepared } from './prepare.ts';
import { fitVariant, storedVariant } from './variant.ts';

const budget = { harmless: 0.062, speech: 0.05, report: 0.05 };

/** Fits one set of weights, with the encoder's numbers or without, chooses its limits and prints what they lead to. */
export function trainVariant(prepared: Prepared, withEncoder: boolean): StoredModel['encoded'] {
  const fitted = fitVariant(prepared, withEncoder);
  const chosen = chooseLimits(fitted.unseen, fitted.development, budget);
  for (const [name, rows] of Object.entries({ unseen: fitted.unseen, development: fitted.development }))
    console.log(
      `${withEncoder ? 'with' : 'without'} the encoder, ${name}: recall ${recallOf(rows, chosen).toFixed(3)}, harmless with a suggestion ${disturbed(rows, chosen).toFixed(3)}`,
    );
  return storedVariant(fitted, chosen);
}
