import { must } from '../../../contract/errors.ts';
import type { EvidenceRow, Receipt } from '../../../contract/evidence.ts';
import { type Mapping, placeOf } from '../../../contract/mapping.ts';
import type { Moment } from '../../../contract/moment.ts';
import { integer, type ReadableDb, text, type WritableDb } from '../../case-file/index.ts';
import { evidenceById, receipts } from '../../intake/index.ts';
import { daysOf, itemById, type StoredItem } from '../../items/index.ts';
import { TAKEN_OUT, wordsUnder } from '../../redaction/index.ts';
import { spanWords } from '../../wall-time.ts';
import { authenticityOf } from '../../weighing/index.ts';
import type { Citation } from '../input/basics.ts';
import type { Exhibit } from '../input/exhibit.ts';
import { obtainedWords } from './obtained.ts';
import { type Scope, wordsOf } from './scope.ts';

/** The exhibits of a document: each piece of evidence that something in it rests on. */
export interface Exhibits {
  readonly list: Exhibit[];
  /** Evidence ids by exhibit, in the order of numbers; the numbers are given for good when the document is issued. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Picture bytes are loaded by these keys. */
  readonly pictures: ReadonlyMap<string, string>;
  cite(mapping: Mapping): Citation;
}

export function exhibitsFor(scope: Scope, mappings: readonly Mapping[]): Exhibits {
  const items = new Map(mappings.map(({ itemId }) => [itemId, mustItem(scope.db, itemId)]));
  const evidenceIds = [...new Set([...items.values()].map(({ evidenceId }) => evidenceId))];
  const numbers = numbersFor(scope.db, evidenceIds);
  const sheets = new Map(receipts(scope.db).map((sheet) => [sheet.id, sheet]));
  const pictures = new Map<string, string>();
  const list = [...numbers].map(([evidenceId, number]) => {
    const mine = mappings.filter(({ itemId }) => items.get(itemId)?.evidenceId === evidenceId);
    const stored = [...items.values()].filter((item) => item.evidenceId === evidenceId);
    return exhibitOf(scope, { evidenceId, number, stored, mine, sheets, pictures });
  });
  return {
    list,
    numbers,
    pictures,
    cite: (mapping) => citationOf(mapping, must(items.get(mapping.itemId), 'the item was loaded'), numbers),
  };
}

/** Numbers that evidence has for good, and the next ones for what has none yet, in the order of receipt. */
function numbersFor(db: ReadableDb, evidenceIds: readonly string[]): ReadonlyMap<string, number> {
  const given = new Map(
    db
      .all('SELECT evidence_id, number FROM exhibit WHERE withdrawn = 0')
      .map((row) => [text(row, 'evidence_id'), integer(row, 'number')]),
  );
  let next = Math.max(0, ...given.values()) + 1;
  const received = evidenceIds
    .map((id) => ({ id, order: evidenceById(db, id).number }))
    .sort((a, b) => a.order - b.order);
  const numbered = received.map(({ id }) => [id, given.get(id) ?? next++] as const);
  return new Map(numbered.sort((a, b) => a[1] - b[1]));
}

/** Gives the numbers for good; part of the transaction that issues a document. */
export function keepExhibitNumbers(db: WritableDb, numbers: ReadonlyMap<string, number>, newId: () => string): void {
  for (const [evidenceId, number] of numbers) {
    db.run(
      'INSERT INTO exhibit (id, number, evidence_id) VALUES (?, ?, ?) ON CONFLICT (evidence_id) DO NOTHING',
      newId(),
      number,
      evidenceId,
    );
  }
}

interface ExhibitParts {
  readonly evidenceId: string;
  readonly number: number;
  readonly stored: readonly StoredItem[];
  readonly mine: readonly Mapping[];
  readonly sheets: ReadonlyMap<string, Receipt>;
  readonly pictures: Map<string, string>;
}

