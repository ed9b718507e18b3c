-- Who changed what opens the case. No passphrase and no key stands here.
CREATE TABLE key_change (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- The right to write: handed over by one holder, taken over by the next. While taken_at is null nobody writes.
CREATE TABLE hand_over (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  from_key TEXT NOT NULL,
  to_name TEXT NOT NULL,
  to_role TEXT NOT NULL,
  to_key TEXT NOT NULL,
  vouched TEXT NOT NULL,
  taken_at TEXT,
  taken_by TEXT,
  taken_key TEXT,
  -- Why somebody else than the one who was named took it.
  taken_reason TEXT
) STRICT;

-- That the case was closed for good: until when it is kept, and which schedule says so.
CREATE TABLE case_closing (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  period TEXT NOT NULL,
  keep_until TEXT,
  authority TEXT NOT NULL
) STRICT;

-- The state's signed approval that a closed case may be destroyed.
CREATE TABLE destruction_approval (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  approved_on TEXT NOT NULL,
  reference TEXT NOT NULL
) STRICT;

-- That the case's key was sealed for the district's escrow; the sealed key itself is in no table.
CREATE TABLE escrow_seal (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  holder TEXT NOT NULL,
  escrow_key TEXT NOT NULL
) STRICT;
