import type { CompartmentSubject } from '../../../../contract/custody.ts';
import { useQueryCall } from '../../../engine/use-call.ts';

export interface Subject {
  readonly id: string;
  /** As a person knows it: its number and its name. */
  readonly name: string;
}

/** What can be put apart here; the others go along with what they hang on, and items are named by number. */
export const chosenSubjects = ['evidence', 'item', 'person', 'complaint', 'receipt', 'allegation', 'document'] as const;
export type ChosenSubject = (typeof chosenSubjects)[number];

/** Everything of a kind that can be put apart. */
export function useSubjects(kind: CompartmentSubject): readonly Subject[] {
  const only = (name: CompartmentSubject) => ({ enabled: kind === name });
  const evidence = useQueryCall('evidence.list', {}, only('evidence'));
  const people = useQueryCall('person.list', {}, only('person'));
  const complaints = useQueryCall('complaint.list', {}, only('complaint'));
  const receipts = useQueryCall('receipt.list', {}, only('receipt'));
  const allegations = useQueryCall('allegation.list', {}, only('allegation'));
  const documents = useQueryCall('document.list', {}, only('document'));
  const numbered = (rows: readonly { id: string; number: number; called: string }[] | undefined) =>
    (rows ?? []).map(({ id, number, called }) => ({ id, name: `${number}. ${called}` }));
  switch (kind) {
    case 'evidence':
      return numbered(evidence.value?.map((row) => ({ ...row, called: row.path })));
    case 'person':
      return numbered(people.value?.map((row) => ({ ...row, called: row.name })));
    case 'complaint':
      return numbered(complaints.value?.map((row) => ({ ...row, called: row.receivedAt.slice(0, 10) })));
    case 'receipt':
      return numbered(receipts.value?.map((row) => ({ ...row, called: row.fromWhom })));
    case 'allegation':
      return numbered(
        allegations.value?.map(({ allegation, respondent, clauseLabel }) => ({
          id: allegation.id,
          number: allegation.number,
          called: `${respondent}, ${clauseLabel}`,
        })),
      );
    case 'document':
      return numbered(documents.value?.map((row) => ({ ...row, called: row.title })));
    default:
      return [];
  }
}
