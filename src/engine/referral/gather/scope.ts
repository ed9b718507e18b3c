import type { DocumentAudience } from '../../../contract/document.ts';
import { must, raise } from '../../../contract/errors.ts';
import type { NamedParty } from '../../../contract/item.ts';
import type { Person } from '../../../contract/person.ts';
import { integer, type ReadableDb, text } from '../../case-file/index.ts';
import type { EngineCore } from '../../core.ts';
import { people, Recognition, respondents } from '../../people/index.ts';
import type { Redaction } from '../../redaction/index.ts';
import type { Session } from '../../session.ts';
import { dayOf, wallTime } from '../../wall-time.ts';
import { redactionFor } from './redaction.ts';

/** What every part of a document is gathered from: one case, one respondent, one moment. */
export interface Scope {
  readonly engine: EngineCore;
  readonly session: Session;
  readonly db: ReadableDb;
  readonly respondent: Person;
  readonly people: readonly Person[];
  /** For whom the document is, and what that audience does not receive. */
  readonly redaction: Redaction;
  readonly recognition: Recognition;
  /** The moment from which the document is looked at; sample cases stand still. */
  readonly at: string;
  /** On the district's clock. */
  readonly wall: (at: string) => string;
  readonly day: (at: string) => string;
  /** Plain words as a document may show them: what this audience does not receive replaced, ends trimmed. */
  readonly safe: (words: string) => string;
  /** BCP 47, null where it is not plain. */
  readonly languageOf: (words: string) => string | null;
}

/** For whom a document is gathered, and what a person wrote for it. */
export interface ForWhom {
  readonly audience?: DocumentAudience;
  readonly written?: readonly string[];
}

/** @throws no-respondent */
export async function scopeFor(
  engine: EngineCore,
  respondentId: string | null,
  { audience = 'district', written = [] }: ForWhom = {},
): Promise<Scope> {
  // Loaded only when a document is made: the tables of languages are large.
  const { languageOf } = await import('./language.ts');
  const { session } = engine;
  const db = session.file.connection.readable;
  const all = respondents(db);
  const respondent =
    (respondentId === null ? all[0] : all.find(({ id }) => id === respondentId)) ??
    raise('no-respondent', { name: respondentId === null ? '' : ' of that name' });
  const everybody = people(db);
  const redaction = redactionFor(engine, everybody, { audience, written });
  const zone = session.district?.timeZone ?? null;
  return {
    engine,
    session,
    db,
    respondent,
    people: everybody,
    redaction,
    recognition: new Recognition(everybody),
    at: session.standsAt ?? engine.host.now(),
    wall: (at) => wallTime(at, zone),
    day: (at) => dayOf(at, zone),
    safe: (words) => redaction.words(words).trim(),
    languageOf,
  };
}

/** The same with nothing taken out: what a document would say, to be compared with what it says. */
export function inClear(scope: Scope): Scope {
  return { ...scope, safe: (words) => words.trim() };
}

/** Who wrote it: the person of the case where known, with the name that the source shows. */
export function authorWords(scope: Scope, author: NamedParty | null): string | null {
  const shown = author?.name ?? author?.handle ?? null;
  if (author === null || shown === null) return null;
  const person = scope.recognition.find(author.name, author.handle);
  const words = person === null || person.name === shown ? shown : `${person.name} (shown as “${shown}”)`;
  return scope.safe(words) || null;
}

/** Somebody's exact words with their language, as the audience may read them; null where nothing is left to print. */
export function wordsOf(scope: Scope, text: string): { text: string; language: string | null } | null {
  const shown = scope.safe(text);
  return shown === '' ? null : { text: shown, language: scope.languageOf(shown) };
}

/** The parts that every document bears. @param kind for the number of the version */
export function headOf(scope: Scope, kind: string, draft: boolean) {
  const { session, db, engine } = scope;
  const lines = session.district?.letterhead.lines ?? ['No district settings chosen'];
  const checkpoint = must(
    db.get(
      `SELECT c.seq, c.fingerprint, json_extract(l.body, '$.at') AS at, a.id, a.name, a.role FROM checkpoint c
       JOIN ledger l ON l.seq = c.seq JOIN actor a ON a.id = json_extract(l.body, '$.by') ORDER BY c.seq DESC LIMIT 1`,
    ),
    'a case has a checkpoint',
  );
  return {
    version: versionOf(scope, kind),
    draft,
    date: scope.day(scope.at),
    case: { number: session.number, id: session.caseId },
    letterhead: {
      district: lines[0] ?? 'District',
      office: lines[1] ?? null,
      addressLines: lines.slice(2),
      contact: null,
    },
    checkpoint: {
      fingerprint: text(checkpoint, 'fingerprint'),
      entry: integer(checkpoint, 'seq'),
      at: scope.wall(text(checkpoint, 'at')),
      signedBy: {
        name: text(checkpoint, 'name') || engine.actor.name,
        role: text(checkpoint, 'role') || 'Investigator',
        keyFingerprint: text(checkpoint, 'id'),
      },
    },
  };
}

function versionOf(scope: Scope, kind: string) {
  const last = scope.db.get(
    `SELECT count(*) AS n, max(number) AS number, output_sha256, issued_at FROM document
     WHERE kind = ? AND respondent_id = ? AND withdrawn = 0
     GROUP BY kind ORDER BY number DESC LIMIT 1`,
    kind,
    scope.respondent.id,
  );
  if (last === null) return { number: 1, supersedes: null };
  const number = integer(last, 'n');
  const whatChanged = 'Made anew from the case as it stood on the date of this document.';
  return { number: number + 1, supersedes: { number, sha256: text(last, 'output_sha256'), whatChanged } };
}
