import { must, raise } from '../../contract/errors.ts';
import type { NamedParty } from '../../contract/item.ts';
import type { Person } from '../../contract/person.ts';
import type { SuggestInput, SuggestResult } from '../../contract/suggest.ts';
import type { JobState } from '../../contract/wire.ts';
import { integer, type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { allItems, itemById, itemsBefore, itemsBeyond, type StoredItem } from '../items/index.ts';
import type { Job } from '../jobs.ts';
import { breathing } from '../others-first.ts';
import { approvals, people, Recognition } from '../people/index.ts';
import { type SuggestOptions, sentencesFor, suggestFor } from '../policy/index.ts';
import { schoolDays, sessionCalendar } from '../procedure/index.ts';
import type { Session } from '../session.ts';
import { SentenceEncoder } from '../workers/sentence-encoder.ts';
import { facts } from './facts.ts';
import { foundSomething, keepDanger, replaceSuggestions, replaceSuggestionsOf } from './suggestions.ts';
import { OUTGOING, toSuggestInput } from './wire-item.ts';

const LOOK_THROUGH_TITLE = 'Looking through the items';

/** Messages of the conversation that are looked at beside an item. */
const BEFORE = 6;

/** Items that are taken out of the case file at a time: others wait so long. */
const READ_AT_ONCE = 40;

/** Sentences that an import waits for, the earliest items first; the rest is read by words until somebody looks again. */
export const ENCODED_AT_IMPORT = 4_000;

/**
 * Looks through every item under the district's own policies and puts the suggestions in the place of the old ones. The
 * same items, people, facts and policies give the same suggestions. The engine answers calls while sentences are read in a
 * process of their own.
 * @param most how many sentences are read there
 * @returns how many suggestions there are; null where the job was cancelled and nothing was changed
 */
export async function lookThrough(
  engine: EngineCore,
  job: Job,
  most = Number.POSITIVE_INFINITY,
): Promise<number | null> {
  const { session } = engine;
  const encoder = encoderOf(engine);
  try {
    const sentences = await sentencesOf(engine, job, most);
    await encoder.encode(sentences, {
      signal: job.signal,
      onProgress: (done, total) => job.update({ current: `reading sentences: ${done} of ${total}` }),
    });
  } finally {
    encoder.restSoon();
  }
  return isOver(engine, job, session) ? null : recordSuggestions(engine, job);
}

function isOver(engine: EngineCore, job: Job, session: Session): boolean {
  return job.signal.aborted || !engine.hasSession || engine.session !== session;
}

/** The numbers of sentences, kept in memory as long as the case is open, and never written. */
const encoders = new WeakMap<Session, SentenceEncoder>();

function encoderOf({ session, host }: EngineCore): SentenceEncoder {
  const encoder = encoders.get(session) ?? new SentenceEncoder(() => host.startWorker('encode'));
  encoders.set(session, encoder);
  return encoder;
}

/** Ends the process that reads sentences, where the case has one: it would outlive the case. */
export function restEncoder({ session }: EngineCore): void {
  encoders.get(session)?.rest();
}

async function sentencesOf(engine: EngineCore, job: Job, most: number): Promise<readonly string[]> {
  const { session } = engine;
  const breath = breathing();
  const sentences = new Set<string>();
  for (const { input } of inputsOf(engine, session.file.connection.readable)) {
    for (const sentence of sentencesFor(input)) sentences.add(sentence);
    if (sentences.size >= most) break;
    await breath();
    if (isOver(engine, job, session)) break;
  }
  return [...sentences];
}

interface Looked {
  readonly items: number;
  /** Only of items in which something was found. */
  readonly results: readonly { readonly itemId: string; readonly result: SuggestResult }[];
}

/** Somebody who goes on working while the items are weighed is looked after so often; then everything is weighed in one go. */
const MOST_TRIES = 3;

/** Weighs every item while others are answered, and anew where what it is weighed by was changed meanwhile. */
async function recordSuggestions(engine: EngineCore, job: Job): Promise<number | null> {
  const { session } = engine;
  const db = session.file.connection.readable;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const begun = lastLineNumber(db);
    const looked = await lookAtAll(engine, job);
    if (isOver(engine, job, session)) return null;
    if (!wasChangedSince(db, begun)) return recordLooked(engine, () => looked);
  }
  return recordLooked(engine, (writable) => {
    const results = [...resultsFor(engine, writable)];
    return { items: results.length, results };
  });
}

