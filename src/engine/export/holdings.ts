import { contentPieces, type ReadableDb } from '../case-file/index.ts';
import type { BagWriter } from './bag-writer.ts';
import { safeName } from './names.ts';
import type { Selection } from './selection.ts';
import { type Image, pause } from './snapshot.ts';
import { unfold } from './strings.ts';
import type { Tally } from './tally.ts';

/** Writes the bytes of every source that may be given, each distinct content once, and the list that names them. */
export async function writeOriginals(
  bag: BagWriter,
  db: ReadableDb,
  selection: Selection,
  tally: Tally,
  step: (name: string) => void,
): Promise<void> {
  const files = new Map<string, string>();
  const sources: unknown[] = [];
  for (const { image } of selection.snapshot.tables.get('evidence')?.values() ?? []) {
    const id = String(image['id']);
    const refused = selection.source(id);
    if (refused !== null) {
      tally.add('source', refused);
      sources.push({
        id,
        number: image['number'],
        name: null,
        file: null,
        sha256: null,
        withheld: { ground: refused },
      });
      continue;
    }
    const ground = selection.original(id);
    const name = String(image['name']);
    const shown = selection.students === null ? name : selection.students.replace(name);
    const listed = {
      id,
      number: image['number'],
      name: shown,
      bytes: image['bytes'],
      receivedAt: image['received_at'],
    };
    if (ground !== null) {
      tally.add('original', ground);
      // Without the hash: whoever knows all of a text but a name could try names against it.
      sources.push({ ...listed, file: null, sha256: null, withheld: { ground } });
      continue;
    }
    const sha256 = String(image['sha256']);
    step(shown);
    const known = files.get(sha256);
    const file = known ?? `originals/${safeName(Number(image['number']), sha256, name)}`;
    if (known === undefined) {
      await bag.add(`data/${file}`, contentPieces(db, sha256));
      files.set(sha256, file);
      await pause();
    }
    sources.push({ ...listed, file, sha256 });
  }
  await bag.add('data/originals.json', pretty({ about: ABOUT_ORIGINALS, sources }));
}

const ABOUT_ORIGINALS =
  'Every source of the case by its number. “file” lies beside this list and holds the bytes as they were received; “name” is how it was called then. Sources with the same bytes share a file.';

/** Writes the issued documents that may be given, with the frozen input from which each was made. */
export async function writeDocuments(
  bag: BagWriter,
  db: ReadableDb,
  selection: Selection,
  tally: Tally,
): Promise<void> {
  const documents: unknown[] = [];
  for (const [id, { image }] of selection.snapshot.tables.get('document') ?? []) {
    const ground = selection.row('document', id);
    if (ground !== null) {
      tally.add('document', ground);
      continue;
    }
    const stem = `documents/${String(image['number']).padStart(4, '0')}-${String(image['kind']).replace(/[^a-z0-9-]/g, '-')}`;
    const input = String(image['input_sha256']);
    const output = await bag.add(`data/${stem}.${endingOf(image)}`, contentPieces(db, String(image['output_sha256'])));
    await bag.add(`data/${stem}.input.json`, contentPieces(db, input));
    documents.push({
      id,
      number: image['number'],
      kind: image['kind'],
      title: image['title'],
      issuedAt: image['issued_at'],
      by: image['by'],
      pages: image['pages'],
      file: `${stem}.${endingOf(image)}`,
      sha256: output.sha256,
      input: `${stem}.input.json`,
      inputSha256: input,
      fingerprint: image['fingerprint'],
    });
  }
  await bag.add('data/documents.json', pretty({ about: ABOUT_DOCUMENTS, documents }));
}

const ABOUT_DOCUMENTS =
  'Every issued document. “input” is what it was made from, frozen; “fingerprint” is the one that its pages print, of the record as it stood before the document was issued.';

function endingOf(image: Image): string {
  return image['standard'] === 'docx' || image['format'] === 'docx' ? 'docx' : 'pdf';
}

/** Columns of a person that this audience is given beside the name or pseudonym. */
const OF_A_PERSON = ['id', 'number', 'case_role', 'occupation', 'position', 'unit'];

/** Writes the case’s records, a file for each table: rows as they stand, those that were withdrawn among them. */
export async function writeRecords(bag: BagWriter, selection: Selection, tally: Tally): Promise<void> {
  for (const [table, rows] of [...selection.snapshot.tables].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const given: unknown[] = [];
    for (const [id, { image }] of rows) {
      const ground = selection.row(table, id);
      if (ground === null) given.push(recordOf(selection, image));
      else if (table === 'person' && selection.students !== null) given.push(personRecord(selection, image));
      else if (table !== 'evidence' && table !== 'document') tally.add(`record: ${table}`, ground);
    }
    if (given.length > 0)
      await bag.add(`data/records/${table}.json`, pretty({ about: ABOUT_RECORDS, table, rows: given }));
    await pause();
  }
}

const ABOUT_RECORDS =
  'Rows of one table of the case, as its last line left them. “given”: “whole”, or “with pseudonyms” where names of students were replaced.';

function recordOf(selection: Selection, image: Image): unknown {
  const row = Object.fromEntries(Object.entries(image).map(([name, cell]) => [name, unfold(cell)]));
  const { students } = selection;
  if (students === null || !students.touches(Object.values(image))) return { given: 'whole', row };
  const { sha256: _, ...safe } = row;
  return { given: 'with pseudonyms', row: students.replaceIn(safe) };
}

/** Who somebody is in the case, without hours, accounts, relatives and notes. */
function personRecord(selection: Selection, image: Image): unknown {
  const row = Object.fromEntries(OF_A_PERSON.map((name) => [name, image[name] ?? null]));
  const name = image['pseudonym'] ?? selection.students?.replace(String(image['name'])) ?? null;
  return { given: 'with pseudonyms', row: { ...row, name } };
}

export function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
