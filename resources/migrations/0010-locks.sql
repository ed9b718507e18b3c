-- Who changed what opens the case. No passphrase and no key stands here.
CREATE TABLE key_change (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
