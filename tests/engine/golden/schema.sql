CREATE INDEX account_by_fact ON account (fact_id);

CREATE INDEX agreed_limit_by_evidence ON agreed_limit (evidence_id);

CREATE INDEX agreement_pack_by_name ON agreement_pack (pack, version);

CREATE INDEX article_confirmation_by_article ON article_confirmation (pack, version, article);

CREATE INDEX best_case_reading_by_respondent ON best_case_reading (respondent_id);

CREATE INDEX blind_answer_by_sample ON blind_answer (sample_id);

CREATE INDEX context_request_by_evidence ON context_request (evidence_id);

CREATE INDEX disputed_fact_by_allegation ON disputed_fact (allegation_id);

CREATE INDEX document_removal_by_document ON document_removal (document_id);

CREATE INDEX evidence_by_content ON evidence (sha256);

CREATE INDEX evidence_by_parent ON evidence (parent_id);

CREATE INDEX evidence_by_receipt ON evidence (receipt_id);

CREATE INDEX evidence_lock_by_evidence ON evidence_lock (evidence_id);

CREATE INDEX finding_by_allegation ON finding (allegation_id);

CREATE INDEX item_alike_other ON item_alike (other);

CREATE INDEX item_by_author ON item (author, author_handle);

CREATE INDEX item_by_evidence ON item (evidence_id, ordinal);

CREATE INDEX item_by_seq ON item (seq);

CREATE INDEX item_by_time ON item (sort_time, number);

CREATE INDEX item_pictured ON item (number) WHERE derived = 'pictured-message';

CREATE INDEX item_time_by_evidence ON item_time (evidence_id);

CREATE INDEX item_with_open_date ON item (evidence_id) WHERE ambiguous = 1;

CREATE INDEX ledger_change_by_row ON ledger_change (tbl, row_id, seq);

CREATE INDEX mapping_by_clause ON mapping (policy, clause, element);

CREATE INDEX mapping_by_item ON mapping (item_id);

CREATE INDEX picture_without_words ON item (evidence_id) WHERE kind = 'picture' AND text = '';

CREATE INDEX quarantine_decision_by_evidence ON quarantine_decision (evidence_id);

CREATE INDEX reading_by_evidence ON reading (evidence_id);

CREATE INDEX reading_open ON reading (state) WHERE state <> 'complete';

CREATE INDEX reading_withdrawn ON reading (id) WHERE withdrawn = 1;

CREATE INDEX redaction_region_by_evidence ON redaction_region (evidence_id);

CREATE INDEX report_clock_by_item ON report_clock (item_id);

CREATE INDEX report_told_by_clock ON report_told (clock_id);

CREATE INDEX screen_flag_by_item ON screen_flag (item_id);

CREATE INDEX suggestion_by_clause ON suggestion (policy, clause);

CREATE INDEX suggestion_decision_by_item ON suggestion_decision (item_id, policy, clause);

CREATE INDEX time_reading_by_evidence ON time_reading (evidence_id);

CREATE INDEX transcript_by_evidence ON transcript (evidence_id);

CREATE INDEX translation_by_item ON translation (item_id);

CREATE INDEX tried_explanation_by_fact ON tried_explanation (fact_id);

CREATE INDEX word_correction_by_item ON word_correction (item_id);

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

CREATE TABLE actor (
  id TEXT PRIMARY KEY,                       -- first 32 hex digits of SHA-256 over the public key (DER)
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  public_key TEXT NOT NULL,                  -- Ed25519, SPKI, PEM
  vouched_by TEXT REFERENCES actor (id),
  first_seen_at TEXT NOT NULL
) STRICT;

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

CREATE TABLE alike_upto (id TEXT PRIMARY KEY CHECK (id = 'item'), number INTEGER NOT NULL) STRICT;

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

CREATE TABLE case_closing (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  period TEXT NOT NULL,
  keep_until TEXT,
  authority TEXT NOT NULL
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
, knowledge TEXT CHECK (knowledge IS NULL OR json_valid(knowledge))) STRICT;

CREATE TABLE complaint_correction (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  complaint_id TEXT NOT NULL REFERENCES complaint (id),
  before TEXT NOT NULL CHECK (json_valid(before)),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

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

CREATE TABLE destruction_approval (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  approved_on TEXT NOT NULL,
  reference TEXT NOT NULL
) STRICT;

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
, format TEXT CHECK (format IN ('pdf', 'docx')), language TEXT CHECK (language IN ('en', 'es')), audience TEXT
  CHECK (audience IN ('district', 'employee-union', 'board', 'records', 'counsel'))) STRICT;

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

