import type { AllegationView } from '../../../contract/finding.ts';
import type { ClauseView } from '../../../contract/mapping.ts';
import type { Navigation, Place } from '../../frame/navigation.tsx';

/** What is chosen in the grid, as it stands in the address. */
export type ChosenCell =
  | { readonly kind: 'element'; readonly clauseKey: string; readonly id: string }
  | { readonly kind: 'exception'; readonly clauseKey: string; readonly id: string }
  | { readonly kind: 'screen'; readonly clauseKey: string };

export function clauseKey({ policy, clause }: { readonly policy: string; readonly clause: string }): string {
  return `${policy} ${clause}`;
}

export function chosenCell(params: Place['params']): ChosenCell | null {
  const key = params['clause'];
  if (key === undefined) return null;
  const { element, exception } = params;
  if (element !== undefined) return { kind: 'element', clauseKey: key, id: element };
  if (exception !== undefined) return { kind: 'exception', clauseKey: key, id: exception };
  return { kind: 'screen', clauseKey: key };
}

export function chooseCell(set: Navigation['set'], cell: ChosenCell): void {
  set({
    clause: cell.clauseKey,
    element: cell.kind === 'element' ? cell.id : null,
    exception: cell.kind === 'exception' ? cell.id : null,
  });
}

export function isSameCell(a: ChosenCell | null, b: ChosenCell): boolean {
  if (a === null || a.kind !== b.kind || a.clauseKey !== b.clauseKey) return false;
  return a.kind === 'screen' || b.kind === 'screen' || a.id === b.id;
}

/** Allegations under one clause that still stand. */
export function allegationsUnder(
  allegations: readonly AllegationView[],
  clause: Pick<ClauseView, 'policy' | 'clause'>,
): readonly AllegationView[] {
  return allegations.filter(
    ({ allegation }) =>
      !allegation.withdrawn && allegation.policy === clause.policy && allegation.clause === clause.clause,
  );
}
