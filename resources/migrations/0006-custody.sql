-- Who may see what, which copies left the building, who holds which fingerprint, and time-stamps of others.

-- Takes a row of a recorded table out of the ordinary compartment; rows that hang on it go with it. A row in two
-- compartments is given only to whoever may have both.
CREATE TABLE compartment (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  tbl TEXT NOT NULL,
  row_id TEXT NOT NULL,
  compartment TEXT NOT NULL CHECK (compartment IN ('counsel', 'compelled-statement', 'child-protection', 'title-ix')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (tbl, row_id, compartment)
) STRICT;

-- A copy of the case that was made for somebody. `entries` and `fingerprint` say how far it goes; the two hashes bind
-- the folder that was written to the signed line which says so.
CREATE TABLE copy_made (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  audience TEXT NOT NULL CHECK (audience IN ('full', 'employee-union', 'board', 'records', 'counsel')),
  recipient TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  entries INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  tags_sha256 TEXT NOT NULL,                 -- over the tag files that were written before this row
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  withheld TEXT NOT NULL CHECK (json_valid(withheld))  -- how many of which kind on which ground
) STRICT;

-- Who was told a fingerprint, beside those that documents and copies print.
CREATE TABLE fingerprint_given (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  fingerprint TEXT NOT NULL,
  recipient TEXT NOT NULL,
  how TEXT NOT NULL,
  given_at TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- An RFC 3161 request over a checkpoint, and the authority's answer once it came back. DER in base64.
CREATE TABLE time_stamp (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  request TEXT NOT NULL,
  response TEXT,
  stamped_at TEXT,                           -- as the authority says
  authority TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
