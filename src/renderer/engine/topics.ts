import type { Calls } from '../../contract/calls.ts';
import { ChangedTopic } from '../../contract/wire.ts';

/** Calls that only read: what a screen may show and the cache may hold. */
export type QueryName = { [Name in keyof Calls]: Calls[Name]['kind'] extends 'query' ? Name : never }[keyof Calls];
/** Calls that change something or start something. */
export type ChangeName = Exclude<keyof Calls, QueryName>;

const everything: readonly ChangedTopic[] = ChangedTopic.options;
const ofItems: readonly ChangedTopic[] = ['items', 'evidence', 'people', 'suggestions', 'mappings'];
const ofClauses: readonly ChangedTopic[] = ['suggestions', 'mappings', 'allegations', 'findings', 'items'];
const ofSteps: readonly ChangedTopic[] = ['steps', 'complaint', 'people', 'documents', 'allegations', 'findings'];
const never: readonly ChangedTopic[] = [];

/** What a query’s answer depends on: when the engine says that one of these changed, it is asked again. Not named: on everything. */
const topicsOfQuery: Readonly<Partial<Record<QueryName, readonly ChangedTopic[]>>> = {
  'identity.view': ['case'],
  'district.list': never,
  'sample.list': never,
  'case.state': everything,
  'case.recovery-key': ['case'],
  'ledger.page': everything,
  'unsaved.view': never,
  'lock.settings': never,
  'backup.settings': never,
  'hand-over.list': ['case'],
  'retention.view': ['case'],
  'escrow.view': ['case'],
  'fingerprint.list': ['ledger'],
  'timestamp.list': ['ledger'],
  'compartment.list': ['ledger'],
  'copy.list': ['ledger'],
  'ledger.verify': everything,
  'first-question.list': ['complaint', 'case'],
  'fact.list': ['case', 'items'],
  'complaint.list': ['complaint', 'people'],
  'person.list': ['people'],
  'person.likely-same': ['people'],
  'person.merges': ['people'],
  'approval.list': ['people'],
  'conflict.list': ['people'],
  'policy-notice.list': ['people'],
  'roster.read': never,
  'roster.check': ['people', 'case'],
  'district.people': ['case'],
  'district.units': ['case'],
  'receipt.list': ['evidence'],
  'job.list': never,
  'evidence.list': ['evidence'],
  'item.page': ofItems,
  'item.view': ofItems,
  'item.around': ofItems,
  'item.search': ['items'],
  'time.list': ['items', 'evidence'],
  'time.view': ['items', 'evidence'],
  'correction.list': ['items'],
  'translation.list': ['items'],
  'protection.view': ['protection', 'evidence'],
  'protection.scope': everything,
  'context.view': ofItems,
  'context.list': ofItems,
  'item.alike': ofItems,
  'not-read.list': ['evidence', 'items'],
  'transcript.list': ['items', 'evidence'],
  'clause.list': ['case', 'complaint'],
  'suggestion.list': ofClauses,
  'mapping.list': ['mappings', 'items'],
  'grid.view': ofClauses,
  'allegation.list': [...ofClauses, 'people', 'complaint', 'steps', 'evidence'],
  'alike.find': ['items'],
  'limit.choices': ['items', 'evidence'],
  'finding.list': ['findings', 'allegations'],
  'chronology.view': everything,
  'steps.view': ofSteps,
  'steps.input': ofSteps,
  'document.kinds': never,
  'document.readiness': everything,
  'document.texts': everything,
  'document.citable': [...ofClauses, 'documents'],
  'document.draft': everything,
  'document.list': ['documents'],
};

/** Whether an answer to this query may be out of date after these topics changed. */
export function isTouched(name: string, topics: ReadonlySet<ChangedTopic>): boolean {
  const own = Object.entries(topicsOfQuery).find(([query]) => query === name)?.[1] ?? everything;
  return own.some((topic) => topics.has(topic));
}
