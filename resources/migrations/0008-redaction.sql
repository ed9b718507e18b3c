-- What is taken out of a document before it goes to somebody, and why.

-- Words that a person decided about: to be taken out, or to stay although the program would take them out. The words
-- themselves are the key and never leave the case with a document. `audiences` null: every one that has a profile.
CREATE TABLE redaction_word (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  key TEXT NOT NULL UNIQUE,                  -- the words as they are compared: folded, figures alone for a telephone number
  words TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('remove', 'keep')),
  what TEXT NOT NULL,
  shown TEXT NOT NULL,                       -- what stands in their place
  reason TEXT NOT NULL,
  ground TEXT NOT NULL,
  audiences TEXT CHECK (audiences IS NULL OR json_valid(audiences)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- A place of a picture that a person decided about; in fractions of the picture as it stands upright.
CREATE TABLE redaction_region (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('remove', 'keep')),
  what TEXT NOT NULL CHECK (what IN ('face', 'words', 'other')),
  found_by TEXT NOT NULL CHECK (found_by IN ('drawn', 'lines', 'face-finder')),
  reason TEXT NOT NULL,
  ground TEXT NOT NULL,
  audiences TEXT CHECK (audiences IS NULL OR json_valid(audiences)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_region_by_evidence ON redaction_region (evidence_id);

-- One look of the face finder at one picture. What it found is applied by nobody but a person.
CREATE TABLE face_look (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL UNIQUE REFERENCES evidence (id),
  finder TEXT NOT NULL,
  faces TEXT NOT NULL CHECK (json_valid(faces)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- For whom a document was issued; null before audiences were asked for: the district's own officials.
ALTER TABLE document ADD COLUMN audience TEXT
  CHECK (audience IN ('district', 'employee-union', 'board', 'records', 'counsel'));

-- What was taken out of an issued document, with the words that stood there: the unredacted key.
CREATE TABLE document_removal (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  document_id TEXT NOT NULL REFERENCES document (id),
  place TEXT NOT NULL,
  what TEXT NOT NULL,
  shown TEXT NOT NULL,
  words TEXT NOT NULL CHECK (json_valid(words)),   -- every spelling that was taken out; none for a place of a picture
  times INTEGER NOT NULL,
  reason TEXT NOT NULL,
  ground TEXT NOT NULL
) STRICT;
CREATE INDEX document_removal_by_document ON document_removal (document_id);
