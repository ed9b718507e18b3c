import { sha256 } from './ledger-check.ts';
import { Found, numberOf, type Row, type SqlReader, textOf } from './reader.ts';

/**
 * What people settled about dates and corrected of words must be what the evidence record says they did: both are shown in
 * the place of what was read, in lists, searches and documents.
 */
export function checkSettled(db: SqlReader): void {
  if (!hasColumn(db, 'time_reading', 'times_sha256')) return;
  checkTimes(db);
  checkWords(db);
}

export function hasColumn(db: SqlReader, table: string, column: string): boolean {
  return db.all('SELECT 1 AS there FROM pragma_table_info(?) WHERE name = ?', table, column).length > 0;
}

/** A setting for an archive holds for the files in it as well, but for those with a setting of their own. */
const GOVERNED = `WITH RECURSIVE inside (id) AS (SELECT ?
    UNION ALL SELECT e.id FROM inside JOIN evidence e ON e.parent_id = inside.id
      WHERE e.role = 'entry' AND e.id NOT IN (SELECT evidence_id FROM time_reading WHERE withdrawn = 0))
  SELECT id FROM inside`;
const MOMENTS = `SELECT t.number, t.moment, t.sort_time, t.ambiguous, t.evidence_id, item.evidence_id AS of_item
  FROM item_time t LEFT JOIN item ON item.number = t.number WHERE t.evidence_id IN (${GOVERNED}) ORDER BY t.number`;

function checkTimes(db: SqlReader): void {
  const settings = db.all('SELECT id, evidence_id, times_sha256 FROM time_reading WHERE withdrawn = 0');
  const settled = new Set<number>();
  for (const setting of settings) {
    const rows = db.all(MOMENTS, textOf(setting, 'evidence_id'));
    for (const row of rows) {
      checkMoment(row);
      settled.add(numberOf(row, 'number'));
    }
    const told = rows.map((row) => `${numberOf(row, 'number')} ${textOf(row, 'moment')}\n`).join('');
    // Settings of earlier versions name no sum.
    if (setting['times_sha256'] !== null && sha256(told) !== setting['times_sha256']) {
      throw new Found('times differ from what a person settled', `time_reading ${textOf(setting, 'id')}`);
    }
  }
  for (const row of db.all('SELECT number FROM item_time')) {
    if (!settled.has(numberOf(row, 'number'))) {
      throw new Found('a time was settled outside the evidence record', `item #${numberOf(row, 'number')}`);
    }
  }
}

function checkMoment(row: Row): void {
  const moment: { readonly local: string | null; readonly instant: string | null; readonly certainty: string } =
    JSON.parse(textOf(row, 'moment'));
  const same =
    row['of_item'] === row['evidence_id'] &&
    row['sort_time'] === (moment.local ?? moment.instant) &&
    numberOf(row, 'ambiguous') === (moment.certainty === 'ambiguous' ? 1 : 0);
  if (!same) throw new Found('a settled time stands in another place', `item #${numberOf(row, 'number')}`);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly box: Place;
  readonly confidence: number | null;
}

interface Correction {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly box: Place | null;
  readonly words: string;
}

interface Said {
  readonly text: string;
  readonly regions: readonly Region[];
}

function checkWords(db: SqlReader): void {
  const shown = new Map(
    db.all('SELECT number, text, regions FROM item_reworded').map((row) => [numberOf(row, 'number'), row] as const),
  );
  const corrected = db.all(
    `SELECT DISTINCT item.id, item.number, item.body FROM word_correction c JOIN item ON item.id = c.item_id
     WHERE c.withdrawn = 0 ORDER BY item.number`,
  );
  for (const row of corrected) {
    const number = numberOf(row, 'number');
    const there = shown.get(number);
    shown.delete(number);
    const read: Said = JSON.parse(textOf(row, 'body'));
    const now = withCorrections(read, correctionsOf(db, textOf(row, 'id')));
    if (there === undefined || there['text'] !== now.text || there['regions'] !== JSON.stringify(now.regions)) {
      throw new Found('corrected words differ from what a person corrected', `item #${number}`);
    }
  }
  const [extra] = shown.keys();
  if (extra !== undefined) throw new Found('words were corrected outside the evidence record', `item #${extra}`);
}

function correctionsOf(db: SqlReader, itemId: string): readonly Correction[] {
  return db
    .all(
      `SELECT start_at, end_at, page, box, words FROM word_correction WHERE item_id = ? AND withdrawn = 0
       ORDER BY start_at, end_at, rowid DESC`,
      itemId,
    )
    .map((row) => ({
      start: numberOf(row, 'start_at'),
      end: numberOf(row, 'end_at'),
      page: numberOf(row, 'page'),
      box: row['box'] === null ? null : (JSON.parse(textOf(row, 'box')) as Place),
      words: textOf(row, 'words'),
    }));
}

/** docs/custody.md, "What people settled and corrected": the words with each correction in its place. */
function withCorrections(read: Said, lines: readonly Correction[]): Said {
  let text = '';
  let taken = 0;
  const regions: Region[] = [];
  const keepUntil = (end: number): void => {
    const shift = text.length - taken;
    const kept = read.regions.filter((region) => region.start >= taken && region.end <= end);
    for (const region of kept) regions.push({ ...region, start: region.start + shift, end: region.end + shift });
    text += read.text.slice(taken, end);
  };
  for (const line of lines) {
    keepUntil(line.start);
    const [before, after] = line.start < line.end || line.words === '' ? ['', ''] : ends(read.text, line.start);
    const start = text.length + before.length;
    text += before + line.words + after;
    taken = line.end;
    const box = line.box ?? around(read.regions.filter((region) => touches(region, line)));
    if (line.words === '' || box === null) continue;
    regions.push({ start, end: start + line.words.length, page: line.page, box, confidence: null });
  }
  keepUntil(read.text.length);
  return { text, regions };
}

/** A line that was added stands on a line of its own. */
function ends(text: string, at: number): readonly [string, string] {
  if (text === '') return ['', ''];
  const first = at === 0 || text[at - 1] === '\n';
  const last = at === text.length || text[at] === '\n';
  return [first ? '' : '\n', last && !first ? '' : '\n'];
}

function touches(region: Region, line: Correction): boolean {
  return region.page === line.page && region.start < line.end && line.start < region.end;
}

function around(regions: readonly Region[]): Place | null {
  if (regions.length === 0) return null;
  const boxes = regions.map(({ box }) => box);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
