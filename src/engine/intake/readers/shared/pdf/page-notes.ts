import type { PDFPageProxy } from 'pdfjs-dist';
import { lookUp } from '../look-up.ts';

/** What lies on a page beside its words: comments, filled fields and links. */
export interface PageNotes {
  readonly comments: readonly string[];
  readonly fields: readonly string[];
  readonly links: readonly string[];
  /** Names of fields that hold a signature. */
  readonly signatures: readonly string[];
  /** True where something on the page would run or start a program. */
  readonly active: boolean;
}

const commenting =
  /^(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Caret|Stamp|Ink|Line|Square|Circle|Polygon|PolyLine|FileAttachment|Redact)$/;

interface Told {
  readonly text: (name: string) => string;
  readonly value: (name: string) => unknown;
}

function told(annotation: object): Told {
  const value = (name: string): unknown => Reflect.get(annotation, name);
  return {
    value,
    text: (name) => {
      const found = value(name);
      const inner: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'str') : found;
      return typeof inner === 'string' ? inner.replaceAll('\r', '\n').replaceAll('\0', '').trim().slice(0, 20_000) : '';
    },
  };
}

const kinds: Readonly<Record<string, string>> = {
  Highlight: 'highlighted',
  StrikeOut: 'struck out',
  Underline: 'underlined',
  Squiggly: 'underlined',
  Stamp: 'stamp',
  FreeText: 'typed on the page',
};

function commentOf(annotation: Told, subtype: string): string | null {
  const words = annotation.text('contentsObj') || annotation.text('contents');
  const about = annotation.text('overlaidText');
  if (words === '' && about === '') return null;
  const author = annotation.text('titleObj') || 'somebody who is not named';
  const date = annotation.text('creationDate') || annotation.text('modificationDate');
  const kind = lookUp(kinds, subtype);
  const marked = about === '' ? '' : ` on "${about.replace(/\s+/g, ' ')}"`;
  return `${author}${date === '' ? '' : ` (${date})`}${kind === undefined ? '' : `, ${kind}`}${marked}${words === '' ? '' : `: ${words}`}`;
}

function fieldOf(annotation: Told): string | null {
  const name = annotation.text('alternativeText') || annotation.text('fieldName');
  const value = annotation.value('fieldValue');
  const values = (Array.isArray(value) ? value : [value]).filter(
    (each) => typeof each === 'string' && each.trim() !== '',
  );
  if (values.length === 0 || values.includes('Off')) return null;
  const radio = annotation.value('radioButton') === true && annotation.text('buttonValue') !== values[0];
  return radio || annotation.value('pushButton') === true ? null : `${name}: ${values.join(', ')}`;
}

interface Found extends PageNotes {
  readonly comments: string[];
  readonly fields: string[];
  readonly links: string[];
  readonly signatures: string[];
  active: boolean;
}

function keep<T>(into: T[], value: T | null): void {
  if (value !== null) into.push(value);
}

function take(found: Found, annotation: Told): void {
  const subtype = annotation.text('subtype');
  const url = annotation.text('url') || annotation.text('unsafeUrl');
  if (url !== '') found.links.push(url);
  if (typeof annotation.value('actions') === 'object' && annotation.value('actions') !== null) found.active = true;
  if (commenting.test(subtype)) keep(found.comments, commentOf(annotation, subtype));
  if (subtype === 'Widget') keep(found.fields, fieldOf(annotation));
  if (annotation.text('fieldType') === 'Sig') found.signatures.push(annotation.text('fieldName'));
}

/** Reads the notes of a page. Nothing of them is drawn, followed or run. */
export async function pageNotes(page: PDFPageProxy): Promise<PageNotes> {
  const found: Found = { comments: [], fields: [], links: [], signatures: [], active: false };
  const annotations: unknown[] = await page.getAnnotations().catch(() => []);
  for (const each of annotations.slice(0, 20_000))
    if (typeof each === 'object' && each !== null) take(found, told(each));
  return found;
}