function exhibitOf(scope: Scope, parts: ExhibitParts): Exhibit {
  const evidence = evidenceById(scope.db, parts.evidenceId);
  const sheet = evidence.receiptId === null ? undefined : parts.sheets.get(evidence.receiptId);
  const [first] = parts.stored;
  const many = (evidence.outcome?.items ?? 0) > 1;
  const when = many ? null : (first?.item.sentAt ?? null);
  return {
    number: `A-${parts.number}`,
    aliases: [],
    title: titleOf(scope, evidence, parts.stored),
    form: formOf(evidence),
    fileName: scope.safe(evidence.name) || 'file',
    sha256: evidence.sha256,
    sizeBytes: evidence.bytes,
    pages: evidence.outcome?.pages ?? null,
    receivedFrom:
      sheet === undefined ? 'Not recorded: the file came without a receipt sheet' : scope.safe(sheet.fromWhom),
    receivedAt: scope.wall(sheet?.receivedAt ?? evidence.receivedAt),
    receivedBy: receiverOf(scope, evidence),
    howObtained: sheet === undefined ? 'Not recorded' : obtainedWords[sheet.howObtained],
    capturedBy: capturedBy(scope, parts.stored),
    completeness: sheet?.completeness ?? 'not-known',
    when: when ?? (many ? spanOf(scope, evidence) : null),
    timeRestsOn: when === null ? null : timeRestsOn(when),
    redacted: redactionOf(scope, parts),
    pictures: parts.stored.filter(({ item }) => item.kind === 'picture').map((item) => pictureOf(scope, item, parts)),
  };
}

/** How it was captured and by whom, as far as somebody looked into it. */
function capturedBy(scope: Scope, stored: readonly StoredItem[]): string | null {
  const known = stored.flatMap(({ id }) => authenticityOf(scope.db, id) ?? []);
  const told = known.map(({ captured, capturedBy: by }) => (by === null ? captured : `${captured}, by ${by}`));
  return scope.safe([...new Set(told)].join('; ')) || null;
}

/** Who imported it, as the ledger line says; not who makes the document. */
function receiverOf(scope: Scope, evidence: EvidenceRow): string {
  const row = scope.db.get(
    `SELECT a.name FROM ledger_change c JOIN ledger l ON l.seq = c.seq JOIN actor a ON a.id = json_extract(l.body, '$.by')
     WHERE c.tbl = 'evidence' AND c.row_id = ? ORDER BY c.seq LIMIT 1`,
    evidence.id,
  );
  return row === null ? scope.engine.actor.name : text(row, 'name');
}

/** From the first to the last of a source's many items. */
function spanOf(scope: Scope, evidence: EvidenceRow): string | null {
  const days = daysOf(scope.db, evidence.id);
  if (days === null) return null;
  return `${spanWords([days.first, days.last])}, as the source shows (${evidence.outcome?.items ?? 0} items)`;
}

function titleOf(scope: Scope, evidence: EvidenceRow, stored: readonly StoredItem[]): string {
  const title = stored.length === 1 ? stored[0]?.item.title : stored[0]?.item.thread?.title;
  return scope.safe(title ?? '') || scope.safe(evidence.name) || `File ${evidence.number}`;
}

function formOf(evidence: EvidenceRow): string {
  const { format, width, height, pages } = evidence.outcome ?? {};
  const name = (format ?? 'file').toUpperCase();
  if (width !== undefined && height !== undefined) return `Picture (${name}, ${width} × ${height})`;
  if (pages !== undefined) return `Document (${name})`;
  return `File (${name})`;
}

const RESTS_ON: Readonly<Record<Moment['basis'], string>> = {
  epoch: 'a time stamp in the export, which fixes the instant',
  offset: 'a date with its offset in the source',
  'utc-labelled': 'a date that the source gives in UTC',
  'zone-labelled': 'a date that the source gives with its zone',
  'floating-local': 'a date that the source shows without a zone',
  container: 'data inside the file, which can be wrong or absent',
  'file-time': 'the time of the file, which says little',
  person: 'what a person stated',
};

function timeRestsOn(when: Moment): string {
  return RESTS_ON[when.basis];
}

