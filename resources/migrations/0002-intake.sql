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
