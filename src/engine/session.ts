import type { ReadOnly } from '../contract/case.ts';
import type { District } from '../contract/district.ts';
import { District as DistrictSchema } from '../contract/district.ts';
import { must } from '../contract/errors.ts';
import type { PolicyPack } from '../contract/policy.ts';
import { type CaseFile, jsonOrNull, text, textOrNull } from './case-file/index.ts';

/** An open case with what was read once on opening it. */
export interface Session {
  readonly file: CaseFile;
  readonly caseId: string;
  readonly title: string;
  readonly number: string;
  readonly createdAt: string;
  /** The district's settings as they stood when the case was made; the case keeps its own copy. */
  readonly district: District | null;
  /** Every version of every policy that the district ever had in force; none without a district. */
  readonly policies: readonly PolicyPack[];
  /** Sample cases only: the moment from which deadlines are looked at; null is the clock. */
  readonly standsAt: string | null;
  readonly notices: readonly string[];
  /** The file that a copy to look at was made of, and when; null where the case itself is open. */
  readonly lookOf: { readonly path: string; readonly at: string } | null;
  /** Why nothing can be changed; worked out anew after every change. */
  readonly readOnly: ReadOnly | null;
}

export function readSession(
  file: CaseFile,
  allPolicies: readonly PolicyPack[],
  notices: readonly string[],
  lookOf: Session['lookOf'] = null,
): Session {
  const row = must(
    file.connection.readable.get(
      "SELECT case_id, title, number, created_at, district, stands_at FROM case_info WHERE id = 'case'",
    ),
    'a case file says which case it is',
  );
  const district = jsonOrNull(row, 'district', DistrictSchema);
  return {
    file,
    caseId: text(row, 'case_id'),
    title: text(row, 'title'),
    number: text(row, 'number'),
    createdAt: text(row, 'created_at'),
    district,
    policies: allPolicies.filter((pack) =>
      district?.policies.some(({ policy, version }) => policy === pack.id && version === pack.version),
    ),
    standsAt: textOrNull(row, 'stands_at'),
    notices,
    lookOf,
    readOnly: null,
  };
}