async function lookAtAll(engine: EngineCore, job: Job): Promise<Looked> {
  const { session } = engine;
  const breath = breathing();
  const results: Looked['results'][number][] = [];
  let items = 0;
  for (const entry of resultsFor(engine, session.file.connection.readable)) {
    items += 1;
    if (foundSomething(entry.result)) results.push(entry);
    await breath();
    if (isOver(engine, job, session)) break;
  }
  return { items, results };
}

function recordLooked(engine: EngineCore, looked: (db: WritableDb) => Looked): number {
  const { session, host } = engine;
  const suggested = engine.record(
    { did: 'suggestion.refresh', about: 'The machine looked through the items' },
    (db) => {
      const { items, results } = looked(db);
      const n = replaceSuggestions(db, results);
      lookForDanger(engine, db);
      db.run(
        'INSERT INTO look_through (id, at, policies, items, suggestions) VALUES (?, ?, ?, ?, ?)',
        host.newId(),
        host.now(),
        JSON.stringify(session.policies.map(({ id, version }) => `${id}@${version}`)),
        items,
        n,
      );
      return n;
    },
  );
  engine.changed('suggestions', 'items');
  return suggested;
}

function lastLineNumber(db: ReadableDb): number {
  return integer(must(db.get('SELECT coalesce(max(seq), 0) AS n FROM ledger'), 'a number comes back'), 'n');
}

/** What people decide about suggestions says nothing about which ones there are; anything else may. */
const NO_BEARING = ['suggestion_decision', 'mapping', 'actor', 'look_through'];

function wasChangedSince(db: ReadableDb, line: number): boolean {
  const changed = db.get(
    `SELECT 1 AS there WHERE EXISTS (SELECT 1 FROM item WHERE seq > ?1) OR EXISTS (
       SELECT 1 FROM ledger_change WHERE seq > ?1 AND tbl NOT IN (SELECT value FROM json_each(?2)))`,
    line,
    JSON.stringify(NO_BEARING),
  );
  return changed !== null;
}

/** Looks again at a few items, as after a fact about one was recorded. Part of the change's own transaction. */
export function lookThroughItems(engine: EngineCore, db: WritableDb, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const looking = new Looking(engine, db);
  const results = ids.flatMap((id) => {
    const stored = itemById(db, id);
    if (stored === null) return [];
    const input = looking.input(stored, itemsBefore(db, stored, BEFORE));
    return [{ itemId: id, result: suggestFor(input, engine.session.policies, reading(engine)) }];
  });
  replaceSuggestionsOf(db, results);
}

/** What no agreement covers is looked at for nothing but danger to a child, each item by itself. */
function lookForDanger(engine: EngineCore, db: WritableDb): void {
  const looking = new Looking(engine, db);
  for (const stored of itemsBeyond(db)) {
    keepDanger(db, stored.id, suggestFor(looking.input(stored, []), engine.session.policies, reading(engine)));
  }
}

/** True where items were kept after the machine looked through them last: a crash came between. */
export function hasItemsNotLookedThrough(db: ReadableDb): boolean {
  const row = db.get(
    `SELECT 1 AS there FROM item WHERE seq > coalesce(
       (SELECT max(seq) FROM ledger_change WHERE tbl = 'look_through'), 0) LIMIT 1`,
  );
  return row !== null;
}

/** @throws no-case-open */
export function startLookThrough(engine: EngineCore): JobState {
  if (!engine.hasSession) raise('no-case-open');
  return (
    engine.jobs.running(LOOK_THROUGH_TITLE) ??
    engine.jobs.start(LOOK_THROUGH_TITLE, async (job) => {
      const n = await lookThrough(engine, job);
      if (n === null) return 'Nothing was changed.';
      return n === 1 ? '1 suggestion.' : `${n} suggestions.`;
    })
  );
}

/** One item in the wire shape, with what the case knows around it. */
export function wireItem(
  engine: EngineCore,
  db: ReadableDb,
  stored: StoredItem,
  before: readonly StoredItem[],
): SuggestInput {
  return new Looking(engine, db).input(stored, before);
}

function* resultsFor(engine: EngineCore, db: ReadableDb): Generator<{ itemId: string; result: SuggestResult }> {
  for (const { itemId, input } of inputsOf(engine, db))
    yield { itemId, result: suggestFor(input, engine.session.policies, reading(engine)) };
}