CREATE TABLE document_text (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  respondent_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  part TEXT NOT NULL,
  words TEXT NOT NULL,
  drafted_sha256 TEXT NOT NULL,              -- of the drafted words that they took the place of
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (respondent_id, kind, language, part)
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

CREATE TABLE escrow_seal (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  holder TEXT NOT NULL,
  escrow_key TEXT NOT NULL
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

CREATE TABLE face_look (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL UNIQUE REFERENCES evidence (id),
  finder TEXT NOT NULL,
  faces TEXT NOT NULL CHECK (json_valid(faces)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
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
, force_note TEXT) STRICT;

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

CREATE TABLE first_answer (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  question TEXT NOT NULL UNIQUE,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'not-known')),
  note TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

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
, breaks TEXT CHECK (breaks IS NULL OR json_valid(breaks)), plan_id TEXT REFERENCES interview_plan (id), recording_id TEXT REFERENCES evidence (id), consent TEXT CHECK (consent IS NULL OR consent IN
  ('all-knew', 'some-knew', 'nobody-knew', 'not-known', 'not-applicable'))) STRICT;

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
  digest TEXT NOT NULL, beside TEXT,
  UNIQUE (reading_id, ordinal)
) STRICT;

CREATE TABLE item_alike (
  one TEXT NOT NULL REFERENCES item (id),
  other TEXT NOT NULL REFERENCES item (id),
  kind TEXT NOT NULL CHECK (kind IN ('picture', 'message')),
  because TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_reworded (
  number INTEGER PRIMARY KEY REFERENCES item (number),
  text TEXT NOT NULL,
  regions TEXT NOT NULL CHECK (json_valid(regions))
) STRICT;

CREATE TABLE item_time (
  number INTEGER PRIMARY KEY REFERENCES item (number),
  evidence_id TEXT NOT NULL,
  sort_time TEXT,
  ambiguous INTEGER NOT NULL CHECK (ambiguous IN (0, 1)),
  moment TEXT NOT NULL CHECK (json_valid(moment))
) STRICT;

CREATE VIRTUAL TABLE item_words USING fts5 (
  text, title, people, beside,
  content = 'item',
  content_rowid = 'number',
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '2 3'
);

CREATE TABLE key_change (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

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
, employment TEXT CHECK (employment IS NULL OR json_valid(employment))) STRICT;

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

CREATE VIRTUAL TABLE person_words USING fts5 (
  text, title, people, translation,
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '2 3'
);

CREATE TABLE picture_print (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
  print TEXT NOT NULL                        -- 512 steps of brightness as hex digits
) STRICT;

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
, taken_off TEXT) STRICT;

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

CREATE TABLE removal_copy (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  removal_id TEXT NOT NULL REFERENCES removal (id),
  words TEXT NOT NULL,
  dealt_with_at TEXT,
  dealt_with_by TEXT,
  dealt_with_how TEXT
) STRICT;

CREATE TABLE removal_row (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn = 0),
  removal_id TEXT NOT NULL REFERENCES removal (id),
  tbl TEXT NOT NULL,
  row_id TEXT NOT NULL,
  fate TEXT NOT NULL CHECK (fate IN ('emptied', 'gone', 'bytes-gone')),
  UNIQUE (tbl, row_id, fate)
) STRICT;

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

CREATE TABLE response (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  respondent_id TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('received', 'lapsed', 'declined')),
  at TEXT NOT NULL,
  words TEXT CHECK (state <> 'received' OR words IS NOT NULL)
) STRICT;

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

CREATE TABLE statement_source (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  statement_id TEXT NOT NULL REFERENCES witness_statement (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  UNIQUE (statement_id, evidence_id)
) STRICT;

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
, times_sha256 TEXT) STRICT;

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

CREATE TABLE unreadable (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  reading_id TEXT NOT NULL REFERENCES reading (id),
  ordinal INTEGER NOT NULL,
  place TEXT NOT NULL,
  because TEXT NOT NULL,
  UNIQUE (reading_id, ordinal)
) STRICT;

