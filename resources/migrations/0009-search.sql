-- What can be searched beside an item's words: the address of a page, the name of a conversation, names of attached files,
-- and every fact that the reader found (form fields, places, message numbers). One index, so that words of both kinds can be
-- sought together. The column says what the item's text says, as the others do, and the check holds it to that.
ALTER TABLE item ADD COLUMN beside TEXT;
DROP TRIGGER item_is_fixed;
UPDATE item SET beside = (SELECT group_concat(word, char(10)) FROM (
    SELECT item.body ->> '$.url' AS word
    UNION ALL SELECT nullif(item.body ->> '$.thread.title', coalesce(item.title, ''))
    UNION ALL SELECT value FROM json_each(item.body, '$.attachments')
    UNION ALL SELECT value ->> '$.value' FROM json_each(item.body, '$.facts'))
  WHERE word IS NOT NULL);
CREATE TRIGGER item_is_fixed BEFORE UPDATE ON item WHEN NOT (
  EXISTS (SELECT 1 FROM removal_row r WHERE r.tbl = 'evidence' AND r.row_id = OLD.evidence_id AND r.fate = 'emptied')
  AND NEW.number = OLD.number AND NEW.id = OLD.id AND NEW.evidence_id = OLD.evidence_id AND NEW.reading_id = OLD.reading_id
  AND NEW.ordinal = OLD.ordinal AND NEW.seq = OLD.seq AND NEW.digest = OLD.digest AND NEW.body = '{}' AND NEW.text = ''
  AND NEW.people = '' AND coalesce(NEW.title, NEW.author, NEW.author_handle, NEW.thread_id, NEW.platform, NEW.sort_time,
    NEW.beside) IS NULL)
BEGIN SELECT raise(ABORT, 'items never change'); END;

DROP TABLE item_words;
CREATE VIRTUAL TABLE item_words USING fts5 (
  text, title, people, beside,
  content = 'item',
  content_rowid = 'number',
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '2 3'
);
-- What stands beside the words counts less than the words.
INSERT INTO item_words (item_words, rank) VALUES ('rank', 'bm25(1.0, 1.0, 1.0, 0.5)');
INSERT INTO item_words (item_words) VALUES ('rebuild');

-- What a person's reading of a source's dates came to: SHA-256 over the times of its items, so that the check of the evidence
-- record holds for them too. Null in settings that were made before.
ALTER TABLE time_reading ADD COLUMN times_sha256 TEXT;
