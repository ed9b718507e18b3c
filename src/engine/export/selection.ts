import type { Compartment } from '../../contract/custody.ts';
import { loadContent, type ReadableDb, text } from '../case-file/index.ts';
import { compartmentGround, GROUNDS_OF, type Rules } from './audiences.ts';
import { itemMarks, type Mark, type Marks, marksOf } from './marks.ts';
import { type Change, changesUpTo, type Image, type Snapshot, standing } from './snapshot.ts';
import { stringsIn } from './strings.ts';
import { Students } from './students.ts';

/** Decides of each row, item, original and line whether this audience is given it; null is yes, else the ground. */
export class Selection {
  readonly snapshot: Snapshot;
  readonly students: Students | null;
  readonly #db: ReadableDb;
  readonly #rules: Rules;
  readonly #marks: Marks;
  readonly #weighed: ReadonlySet<string>;
  readonly #documents = new Map<string, ReadonlySet<Mark>>();
  readonly #namesStudent = new Set<string>();
  readonly #originals = new Map<string, string | null>();

  private constructor(db: ReadableDb, snapshot: Snapshot, rules: Rules, students: Students | null) {
    this.#db = db;
    this.snapshot = snapshot;
    this.#rules = rules;
    this.students = students;
    this.#marks = marksOf(db, snapshot);
    this.#weighed = weighedSources(db, snapshot);
    if (students !== null) this.#hideHashes(students);
    for (const [id, { image }] of snapshot.tables.get('document') ?? []) this.#lookThrough(id, image);
  }

  static async for(db: ReadableDb, snapshot: Snapshot, rules: Rules): Promise<Selection> {
    const names: string[] = [];
    if (rules.pseudonyms) {
      for await (const change of changesUpTo(db, snapshot.entries)) {
        if (change.table === 'person' && change.after !== '{}') names.push(change.after);
      }
    }
    return new Selection(db, snapshot, rules, rules.pseudonyms ? new Students(names) : null);
  }

