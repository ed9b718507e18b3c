import type { CallInput } from '../../../contract/calls.ts';
import { shortestPassphrase } from './passphrase-strength.ts';

/** What a new case needs before its file can be made. */
export interface NewCaseDraft {
  readonly title: string;
  readonly path: string | null;
  /** A sample district's id; `file` and `none` are ways of their own; null while nothing is chosen. */
  readonly district: string | null;
  readonly districtFile: string | null;
  /** Policies of this computer that are in force beside the district's own. */
  readonly policies: NonNullable<CallInput<'case.create'>['policies']>;
  readonly protection: 'with' | 'without' | null;
  readonly passphrase: string;
  readonly repeat: string;
  readonly withoutConfirmed: boolean;
}

export const blankNewCase: NewCaseDraft = {
  title: '',
  path: null,
  district: null,
  districtFile: null,
  policies: [],
  protection: 'with',
  passphrase: '',
  repeat: '',
  withoutConfirmed: false,
};

export type MissingPart =
  | 'title'
  | 'place'
  | 'district'
  | 'districtFile'
  | 'protection'
  | 'passphrase'
  | 'repeat'
  | 'confirm';

/** What is missing, in the order of the form. */
export function missingOf(draft: NewCaseDraft): readonly MissingPart[] {
  const missing: MissingPart[] = [];
  if (draft.title.trim() === '') missing.push('title');
  if (draft.path === null) missing.push('place');
  if (draft.district === null) missing.push('district');
  if (draft.district === 'file' && draft.districtFile === null) missing.push('districtFile');
  if (draft.protection === null) missing.push('protection');
  if (draft.protection === 'with') {
    if ([...draft.passphrase].length < shortestPassphrase) missing.push('passphrase');
    else if (draft.passphrase !== draft.repeat) missing.push('repeat');
  }
  if (draft.protection === 'without' && !draft.withoutConfirmed) missing.push('confirm');
  return missing;
}

/** The district as `case.create` takes it: an id, a path, or null for none. */
export function districtOf(draft: NewCaseDraft): string | null {
  if (draft.district === 'none' || draft.district === null) return null;
  return draft.district === 'file' ? draft.districtFile : draft.district;
}
