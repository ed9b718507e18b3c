CREATE INDEX evidence_by_content ON evidence (sha256);

CREATE INDEX evidence_by_parent ON evidence (parent_id);

CREATE INDEX finding_by_allegation ON finding (allegation_id);

CREATE INDEX item_by_author ON item (author, author_handle);

CREATE INDEX item_by_evidence ON item (evidence_id, ordinal);

CREATE INDEX item_by_seq ON item (seq);

CREATE INDEX item_by_time ON item (sort_time, number);

CREATE INDEX ledger_change_by_row ON ledger_change (tbl, row_id, seq);

CREATE INDEX mapping_by_clause ON mapping (policy, clause, element);

CREATE INDEX mapping_by_item ON mapping (item_id);

CREATE INDEX reading_by_evidence ON reading (evidence_id);

CREATE INDEX reading_open ON reading (state) WHERE state <> 'complete';

CREATE INDEX screen_flag_by_item ON screen_flag (item_id);

CREATE INDEX suggestion_by_clause ON suggestion (policy, clause);

CREATE INDEX suggestion_decision_by_item ON suggestion_decision (item_id, policy, clause);

CREATE TABLE actor (
  id TEXT PRIMARY KEY,                       -- first 32 hex digits of SHA-256 over the public key (DER)
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  public_key TEXT NOT NULL,                  -- Ed25519, SPKI, PEM
  vouched_by TEXT REFERENCES actor (id),
  first_seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE allegation (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  respondent_id TEXT NOT NULL REFERENCES person (id),
  policy TEXT NOT NULL,
  policy_version TEXT NOT NULL,
  clause TEXT NOT NULL,
  conduct_on TEXT NOT NULL,
  specification TEXT NOT NULL CHECK (json_valid(specification)),
  policy_known TEXT,
  withdrawn_reason TEXT
) STRICT;

CREATE TABLE case_event (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  respondent_id TEXT REFERENCES person (id),
  details TEXT NOT NULL CHECK (json_valid(details)),
  note TEXT,
  recorded_at TEXT NOT NULL,
  by TEXT NOT NULL,
  corrects TEXT REFERENCES case_event (id)
) STRICT;

CREATE TABLE case_info (
  id TEXT PRIMARY KEY CHECK (id = 'case'),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn = 0),
  case_id TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  created_at TEXT NOT NULL,
  district TEXT CHECK (district IS NULL OR json_valid(district)),
  stands_at TEXT,                            -- sample cases only: the moment from which deadlines are looked at
  made_by_version TEXT NOT NULL
) STRICT;

CREATE TABLE checkpoint (
  seq INTEGER PRIMARY KEY REFERENCES ledger (seq) DEFERRABLE INITIALLY DEFERRED,
  body TEXT NOT NULL,
  signature TEXT NOT NULL,                   -- Ed25519 over the UTF-8 bytes of body, base64
  fingerprint TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE complaint (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  received_at TEXT NOT NULL,
  channel TEXT NOT NULL,
  complainant TEXT,
  words TEXT NOT NULL,
  about TEXT NOT NULL CHECK (json_valid(about)),
  received_by TEXT,
  promised TEXT
) STRICT;

CREATE TABLE content (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  chunks INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content_chunk (
  sha256 TEXT NOT NULL REFERENCES content (sha256),
  ordinal INTEGER NOT NULL,
  encoding TEXT NOT NULL CHECK (encoding IN ('raw', 'deflate')),
  data BLOB NOT NULL,
  PRIMARY KEY (sha256, ordinal)
) STRICT;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  respondent_id TEXT REFERENCES person (id),
  issued_at TEXT NOT NULL,
  by TEXT NOT NULL,
  template_version TEXT NOT NULL,
  standard TEXT NOT NULL,
  pages INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  input_sha256 TEXT NOT NULL REFERENCES content (sha256),
  output_sha256 TEXT NOT NULL REFERENCES content (sha256)
) STRICT;

CREATE TABLE element_decision (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  element TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('met', 'not-met', 'inconclusive', 'not-examined')),
  reason TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (allegation_id, element)
) STRICT;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  receipt_id TEXT REFERENCES receipt (id),
  parent_id TEXT REFERENCES evidence (id),
  member_ordinal INTEGER,
  role TEXT NOT NULL CHECK (role IN ('given', 'attachment', 'entry')),
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES content (sha256),
  bytes INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  zone TEXT,
  owner_id TEXT REFERENCES person (id),      -- whose phone or account it was taken from, where a person said so
  duplicate_of TEXT REFERENCES evidence (id)
) STRICT;

CREATE TABLE exception_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  exception TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('applies', 'does-not-apply', 'not-known')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (allegation_id, exception)
) STRICT;

CREATE TABLE exhibit (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,            -- A-1, A-2 …: given once and for good
  evidence_id TEXT NOT NULL UNIQUE REFERENCES evidence (id)
) STRICT;

CREATE TABLE fact (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  item_id TEXT REFERENCES item (id),
  words TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  fact TEXT NOT NULL CHECK (fact IN ('proved', 'not-proved', 'disproved', 'inconclusive')),
  policy TEXT NOT NULL CHECK (policy IN ('breach', 'no-breach', 'protected', 'not-bound', 'policy-unclear', 'not-reached')),
  standard TEXT NOT NULL CHECK (standard IN ('preponderance', 'clear-and-convincing')),
  reasons TEXT NOT NULL,
  contrary_answered TEXT,
  credibility TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  supersedes TEXT REFERENCES finding (id)
) STRICT;

CREATE TABLE first_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  question TEXT NOT NULL UNIQUE,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'not-known')),
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

