import type { ChronologyView } from '../../contract/chronology.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { Session } from '../session.ts';
import { entriesOf } from './entries.ts';
import { remarksOn } from './remarks.ts';

/**
 * Conduct, knowledge, complaint, notices, interviews, holds and decisions on one line, each with its source and certainty,
 * and what on that line does not hold together.
 * @param respondentId leaves out what is about other employees only; null shows all
 */
export function chronologyView(session: Session, db: ReadableDb, respondentId: string | null): ChronologyView {
  const all = entriesOf(session, db);
  const dated = all.dated.filter(
    ({ entry: { about } }) => respondentId === null || about.length === 0 || about.includes(respondentId),
  );
  return { entries: dated.map(({ entry }) => entry), remarks: remarksOn(dated), undated: all.undated };
}
