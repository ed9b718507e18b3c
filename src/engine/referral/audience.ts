import type { ComposedKindName, DocumentAudience, DocumentKind } from '../../contract/document.ts';
import { composedKinds } from './kinds/index.ts';

/** Records that go to the employee and the union, and letters that go to somebody in the district. */
const OTHERWISE: Readonly<Partial<Record<ComposedKindName, DocumentAudience>>> = {
  'disclosure-packet': 'employee-union',
  'record-hold': 'district',
};

/** For whom such a document usually is: letters for the employee and the union, records for the district's own officials. */
export function audienceOf(kind: DocumentKind): DocumentAudience {
  if (kind === 'disciplinary-referral') return 'district';
  return OTHERWISE[kind] ?? (composedKinds[kind].group === 'letters' ? 'employee-union' : 'district');
}