CREATE TABLE item (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  reading_id TEXT NOT NULL REFERENCES reading (id),
  ordinal INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES ledger (seq) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  platform TEXT,
  author TEXT,
  author_handle TEXT,
  thread_id TEXT,
  derived TEXT,
  sort_time TEXT,                            -- local wall clock, for order only
  ambiguous INTEGER NOT NULL CHECK (ambiguous IN (0, 1)),
  title TEXT,
  people TEXT NOT NULL,                      -- names and handles, for search
  text TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  digest TEXT NOT NULL,
  UNIQUE (reading_id, ordinal)
) STRICT;

CREATE VIRTUAL TABLE item_words USING fts5 (
  text, title, people,
  content = 'item',
  content_rowid = 'number',
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '2 3'
);

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  did TEXT NOT NULL,
  reversible INTEGER NOT NULL CHECK (reversible IN (0, 1)),
  reverses INTEGER REFERENCES ledger (seq),
  body TEXT NOT NULL CHECK (json_valid(body)),
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE ledger_change (
  seq INTEGER NOT NULL REFERENCES ledger (seq) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE look_through (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  policies TEXT NOT NULL CHECK (json_valid(policies)),
  items INTEGER NOT NULL,
  suggestions INTEGER NOT NULL
) STRICT;

CREATE TABLE mapping (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  item_id TEXT NOT NULL REFERENCES item (id),
  policy TEXT NOT NULL,
  clause TEXT NOT NULL,
  element TEXT NOT NULL,
  weighs TEXT NOT NULL CHECK (weighs IN ('for', 'against')),
  passage TEXT NOT NULL CHECK (json_valid(passage)),
  allegation_id TEXT REFERENCES allegation (id),
  reason TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;

CREATE TABLE migration (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  case_role TEXT NOT NULL,
  occupation TEXT NOT NULL,
  position TEXT,
  unit TEXT,
  pseudonym TEXT,
  working_hours TEXT NOT NULL CHECK (json_valid(working_hours)),
  accounts TEXT NOT NULL CHECK (json_valid(accounts)),
  relatives TEXT NOT NULL CHECK (json_valid(relatives)),
  note TEXT
) STRICT;

CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'complete')),
  reader TEXT,
  reader_version INTEGER,
  outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome))
) STRICT;

CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  from_whom TEXT NOT NULL,
  received_at TEXT NOT NULL,
  how_obtained TEXT NOT NULL,
  completeness TEXT NOT NULL,
  original_asked_for TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE response (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  respondent_id TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('received', 'lapsed', 'declined')),
  at TEXT NOT NULL,
  words TEXT CHECK (state <> 'received' OR words IS NOT NULL)
) STRICT;

CREATE TABLE screen_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  allegation_id TEXT NOT NULL UNIQUE REFERENCES allegation (id),
  answer TEXT NOT NULL CHECK (answer IN ('not-protected', 'may-be-protected', 'counsel-asked', 'not-applicable')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

CREATE TABLE screen_flag (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  screen TEXT NOT NULL CHECK (screen IN ('protected-speech', 'mandated-report')),
  kind TEXT NOT NULL,
  because TEXT NOT NULL
) STRICT;

CREATE TABLE suggestion (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id),
  policy TEXT NOT NULL,
  clause TEXT NOT NULL,
  score INTEGER NOT NULL,                    -- per mille; orders tests, never shown
  set_aside INTEGER NOT NULL CHECK (set_aside IN (0, 1)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (item_id, policy, clause)
) STRICT;

CREATE TABLE suggestion_decision (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  item_id TEXT NOT NULL REFERENCES item (id),
  policy TEXT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('relevant', 'not-relevant')),
  reason TEXT CHECK (decision = 'relevant' OR reason IS NOT NULL),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

CREATE TABLE unreadable (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  reading_id TEXT NOT NULL REFERENCES reading (id),
  ordinal INTEGER NOT NULL,
  place TEXT NOT NULL,
  because TEXT NOT NULL,
  UNIQUE (reading_id, ordinal)
) STRICT;

CREATE TRIGGER checkpoint_is_fixed BEFORE UPDATE ON checkpoint BEGIN SELECT raise(ABORT, 'checkpoints never change'); END;

CREATE TRIGGER checkpoint_is_kept BEFORE DELETE ON checkpoint BEGIN SELECT raise(ABORT, 'checkpoints never change'); END;

CREATE TRIGGER chunk_is_fixed BEFORE UPDATE ON content_chunk BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER chunk_is_kept BEFORE DELETE ON content_chunk BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER content_is_fixed BEFORE UPDATE ON content BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER content_is_kept BEFORE DELETE ON content BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER document_is_fixed BEFORE UPDATE OF id, number, kind, output_sha256, input_sha256, fingerprint ON document
BEGIN SELECT raise(ABORT, 'issued documents never change'); END;

CREATE TRIGGER evidence_is_fixed BEFORE UPDATE OF id, number, parent_id, path, name, sha256, bytes, received_at ON evidence
BEGIN SELECT raise(ABORT, 'received evidence never changes'); END;

CREATE TRIGGER item_is_fixed BEFORE UPDATE ON item BEGIN SELECT raise(ABORT, 'items never change'); END;

CREATE TRIGGER item_is_kept BEFORE DELETE ON item BEGIN SELECT raise(ABORT, 'items never change'); END;

CREATE TRIGGER ledger_change_is_append_only BEFORE UPDATE ON ledger_change BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_change_is_kept BEFORE DELETE ON ledger_change BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_is_append_only BEFORE UPDATE ON ledger BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
