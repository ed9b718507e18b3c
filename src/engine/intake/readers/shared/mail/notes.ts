import type { Header } from '../mime/headers.ts';
import type { InlineFile } from './inline-files.ts';

/** What is learnt about a message while its parts are walked through. */
export interface MailNotes {
  readonly warnings: Set<string>;
  readonly files: InlineFile[];
  /** Computers from which something would have been fetched. */
  readonly hosts: Set<string>;
  /** Ways in which it is signed; no signature is checked. */
  readonly signed: Set<string>;
  /** Parts that lie on other computers, in words. */
  readonly elsewhere: string[];
  /** Kinds of further versions of the same words that were left out. */
  readonly versions: Set<string>;
  /** Headers that a signed or encrypted part repeats because the outer ones are not protected. */
  readonly protectedHeaders: Header[];
  encrypted: boolean;
  hidesWords: boolean;
}

export function blankNotes(): MailNotes {
  return {
    warnings: new Set(),
    files: [],
    hosts: new Set(),
    signed: new Set(),
    elsewhere: [],
    versions: new Set(),
    protectedHeaders: [],
    encrypted: false,
    hidesWords: false,
  };
}

/** The notes as facts of the item, in plain words. */
export function factsOfNotes(notes: MailNotes): { label: string; value: string }[] {
  const facts: { label: string; value: string }[] = [];
  for (const way of notes.signed) facts.push({ label: 'Signature', value: `signed (${way}); not checked` });
  if (notes.hosts.size > 0) facts.push({ label: 'Remote content, not fetched', value: [...notes.hosts].join(', ') });
  if (notes.hidesWords) facts.push({ label: 'Formatting', value: 'holds words that its styles hide from view' });
  for (const kind of notes.versions) facts.push({ label: 'Further version, not read', value: kind });
  for (const value of notes.elsewhere) facts.push({ label: 'Part kept elsewhere, not fetched', value });
  return facts;
}
