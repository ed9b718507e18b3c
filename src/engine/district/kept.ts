import { CarriedConfirmation, DistrictFileView } from '../../contract/agreement-shelf.ts';
import type { CalendarView } from '../../contract/school-calendar.ts';
import { StepCalendar } from '../../contract/steps.ts';
import { json, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

/** Who adds a row, when; `fileId` where it came along with a district file. */
export interface Kept {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly fileId: string | null;
}

export interface KeptPack {
  readonly pack: string;
  readonly version: string;
  readonly yaml: string;
  readonly origin: 'case' | 'district-file' | 'district-draft';
}

/** The agreements that were added or edited, each version once, as it stands. */
export function keptPacks(db: ReadableDb): readonly KeptPack[] {
  return db
    .all(
      `SELECT pack, version, yaml, file_id FROM agreement_pack p WHERE withdrawn = 0 AND rowid = (
         SELECT max(rowid) FROM agreement_pack o WHERE o.pack = p.pack AND o.version = p.version AND o.withdrawn = 0)
       ORDER BY pack, version`,
    )
    .map((row) => ({
      pack: text(row, 'pack'),
      version: text(row, 'version'),
      yaml: text(row, 'yaml'),
      origin: textOrNull(row, 'file_id') === null ? 'case' : 'district-file',
    }));
}

export function keepPack(db: WritableDb, pack: { id: string; version: string }, yaml: string, made: Kept): void {
  db.run(
    'INSERT INTO agreement_pack (id, pack, version, yaml, file_id, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    made.id,
    pack.id,
    pack.version,
    yaml,
    made.fileId,
    made.at,
    made.by,
  );
}

let lastRead: { readonly body: string; readonly calendar: StepCalendar } | null = null;

/** The calendar as it was changed or brought along; null where the district's own still holds. */
export function keptCalendar(db: ReadableDb): StepCalendar | null {
  const row = db.get('SELECT body FROM calendar_version WHERE withdrawn = 0 ORDER BY rowid DESC LIMIT 1');
  if (row === null) return null;
  // Asked for at every look at the steps: the same body is read once, and what was worked out from it stays known.
  const body = text(row, 'body');
  if (lastRead?.body !== body) lastRead = { body, calendar: json(row, 'body', StepCalendar) };
  return lastRead.calendar;
}

export function calendarVersions(db: ReadableDb): CalendarView['versions'] {
  return db
    .all('SELECT id, about, at, by FROM calendar_version WHERE withdrawn = 0 ORDER BY rowid DESC')
    .map((row) => ({ id: text(row, 'id'), about: text(row, 'about'), at: text(row, 'at'), by: text(row, 'by') }));
}

export function keepCalendar(db: WritableDb, calendar: StepCalendar, about: string, made: Kept): void {
  db.run(
    'INSERT INTO calendar_version (id, calendar, body, about, file_id, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    made.id,
    calendar.id ?? 'district',
    JSON.stringify(calendar),
    about,
    made.fileId,
    made.at,
    made.by,
  );
}

export interface KeptConfirmation extends CarriedConfirmation {
  readonly fromFile: boolean;
}

/** What HR confirmed and has not taken back, the last word on each article. */
export function keptConfirmations(db: ReadableDb): readonly KeptConfirmation[] {
  return db
    .all(
      `SELECT pack, version, article, digest, confirmed_by, confirmed_on, page, file_id FROM article_confirmation c
       WHERE withdrawn = 0 AND state = 'confirmed' AND rowid = (
         SELECT max(rowid) FROM article_confirmation o
         WHERE o.pack = c.pack AND o.version = c.version AND o.article = c.article AND o.withdrawn = 0)
       ORDER BY rowid`,
    )
    .map(toConfirmation);
}

function toConfirmation(row: Row): KeptConfirmation {
  return {
    ...CarriedConfirmation.parse({
      pack: text(row, 'pack'),
      version: text(row, 'version'),
      article: text(row, 'article'),
      digest: text(row, 'digest'),
      by: text(row, 'confirmed_by'),
      on: text(row, 'confirmed_on'),
      page: textOrNull(row, 'page'),
    }),
    fromFile: textOrNull(row, 'file_id') !== null,
  };
}

/** @param reason why it is taken back; null confirms */
export function keepConfirmation(db: WritableDb, said: CarriedConfirmation, reason: string | null, made: Kept): void {
  db.run(
    `INSERT INTO article_confirmation (id, pack, version, article, digest, state, confirmed_by, confirmed_on, page,
       reason, file_id, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    said.pack,
    said.version,
    said.article,
    said.digest,
    reason === null ? 'confirmed' : 'taken-back',
    said.by,
    said.on,
    said.page,
    reason,
    made.fileId,
    made.at,
    made.by,
  );
}

/** The district file that was taken in last; null where none was. */
export function keptFile(db: ReadableDb): DistrictFileView | null {
  const row = db.get(
    `SELECT name, sha256, key_id, signed_by, signed_at, at FROM district_file WHERE withdrawn = 0
     ORDER BY rowid DESC LIMIT 1`,
  );
  if (row === null) return null;
  return DistrictFileView.parse({
    name: text(row, 'name'),
    sha256: text(row, 'sha256'),
    keyId: text(row, 'key_id'),
    signedBy: text(row, 'signed_by'),
    signedAt: text(row, 'signed_at'),
    at: text(row, 'at'),
  });
}
