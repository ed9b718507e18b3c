import { lookUp } from '../look-up.ts';

/** One piece of an XML file, in its order. Names are as written and, in `local`, without their prefix. */
export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly local: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'close'; readonly name: string; readonly local: string }
  | { readonly kind: 'text'; readonly text: string }
  /** The file does what a well-formed one cannot; what follows was read as well as it could be. */
  | { readonly kind: 'damage' }
  /** A document type with definitions of its own; none is followed, whatever it defines stays as written. */
  | { readonly kind: 'definitions' };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function codePoint(code: number, otherwise: string): string {
  const exists = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return exists ? String.fromCodePoint(code) : otherwise;
}

/** Replaces the five entities that XML has of itself and numbers of letters; any other stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return codePoint(Number.parseInt(hex, 16), whole);
    if (typeof decimal === 'string') return codePoint(Number(decimal), whole);
    return typeof name === 'string' ? (lookUp(entities, name) ?? whole) : whole;
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const attributePattern = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const none: ReadonlyMap<string, string> = new Map();

function attributesOf(text: string): ReadonlyMap<string, string> {
  if (!text.includes('=')) return none;
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(attributePattern)) {
    found.set(name, decodeEntities(double ?? single ?? ''));
  }
  return found;
}

/** Index of the `>` that ends a tag, past quoted values; -1 where none does. */
function tagEnd(text: string, from: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = from;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '>') return found.index;
    const close = text.indexOf(found[0], found.index + 1);
    // A quotation mark that never closes is no quotation mark.
    if (close < 0) return text.indexOf('>', found.index);
    mark.lastIndex = close + 1;
  }
  return -1;
}

interface Special {
  readonly end: number;
  readonly event: XmlEvent | null;
}

/** Comments, instructions, CDATA and document types, which begin with `<!` or `<?`; null for an ordinary tag. */
function specialAt(text: string, at: number): Special | null {
  const until = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    return end < 0 ? text.length : end + mark.length;
  };
  if (text.startsWith('<!--', at)) return { end: until('-->', at + 4), event: null };
  if (text.startsWith('<![CDATA[', at)) {
    const end = until(']]>', at + 9);
    const kept = text.slice(at + 9, text.startsWith(']]>', end - 3) ? end - 3 : end);
    return { end, event: { kind: 'text', text: kept } };
  }
  if (text.startsWith('<?', at)) return { end: until('?>', at + 2), event: null };
  if (!text.startsWith('<!', at)) return null;
  const bracket = text.indexOf('[', at);
  const close = text.indexOf('>', at);
  if (bracket < 0 || (close >= 0 && close < bracket)) return { end: close < 0 ? text.length : close + 1, event: null };
  const end = text.indexOf(']', bracket);
  return { end: end < 0 ? text.length : until('>', end), event: { kind: 'definitions' } };
}

/**
 * Reads XML piece by piece without ever following a definition, a reference to another file or an entity of the file's own
 * making (so that no expansion and no request can come of it). Never throws; damage is told and passed over.
 */
export function* xmlEvents(text: string): Generator<XmlEvent, void> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    if (start !== at) {
      yield { kind: 'text', text: decodeEntities(text.slice(at, start < 0 ? text.length : start)) };
      if (start < 0) return;
    }
    const special = specialAt(text, start);
    if (special !== null) {
      if (special.event !== null) yield special.event;
      at = special.end;
      continue;
    }
    const end = tagEnd(text, start + 1);
    if (end < 0) {
      yield { kind: 'damage' };
      return;
    }
    yield* tagEvents(text.slice(start + 1, end));
    at = end + 1;
  }
}

function* tagEvents(inner: string): Iterable<XmlEvent> {
  if (inner.startsWith('/')) {
    const name = inner.slice(1).trim();
    yield { kind: 'close', name, local: localName(name) };
    return;
  }
  const name = /^[^\s/<>]+/.exec(inner)?.[0];
  if (name === undefined) {
    yield { kind: 'damage' };
    return;
  }
  const local = localName(name);
  const empty = inner.endsWith('/');
  yield { kind: 'open', name, local, attributes: attributesOf(inner.slice(name.length, empty ? -1 : undefined)) };
  if (empty) yield { kind: 'close', name, local };
}