CREATE TABLE unsaved (
  place TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE veil (
  id TEXT PRIMARY KEY,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  evidence_id TEXT NOT NULL UNIQUE REFERENCES evidence (id),
  veiled INTEGER NOT NULL CHECK (veiled IN (0, 1)),
  because TEXT,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

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

CREATE TRIGGER checkpoint_is_fixed BEFORE UPDATE ON checkpoint BEGIN SELECT raise(ABORT, 'checkpoints never change'); END;

CREATE TRIGGER checkpoint_is_kept BEFORE DELETE ON checkpoint BEGIN SELECT raise(ABORT, 'checkpoints never change'); END;

CREATE TRIGGER chunk_is_fixed BEFORE UPDATE ON content_chunk BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER chunk_is_kept BEFORE DELETE ON content_chunk WHEN NOT EXISTS (
  SELECT 1 FROM evidence e JOIN removal_row r ON r.tbl = 'evidence' AND r.row_id = e.id WHERE e.sha256 = OLD.sha256)
  AND NOT EXISTS (SELECT 1 FROM document d JOIN removal_row r ON r.tbl = 'document' AND r.row_id = d.id
    WHERE OLD.sha256 IN (d.input_sha256, d.output_sha256))
BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER content_is_fixed BEFORE UPDATE ON content BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER content_is_kept BEFORE DELETE ON content WHEN NOT EXISTS (
  SELECT 1 FROM evidence e JOIN removal_row r ON r.tbl = 'evidence' AND r.row_id = e.id WHERE e.sha256 = OLD.sha256)
BEGIN SELECT raise(ABORT, 'evidence bytes never change'); END;

CREATE TRIGGER document_is_fixed BEFORE UPDATE OF id, number, kind, output_sha256, input_sha256, fingerprint ON document
BEGIN SELECT raise(ABORT, 'issued documents never change'); END;

CREATE TRIGGER evidence_is_fixed BEFORE UPDATE OF id, number, parent_id, path, name, sha256, bytes, received_at ON evidence
WHEN NOT (
  EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'evidence' AND r.row_id = OLD.id AND r.fate = 'emptied')
  AND NEW.sha256 = 'removed' AND NEW.id = OLD.id AND NEW.number = OLD.number AND NEW.parent_id IS OLD.parent_id
  AND NEW.path = OLD.path AND NEW.name = OLD.name AND NEW.bytes = OLD.bytes AND NEW.received_at = OLD.received_at)
BEGIN SELECT raise(ABORT, 'received evidence never changes'); END;

CREATE TRIGGER item_is_fixed BEFORE UPDATE ON item WHEN NOT (
  EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'evidence' AND r.row_id = OLD.evidence_id AND r.fate = 'emptied')
  AND NEW.number = OLD.number AND NEW.id = OLD.id AND NEW.evidence_id = OLD.evidence_id AND NEW.reading_id = OLD.reading_id
  AND NEW.ordinal = OLD.ordinal AND NEW.seq = OLD.seq AND NEW.digest = OLD.digest AND NEW.body = '{}' AND NEW.text = ''
  AND NEW.people = '' AND coalesce(NEW.title, NEW.author, NEW.author_handle, NEW.thread_id, NEW.platform, NEW.sort_time,
    NEW.beside) IS NULL)
BEGIN SELECT raise(ABORT, 'items never change'); END;

CREATE TRIGGER item_is_kept BEFORE DELETE ON item BEGIN SELECT raise(ABORT, 'items never change'); END;

CREATE TRIGGER ledger_change_is_append_only BEFORE UPDATE ON ledger_change WHEN NOT (
  EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = OLD.tbl AND r.row_id = OLD.row_id AND r.fate IN ('emptied', 'gone'))
  AND NEW.seq = OLD.seq AND NEW.ordinal = OLD.ordinal AND NEW.tbl = OLD.tbl AND NEW.row_id = OLD.row_id
  AND (NEW.before IS OLD.before OR NEW.before = '{}') AND (OLD.before IS NULL) = (NEW.before IS NULL)
  AND (NEW.after = OLD.after OR NEW.after = '{}'))
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_change_is_kept BEFORE DELETE ON ledger_change BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_is_append_only BEFORE UPDATE ON ledger BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER settled_statement_is_locked BEFORE UPDATE ON witness_statement WHEN OLD.settled IS NOT NULL
BEGIN SELECT raise(ABORT, 'a settled statement never changes'); END;

