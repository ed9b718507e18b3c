-- People's work upon what was read. Items never change: what a person settles, corrects, writes down or translates stands
-- in rows of its own, and each of them can be reversed.

-- How the dates of one source are to be read, where the source itself leaves it open.
CREATE TABLE time_reading (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  day_order TEXT CHECK (day_order IS NULL OR day_order IN ('day-month', 'month-day')),
  half TEXT CHECK (half IS NULL OR half IN ('as-written', 'afternoon')),
  zone TEXT,                                 -- IANA zone of times without one
  captured_at TEXT,                          -- wall clock from which "2h ago" is counted
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  corrects TEXT REFERENCES time_reading (id),
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX time_reading_by_evidence ON time_reading (evidence_id);

-- A person's words for a run of an item's text as the machine read it; an added line has no letters of its own there.
CREATE TABLE word_correction (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  item_id TEXT NOT NULL REFERENCES item (id),
  start_at INTEGER NOT NULL,                 -- UTF-16 code units of the text as the machine read it
  end_at INTEGER NOT NULL,
  page INTEGER NOT NULL,
  box TEXT CHECK (box IS NULL OR json_valid(box)),
  was TEXT NOT NULL,
  words TEXT NOT NULL,
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  corrects TEXT REFERENCES word_correction (id),
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX word_correction_by_item ON word_correction (item_id);

-- A person's transcript or description of what no machine reads. Its lines are items of a reading by `person`.
CREATE TABLE transcript (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  reading_id TEXT NOT NULL REFERENCES reading (id),
  kind TEXT NOT NULL CHECK (kind IN ('transcript', 'description')),
  language TEXT,
  made_by TEXT NOT NULL,
  consent TEXT,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  corrects TEXT REFERENCES transcript (id),
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX transcript_by_evidence ON transcript (evidence_id);
CREATE INDEX reading_withdrawn ON reading (id) WHERE withdrawn = 1;

-- What an item says in another language, and who says so.
CREATE TABLE translation (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  item_id TEXT NOT NULL REFERENCES item (id),
  language TEXT NOT NULL,
  words TEXT NOT NULL,
  translator TEXT NOT NULL,
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX translation_by_item ON translation (item_id);

-- Worked out from the rows above, and made anew from them at any time: an item's time as settled, its words as corrected.
CREATE TABLE item_time (
  number INTEGER PRIMARY KEY REFERENCES item (number),
  evidence_id TEXT NOT NULL,
  sort_time TEXT,
  ambiguous INTEGER NOT NULL CHECK (ambiguous IN (0, 1)),
  moment TEXT NOT NULL CHECK (json_valid(moment))
) STRICT;
CREATE INDEX item_time_by_evidence ON item_time (evidence_id);
CREATE TABLE item_reworded (
  number INTEGER PRIMARY KEY REFERENCES item (number),
  text TEXT NOT NULL,
  regions TEXT NOT NULL CHECK (json_valid(regions))
) STRICT;
CREATE VIRTUAL TABLE person_words USING fts5 (
  text, title, people, translation,
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '2 3'
);

CREATE INDEX item_with_open_date ON item (evidence_id) WHERE ambiguous = 1;
CREATE INDEX picture_without_words ON item (evidence_id) WHERE kind = 'picture' AND text = '';

-- What may not be looked at. A lock stands until it is lifted; what a removal took is gone.

-- How the pictures of a receipt sheet were taken off the phone; null where nobody said.
ALTER TABLE receipt ADD COLUMN taken_off TEXT;

-- A source that nobody may look at any more: a picture that must not be kept, privileged or misfiled material.
CREATE TABLE evidence_lock (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  because TEXT NOT NULL CHECK (because IN ('unclothed-minor', 'privileged', 'misfiled')),
  alike_to TEXT REFERENCES evidence (id),    -- locked because it looks like this one
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT,
  lifted_reason TEXT,
  CHECK ((lifted_at IS NULL) = (lifted_reason IS NULL))
) STRICT;
CREATE INDEX evidence_lock_by_evidence ON evidence_lock (evidence_id);

-- What counsel decided of material that was obtained in a way the law may forbid; the newest decision counts.
CREATE TABLE quarantine_decision (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  receipt_id TEXT REFERENCES receipt (id),
  evidence_id TEXT REFERENCES evidence (id),
  decision TEXT NOT NULL CHECK (decision IN ('release', 'keep-barred')),
  reason TEXT NOT NULL,
  counsel TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  CHECK ((receipt_id IS NULL) <> (evidence_id IS NULL))
) STRICT;
CREATE INDEX quarantine_decision_by_evidence ON quarantine_decision (evidence_id);
CREATE INDEX evidence_by_receipt ON evidence (receipt_id);

-- A file that was never taken in, because of what it shows: no bytes, no hash, no picture of it.
CREATE TABLE stopped_file (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  receipt_id TEXT REFERENCES receipt (id),
  where_it_is TEXT,
  called TEXT,                               -- whom, when, under which number
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- A written instruction to remove a source, and what was done. `finished_at` says that copies in reach are gone as well.
CREATE TABLE removal (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn = 0),
  number INTEGER NOT NULL UNIQUE,
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  because TEXT NOT NULL CHECK (because IN ('unclothed-minor', 'privileged', 'misfiled')),
  instructed_by TEXT NOT NULL,
  instructed_on TEXT NOT NULL,
  reference TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  finished_at TEXT
) STRICT;

-- Every recorded row that the removal emptied, took away, or took the bytes of.
CREATE TABLE removal_row (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn = 0),
  removal_id TEXT NOT NULL REFERENCES removal (id),
  tbl TEXT NOT NULL,
  row_id TEXT NOT NULL,
  fate TEXT NOT NULL CHECK (fate IN ('emptied', 'gone', 'bytes-gone')),
  UNIQUE (tbl, row_id, fate)
) STRICT;

-- Copies that the program cannot reach, to be removed by hand.
CREATE TABLE removal_copy (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  removal_id TEXT NOT NULL REFERENCES removal (id),
  words TEXT NOT NULL,
  dealt_with_at TEXT,
  dealt_with_by TEXT,
  dealt_with_how TEXT
) STRICT;

-- A graphic picture that is shown only when somebody asks for it.
CREATE TABLE veil (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL UNIQUE REFERENCES evidence (id),
  veiled INTEGER NOT NULL CHECK (veiled IN (0, 1)),
  because TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- Who was asked for what a picture leaves out, and what came of it.
CREATE TABLE context_request (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  whom TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('waiting', 'handed-over', 'refused', 'no-longer-there')),
  answered_at TEXT,
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX context_request_by_evidence ON context_request (evidence_id);

-- Worked out at reading and made anew at any time: how a picture looks, which words an item has, and what is alike.
CREATE TABLE picture_print (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
  print TEXT NOT NULL                        -- 512 steps of brightness as hex digits
) STRICT;
CREATE TABLE item_alike (
  one TEXT NOT NULL REFERENCES item (id),
  other TEXT NOT NULL REFERENCES item (id),
  kind TEXT NOT NULL CHECK (kind IN ('picture', 'message')),
  because TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_alike_other ON item_alike (other);
CREATE TABLE alike_upto (id TEXT PRIMARY KEY CHECK (id = 'item'), number INTEGER NOT NULL) STRICT;

-- Sources under a lock or removed, with everything inside them and everything that has the same bytes.
CREATE VIEW locked_evidence (evidence_id) AS
  WITH RECURSIVE inside (id) AS (
    SELECT same.id FROM evidence_lock l JOIN evidence e ON e.id = l.evidence_id JOIN evidence same ON same.sha256 = e.sha256
      WHERE l.withdrawn = 0 AND l.lifted_at IS NULL
    UNION SELECT row_id FROM removal_row WHERE tbl = 'evidence' AND fate = 'emptied'
    UNION SELECT e.id FROM inside JOIN evidence e ON e.parent_id = inside.id)
  SELECT id FROM inside;

-- Sources set apart for counsel: obtained in one of the ways that Conn. Gen. Stat. 31-40x bars, unless counsel released
-- them; or kept barred by counsel. A decision about one file goes before the one about its sheet, and holds for its members.
CREATE VIEW set_apart_evidence (evidence_id) AS
  WITH RECURSIVE
    newest (receipt_id, evidence_id, decision) AS (
      SELECT receipt_id, evidence_id, decision FROM quarantine_decision d WHERE withdrawn = 0 AND number = (
        SELECT max(number) FROM quarantine_decision o WHERE o.withdrawn = 0
          AND o.receipt_id IS d.receipt_id AND o.evidence_id IS d.evidence_id)),
    barred_sheet (id) AS (
      SELECT r.id FROM receipt r LEFT JOIN newest n ON n.receipt_id = r.id
      WHERE r.withdrawn = 0 AND coalesce(n.decision, CASE WHEN r.how_obtained IN
        ('login-demanded', 'logged-in-in-presence', 'friend-request-required') THEN 'keep-barred' END) = 'keep-barred'),
    inside (id) AS (
      SELECT e.id FROM barred_sheet b JOIN evidence e ON e.receipt_id = b.id WHERE e.parent_id IS NULL
        AND e.id NOT IN (SELECT evidence_id FROM newest WHERE evidence_id IS NOT NULL AND decision = 'release')
      UNION SELECT evidence_id FROM newest WHERE evidence_id IS NOT NULL AND decision = 'keep-barred'
      UNION SELECT e.id FROM inside JOIN evidence e ON e.parent_id = inside.id
        WHERE e.id NOT IN (SELECT evidence_id FROM newest WHERE evidence_id IS NOT NULL AND decision = 'release'))
  SELECT id FROM inside;

-- What search, suggestions, lists, documents and copies never see.
CREATE VIEW hidden_evidence (evidence_id) AS
  SELECT evidence_id FROM locked_evidence UNION SELECT evidence_id FROM set_apart_evidence;
-- Bytes that are given to nobody: those of hidden sources and of every container around one.
CREATE VIEW closed_bytes (evidence_id) AS
  WITH RECURSIVE around (id) AS (
    SELECT evidence_id FROM hidden_evidence
    UNION SELECT row_id FROM removal_row WHERE tbl = 'evidence'
    UNION SELECT e.parent_id FROM around JOIN evidence e ON e.id = around.id WHERE e.parent_id IS NOT NULL)
  SELECT id FROM around;
-- A reading that was withdrawn, such as a transcript that a better one took the place of, is passed over as well.
CREATE VIEW hidden_item (id, number) AS
  SELECT item.id, item.number FROM hidden_evidence h CROSS JOIN item ON item.evidence_id = h.evidence_id
  UNION ALL SELECT item.id, item.number FROM reading r CROSS JOIN item ON item.reading_id = r.id WHERE r.withdrawn = 1;
CREATE VIEW open_item AS SELECT * FROM item WHERE evidence_id NOT IN (SELECT evidence_id FROM hidden_evidence)
  AND reading_id NOT IN (SELECT id FROM reading WHERE withdrawn = 1);
-- Messages of a photographed conversation stand in the words of their picture already: found once, not twice.
CREATE INDEX item_pictured ON item (number) WHERE derived = 'pictured-message';
CREATE VIEW unsearched_item (number) AS
  SELECT number FROM hidden_item UNION ALL SELECT number FROM item WHERE derived = 'pictured-message';
CREATE VIEW open_mapping AS SELECT * FROM mapping WHERE item_id NOT IN (SELECT id FROM hidden_item);
CREATE VIEW open_suggestion AS SELECT * FROM suggestion WHERE item_id NOT IN (SELECT id FROM hidden_item);
CREATE VIEW open_screen_flag AS SELECT * FROM screen_flag WHERE item_id NOT IN (SELECT id FROM hidden_item);

-- Nothing is taken out of the file but under a recorded removal, and then it leaves nothing else in its place.
DROP TRIGGER content_is_kept;
CREATE TRIGGER content_is_kept BEFORE DELETE ON content WHEN NOT EXISTS (
  SELECT 1 FROM evidence e JOIN removal_row r ON r.tbl = 'evidence' AND r.row_id = e.id WHERE e.sha256 = OLD.sha256)
BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;
DROP TRIGGER chunk_is_kept;
CREATE TRIGGER chunk_is_kept BEFORE DELETE ON content_chunk WHEN NOT EXISTS (
  SELECT 1 FROM evidence e JOIN removal_row r ON r.tbl = 'evidence' AND r.row_id = e.id WHERE e.sha256 = OLD.sha256)
  AND NOT EXISTS (SELECT 1 FROM document d JOIN removal_row r ON r.tbl = 'document' AND r.row_id = d.id
    WHERE OLD.sha256 IN (d.input_sha256, d.output_sha256))
BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;
DROP TRIGGER item_is_fixed;
CREATE TRIGGER item_is_fixed BEFORE UPDATE ON item WHEN NOT (
  EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'evidence' AND r.row_id = OLD.evidence_id AND r.fate = 'emptied')
  AND NEW.number = OLD.number AND NEW.id = OLD.id AND NEW.evidence_id = OLD.evidence_id AND NEW.reading_id = OLD.reading_id
  AND NEW.ordinal = OLD.ordinal AND NEW.seq = OLD.seq AND NEW.digest = OLD.digest AND NEW.body = '{}' AND NEW.text = ''
  AND NEW.people = '' AND coalesce(NEW.title, NEW.author, NEW.author_handle, NEW.thread_id, NEW.platform, NEW.sort_time) IS NULL)
BEGIN SELECT raise(ABORT, 'items never change'); END;
DROP TRIGGER evidence_is_fixed;
CREATE TRIGGER evidence_is_fixed BEFORE UPDATE OF id, number, parent_id, path, name, sha256, bytes, received_at ON evidence
WHEN NOT (
  EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'evidence' AND r.row_id = OLD.id AND r.fate = 'emptied')
  AND NEW.sha256 = 'removed' AND NEW.id = OLD.id AND NEW.number = OLD.number AND NEW.parent_id IS OLD.parent_id
  AND NEW.path = OLD.path AND NEW.name = OLD.name AND NEW.bytes = OLD.bytes AND NEW.received_at = OLD.received_at)
BEGIN SELECT raise(ABORT, 'received evidence never changes'); END;
DROP TRIGGER ledger_change_is_append_only;
CREATE TRIGGER ledger_change_is_append_only BEFORE UPDATE ON ledger_change WHEN NOT (
  EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = OLD.tbl AND r.row_id = OLD.row_id AND r.fate IN ('emptied', 'gone'))
  AND NEW.seq = OLD.seq AND NEW.ordinal = OLD.ordinal AND NEW.tbl = OLD.tbl AND NEW.row_id = OLD.row_id
  AND (NEW.before IS OLD.before OR NEW.before = '{}') AND (OLD.before IS NULL) = (NEW.before IS NULL)
  AND (NEW.after = OLD.after OR NEW.after = '{}'))
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
