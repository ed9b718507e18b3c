import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** Runs a tool of qpdf or poppler-utils on a file; says plainly what is missing where it is not installed. */
export function runTool(
  name: 'qpdf' | 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdfimages',
  args: readonly string[],
): string {
  const run = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.error !== undefined)
    throw new Error(
      `${name} is needed for this test: install qpdf and poppler-utils (apt-get install qpdf poppler-utils).`,
    );
  if (run.status !== 0)
    throw new Error(`${name} ${args.join(' ')} ended with ${run.status}: ${run.stderr}${run.stdout}`);
  return run.stdout;
}

export function savePdf(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'evenhand-pdf-')), 'document.pdf');
  writeFileSync(path, bytes);
  return path;
}

export function textOf(path: string): string {
  return runTool('pdftotext', ['-enc', 'UTF-8', path, '-']);
}

/** A pattern for words that may have been broken at spaces, and after a hyphen, dash or slash. */
export function unbroken(words: string): RegExp {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?<=[-–—/])/g, '\\s?'))
    .join('\\s+');
  return new RegExp(pattern, 'u');
}

export interface WordBox {
  readonly page: number;
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

/** Every word with its box in points, origin top left. */
export function wordBoxes(path: string): readonly WordBox[] {
  const boxes: WordBox[] = [];
  let page = 0;
  const pattern = /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  for (const [whole, xMin, yMin, xMax, yMax, text = ''] of runTool('pdftotext', ['-bbox', path, '-']).matchAll(
    pattern,
  )) {
    if (whole.startsWith('<page')) page += 1;
    else boxes.push({ page, text, xMin: Number(xMin), yMin: Number(yMin), xMax: Number(xMax), yMax: Number(yMax) });
  }
  return boxes;
}

const Json = z.record(z.string(), z.unknown());
const Qpdf = z.object({ qpdf: z.tuple([z.unknown(), Json]) });

/** The objects of a PDF as qpdf reads them, with references followed. */
export class PdfObjects {
  readonly #objects: Readonly<Record<string, unknown>>;

  constructor(path: string) {
    this.#objects = Qpdf.parse(JSON.parse(runTool('qpdf', ['--json=2', '--json-key=qpdf', path]))).qpdf[1];
  }

  /** The value, or what a reference such as `12 0 R` stands for. Streams give their dictionary. */
  follow(value: unknown): unknown {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
    const found = Json.safeParse(this.#objects[`obj:${value}`]);
    if (!found.success) return undefined;
    return 'value' in found.data ? found.data['value'] : Json.parse(found.data['stream'])['dict'];
  }

  dictionary(value: unknown): Readonly<Record<string, unknown>> {
    const parsed = Json.safeParse(this.follow(value));
    return parsed.success ? parsed.data : {};
  }

  list(value: unknown): readonly unknown[] {
    const followed = this.follow(value);
    return Array.isArray(followed) ? followed : followed === undefined || followed === null ? [] : [followed];
  }

  get catalog(): Readonly<Record<string, unknown>> {
    return this.dictionary(Json.parse(Json.parse(this.#objects['trailer'])['value'])['/Root']);
  }

  /** Every dictionary of the file. */
  get all(): readonly Readonly<Record<string, unknown>>[] {
    return Object.keys(this.#objects)
      .filter((key) => key.startsWith('obj:'))
      .map((key) => this.dictionary(key.slice('obj:'.length)));
  }

  /** The structure elements in reading order. */
  *structure(): Generator<StructureElement> {
    const root = this.dictionary(this.catalog['/StructTreeRoot']);
    for (const kid of this.list(root['/K'])) yield* this.#elements(kid, []);
  }

  *#elements(value: unknown, parents: readonly string[]): Generator<StructureElement> {
    const entry = this.dictionary(value);
    const tag = entry['/S'];
    if (typeof tag !== 'string') return;
    yield { tag, entry, parents };
    for (const kid of this.list(entry['/K'])) yield* this.#elements(kid, [...parents, tag]);
  }
}

export interface StructureElement {
  readonly tag: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly parents: readonly string[];
}

/** A text string as qpdf writes it in JSON: `u:words`. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value.replace(/^u:/, '') : '';
}
