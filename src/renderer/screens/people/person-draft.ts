import { z } from 'zod';
import type { CallInput } from '../../../contract/calls.ts';
import { CaseRole, Occupation, type Person } from '../../../contract/person.ts';

/** A person as the form holds it: every field has text, and what is empty becomes null when it is recorded. */
export const PersonDraft = z.object({
  name: z.string(),
  caseRole: CaseRole,
  occupation: Occupation,
  position: z.string(),
  /** Unit code; `''` for none. */
  unit: z.string(),
  workingHours: z.array(z.object({ days: z.string(), from: z.string(), to: z.string() })),
  accounts: z.array(
    z.object({
      handle: z.string(),
      platform: z.string(),
      owner: z.enum(['personal', 'district', 'unknown']),
      disclaimer: z.enum(['yes', 'no', 'not-looked']),
    }),
  ),
  relatives: z.array(z.string()),
  note: z.string(),
});
export type PersonDraft = z.infer<typeof PersonDraft>;

export const blankPerson: PersonDraft = {
  name: '',
  caseRole: 'respondent',
  occupation: 'unknown',
  position: '',
  unit: '',
  workingHours: [],
  accounts: [],
  relatives: [],
  note: '',
};

export const blankHours: PersonDraft['workingHours'][number] = { days: '', from: '', to: '' };
export const blankAccount: PersonDraft['accounts'][number] = {
  handle: '',
  platform: '',
  owner: 'unknown',
  disclaimer: 'not-looked',
};

/** What is known of a person, as the form shows it. */
export function draftOf(person: Person): PersonDraft {
  return {
    name: person.name,
    caseRole: person.caseRole,
    occupation: person.occupation,
    position: person.position ?? '',
    unit: person.unit ?? '',
    workingHours: person.workingHours.map(({ days, from, to }) => ({ days, from, to })),
    accounts: person.accounts.map((account) => ({
      handle: account.handle,
      platform: account.platform ?? '',
      owner: account.owner,
      disclaimer: account.disclaimer === null ? 'not-looked' : account.disclaimer ? 'yes' : 'no',
    })),
    relatives: [...person.relatives],
    note: person.note ?? '',
  };
}

/** The person as the engine takes it. */
export function personOf(draft: PersonDraft): CallInput<'person.add'> {
  return {
    name: draft.name.trim(),
    caseRole: draft.caseRole,
    occupation: draft.occupation,
    position: orNull(draft.position),
    unit: orNull(draft.unit),
    workingHours: draft.workingHours,
    accounts: draft.accounts.map(({ handle, platform, owner, disclaimer }) => ({
      handle: handle.trim(),
      platform: orNull(platform),
      owner,
      disclaimer: disclaimer === 'not-looked' ? null : disclaimer === 'yes',
    })),
    relatives: draft.relatives,
    note: orNull(draft.note),
  };
}

export type MissingOfPerson = 'name' | 'hours' | 'handle';

export function missingOfPerson(draft: PersonDraft): readonly MissingOfPerson[] {
  const incomplete = draft.workingHours.some(({ days, from, to }) => days.trim() === '' || from === '' || to === '');
  return [
    ...(draft.name.trim() === '' ? ['name' as const] : []),
    ...(incomplete ? ['hours' as const] : []),
    ...(draft.accounts.some(({ handle }) => handle.trim() === '') ? ['handle' as const] : []),
  ];
}

/** The occupation that a district's own word for a role names: `Teacher`, `head coach`; unknown where it names none. */
export function occupationOf(role: string): PersonDraft['occupation'] {
  const said = role.toLowerCase();
  return Occupation.options.find((occupation) => said.includes(occupation.replace('-', ' '))) ?? 'unknown';
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