CREATE TRIGGER signed_interview_is_locked BEFORE UPDATE ON interview WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed interview never changes'); END;

CREATE VIEW adopted_policy (policy, from_day, to_day) AS
  SELECT p.value ->> 'policy', p.value ->> 'inForceFrom', p.value ->> 'inForceTo'
  FROM case_info, json_each(case_info.district, '$.policies') p WHERE case_info.district IS NOT NULL;

CREATE VIEW adopted_suggestion AS
  SELECT s.* FROM open_suggestion s JOIN item ON item.id = s.item_id LEFT JOIN item_time t ON t.number = item.number
  WHERE coalesce(t.sort_time, item.sort_time) IS NULL OR EXISTS (
    SELECT 1 FROM adopted_policy a WHERE a.policy = s.policy
      AND a.from_day <= substr(coalesce(t.sort_time, item.sort_time), 1, 10)
      AND (a.to_day IS NULL OR substr(coalesce(t.sort_time, item.sort_time), 1, 10) <= a.to_day));

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

CREATE VIEW closed_bytes (evidence_id) AS
  WITH RECURSIVE around (id) AS (
    SELECT evidence_id FROM hidden_evidence
    UNION SELECT row_id FROM removal_row WHERE tbl = 'evidence'
    UNION SELECT e.parent_id FROM around JOIN evidence e ON e.id = around.id WHERE e.parent_id IS NOT NULL)
  SELECT id FROM around;

CREATE VIEW hidden_evidence (evidence_id) AS
  SELECT evidence_id FROM locked_evidence UNION SELECT evidence_id FROM set_apart_evidence;

CREATE VIEW hidden_item (id, number) AS
  -- What hides comes first, its items after it: the other way round every item would be looked at.
  SELECT item.id, item.number FROM hidden_evidence h CROSS JOIN item ON item.evidence_id = h.evidence_id
  UNION ALL SELECT item.id, item.number FROM reading r CROSS JOIN item ON item.reading_id = r.id WHERE r.withdrawn = 1
  UNION ALL SELECT item_id, number FROM beyond_agreement;

CREATE VIEW inside_suggestion AS
  SELECT s.* FROM adopted_suggestion s
  WHERE NOT EXISTS (SELECT 1 FROM scope_now) OR (s.policy, s.clause) IN (SELECT policy, clause FROM scope_now);

CREATE VIEW locked_evidence (evidence_id) AS
  WITH RECURSIVE inside (id) AS (
    SELECT same.id FROM evidence_lock l JOIN evidence e ON e.id = l.evidence_id JOIN evidence same ON same.sha256 = e.sha256
      WHERE l.withdrawn = 0 AND l.lifted_at IS NULL
    UNION SELECT row_id FROM removal_row WHERE tbl = 'evidence' AND fate = 'emptied'
    UNION SELECT e.id FROM inside JOIN evidence e ON e.parent_id = inside.id)
  SELECT id FROM inside;

CREATE VIEW open_item AS SELECT * FROM item WHERE evidence_id NOT IN (SELECT evidence_id FROM hidden_evidence)
  AND reading_id NOT IN (SELECT id FROM reading WHERE withdrawn = 1)
  AND id NOT IN (SELECT item_id FROM beyond_agreement);

CREATE VIEW open_mapping AS SELECT * FROM mapping WHERE item_id NOT IN (SELECT id FROM hidden_item);

CREATE VIEW open_screen_flag AS SELECT * FROM screen_flag WHERE item_id NOT IN (SELECT id FROM hidden_item);

CREATE VIEW open_suggestion AS SELECT * FROM suggestion WHERE item_id NOT IN (SELECT id FROM hidden_item);

CREATE VIEW scope_now (policy, clause) AS
  SELECT policy, clause FROM allegation WHERE withdrawn = 0
  UNION SELECT policy, clause FROM scope_clause WHERE withdrawn = 0;

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

CREATE VIEW shown_suggestion AS
  SELECT s.* FROM adopted_suggestion s
  WHERE NOT EXISTS (SELECT 1 FROM scope_now) OR (s.policy, s.clause) IN (SELECT policy, clause FROM scope_now)
    OR EXISTS (SELECT 1 FROM outside_opening WHERE withdrawn = 0 AND closed_at IS NULL);

CREATE VIEW unsearched_item (number) AS
  SELECT number FROM hidden_item UNION ALL SELECT number FROM item WHERE derived = 'pictured-message';
