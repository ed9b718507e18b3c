import { isDateLine } from './dates.ts';
import { natureOf } from './force.ts';
import { bareLetter, type Marker, readMarkers } from './markers.ts';
import type { Block, ReadingText } from './paragraphs.ts';
import { type Span, sentencesIn } from './sentences.ts';

/** What a passage of the policy is. */
export type Role =
  | 'title'
  | 'heading'
  | 'lead-in'
  | 'clause'
  | 'cross-reference'
  | 'legal-reference'
  | 'date'
  | 'label'
  | 'running'
  | 'beside';

/** One passage; the units of a policy follow each other, and only blank space lies between them. */
export interface Unit extends Span {
  readonly role: Role;
  readonly page: number;
  /** Offset of the first word after the marker; `start` where there is none. */
  readonly words: number;
  /** Numbers and letters from the outside in, such as `A`, `1`; empty for running text. */
  readonly path: readonly string[];
  /** It stands in a list, numbered or not. */
  readonly item: boolean;
  /** Headings and words that govern it, the nearest last. */
  readonly above: readonly Span[];
  /** It goes on with the sentence before it (“However, …”), so both are one clause. */
  readonly continues: boolean;
}

interface Level {
  readonly marker: Marker;
  readonly heading: Span | null;
  /** It opens a section of the policy, so running text may stand in it. */
  readonly section: boolean;
}

/** Sections that readers of documents put after the words themselves. */
const BESIDE =
  /^\[(?:Page headers|Page footers|Footnotes|Endnotes|Comments|Tracked changes|Hidden text|Form fields|Notes|Annotations)[^\]]*\]/;
const LEGAL =
  /^(?:legal|statutory|legislative|statutes?)\s*(?:references?|authority|authorities|citations?|basis)?\s*:?/i;
