import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/**
 * A Word file without clock or chance: its parts in the order of their names, each dated 1980, its properties dated by the
 * document, and the ids that the library drew at random renamed in the order in which they stand.
 * @param date `YYYY-MM-DD` of the document
 */
export function sameBytes(packed: Uint8Array, date: string): Buffer {
  const parts = Object.entries(unzipSync(packed));
  const texts = new Map(parts.filter(([name]) => isText(name)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const renamed = namesForChance([...texts.values()]);
  const zippable: Zippable = {};
  for (const [name, bytes] of parts.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = texts.get(name);
    const said = text === undefined ? bytes : strToU8(dated(numbered(rename(text, renamed)), date));
    // Local parts of the date are written into the archive, so it is made of local parts.
    zippable[rename(name, renamed)] = [said, { mtime: new Date(1980, 0, 1), level: 6 }];
  }
  return Buffer.from(zipSync(zippable));
}

function isText(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels');
}

/** Relationship ids of links, and the file names of pictures, are drawn at random by the library. */
const CHANCE =
  /(?<=r:id="|Id="|r:embed="|media\/)rId?[A-Za-z0-9_-]{21}|(?<=media\/|r:embed="rId|Id="rId)[A-Za-z0-9_-]{21,40}(?=\.|")/g;

function namesForChance(texts: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const text of texts) {
    for (const [found] of text.matchAll(CHANCE)) if (!names.has(found)) names.set(found, `part${names.size + 1}`);
  }
  return names;
}

function rename(text: string, names: ReadonlyMap<string, string>): string {
  let renamed = text;
  for (const [from, to] of names) renamed = renamed.replaceAll(from, to);
  return renamed;
}

/** The library counts bookmarks and pictures through the life of the process; here they are counted within the file. */
function numbered(text: string): string {
  const ids = new Map<string, number>();
  return text.replace(
    /(<(w:bookmarkStart|w:bookmarkEnd|wp:docPr)\b[^>]*?\b(?:w:)?id=")(\d+)"/g,
    (_, before: string, tag: string, id: string) => {
      const key = `${tag === 'wp:docPr' ? 'picture' : 'bookmark'} ${id}`;
      const number = ids.get(key) ?? ids.size + 1;
      ids.set(key, number);
      return `${before}${number}"`;
    },
  );
}

function dated(text: string, date: string): string {
  return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
}