/** With the sentences that were read in this session; an item with others is read by its words. */
function reading({ session }: EngineCore): SuggestOptions {
  const encoder = encoders.get(session);
  return encoder === undefined ? {} : { vectors: encoder.vectorOf };
}

function* inputsOf(engine: EngineCore, db: ReadableDb): Generator<{ itemId: string; input: SuggestInput }> {
  const looking = new Looking(engine, db);
  const recent = new Map<string, StoredItem[]>();
  for (const stored of allItems(db, READ_AT_ONCE)) {
    // The words of a photographed conversation are looked through once, in the item of its picture.
    if (stored.item.derived === 'pictured-message') continue;
    const thread = threadOf(stored);
    const before = stored.item.thread === null ? [] : (recent.get(thread) ?? []);
    yield { itemId: stored.id, input: looking.input(stored, before) };
    recent.set(thread, [...before, stored].slice(-BEFORE));
  }
}

function threadOf(stored: StoredItem): string {
  return `${stored.readingId} ${stored.item.thread?.id ?? ''}`;
}

/** What the case knows, read once for a whole look through. */
class Looking {
  readonly #session: Session;
  readonly #recognition: Recognition;
  readonly #isSchoolDay: (day: string) => boolean | null;
  readonly #facts: ReadonlyMap<string, readonly string[]>;
  readonly #approvals: ReturnType<typeof approvals>;
  readonly #owners: ReadonlyMap<string, Person>;
  readonly #parties: ReadonlyMap<string, readonly NamedParty[]>;

  constructor(engine: EngineCore, db: ReadableDb) {
    const everybody = people(db);
    this.#session = engine.session;
    this.#recognition = new Recognition(everybody);
    this.#isSchoolDay = schoolDays(sessionCalendar(engine));
    this.#facts = factsByItem(db);
    this.#approvals = approvals(db, null);
    this.#owners = ownersOf(db, everybody);
    this.#parties = partiesOf(db);
  }

  input(stored: StoredItem, before: readonly StoredItem[]): SuggestInput {
    return toSuggestInput(stored, {
      session: this.#session,
      recognition: this.#recognition,
      isSchoolDay: this.#isSchoolDay,
      // A fact about the case as a whole says nothing about one message.
      facts: this.#facts.get(stored.id) ?? [],
      approvals: this.#approvals,
      owner: this.#owners.get(stored.evidenceId) ?? null,
      counterpart: this.#counterpart(stored),
      before,
    });
  }

  #counterpart({ item, ...stored }: StoredItem): NamedParty | null {
    if (item.thread === null) return null;
    const parties = this.#parties.get(`${stored.readingId} ${item.thread.id}`) ?? [];
    const mine = keyOf(item.author ?? OUTGOING);
    const others = parties.filter((party) => keyOf(party) !== mine);
    const [other] = others;
    if (other === undefined || others.length > 1) return null;
    return keyOf(other) === keyOf(OUTGOING) ? OUTGOING : other;
  }
}

function keyOf({ name, handle }: NamedParty): string {
  return `${handle ?? ''}\n${name ?? ''}`;
}

function factsByItem(db: ReadableDb): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, string[]>();
  for (const { itemId, words } of facts(db, null)) {
    if (itemId !== null) byItem.set(itemId, [...(byItem.get(itemId) ?? []), words]);
  }
  return byItem;
}

function ownersOf(db: ReadableDb, everybody: readonly Person[]): ReadonlyMap<string, Person> {
  const byId = new Map(everybody.map((person) => [person.id, person]));
  return new Map(
    db.all('SELECT id, owner_id FROM evidence WHERE owner_id IS NOT NULL').flatMap((row) => {
      const owner = byId.get(text(row, 'owner_id'));
      return owner === undefined ? [] : [[text(row, 'id'), owner] as const];
    }),
  );
}

/** Who speaks in each conversation of each source. */
function partiesOf(db: ReadableDb): ReadonlyMap<string, readonly NamedParty[]> {
  const byThread = new Map<string, NamedParty[]>();
  const rows = db.all(
    `SELECT DISTINCT reading_id, thread_id, author, author_handle FROM open_item WHERE thread_id IS NOT NULL AND derived IS NULL`,
  );
  for (const row of rows) {
    const key = `${text(row, 'reading_id')} ${text(row, 'thread_id')}`;
    const party = { name: textOrNull(row, 'author'), handle: textOrNull(row, 'author_handle') };
    byThread.set(key, [...(byThread.get(key) ?? []), party]);
  }
  return byThread;
}
