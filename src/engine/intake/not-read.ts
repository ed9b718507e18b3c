import { must } from '../../contract/errors.ts';
import { FileOutcome } from '../../contract/evidence.ts';
import { type NotReadEntry, NotReadList } from '../../contract/not-read.ts';
import { integer, jsonOrNull, type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';
import { PERSON_READER } from './person-reader.ts';

/** Recordings are described by machine, but their words wait for a person: silence about them is not clearance. */
export const UNHEARD = 'recording@';

/** A machine's finished reading of which it kept the bytes and got no words: refused, a recording, or a picture without any. */
const NOT_READ = `r.state = 'complete' AND r.withdrawn = 0 AND r.reader IS NOT '${PERSON_READER}'
  AND json_extract(r.outcome, '$.kept') AND (
    json_extract(r.outcome, '$.outcome') = 'rejected'
    OR json_extract(r.outcome, '$.reader') LIKE '${UNHEARD}%'
    OR r.evidence_id IN (SELECT evidence_id FROM item WHERE kind = 'picture' AND text = ''))
  AND r.evidence_id NOT IN (SELECT evidence_id FROM hidden_evidence)`;

/** Somebody has listened or looked to the end. A picture to which lines were added by hand has been looked at too. */
const DESCRIBED = `(EXISTS (SELECT 1 FROM transcript t WHERE t.evidence_id = r.evidence_id AND t.withdrawn = 0 AND t.complete = 1)
  OR EXISTS (SELECT 1 FROM word_correction c JOIN item i ON i.id = c.item_id
       WHERE i.evidence_id = r.evidence_id AND c.withdrawn = 0))`;

/** What no machine could read, and how much of it a person has described: the one count that screens and documents repeat. */
export function notReadCounts(db: ReadableDb): { notRead: number; described: number } {
  const row = must(
    db.get(`SELECT count(*) AS n, coalesce(sum(${DESCRIBED}), 0) AS described FROM reading r WHERE ${NOT_READ}`),
    'counts come back',
  );
  return { notRead: integer(row, 'n'), described: integer(row, 'described') };
}

/** The same counts in words: `3 files could not be read by machine, 2 of them described by a person`. */
export function notReadWords({ notRead, described }: { notRead: number; described: number }): string {
  const files = notRead === 1 ? '1 file' : `${notRead} files`;
  if (described === 0) return `${files} could not be read by machine`;
  const some = notRead === 1 ? 'it was' : described === notRead ? 'all of them' : `${described} of them`;
  return `${files} could not be read by machine, ${some} described by a person`;
}

/** Everything that no machine could read, why, and who has listened or looked since, in the order of receipt. */
export function notReadList(db: ReadableDb): NotReadList {
  const files = db
    .all(
      `SELECT ${EVIDENCE}, NULL AS place, NULL AS because FROM reading r JOIN evidence e ON e.id = r.evidence_id
         LEFT JOIN receipt s ON s.id = e.receipt_id AND s.withdrawn = 0 ${STANDING}
       WHERE ${NOT_READ} ORDER BY e.number`,
    )
    .map(toEntry);
  const parts = db
    .all(
      `SELECT ${EVIDENCE}, min(u.ordinal) AS first, u.place, u.because, count(*) AS n FROM unreadable u JOIN reading r ON r.id = u.reading_id
         JOIN evidence e ON e.id = r.evidence_id
         LEFT JOIN receipt s ON s.id = e.receipt_id AND s.withdrawn = 0 ${STANDING}
       WHERE u.withdrawn = 0 AND r.withdrawn = 0 AND e.id NOT IN (SELECT evidence_id FROM hidden_evidence)
         AND r.reader IS NOT '${PERSON_READER}' GROUP BY e.id ORDER BY e.number`,
    )
    .map(toPart);
  const whole = new Set(files.map(({ evidenceId }) => evidenceId));
  const rest = parts.filter(({ evidenceId }) => !whole.has(evidenceId));
  const entries = [...files, ...rest].toSorted((a, b) => a.number - b.number);
  const { notRead, described } = notReadCounts(db);
  return NotReadList.parse({ total: notRead, described, parts: rest.length, entries });
}

const EVIDENCE = `e.id, e.number, e.name, e.bytes, e.received_at, s.from_whom, r.outcome, t.kind AS described_kind, t.made_by,
  t.at AS described_at, t.complete, ${DESCRIBED} AS described,
  (SELECT c.by || char(10) || c.at FROM word_correction c JOIN item i ON i.id = c.item_id
     WHERE i.evidence_id = e.id AND c.withdrawn = 0 ORDER BY c.rowid DESC LIMIT 1) AS typed`;
/** The transcript or description that stands, a complete one before one of a part. */
const STANDING = `LEFT JOIN transcript t ON t.id = (SELECT t.id FROM transcript t
  WHERE t.evidence_id = e.id AND t.withdrawn = 0 ORDER BY t.complete DESC, t.rowid DESC LIMIT 1)`;

function toEntry(row: Row): NotReadEntry {
  const outcome = must(jsonOrNull(row, 'outcome', FileOutcome), 'a finished reading has its outcome');
  const what =
    outcome.outcome === 'rejected' ? 'file' : outcome.reader?.startsWith(UNHEARD) === true ? 'recording' : 'picture';
  return { ...common(row, outcome), what, place: null, because: becauseOf(what, outcome), described: describedOf(row) };
}

function toPart(row: Row): NotReadEntry {
  const n = integer(row, 'n');
  const because = text(row, 'because');
  return {
    ...common(row, jsonOrNull(row, 'outcome', FileOutcome)),
    what: 'part',
    place: text(row, 'place'),
    because: n === 1 ? because : `${n} records could not be read. The first: ${because}`,
    described: describedOf(row),
  };
}

function common(row: Row, outcome: FileOutcome | null) {
  return {
    evidenceId: text(row, 'id'),
    number: integer(row, 'number'),
    name: text(row, 'name'),
    format: outcome?.format ?? null,
    bytes: integer(row, 'bytes'),
    durationSec: outcome?.durationSec ?? null,
    receivedAt: text(row, 'received_at'),
    fromWhom: textOrNull(row, 'from_whom'),
  };
}

function becauseOf(what: 'file' | 'recording' | 'picture', outcome: FileOutcome): string {
  switch (what) {
    case 'file':
      return outcome.error ?? 'Not said.';
    case 'recording':
      return ['The words of a recording are not read by machine.', ...outcome.warnings].join(' ');
    case 'picture':
      return 'No words could be read in this picture; what it shows, a machine does not say.';
  }
}

function describedOf(row: Row): NotReadEntry['described'] {
  const kind = textOrNull(row, 'described_kind');
  if (kind !== null) {
    return {
      kind: kind === 'transcript' ? 'transcript' : 'description',
      madeBy: text(row, 'made_by'),
      at: text(row, 'described_at'),
      complete: integer(row, 'complete') === 1,
    };
  }
  const [by, at] = textOrNull(row, 'typed')?.split('\n') ?? [];
  return by === undefined || at === undefined ? null : { kind: 'description', madeBy: by, at, complete: true };
}
