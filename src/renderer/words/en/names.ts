/** Marks that the machine sets on an item; each is a question for a person. */
export type FlagKind = 'mandated-report' | 'may-be-protected' | 'date-ambiguous';
