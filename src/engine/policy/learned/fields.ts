import type { Field } from './field.ts';
import { fieldsOfMatters } from './fields-of-matters.ts';
import { fieldsOfPeople } from './fields-of-people.ts';

/** Every field of meaning. Their order belongs to what was learned: a new one goes to the end and asks for training. */
export const fields: readonly Field[] = [...fieldsOfPeople, ...fieldsOfMatters];
