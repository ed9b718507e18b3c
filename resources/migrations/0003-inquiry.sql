-- What stands inside the inquiry, what was read before a finding, what the screens asked, and what people examined blind.

-- That the employee's best case was read, as it stood: `entries` holds each entry's key and words.
CREATE TABLE best_case_reading (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  respondent_id TEXT NOT NULL REFERENCES person (id),
  reader TEXT NOT NULL,                      -- id of the reader's key
  entries TEXT NOT NULL CHECK (json_valid(entries)),
  sha256 TEXT NOT NULL,                      -- over `entries`
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX best_case_reading_by_respondent ON best_case_reading (respondent_id);

-- A clause that the inquiry was widened to, beside those of the allegations.
CREATE TABLE scope_clause (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  policy TEXT NOT NULL,
  clause TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;

-- What is suggested outside the complaint was opened, why, and how much there was.
CREATE TABLE outside_opening (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  reason TEXT NOT NULL,
  items INTEGER NOT NULL,
  suggestions INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  closed_at TEXT
) STRICT;

-- What an employee agreed to hand over of one source: days and conversations. Null leaves that side open.
CREATE TABLE agreed_limit (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  from_day TEXT,
  to_day TEXT,
  threads TEXT CHECK (threads IS NULL OR json_valid(threads)),
  agreed_with TEXT NOT NULL,
  agreed_on TEXT NOT NULL,
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT,
  CHECK (from_day IS NOT NULL OR to_day IS NOT NULL OR threads IS NOT NULL)
) STRICT;
CREATE INDEX agreed_limit_by_evidence ON agreed_limit (evidence_id);

-- Items that no agreement covers: neither listed nor searched nor suggested, only counted. What has no certain day is not
-- within agreed days. A view, so that a reversed limit holds nothing back.
CREATE VIEW beyond_agreement AS
WITH RECURSIVE under (evidence_id, limit_id) AS (
  SELECT evidence_id, id FROM agreed_limit WHERE withdrawn = 0
  UNION
  SELECT e.id, u.limit_id FROM under u JOIN evidence e ON e.parent_id = u.evidence_id
)
SELECT item.id AS item_id, item.number AS number, l.evidence_id AS evidence_id
FROM under u
JOIN agreed_limit l ON l.id = u.limit_id
CROSS JOIN item ON item.evidence_id = u.evidence_id
LEFT JOIN item_time t ON t.number = item.number
WHERE ((l.from_day IS NOT NULL OR l.to_day IS NOT NULL) AND (
    coalesce(t.ambiguous, item.ambiguous) = 1
    OR coalesce(substr(coalesce(t.sort_time, item.sort_time), 1, 10), '') < coalesce(l.from_day, '0000-00-01')
    OR substr(coalesce(t.sort_time, item.sort_time), 1, 10) > coalesce(l.to_day, '9999-12-31')))
  OR (l.threads IS NOT NULL
    AND coalesce(item.thread_id, '') NOT IN (SELECT value FROM json_each(l.threads)));

-- Whatever hides an item hides these too.
DROP VIEW open_mapping;
DROP VIEW open_suggestion;
DROP VIEW open_screen_flag;
DROP VIEW open_item;
DROP VIEW hidden_item;
CREATE VIEW hidden_item (id, number) AS
  -- What hides comes first, its items after it: the other way round every item would be looked at.
  SELECT item.id, item.number FROM hidden_evidence h CROSS JOIN item ON item.evidence_id = h.evidence_id
  UNION ALL SELECT item.id, item.number FROM reading r CROSS JOIN item ON item.reading_id = r.id WHERE r.withdrawn = 1
  UNION ALL SELECT item_id, number FROM beyond_agreement;
CREATE VIEW open_item AS SELECT * FROM item WHERE evidence_id NOT IN (SELECT evidence_id FROM hidden_evidence)
  AND reading_id NOT IN (SELECT id FROM reading WHERE withdrawn = 1)
  AND id NOT IN (SELECT item_id FROM beyond_agreement);
CREATE VIEW open_mapping AS SELECT * FROM mapping WHERE item_id NOT IN (SELECT id FROM hidden_item);
CREATE VIEW open_suggestion AS SELECT * FROM suggestion WHERE item_id NOT IN (SELECT id FROM hidden_item);
CREATE VIEW open_screen_flag AS SELECT * FROM screen_flag WHERE item_id NOT IN (SELECT id FROM hidden_item);

-- Clauses that stand inside the inquiry: those of the allegations and those that it was widened to.
CREATE VIEW scope_now (policy, clause) AS
  SELECT policy, clause FROM allegation WHERE withdrawn = 0
  UNION SELECT policy, clause FROM scope_clause WHERE withdrawn = 0;
CREATE VIEW adopted_policy (policy, from_day, to_day) AS
  SELECT p.value ->> 'policy', p.value ->> 'inForceFrom', p.value ->> 'inForceTo'
  FROM case_info, json_each(case_info.district, '$.policies') p WHERE case_info.district IS NOT NULL;
-- Suggestions under a policy that the district had adopted on the day of the item; without a day nothing says that it had not.
CREATE VIEW adopted_suggestion AS
  SELECT s.* FROM open_suggestion s JOIN item ON item.id = s.item_id LEFT JOIN item_time t ON t.number = item.number
  WHERE coalesce(t.sort_time, item.sort_time) IS NULL OR EXISTS (
    SELECT 1 FROM adopted_policy a WHERE a.policy = s.policy
      AND a.from_day <= substr(coalesce(t.sort_time, item.sort_time), 1, 10)
      AND (a.to_day IS NULL OR substr(coalesce(t.sort_time, item.sort_time), 1, 10) <= a.to_day));
-- Until something is alleged nothing can stand outside of it.
CREATE VIEW inside_suggestion AS
  SELECT s.* FROM adopted_suggestion s
  WHERE NOT EXISTS (SELECT 1 FROM scope_now) OR (s.policy, s.clause) IN (SELECT policy, clause FROM scope_now);
-- What is shown: the inside, and once somebody opened it with a reason, the outside too.
CREATE VIEW shown_suggestion AS
  SELECT s.* FROM adopted_suggestion s
  WHERE NOT EXISTS (SELECT 1 FROM scope_now) OR (s.policy, s.clause) IN (SELECT policy, clause FROM scope_now)
    OR EXISTS (SELECT 1 FROM outside_opening WHERE withdrawn = 0 AND closed_at IS NULL);

-- An answer to one of a screen's questions, for one allegation.
CREATE TABLE screen_question_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  screen TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'not-known', 'not-applicable')),
  words TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (allegation_id, question)
) STRICT;