  /** Whether a row may be given at all, with pseudonyms if need be. */
  row(table: string, id: string): string | null {
    const marks = new Set([
      ...this.#marks.of(table, id),
      ...(table === 'document' ? (this.#documents.get(id) ?? []) : []),
    ]);
    const ground = this.#groundOf(marks);
    if (ground !== null) return ground;
    if (table === 'document' && this.#namesStudent.has(id)) return GROUNDS_OF.student;
    // What was issued for counsel is in clear, whoever it names: it goes to nobody who is given pseudonyms.
    if (table === 'document' && this.students !== null && this.#audienceOf(id) === 'counsel')
      return GROUNDS_OF.audience;
    const { tables } = this.#rules;
    if (tables !== null && !tables.has(table)) return GROUNDS_OF.audience;
    const source = table === 'evidence' ? id : this.snapshot.tables.get(table)?.get(id)?.image['evidence_id'];
    return typeof source === 'string' && !this.#isSourceGiven(source) ? GROUNDS_OF.audience : null;
  }

  #audienceOf(documentId: string): unknown {
    return this.snapshot.tables.get('document')?.get(documentId)?.image['audience'] ?? null;
  }

  item(evidenceId: string, itemId: string): string | null {
    const ground = this.#groundOf(itemMarks(this.#db, this.#marks, itemId));
    return ground ?? (this.#isSourceGiven(evidenceId) ? null : GROUNDS_OF.audience);
  }

  /** Whether a source is given in any form: its bytes, or its items in words. */
  source(evidenceId: string): string | null {
    const ground = this.#groundOf(this.#marks.of('evidence', evidenceId));
    return ground ?? (this.#isSourceGiven(evidenceId) ? null : GROUNDS_OF.audience);
  }

  /** Whether the very bytes are given. Where students have pseudonyms only plain text that names none is. */
  original(evidenceId: string): string | null {
    const known = this.#originals.get(evidenceId);
    if (known !== undefined) return known;
    const ground = this.source(evidenceId) ?? this.#shownStudent(evidenceId);
    this.#originals.set(evidenceId, ground);
    return ground;
  }

  /** Whether a line may be given with its text, all it changed and all it kept. */
  line(about: string, changes: readonly Change[], items: readonly LineItem[]): string | null {
    for (const change of changes) {
      const ground = this.row(change.table, change.row);
      if (ground !== null) return ground;
      if (this.students?.touches([change.before, change.after]) === true) return GROUNDS_OF.student;
    }
    for (const item of items) {
      const ground = this.item(item.evidenceId, item.id);
      if (ground !== null) return ground;
      if (this.students?.touches(item.body) === true) return GROUNDS_OF.student;
    }
    return this.students?.touches(about) === true ? GROUNDS_OF.student : null;
  }

  /** What a source weighs in the case, for the lists. */
  weighs(evidenceId: string): boolean {
    return this.#weighed.has(evidenceId);
  }

  #groundOf(marks: Iterable<Mark>): string | null {
    const closed: Compartment[] = [];
    for (const mark of marks) {
      if (mark === 'locked') return GROUNDS_OF.locked;
      if (!this.#rules.compartments.has(mark)) closed.push(mark);
    }
    return closed.length === 0 ? null : compartmentGround(closed.sort());
  }

  #isSourceGiven(evidenceId: string): boolean {
    const { sources } = this.#rules;
    return sources === 'all' || (sources === 'weighed' && this.#weighed.has(evidenceId));
  }

  #shownStudent(evidenceId: string): string | null {
    const { students } = this;
    if (students === null) return null;
    const source = this.snapshot.tables.get('evidence')?.get(evidenceId)?.image;
    if (source === undefined || students.touches([source['name'], source['path']])) return GROUNDS_OF.student;
    const plain = this.#plainText(source);
    if (plain === null || students.touches(plain)) return GROUNDS_OF.student;
    const words = this.#db.all('SELECT body FROM item WHERE evidence_id = ?', evidenceId);
    if (words.some((row) => students.touches(text(row, 'body')))) return GROUNDS_OF.student;
    const members = this.#db.all('SELECT id FROM evidence WHERE parent_id = ?', evidenceId);
    return members.map((row) => this.original(text(row, 'id'))).find((ground) => ground !== null) ?? null;
  }

  #hideHashes(students: Students): void {
    const told = [...(this.snapshot.tables.get('evidence')?.values() ?? [])]
      .map(({ image }) => image)
      .filter((source) => students.touches(this.#plainText(source) ?? ''));
    for (const source of told) students.hide(String(source['sha256']));
  }

  #plainText(source: Image): string | null {
    if (Number(source['bytes']) > LONGEST_TEXT) return null;
    return plainText(loadContent(this.#db, String(source['sha256'])));
  }

  /** What a document cites and names stands in its frozen input; a removal may have taken that. */
  #lookThrough(id: string, document: Image): void {
    if (this.#marks.of('document', id).has('locked')) return;
    const input = Buffer.from(loadContent(this.#db, String(document['input_sha256']))).toString('utf8');
    this.#documents.set(id, this.#citedMarks([...stringsIn(input)].join('\n')));
    // Documents are made with pseudonyms; one that names a student all the same is for nobody who gets pseudonyms.
    if (this.students?.touches(input) === true) this.#namesStudent.add(id);
  }

  /** A document shares the marks of whatever it cites: sources by their hashes, and the words of marked items. */
  #citedMarks(said: string): ReadonlySet<Mark> {
    const marks = new Set<Mark>();
    for (const [id, { image }] of this.snapshot.tables.get('evidence') ?? []) {
      const of = this.#marks.of('evidence', id);
      if (of.size === 0) continue;
      const cited = said.includes(String(image['sha256'])) || this.#itemsOf(id).some((words) => said.includes(words));
      if (cited) for (const mark of of) marks.add(mark);
    }
    return marks;
  }

  /** Words of a source that are long enough to be recognised in another text. */
  #itemsOf(evidenceId: string): readonly string[] {
    return this.#db
      .all('SELECT text FROM item WHERE evidence_id = ?', evidenceId)
      .map((row) => text(row, 'text').trim())
      .filter((words) => words.length >= 12);
  }
}

/** A longer file is no text that anybody reads. */
const LONGEST_TEXT = 33_554_432;

export interface LineItem {
  readonly id: string;
  readonly evidenceId: string;
  readonly body: string;
}

/** Sources that something was linked to, for or against, or that bear an exhibit number. */
function weighedSources(db: ReadableDb, snapshot: Snapshot): ReadonlySet<string> {
  const weighed = new Set(standing(snapshot, 'exhibit').map((row) => String(row['evidence_id'])));
  for (const link of standing(snapshot, 'mapping')) {
    const row = db.get('SELECT evidence_id FROM item WHERE id = ?', String(link['item_id']));
    if (row !== null) weighed.add(text(row, 'evidence_id'));
  }
  return weighed;
}

/** The words of a file that is nothing but text; null where bytes could hold more than can be read. */
function plainText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    const words = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Letters that stand for other bytes are no words that a search for a name would find.
    return /[A-Za-z0-9+/]{200}|=\r?\n|%[0-9a-f]{2}|&#|\\u[0-9a-f]{4}/i.test(words) ? null : words;
  } catch {
    return null;
  }
}
