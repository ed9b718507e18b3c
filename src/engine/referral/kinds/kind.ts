import type { ComposedKindName } from '../../../contract/document.ts';
import type { Exhibits } from '../gather/exhibits.ts';
import type { Scope } from '../gather/scope.ts';
import type { Block, DocumentLanguage, LetterFrame, Part } from '../input/composed.ts';

/**
 * Words that a person may put in their own: drafted from the case, edited in the Documents room. Plain text: an empty line
 * starts a paragraph, lines that begin with `- ` or `1. ` are a list, `[A-1, p. 2]` cites an exhibit.
 */
interface EditableText {
  readonly block: 'text';
  /** Unique within the document; an edit is kept under it. */
  readonly id: string;
  readonly text: string;
}

export type DraftBlock = Block | EditableText;

export interface DraftPart extends Omit<Part, 'blocks' | 'level' | 'anchor' | 'startsPage'> {
  readonly level?: Part['level'];
  readonly anchor?: string;
  readonly startsPage?: boolean;
  /** An empty list leaves the part out. */
  readonly blocks: readonly DraftBlock[];
}

/** A document as its kind drafts it from the case, before a person's edits. */
export interface Drafted {
  /** Left out for a record. */
  readonly letter?: LetterFrame;
  /** Who may read it, what it is kept apart from; left out where there is nothing to say. */
  readonly marking?: string;
  readonly parts: readonly DraftPart[];
  /** Set smaller, so that it stands on one page. */
  readonly onePage?: boolean;
  /** The exhibits that it numbers; left out where it cites none. */
  readonly exhibits?: Exhibits;
}

/** One kind of letter or record: what it contains, and what it must not say. */
export interface ComposedKind {
  readonly kind: ComposedKindName;
  readonly title: Readonly<Partial<Record<DocumentLanguage, string>>> & { readonly en: string };
  readonly group: 'letters' | 'records';
  /** When it is used, in a sentence, for the list of kinds. */
  readonly about: string;
  /** Words that have no place in it, whoever wrote them, each with the reason. */
  readonly mustNotSay: readonly { readonly pattern: RegExp; readonly why: string }[];
  /** @throws document-failed where the case lacks what the document cannot be without */
  draft(scope: Scope, language: DocumentLanguage): Drafted;
}

/** Paragraphs that a person may edit. */
export function text(id: string, ...paragraphs: readonly string[]): DraftBlock {
  return { block: 'text', id, text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') };
}

/** A paragraph that stands as it is: the words of a rule. */
export function fixed(...paragraphs: readonly string[]): DraftBlock {
  return { block: 'paragraphs', text: paragraphs.map((paragraph) => [paragraph]) };
}

export function bullets(...items: readonly string[]): DraftBlock {
  return { block: 'list', ordered: false, items: items.map((item) => [item]) };
}

export function note(words: string): DraftBlock {
  return { block: 'note', text: words };
}

/** Names and values; a value that is not known reads as the sentence given for it. */
export function facts(
  ...rows: readonly (readonly [name: string, value: string | null, absent?: string])[]
): DraftBlock {
  return {
    block: 'facts',
    rows: rows.map(([name, value, absent]) => ({ name, value: [value ?? absent ?? 'Not recorded'] })),
  };
}

/** A table of words, or the sentence that says why there is none. */
export function table(
  columns: readonly (readonly [header: string, width: number])[],
  rows: readonly (readonly string[])[],
  absent: string,
): DraftBlock {
  if (rows.length === 0) return { block: 'absent', text: absent };
  return {
    block: 'table',
    header: columns.map(([header]) => header),
    widths: columns.map(([, width]) => width),
    rows: rows.map((row) => row.map((cell) => [cell === '' ? '–' : cell])),
  };
}
