import type { ItemDraft } from '../../../../../contract/item.ts';
import { limits } from '../../../limits.ts';
import type { ReadContext, SourceFile, Yielded } from '../../reader.ts';
import { UnpackBudget } from '../container/unpack-budget.ts';
import { readAddresses } from '../mime/addresses.ts';
import { quotedAuthor, splitQuotations } from '../quoted-text.ts';
import { splitSignature } from '../signature-lines.ts';

/** One mail as any of the mail formats tells it. */
export interface ReadMail {
  /** Everything but its words; `attachments` are filled in from the files. */
  readonly item: ItemDraft;
  readonly words: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Attachments that were seen but cannot be handed on, and why. */
  readonly refused: readonly { readonly name: string; readonly because: string }[];
  readonly warnings: readonly string[];
  readonly encrypted: boolean;
}

/** Where a mail stands in a file of many; `folder` goes before the names of its attachments. */
export interface MailPlace {
  readonly locator: string;
  readonly folder: string;
}

function* derivedItems(
  whole: ItemDraft,
  own: string,
  quotations: readonly string[],
  before: string,
): Iterable<ItemDraft> {
  const signed = splitSignature(own, whole.author?.name ?? null);
  yield { ...whole, text: signed.words };
  const part = { ...whole, title: null, attachments: [], facts: [] };
  if (signed.signature !== null) {
    yield {
      ...part,
      kind: 'signature',
      derived: 'signature',
      locator: `${before}signature lines`,
      text: signed.signature,
    };
  }
  for (const [index, text] of quotations.entries()) {
    const author = quotedAuthor(text);
    yield {
      ...part,
      derived: 'quoted-reply',
      locator: `${before}quoted words ${index + 1}`,
      // Who wrote the quoted words and when is only what this message says of them.
      author: author === null ? null : (readAddresses(author)[0] ?? null),
      recipients: [],
      sentAt: null,
      text,
    };
  }
}

/**
 * What one reading may hand on, all its mails together. Files of Outlook can name the same bytes many times over, so that
 * what comes out is counted, as with archives.
 */
export class MemberGate {
  private readonly budget: UnpackBudget;
  private readonly deep: boolean;

  constructor(size: number, context: ReadContext) {
    this.budget = new UnpackBudget(size, context.nesting);
    this.deep = (context.nesting?.depth ?? 0) >= limits.containerDepth;
  }

  pass(name: string, bytes: Uint8Array): Yielded {
    const refused = (because: string): Yielded => ({ kind: 'refused-member', name, because });
    if (bytes.length > limits.memberBytes) return refused('it is larger than the limit for one file');
    if (this.deep) return refused(`it lies inside ${limits.containerDepth} files, one in the other`);
    if (bytes.length > this.budget.left()) {
      return refused(`more than ${limits.unpackRatio} times the size of the file came out of it`);
    }
    this.budget.spend(bytes.length);
    return { kind: 'member', name, role: 'attachment', bytes };
  }
}

/** The items of a mail (itself, its signature lines, what it quotes), then its attachments; no warnings. */
export function* yieldMail(mail: ReadMail, place: MailPlace | null, gate: MemberGate): Iterable<Yielded> {
  const named = (name: string): string => (place === null ? name : `${place.folder}/${name}`);
  const segments = splitQuotations(mail.words.slice(0, limits.itemTextCharacters));
  const textsOf = (kind: 'own' | 'quoted'): string[] =>
    segments.filter((segment) => segment.kind === kind).map((segment) => segment.text);
  const item: ItemDraft = {
    ...mail.item,
    locator: place === null ? mail.item.locator : place.locator,
    attachments: mail.attachments.map((attachment) => named(attachment.name)),
  };
  const own = textsOf('own').join('\n').trim();
  const before = place === null ? '' : `${place.locator}, `;
  for (const each of derivedItems(item, own, textsOf('quoted'), before)) yield { kind: 'item', item: each };
  for (const { name, bytes } of mail.attachments) yield gate.pass(named(name), bytes);
  for (const { name, because } of mail.refused) yield { kind: 'refused-member', name: named(name), because };
}

/** A mail that is a file of its own: its warnings, then what `yieldMail` gives. */
export function* yieldSoleMail(mail: ReadMail, file: SourceFile, context: ReadContext): Iterable<Yielded> {
  for (const text of mail.warnings) yield { kind: 'warning', text };
  if (mail.encrypted) yield { kind: 'facts', facts: { encrypted: true } };
  yield* yieldMail(mail, null, new MemberGate(file.bytes.length, context));
}
