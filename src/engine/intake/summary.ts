import type { FileOutcome } from '../../contract/evidence.ts';
import type { ItemDraft } from '../../contract/item.ts';
import type { Moment } from '../../contract/moment.ts';
import type { ReadEnd } from '../workers/pool.ts';
import type { SourceFacts } from './readers/reader.ts';
import { emptyOutcome } from './receive.ts';

/** At most so many names are told per file; the table has them all. */
const AUTHORS_TOLD = 50;

/** Adds up what a reading found, into the one line that is told of the file. */
export class Summary {
  readonly #path: string;
  readonly #sha256: string;
  #format: string | null = null;
  #reader: { id: string; version: number } | null = null;
  #items = 0;
  #first: Moment | null = null;
  #last: Moment | null = null;
  readonly #authors = new Set<string>();
  #named = 0;
  #members = 0;
  readonly #warnings: string[] = [];
  readonly #unreadable: { where: string; because: string }[] = [];
  #facts: SourceFacts = {};

  constructor(path: string, sha256: string) {
    this.#path = path;
    this.#sha256 = sha256;
  }

  get reader(): { id: string; version: number } | null {
    return this.#reader;
  }

  get unreadable(): readonly { where: string; because: string }[] {
    return this.#unreadable;
  }

  recognised(format: string, id: string, version: number): void {
    this.#format = format;
    this.#reader = { id, version };
  }

  /** Items derived from others (a signature line, a quoted reply) are not counted. */
  item(item: ItemDraft): void {
    if (item.derived !== null) return;
    this.#items += 1;
    this.#named += item.attachments.length;
    const author = item.author?.name ?? item.author?.handle ?? null;
    if (author !== null) this.#authors.add(author);
    if (item.sentAt !== null && toldTime(item.sentAt) !== null) {
      if (this.#first === null || orderOf(item.sentAt) < orderOf(this.#first)) this.#first = item.sentAt;
      if (this.#last === null || orderOf(item.sentAt) > orderOf(this.#last)) this.#last = item.sentAt;
    }
  }

  member(role: 'attachment' | 'entry'): void {
    if (role === 'attachment') this.#members += 1;
  }

  warning(text: string): void {
    if (!this.#warnings.includes(text)) this.#warnings.push(text);
  }

  unread(where: string, because: string): void {
    this.#unreadable.push({ where, because });
  }

  facts(facts: SourceFacts): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  /** How a picture looks; null for anything else. */
  get print(): string | null {
    return this.#facts.print ?? null;
  }

  outcome(end: ReadEnd, ms: number): FileOutcome {
    const { entries, print: _, ...facts } = this.#facts;
    const items = entries ?? this.#items;
    const base = {
      ...emptyOutcome(this.#path, this.#sha256),
      format: this.#format,
      reader: this.#reader === null ? null : `${this.#reader.id}@${this.#reader.version}`,
      items,
      firstAt: this.#first === null ? null : toldTime(this.#first),
      lastAt: this.#last === null ? null : toldTime(this.#last),
      authors: [...this.#authors].slice(0, AUTHORS_TOLD),
      attachments: Math.max(this.#members, this.#named),
      warnings: [...this.#warnings, ...this.#unreadableWords()],
      ms: Math.round(ms),
      ...facts,
    };
    if (end.kind === 'done') {
      return { ...base, outcome: base.warnings.length > 0 ? 'imported-with-warnings' : 'imported' };
    }
    if (items > 0) {
      return { ...base, outcome: 'imported-with-warnings', warnings: [...base.warnings, end.because] };
    }
    return { ...base, outcome: 'rejected', error: end.because };
  }

  #unreadableWords(): string[] {
    const [first] = this.#unreadable;
    if (first === undefined) return [];
    const n = this.#unreadable.length;
    const what = n === 1 ? '1 record could not be read' : `${n} records could not be read`;
    return [`${what} (${first.where}: ${first.because})`];
  }
}

/** With an offset or `Z` where the source fixes the instant, without one where it does not, null where it is ambiguous. */
function toldTime(moment: Moment): string | null {
  if (moment.certainty === 'ambiguous') return null;
  if (moment.instant !== null) {
    const offset = moment.zone !== null && /^[+-]\d\d:\d\d$/.test(moment.zone) ? moment.zone : null;
    return offset !== null && moment.local !== null ? moment.local + offset : moment.instant;
  }
  return moment.local;
}

function orderOf(moment: Moment): string {
  return moment.instant ?? moment.local ?? '';
}
