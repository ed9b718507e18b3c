import type { DraftClause, DraftEdit, PolicyDraft } from '../../../contract/policy-import.ts';

/** A clause of a draft, and the way to change it. */
export interface ClauseEditing {
  readonly draft: PolicyDraft;
  readonly chosen: DraftClause;
  readonly onEdit: (edit: DraftEdit) => Promise<PolicyDraft | null>;
}
