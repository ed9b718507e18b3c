import { z } from 'zod';
import type { CallInput } from '../../../contract/calls.ts';
import { Break, CaseRole, Occupation, type Person, Standing } from '../../../contract/person.ts';

/** Employment as the form holds it; blank where nobody entered any. */
export const EmploymentDraft = z.object({
  standing: Standing,
  since: z.string(),
  until: z.string(),
  source: z.string(),
  positions: z.array(z.object({ title: z.string(), place: z.string(), from: z.string(), until: z.string() })),
  breaks: z.array(z.object({ kind: Break.shape.kind, days: z.string(), from: z.string(), to: z.string() })),
  daysOff: z.array(z.object({ from: z.string(), until: z.string(), why: z.string() })),
});
export type EmploymentDraft = z.infer<typeof EmploymentDraft>;

const blankEmployment: EmploymentDraft = {
  standing: 'not-known',
  since: '',
  until: '',
  source: '',
  positions: [],
  breaks: [],
  daysOff: [],
};

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
      since: z.string(),
      until: z.string(),
      howKnown: z.string(),
      disclaimers: z.array(z.object({ seenOn: z.string(), shown: z.boolean(), words: z.string() })),
    }),
  ),
  employment: EmploymentDraft,
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
  employment: blankEmployment,
  relatives: [],
  note: '',
};

export const blankHours: PersonDraft['workingHours'][number] = { days: '', from: '', to: '' };
export const blankAccount: PersonDraft['accounts'][number] = {
  handle: '',
  platform: '',
  owner: 'unknown',
  disclaimer: 'not-looked',
  since: '',
  until: '',
  howKnown: '',
  disclaimers: [],
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
      since: account.since ?? '',
      until: account.until ?? '',
      howKnown: account.howKnown ?? '',
      disclaimers: account.disclaimers.map(({ seenOn, shown, words }) => ({ seenOn, shown, words: words ?? '' })),
    })),
    employment: employmentDraftOf(person.employment),
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
    accounts: draft.accounts.map(({ handle, platform, owner, disclaimer, ...more }) => ({
      handle: handle.trim(),
      platform: orNull(platform),
      owner,
      disclaimer: disclaimer === 'not-looked' ? null : disclaimer === 'yes',
      since: orNull(more.since),
      until: orNull(more.until),
      howKnown: orNull(more.howKnown),
      disclaimers: more.disclaimers.map(({ seenOn, shown, words }) => ({ seenOn, shown, words: orNull(words) })),
    })),
    employment: employmentOf(draft.employment),
    relatives: draft.relatives,
    note: orNull(draft.note),
  };
}

function employmentDraftOf(employment: Person['employment']): EmploymentDraft {
  if (employment === null) return blankEmployment;
  return {
    standing: employment.standing,
    since: employment.since ?? '',
    until: employment.until ?? '',
    source: employment.source ?? '',
    positions: employment.positions.map(({ title, place, from, until }) => ({
      title,
      place: place ?? '',
      from: from ?? '',
      until: until ?? '',
    })),
    breaks: employment.breaks.map((one) => ({ ...one })),
    daysOff: employment.daysOff.map((one) => ({ ...one })),
  };
}

/** Null where nothing of it was entered, so that unknown stays unknown. */
function employmentOf(draft: EmploymentDraft): Person['employment'] {
  if (JSON.stringify(draft) === JSON.stringify(blankEmployment)) return null;
  return {
    standing: draft.standing,
    since: orNull(draft.since),
    until: orNull(draft.until),
    source: orNull(draft.source),
    positions: draft.positions.map(({ title, place, from, until }) => ({
      title: title.trim(),
      place: orNull(place),
      from: orNull(from),
      until: orNull(until),
    })),
    breaks: draft.breaks.map((one) => ({ ...one, days: one.days.trim() })),
    daysOff: draft.daysOff.map((one) => ({ ...one, why: one.why.trim() })),
  };
}

export type MissingOfEmployment = 'positions' | 'breaks' | 'daysOff' | 'disclaimers';

export function missingOfEmployment({ employment, accounts }: PersonDraft): readonly MissingOfEmployment[] {
  const { positions, breaks, daysOff } = employment;
  const isBlank = (text: string) => text.trim() === '';
  return [
    ...(positions.some(({ title }) => isBlank(title)) ? ['positions' as const] : []),
    ...(breaks.some(({ days, from, to }) => isBlank(days) || from === '' || to === '') ? ['breaks' as const] : []),
    ...(daysOff.some(({ from, until, why }) => from === '' || until === '' || isBlank(why))
      ? ['daysOff' as const]
      : []),
    ...(accounts.some(({ disclaimers }) => disclaimers.some(({ seenOn }) => seenOn === ''))
      ? ['disclaimers' as const]
      : []),
  ];
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
