-- The district's own agreements, calendars and confirmations, the records of the procedure, and counsel's worksheet.

-- A signed district file as it was taken in: `text` is the file, byte for byte.
CREATE TABLE district_file (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  key_id TEXT NOT NULL,                      -- first 32 hex digits of SHA-256 over the signer's public key (DER)
  signed_by TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- An agreement that was added or edited: of one id and version the last row that stands holds.
CREATE TABLE agreement_pack (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  pack TEXT NOT NULL,
  version TEXT NOT NULL,
  yaml TEXT NOT NULL,
  file_id TEXT REFERENCES district_file (id),  -- null: written in this case
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_pack_by_name ON agreement_pack (pack, version);

-- The calendar as it was from this row on; the last one that stands holds.
CREATE TABLE calendar_version (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  calendar TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  about TEXT NOT NULL,
  file_id TEXT REFERENCES district_file (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- HR compared an article with the signed paper, or took that back. `digest` is of the article and of what rests on it.
CREATE TABLE article_confirmation (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  pack TEXT NOT NULL,
  version TEXT NOT NULL,
  article TEXT NOT NULL,
  digest TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'taken-back')),
  confirmed_by TEXT NOT NULL,
  confirmed_on TEXT NOT NULL,
  page TEXT,
  reason TEXT CHECK (state = 'confirmed' OR reason IS NOT NULL),
  file_id TEXT REFERENCES district_file (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX article_confirmation_by_article ON article_confirmation (pack, version, article);

-- An interview as it was written down; locked when it is signed.
CREATE TABLE interview (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  respondent_id TEXT NOT NULL REFERENCES person (id),
  held_at TEXT NOT NULL,
  ended_at TEXT,
  place TEXT,
  manner TEXT NOT NULL CHECK (manner IN ('voluntary', 'compelled')),
  present TEXT NOT NULL CHECK (json_valid(present)),
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  signed_at TEXT,
  signed_by TEXT CHECK ((signed_by IS NULL) = (signed_at IS NULL)),
  sha256 TEXT,                               -- over what was signed
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE TRIGGER signed_interview_is_locked BEFORE UPDATE ON interview WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed interview never changes'); END;

-- What turned out to be wrong in a signed interview stands beside it.
CREATE TABLE interview_erratum (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  interview_id TEXT NOT NULL REFERENCES interview (id),
  line INTEGER,                              -- number of the question; null: the record as a whole
  words TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- Discipline of the past: always kept; whether it may be relied on is worked out from the agreement.
CREATE TABLE past_discipline (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  respondent_id TEXT NOT NULL REFERENCES person (id),
  item TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  subject TEXT,
  conduct TEXT NOT NULL CHECK (json_valid(conduct)),
  move_requested_on TEXT,
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- Counsel's compartment: no document but the worksheet reads these two tables.
CREATE TABLE counsel_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  respondent_id TEXT NOT NULL REFERENCES person (id),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  words TEXT NOT NULL,
  missing TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (respondent_id, question)
) STRICT;

CREATE TABLE counsel_comparator (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  respondent_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  conduct TEXT NOT NULL,
  outcome TEXT NOT NULL,
  alike TEXT NOT NULL,
  unlike TEXT NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
