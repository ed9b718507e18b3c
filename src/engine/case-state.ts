import type { CaseState } from '../contract/case.ts';
import { must } from '../contract/errors.ts';
import { integer, type ReadableDb } from './case-file/index.ts';
import type { EngineCore } from './core.ts';
import { currentFingerprint, historyOf, plainWords } from './custody/index.ts';
import { intakeCounts } from './intake/index.ts';
import { countItems } from './items/index.ts';
import { keptOutCounts } from './keeping/index.ts';

/** What the frame of the window shows at all times. */
export function caseState(engine: EngineCore): CaseState {
  const { session, actor } = engine;
  const db = session.file.connection.readable;
  const history = historyOf(db);
  return {
    caseId: session.caseId,
    path: session.lookOf?.path ?? session.file.path,
    title: session.title,
    number: session.number,
    createdAt: session.createdAt,
    encrypted: session.file.encrypted,
    districtName: session.district?.name ?? null,
    actor: { name: actor.name, role: actor.role, key: actor.keyId },
    readOnly: session.readOnly,
    fingerprint: currentFingerprint(db),
    reverse: history.reverse === null ? null : plainWords(history.reverse.about),
    repeat: history.repeat === null ? null : plainWords(history.repeat.about),
    notices: [...session.notices],
    counts: countsOf(db),
  };
}

function countsOf(db: ReadableDb): CaseState['counts'] {
  const count = (sql: string) => integer(must(db.get(sql), 'a count comes back'), 'n');
  return {
    ...intakeCounts(db),
    ...keptOutCounts(db),
    items: countItems(db),
    datesOpen: count(
      `SELECT count(DISTINCT item.evidence_id) AS n FROM open_item AS item LEFT JOIN item_time t ON t.number = item.number
       WHERE item.ambiguous = 1 AND coalesce(t.ambiguous, 1) = 1 AND item.sort_time IS NOT NULL`,
    ),
    suggestionsOpen: count(
      `SELECT count(*) AS n FROM shown_suggestion s WHERE set_aside = 0 AND NOT EXISTS (SELECT 1 FROM suggestion_decision d
         WHERE d.item_id = s.item_id AND d.policy = s.policy AND d.clause = s.clause AND d.withdrawn = 0)`,
    ),
    allegations: count('SELECT count(*) AS n FROM allegation WHERE withdrawn = 0'),
    documents: count('SELECT count(*) AS n FROM document WHERE withdrawn = 0'),
  };
}
