-- Documents that a person edits, in two formats and two languages.

-- A person's own words in the place of drafted ones, per respondent, kind, language and part of the document.
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

ALTER TABLE document ADD COLUMN format TEXT CHECK (format IN ('pdf', 'docx'));      -- null: pdf
ALTER TABLE document ADD COLUMN language TEXT CHECK (language IN ('en', 'es'));     -- null: en
