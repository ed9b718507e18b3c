-- The investigator's reasoning between the clause grid and the referral.

-- Complaints and people

-- How the complaint came to be made: when the district first knew and from whom, and whether the complainant saw it.
ALTER TABLE complaint ADD COLUMN knowledge TEXT CHECK (knowledge IS NULL OR json_valid(knowledge));

-- What was recorded of a complaint before somebody corrected it, and why it was corrected.
CREATE TABLE complaint_correction (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  complaint_id TEXT NOT NULL REFERENCES complaint (id),
  before TEXT NOT NULL CHECK (json_valid(before)),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- Tenure or probation, positions, breaks within the working day, days off; null where nobody entered any.
ALTER TABLE person ADD COLUMN employment TEXT CHECK (employment IS NULL OR json_valid(employment));

-- An approval on file: the superintendent's for a site, a supervisor's for a contact.
CREATE TABLE approval (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  person_id TEXT NOT NULL REFERENCES person (id),
  what TEXT NOT NULL,
  given_by TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,                            -- null: until it is taken back
  evidence_id TEXT REFERENCES evidence (id),
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;

-- Something that could make an investigator, a decision maker or a witness partial, and what was done about it.
CREATE TABLE conflict (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  person_id TEXT NOT NULL REFERENCES person (id),
  toward_id TEXT REFERENCES person (id),     -- null: toward the matter as a whole
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  handled TEXT NOT NULL CHECK (handled IN ('open', 'replaced', 'disclosed', 'none-needed')),
  handling TEXT CHECK (handled = 'open' OR handling IS NOT NULL),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;

-- Proof that an employee had a policy: a signed acknowledgement, a training, a posting.
CREATE TABLE policy_notice (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  person_id TEXT NOT NULL REFERENCES person (id),
  policy TEXT NOT NULL,
  version TEXT,                              -- null: the paper does not say which version
  how TEXT NOT NULL,
  on_day TEXT NOT NULL,
  evidence_id TEXT REFERENCES evidence (id),
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;

-- Why advice (“should”) was held to bind here: a finding of a breach under an advisory clause needs it.
ALTER TABLE finding ADD COLUMN force_note TEXT;

-- Two entries that were one person: what moved, so that they can be parted again.
CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  kept_id TEXT NOT NULL REFERENCES person (id),
  merged_id TEXT NOT NULL REFERENCES person (id),
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

-- Statements and weighing

-- What an interview is to ask, and why each question is asked.
CREATE TABLE interview_plan (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  questions TEXT NOT NULL CHECK (json_valid(questions)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;

-- Breaks, the recording that was made, and who knew of it; signed with the rest.
ALTER TABLE interview ADD COLUMN breaks TEXT CHECK (breaks IS NULL OR json_valid(breaks));
ALTER TABLE interview ADD COLUMN plan_id TEXT REFERENCES interview_plan (id);
ALTER TABLE interview ADD COLUMN recording_id TEXT REFERENCES evidence (id);
ALTER TABLE interview ADD COLUMN consent TEXT CHECK (consent IS NULL OR consent IN
  ('all-knew', 'some-knew', 'nobody-knew', 'not-known', 'not-applicable'));

-- Words that are being typed and are not recorded yet, so that a crash loses none. No record: it is written over and
-- emptied, stands in no ledger line, and is in no copy.
CREATE TABLE unsaved (
  place TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- What somebody said or wrote about the matter. Locked once it was signed, or signing it was refused.
CREATE TABLE witness_statement (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  given_at TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('written', 'spoken', 'e-mail')),
  manner TEXT NOT NULL CHECK (manner IN ('voluntary', 'compelled')),
  words TEXT NOT NULL,
  is_summary INTEGER NOT NULL CHECK (is_summary IN (0, 1)),
  settled TEXT CHECK (settled IN ('signed', 'refused')),
  settled_at TEXT CHECK ((settled IS NULL) = (settled_at IS NULL)),
  settled_by TEXT,                           -- who signed; or why signing was refused
  sha256 TEXT,                               -- over what was signed or refused
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;
CREATE TRIGGER settled_statement_is_locked BEFORE UPDATE ON witness_statement WHEN OLD.settled IS NOT NULL
BEGIN SELECT raise(ABORT, 'a settled statement never changes'); END;

-- The source that a statement lies in as evidence, so that passages of it can be marked.
CREATE TABLE statement_source (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  statement_id TEXT NOT NULL REFERENCES witness_statement (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  UNIQUE (statement_id, evidence_id)
) STRICT;

-- What the employee answered to one allegation.
CREATE TABLE response_point (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  stance TEXT NOT NULL CHECK (stance IN ('admits', 'denies', 'admits-in-part', 'explains', 'says-nothing')),
  words TEXT NOT NULL,
  taken_up TEXT,                             -- what was made of it; null while nobody said
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (allegation_id)
) STRICT;

-- What was made of a passage that speaks against an allegation.
CREATE TABLE contrary_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  mapping_id TEXT NOT NULL REFERENCES mapping (id),
  words TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (allegation_id, mapping_id)
) STRICT;

-- A fact on which accounts differ, and at last what was believed, with reasons.
CREATE TABLE disputed_fact (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  number INTEGER NOT NULL UNIQUE,
  allegation_id TEXT NOT NULL REFERENCES allegation (id),
  element TEXT,                              -- null: it bears on the whole allegation
  question TEXT NOT NULL,
  context_state TEXT CHECK (context_state IN ('obtained', 'not-obtained', 'not-needed')),
  context_words TEXT,
  believed TEXT REFERENCES account (id),     -- null with reasons: nobody's account was preferred
  reasons TEXT,
  weighed_at TEXT,
  weighed_by TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX disputed_fact_by_allegation ON disputed_fact (allegation_id);

-- What one source says about a disputed fact. Exactly one source is named, so that what is kept apart takes it along.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  fact_id TEXT NOT NULL REFERENCES disputed_fact (id),
  person_id TEXT REFERENCES person (id),     -- null: not known who speaks
  interview_id TEXT REFERENCES interview (id),
  line INTEGER,                              -- number of the question in the interview
  statement_id TEXT REFERENCES witness_statement (id),
  response_id TEXT REFERENCES response (id),
  mapping_id TEXT REFERENCES mapping (id),
  says TEXT NOT NULL,
  quote TEXT,                                -- exact words of the source
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT,
  CHECK ((interview_id IS NOT NULL) + (statement_id IS NOT NULL) + (response_id IS NOT NULL) + (mapping_id IS NOT NULL) = 1),
  CHECK (line IS NULL OR interview_id IS NOT NULL)
) STRICT;
CREATE INDEX account_by_fact ON account (fact_id);

-- Why an account is the more or the less believable. Words only: nothing here adds up.
CREATE TABLE credibility_factor (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  factor TEXT NOT NULL CHECK (factor IN
    ('plausibility', 'corroboration', 'consistency', 'motive', 'opportunity', 'demeanour')),
  speaks TEXT NOT NULL CHECK (speaks IN ('for', 'against', 'neither', 'not-known')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (account_id, factor)
) STRICT;

-- Another explanation that was thought of, how it was tried, and what came of it.
CREATE TABLE tried_explanation (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  fact_id TEXT NOT NULL REFERENCES disputed_fact (id),
  explanation TEXT NOT NULL,
  tried TEXT,                                -- null: nobody has tried it yet
  outcome TEXT CHECK (outcome IN ('ruled-out', 'remains', 'could-not-be-tried')),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  withdrawn_reason TEXT,
  CHECK ((tried IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX tried_explanation_by_fact ON tried_explanation (fact_id);

-- Whether an item is what it seems: how it was captured and by whom, what its author says, what bears it out.
CREATE TABLE authenticity (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  item_id TEXT NOT NULL REFERENCES item (id),
  captured TEXT NOT NULL,
  captured_by TEXT,                          -- null: not known
  author_says TEXT NOT NULL CHECK (author_says IN ('admitted', 'denied', 'not-answered', 'not-asked')),
  author_words TEXT,
  corroborated_by TEXT,                      -- null: by nothing
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (item_id)
) STRICT;
