import type { z } from 'zod';
import { EvenhandError, must, raise } from '../../contract/errors.ts';
import type { ItemDraft } from '../../contract/item.ts';
import type { Moment } from '../../contract/moment.ts';
import { type NewTranscript, Transcript, type TranscriptLine } from '../../contract/not-read.ts';
import { flag, integer, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import { itemAsRead, keepItems } from '../items/index.ts';
import { evidenceById } from './evidence.ts';
import { PERSON_READER } from './person-reader.ts';

const COLUMNS = `id, evidence_id, reading_id, kind, language, made_by, consent, complete, lines, note, at, by,
  withdrawn, withdrawn_reason`;

interface Made {
  readonly seq: number;
  readonly newId: () => string;
  readonly at: string;
  readonly by: string;
}

/** Transcripts and descriptions of one piece of evidence, the standing one first. */
export function transcripts(db: ReadableDb, evidenceId: string): readonly Transcript[] {
  return db
    .all(`SELECT ${COLUMNS} FROM transcript WHERE evidence_id = ? ORDER BY withdrawn, rowid DESC`, evidenceId)
    .map((row) => toTranscript(db, row));
}

/**
 * Records what a person heard or saw. One that is there already is replaced and stays on record; links to its words go
 * over to the same words of the new one.
 * @throws not-found; transcript-linked where a linked passage is not in the new words
 */
export function recordTranscript(db: WritableDb, input: z.output<typeof NewTranscript>, made: Made): Transcript {
  evidenceById(db, input.evidenceId);
  const before = transcripts(db, input.evidenceId).find(({ withdrawn, kind }) => !withdrawn && kind === input.kind);
  const readingId = made.newId();
  db.run(
    `INSERT INTO reading (id, evidence_id, state, reader, reader_version) VALUES (?, ?, 'complete', ?, 1)`,
    readingId,
    input.evidenceId,
    PERSON_READER,
  );
  const id = made.newId();
  db.run(
    `INSERT INTO transcript (id, evidence_id, reading_id, kind, language, made_by, consent, complete, lines, note, at,
       by, corrects)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    input.evidenceId,
    readingId,
    input.kind,
    input.language,
    input.madeBy,
    input.consent,
    input.complete ? 1 : 0,
    JSON.stringify(input.lines),
    input.note,
    made.at,
    made.by,
    before?.id ?? null,
  );
  const sentAt = ownTime(db, input.evidenceId);
  const items = input.lines.map((line) => itemOf(input, line, sentAt));
  keepItems(db, made.seq, { evidenceId: input.evidenceId, readingId, firstOrdinal: 0 }, items, made.newId);
  if (before !== undefined) {
    carryOver(db, before.id, readingId);
    withdraw(db, before.id, null);
  }
  return transcriptById(db, id);
}

/** Takes a transcript back; the entry stands in the list of what was not read again. @throws not-found, already-retracted, transcript-linked */
export function withdrawTranscript(db: WritableDb, id: string, reason: string): Transcript {
  const known = db.get('SELECT withdrawn FROM transcript WHERE id = ?', id);
  if (known === null) raise('not-found', { what: 'transcript' });
  if (flag(known, 'withdrawn')) raise('already-retracted');
  assertUnlinked(db, id);
  withdraw(db, id, reason);
  return transcriptById(db, id);
}

function withdraw(db: WritableDb, id: string, reason: string | null): void {
  db.run('UPDATE transcript SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, id);
  db.run('UPDATE reading SET withdrawn = 1 WHERE id = (SELECT reading_id FROM transcript WHERE id = ?)', id);
}

/** Links, facts and decisions on a line go over to the line of the same words. */
function carryOver(db: WritableDb, oldId: string, newReadingId: string): void {
  const pairs = db.all(
    `SELECT old.id AS old_id, min(new.id) AS new_id FROM transcript t JOIN item old ON old.reading_id = t.reading_id
       JOIN item new ON new.reading_id = ? AND new.text = old.text
       AND coalesce(new.author, '') = coalesce(old.author, '') WHERE t.id = ? GROUP BY old.id`,
    newReadingId,
    oldId,
  );
  for (const pair of pairs) {
    for (const table of ['mapping', 'suggestion_decision', 'fact']) {
      db.run(
        `UPDATE ${table} SET item_id = ? WHERE item_id = ? AND withdrawn = 0`,
        text(pair, 'new_id'),
        text(pair, 'old_id'),
      );
    }
  }
  assertUnlinked(db, oldId);
}

function assertUnlinked(db: ReadableDb, id: string): void {
  const row = must(
    db.get(
      `SELECT count(*) AS n FROM mapping m JOIN item ON item.id = m.item_id
         JOIN transcript t ON t.reading_id = item.reading_id WHERE t.id = ? AND m.withdrawn = 0`,
      id,
    ),
    'a count comes back',
  );
  const n = integer(row, 'n');
  if (n > 0) throw new EvenhandError('transcript-linked', { n: n === 1 ? '1 link rests' : `${n} links rest` });
}

function transcriptById(db: ReadableDb, id: string): Transcript {
  return toTranscript(
    db,
    must(db.get(`SELECT ${COLUMNS} FROM transcript WHERE id = ?`, id), 'the transcript is there'),
  );
}

/** The time of the recording itself, which its words share. */
function ownTime(db: ReadableDb, evidenceId: string): Moment | null {
  const row = db.get(
    `SELECT item.id FROM open_item AS item JOIN reading r ON r.id = item.reading_id
     WHERE item.evidence_id = ? AND r.reader IS NOT '${PERSON_READER}' ORDER BY item.number LIMIT 1`,
    evidenceId,
  );
  return row === null ? null : (itemAsRead(db, text(row, 'id'))?.item.sentAt ?? null);
}

function itemOf(
  input: z.output<typeof NewTranscript>,
  line: z.output<typeof TranscriptLine>,
  sentAt: Moment | null,
): ItemDraft {
  const transcript = input.kind === 'transcript';
  const span = spanOf(line);
  return {
    locator: span === null ? (transcript ? 'transcript' : 'description') : `at ${span.from}`,
    kind: transcript ? 'video-transcript' : 'document',
    platform: null,
    author: transcript && line.speaker !== null ? { name: line.speaker, handle: null } : null,
    recipients: [],
    thread: transcript ? { id: PERSON_READER, title: null } : null,
    audience: null,
    sentAt,
    title: null,
    text: line.words,
    url: null,
    attachments: [],
    edited: null,
    deleted: null,
    derived: transcript ? null : 'description',
    regions: [],
    facts: [
      { label: transcript ? 'Written down by' : 'Described by', value: input.madeBy },
      ...(span === null
        ? []
        : [
            {
              label: 'Time in the recording',
              value: span.until === null ? span.from : `${span.from} to ${span.until}`,
            },
          ]),
      ...(input.language === null ? [] : [{ label: 'Language', value: input.language }]),
    ],
  };
}

function spanOf({ at, until }: z.output<typeof TranscriptLine>): { from: string; until: string | null } | null {
  return at === null ? null : { from: clockOf(at), until: until === null ? null : clockOf(until) };
}

/** `00:01:02.5` as caption files write it, without the fraction where there is none. */
function clockOf(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const whole = Math.floor(tenths / 10);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':') + (tenths % 10 === 0 ? '' : `.${tenths % 10}`);
}

function toTranscript(db: ReadableDb, row: Row): Transcript {
  const items = db.all('SELECT id FROM item WHERE reading_id = ? ORDER BY ordinal', text(row, 'reading_id'));
  return Transcript.parse({
    id: text(row, 'id'),
    evidenceId: text(row, 'evidence_id'),
    kind: text(row, 'kind'),
    language: textOrNull(row, 'language'),
    madeBy: text(row, 'made_by'),
    consent: textOrNull(row, 'consent'),
    complete: flag(row, 'complete'),
    lines: JSON.parse(text(row, 'lines')),
    note: textOrNull(row, 'note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    withdrawn: flag(row, 'withdrawn'),
    withdrawnReason: textOrNull(row, 'withdrawn_reason'),
    itemIds: items.map((item) => text(item, 'id')),
  });
}