-- A reason to suspect danger to a child: when somebody learned of it, and what was decided. No words of the child stand here.
CREATE TABLE report_clock (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  item_id TEXT REFERENCES item (id),
  child_id TEXT REFERENCES person (id),
  decision TEXT NOT NULL CHECK (decision IN ('to-report', 'not-reportable')),
  known_at TEXT NOT NULL,
  known_by TEXT NOT NULL,
  reason TEXT CHECK (decision = 'to-report' OR reason IS NOT NULL),
  consulted TEXT,
  event_id TEXT REFERENCES case_event (id),  -- the event from which the law counts its hours
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX report_clock_by_item ON report_clock (item_id);

-- Who was told of it, and when.
CREATE TABLE report_told (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  clock_id TEXT NOT NULL REFERENCES report_clock (id),
  what TEXT NOT NULL CHECK (what IN ('oral-report', 'written-report', 'copy-to-school', 'superintendent', 'supervisor')),
  told_at TEXT NOT NULL,
  told_to TEXT NOT NULL,
  told_by TEXT NOT NULL,
  reference TEXT,
  event_id TEXT REFERENCES case_event (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX report_told_by_clock ON report_told (clock_id);

-- A random sample that people examine without seeing what the machine, or each other, made of it.
CREATE TABLE blind_sample (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  purpose TEXT NOT NULL CHECK (purpose IN ('missed', 'second-reading')),
  population INTEGER NOT NULL,
  seed TEXT NOT NULL,
  clauses TEXT NOT NULL CHECK (json_valid(clauses)),
  items TEXT NOT NULL CHECK (json_valid(items)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE TABLE blind_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  sample_id TEXT NOT NULL REFERENCES blind_sample (id),
  item_id TEXT NOT NULL REFERENCES item (id),
  clauses TEXT NOT NULL CHECK (json_valid(clauses)),
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (sample_id, item_id, by)
) STRICT;
CREATE INDEX blind_answer_by_sample ON blind_answer (sample_id);

-- A policy that does not come with Evenhand, as the case was made with it: the pack, and the text that it quotes.
CREATE TABLE policy_pack (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  policy TEXT NOT NULL,
  version TEXT NOT NULL,
  yaml TEXT NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