const CROSS = /^(?:cross[- ]?references?|related (?:policies|regulations|documents)|see also|other references)\s*:?/i;
const CROSS_LINE = /^\(?\s*(?:cf\.|see also|see policy|ref\.)/i;
const ANAPHORA =
  /^(?:however|such\b|this (?:provision|prohibition|requirement|restriction|section|rule|includes|also)|these\b|those\b|in such|in these|in addition,? such|exceptions?\b|an exception|it shall (?:also )?be|they\b|just as|for example|examples? |likewise|nothing in this|provided\b)/i;

class Splitter {
  readonly #reading: ReadingText;
  readonly #units: Unit[] = [];
  #levels: Level[] = [];
  #heading: Span | null = null;
  #leadIn: Span | null = null;
  #looseItems = 0;
  #part: 'title' | 'body' | 'legal' | 'cross' | 'beside' = 'title';

  constructor(reading: ReadingText) {
    this.#reading = reading;
  }

  all(): readonly Unit[] {
    const blocks = this.#reading.blocks;
    for (const [index, block] of blocks.entries()) {
      const next = blocks.slice(index + 1).find(({ running }) => !running) ?? null;
      this.#take(block, next);
    }
    return this.#units;
  }

  #words(span: Span): string {
    return this.#reading.text.slice(span.start, span.end);
  }

  #add(span: Span, page: number, role: Role, more: Partial<Unit> = {}): void {
    this.#units.push({
      start: span.start,
      end: span.end,
      role,
      page,
      words: span.start,
      path: [],
      item: false,
      above: [],
      continues: false,
      ...more,
    });
  }

  #take(block: Block, next: Block | null): void {
    const words = this.#words(block);
    if (block.running) {
      this.#add(block, block.page, 'running');
      return;
    }
    if (BESIDE.test(words)) this.#part = 'beside';
    if (this.#part === 'beside') {
      this.#add(block, block.page, 'beside');
      return;
    }
    if (isDateLine(words)) {
      this.#add(block, block.page, 'date');
      return;
    }
    if (this.#references(block, words)) return;
    const marker = this.#markerOf(words);
    if (marker !== null) {
      this.#marked(block, words, marker, next);
      return;
    }
    this.#unmarked(block, words, next);
  }

  /** Legal and cross references, their labels, and what stands under those. */
  #references(block: Block, words: string): boolean {
    if (CROSS_LINE.test(words)) {
      this.#add(block, block.page, 'cross-reference');
      return true;
    }
    const label = shortLabel(words, LEGAL) ? 'legal' : shortLabel(words, CROSS) ? 'cross' : null;
    if (label !== null) {
      this.#part = label;
      const rest = words.replace(label === 'legal' ? LEGAL : CROSS, '').trim();
      this.#add(block, block.page, rest === '' ? 'label' : referenceRole(label));
      return true;
    }
    if (this.#part !== 'legal' && this.#part !== 'cross') return false;
    // A rule of conduct after the references is no reference: some districts print them first.
    if (words.length > 120 && natureOf(words) === 'rule') {
      this.#part = 'body';
      return false;
    }
    this.#add(block, block.page, referenceRole(this.#part));
    return true;
  }

  #markerOf(words: string): Marker | null {
    const readings = readMarkers(words);
    const bare = readings.length === 0 ? bareLetter(words) : null;
    if (bare !== null) {
      const level = this.#levels.find(({ marker }) => marker.style === 'upper');
      return level !== undefined && level.marker.value + 1 === bare.value ? { ...bare, key: level.marker.key } : null;
    }
    if (readings.length < 2) return readings[0] ?? null;
    const following = readings.find((one) =>
      this.#levels.some(({ marker }) => marker.key === one.key && marker.value + 1 === one.value),
    );
    return following ?? readings.find(({ value }) => value === 1) ?? readings[0] ?? null;
  }

  #marked(block: Block, words: string, marker: Marker, next: Block | null): void {
    this.#part = 'body';
    this.#looseItems = 0;
    const own = words.slice(marker.length);
    this.#openLevel(marker);
    const heading = isHeading(own) && next !== null && !this.#startsSibling(next, marker);
    const path = this.#path(marker);
    if (heading) {
      const span = { start: block.start, end: block.end };
      this.#levels[this.#levels.length - 1] = {
        marker: this.#levels.at(-1)?.marker ?? marker,
        heading: span,
        section: true,
      };
      this.#leadIn = null;
      this.#add(block, block.page, 'heading', { words: block.start + marker.length, path });
      return;
    }
    const governs =
      /:\s*$/.test(own) &&
      next !== null &&
      readMarkers(this.#words(next)).length > 0 &&
      !this.#startsSibling(next, marker);
    // “A. Staff shall not:” governs the items under it and says nothing without them.
    this.#add(block, block.page, governs ? 'lead-in' : 'clause', {
      words: block.start + marker.length,
      path,
      item: true,
      above: this.#above(),
    });
    const level = this.#levels.at(-1);
    if (governs && level !== undefined) {
      this.#levels[this.#levels.length - 1] = { ...level, heading: { start: block.start, end: block.end } };
    }
  }

  /** The next block is the next item of the same list: then this one is an item, not the heading of a section. */
  #startsSibling(next: Block, marker: Marker): boolean {
    return readMarkers(this.#words(next)).some(
      ({ key, value }) => key === marker.key && (value === marker.value + 1 || marker.style === 'bullet'),
    );
  }

  #openLevel(marker: Marker): void {
    const at = this.#levels.findLastIndex(
      (level) =>
        level.marker.key === marker.key &&
        (marker.style === 'bullet' || marker.depth > 1 || marker.value > level.marker.value),
    );
    const again = this.#levels.findIndex((level) => level.marker.key === marker.key);
    const keep =
      at >= 0 ? at : marker.depth > 1 ? this.#levels.findIndex((level) => level.marker.depth >= marker.depth) : again;
    const levels = keep >= 0 ? this.#levels.slice(0, keep) : this.#levels;
    const bullets = this.#levels[keep]?.marker.value ?? 0;
    this.#levels = [
      ...levels,
      { marker: marker.style === 'bullet' ? { ...marker, value: bullets + 1 } : marker, heading: null, section: false },
    ];
  }

  #path(marker: Marker): readonly string[] {
    const levels =
      marker.style === 'decimal' && marker.depth > 1
        ? this.#levels.filter((level) => level.marker.depth === 1 && level.marker.style !== 'decimal')
        : this.#levels.slice(0, -1);
    const labels = levels.map(({ marker: { label, value } }) => label || String(value));
    const last = this.#levels.at(-1)?.marker ?? marker;
    return [...labels, last.label || String(last.value)];
  }

  #above(): readonly Span[] {
    const spans = [
      ...(this.#heading === null ? [] : [this.#heading]),
      ...this.#levels.slice(0, -1).flatMap(({ heading }) => heading ?? []),
      ...(this.#leadIn === null ? [] : [this.#leadIn]),
    ];
    return spans.sort((a, b) => a.start - b.start);
  }

  #unmarked(block: Block, words: string, next: Block | null): void {
    if (this.#part === 'title' && isTitle(words)) {
      this.#add(block, block.page, 'title');
      return;
    }
    this.#part = 'body';
    if (this.#isLooseItem(words)) {
      this.#looseItem(block);
      return;
    }
    if (isHeading(words) && next !== null) {
      this.#levels = [];
      this.#looseItems = 0;
      this.#leadIn = null;
      this.#heading = { start: block.start, end: block.end };
      this.#add(block, block.page, 'heading');
      return;
    }
    this.#prose(block, next);
  }

  /** Word and some PDF files keep the numbers of a list outside of its words. */
  #isLooseItem(words: string): boolean {
    if (this.#leadIn === null || this.#levels.length > 0) return false;
    const afterLeadIn = this.#looseItems === 0 && this.#units.at(-1)?.end === this.#leadIn.end;
    if (!afterLeadIn && this.#looseItems === 0) return false;
    const before = this.#units.at(-1);
    const goesOn = before !== undefined && /(?:;|;\s*(?:and|or)|,)$/.test(this.#words(before));
    return afterLeadIn ? /;\s*(?:and|or)?$/.test(words) || /^\p{Ll}/u.test(words) : goesOn;
  }

  #looseItem(block: Block): void {
    this.#looseItems += 1;
    this.#add(block, block.page, 'clause', { path: [String(this.#looseItems)], item: true, above: this.#above() });
  }

  #prose(block: Block, next: Block | null): void {
    this.#levels = this.#levels.slice(0, this.#levels.findLastIndex(({ section }) => section) + 1);
    this.#looseItems = 0;
    const sentences = sentencesIn(this.#reading.text, block);
    const opensList = /:\s*$/.test(this.#words(block)) && next !== null && !this.#isSection(next);
    this.#leadIn = null;
    const above = [
      ...(this.#heading === null ? [] : [this.#heading]),
      ...this.#levels.flatMap(({ heading }) => heading ?? []),
    ];
    const body = opensList ? sentences.slice(0, -1) : sentences;
    for (const { span, continues } of this.#grouped(body)) this.#add(span, block.page, 'clause', { above, continues });
    const last = sentences.at(-1);
    if (!opensList || last === undefined) return;
    this.#leadIn = last;
    this.#add(last, block.page, 'lead-in', { above });
  }

  /** A block that opens a section of its own: a lead-in before it governs no list. */
  #isSection(next: Block): boolean {
    const words = this.#words(next);
    const [marker] = readMarkers(words);
    return isHeading(words.slice(marker?.length ?? 0)) && (marker === undefined || marker.style !== 'bullet');
  }

  /** Sentences that state go together; every rule and every step stands alone with what leans on it. */
  #grouped(sentences: readonly Span[]): readonly { readonly span: Span; readonly continues: boolean }[] {
    const groups: { span: Span; nature: string }[] = [];
    for (const sentence of sentences) {
      const words = this.#words(sentence);
      const nature = natureOf(words);
      const last = groups.at(-1);
      const leans = ANAPHORA.test(words) && last !== undefined && last.nature !== 'statement';
      const states = nature === 'statement' && last?.nature === 'statement';
      if (last !== undefined && (leans || states)) last.span = { start: last.span.start, end: sentence.end };
      else groups.push({ span: sentence, nature });
    }
    return groups.map(({ span }) => ({ span, continues: false }));
  }
}

function referenceRole(part: 'legal' | 'cross'): Role {
  return part === 'legal' ? 'legal-reference' : 'cross-reference';
}

function shortLabel(words: string, pattern: RegExp): boolean {
  const found = pattern.exec(words);
  if (found === null || words.length > 160) return false;
  return found[0].endsWith(':') || found[0].length === words.length;
}

/** Titles stand before the first sentence: short, without a full stop at the end. */
function isTitle(words: string): boolean {
  return (
    words.length <= 140 &&
    !/[.;:,]$/.test(words) &&
    natureOf(words) === 'statement' &&
    !/[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(words)
  );
}

const SMALL = /^(?:a|an|and|as|at|by|de|for|from|in|into|la|of|on|or|per|the|their|to|via|with|y)$/i;

/** A heading is short, ends without a full stop, and is set in capitals, in title case, or ends with a colon and has no verb of rule. */
export function isHeading(words: string): boolean {
  const plain = words.trim().replace(/[:.]$/, '');
  if (plain.length > 110 || plain === '' || /[;,!?]$/.test(plain) || /\.\s/.test(plain)) return false;
  if (natureOf(plain) !== 'statement') return false;
  const tokens = plain.split(/\s+/).filter((token) => /\p{L}/u.test(token));
  if (tokens.length === 0 || tokens.length > 14) return false;
  if (plain === plain.toUpperCase()) return true;
  if (/\.$/.test(words.trim()) && tokens.length > 6) return false;
  const capital = tokens.filter((token) => SMALL.test(token) || /^[“"'(]?\p{Lu}/u.test(token));
  const title = capital.length >= tokens.length - (tokens.length > 4 ? 1 : 0);
  return title || (!/[.:]$/.test(words.trim()) && tokens.length <= 7 && /^\p{Lu}/u.test(plain));
}

/** Splits a policy's text into its passages. */
export function unitsOf(reading: ReadingText): readonly Unit[] {
  return new Splitter(reading).all();
}