function redactionOf(scope: Scope, { evidenceId, stored }: ExhibitParts): string | null {
  const words = stored.some(({ item }) => scope.redaction.hits(item.text).length > 0);
  const places = scope.redaction.regionsOf(evidenceId).length;
  const said = [
    ...(words
      ? [
          'Names, and what this audience does not receive, were replaced in the words; in pictures the pixels under them too.',
        ]
      : []),
    ...(places === 0 ? [] : [`${places === 1 ? 'One place' : `${places} places`} of the picture taken out.`]),
  ];
  return said.length === 0 ? null : said.join(' ');
}

function pictureOf(scope: Scope, stored: StoredItem, parts: ExhibitParts): Exhibit['pictures'][number] {
  const file = `A-${parts.number}`;
  parts.pictures.set(file, parts.evidenceId);
  const boxes = parts.mine
    .filter(({ itemId }) => itemId === stored.id)
    .flatMap((mapping, index) => boxesOf(mapping, stored).map((box) => ({ ...box, label: `Passage ${index + 1}` })));
  const { redaction } = scope;
  const hits = redaction.hits(stored.item.text);
  const drawn = redaction.regionsOf(parts.evidenceId).map(({ box }) => inside(box));
  const covered = [
    ...stored.item.regions
      .filter(({ start, end }) => hits.some((hit) => start < hit.end && hit.start < end))
      .map(({ box }) => inside(box)),
    ...drawn,
  ];
  const words = wordsOf(scope, withoutRuns(stored.item.text, wordsUnder(stored.item, drawn)));
  return {
    file,
    caption: `As received${boxes.length > 0 ? '; the cited passages are boxed' : ''}.`,
    words,
    boxes,
    covered,
  };
}

/** Words under a place that is taken out go with it, whatever they say. */
function withoutRuns(text: string, runs: readonly { readonly start: number; readonly end: number }[]): string {
  return [...runs]
    .sort((a, b) => b.start - a.start)
    .reduce((words, { start, end }) => words.slice(0, start) + TAKEN_OUT + words.slice(end), text);
}

type Fractions = { x: number; y: number; width: number; height: number };

/** The place of a passage on its picture: the box that was drawn, or the lines that its words stand on. */
function boxesOf(mapping: Mapping, stored: StoredItem): readonly Fractions[] {
  const { passage } = mapping;
  if (passage.kind === 'box') return [inside(passage.box)];
  const place = placeOf(stored.item.text, passage);
  const touched =
    place === null ? [] : stored.item.regions.filter(({ start, end }) => start < place.end && place.start < end);
  if (touched.length === 0) return [];
  const left = Math.min(...touched.map(({ box }) => box.x));
  const top = Math.min(...touched.map(({ box }) => box.y));
  const right = Math.max(...touched.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...touched.map(({ box }) => box.y + box.height));
  return [inside({ x: left, y: top, width: right - left, height: bottom - top })];
}

function inside(box: Fractions): Fractions {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const x = within(box.x);
  const y = within(box.y);
  return { x, y, width: within(Math.min(box.width, 1 - x)), height: within(Math.min(box.height, 1 - y)) };
}

function citationOf(mapping: Mapping, stored: StoredItem, numbers: ReadonlyMap<string, number>): Citation {
  const number = must(numbers.get(stored.evidenceId), 'what is cited is an exhibit');
  const page = pageOf(mapping, stored);
  return { exhibit: `A-${number}`, page, passage: passageWords(mapping, stored) };
}

function pageOf(mapping: Mapping, stored: StoredItem): number | null {
  const { passage } = mapping;
  if (stored.item.kind === 'picture') return null;
  if (passage.kind === 'box') return passage.page;
  const place = placeOf(stored.item.text, passage);
  if (place === null) return null;
  return stored.item.regions.find(({ start, end }) => start <= place.start && place.start < end)?.page ?? null;
}

function passageWords(mapping: Mapping, stored: StoredItem): string | null {
  if (stored.item.kind === 'picture') return 'the boxed passage';
  if (mapping.passage.kind === 'box') return 'the boxed passage';
  return stored.item.locator.trim() === '' ? null : stored.item.locator;
}

function mustItem(db: ReadableDb, id: string): StoredItem {
  return must(itemById(db, id), 'a linked item is there');
}
