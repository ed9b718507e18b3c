import type { ZipPackage } from '../container/zip-package.ts';
import { type DecodedText, decodeText } from '../decode-text.ts';
import { type XmlEvent, xmlEvents } from '../xml/read-xml.ts';

/** What must be said of a package, gathered while its parts are read. */
export interface Notes {
  readonly warnings: Set<string>;
}

const declaredEncoding = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})/i;

function decodedXml(bytes: Uint8Array): DecodedText {
  const head = Buffer.from(bytes.subarray(0, 300)).toString('latin1');
  return decodeText(bytes, declaredEncoding.exec(head)?.[1] ?? null);
}

/** The text of an XML part; null where it is missing or could not be unpacked, which is then noted. */
export async function partText(zip: ZipPackage, name: string, notes: Notes): Promise<string | null> {
  const part = await zip.read(name);
  if (part.kind === 'missing') return null;
  if (part.kind === 'refused') {
    notes.warnings.add(`The part "${name}" of the file was not read: ${part.because}.`);
    return null;
  }
  if (!part.intact)
    notes.warnings.add(`The part "${name}" of the file does not match its checksum; it may be damaged.`);
  return decodedXml(part.bytes).text;
}

/** A piece of an XML part. */
export type PartEvent = Exclude<XmlEvent, { kind: 'damage' | 'definitions' }>;

/** The pieces of an XML text; damage and definitions are noted and left out. */
export function* eventsOf(text: string, notes: Notes): Generator<PartEvent> {
  let depth = 0;
  for (const event of xmlEvents(text)) {
    if (event.kind === 'damage') notes.warnings.add('The file is damaged inside; some of its words may be missing.');
    else if (event.kind === 'definitions') {
      notes.warnings.add('The file defines signs of its own, as attacks do; none was followed.');
    } else {
      if (event.kind === 'open') depth += 1;
      else if (event.kind === 'close') depth -= 1;
      yield event;
    }
  }
  if (depth > 0) notes.warnings.add('The file is damaged inside; some of its words may be missing.');
}

/** A tie from one part to another, or to a place outside the file. */
export interface Relationship {
  readonly id: string;
  /** The last piece of its type: `image`, `hyperlink`, `attachedTemplate`… */
  readonly type: string;
  /** Name of the part, or the address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** `word/document.xml` and `media/a.png` give `word/media/a.png`; a target that begins with a slash counts from the top. */
export function resolvePart(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = base.split('/').slice(0, -1);
  for (const piece of target.split('/')) {
    if (piece === '..') folders.pop();
    else if (piece !== '.' && piece !== '') folders.push(piece);
  }
  return folders.join('/');
}

/** The ties of a part; an empty list where it has none. */
export async function relationshipsOf(zip: ZipPackage, part: string, notes: Notes): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/');
  const text = await partText(zip, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`, notes);
  if (text === null) return [];
  const found: Relationship[] = [];
  for (const event of eventsOf(text, notes)) {
    if (event.kind !== 'open' || event.local !== 'Relationship') continue;
    const external = event.attributes.get('TargetMode')?.toLowerCase() === 'external';
    const target = event.attributes.get('Target') ?? '';
    found.push({
      id: event.attributes.get('Id') ?? '',
      type: (event.attributes.get('Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolvePart(part, target),
      external,
    });
  }
  return found;
}
