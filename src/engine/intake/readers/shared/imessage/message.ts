import type { ItemDraft } from '../../../../../contract/item.ts';
import { facts } from '../chat/told.ts';
import { mailMoment } from '../mail-date.ts';
import { blankItem, party, phoneOf } from '../parties.ts';

/** One message as imessage-exporter writes it, as text or as a page. */
export interface Shown {
  readonly at: string;
  readonly date: string;
  /** What stands in brackets behind the date: when it was read. */
  readonly read: string | null;
  readonly sender: string;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly reactions: readonly string[];
  readonly edits: readonly string[];
  readonly deleted: boolean;
  readonly answers: boolean;
  readonly more: ItemDraft['facts'];
}

export const keyOf = (shown: Pick<Shown, 'date' | 'sender' | 'text'>): string =>
  [shown.date, shown.sender, shown.text].join('\u0000');

/** An item of a message; "Me" is whoever owns the computer, and the file does not name that person otherwise. */
export function shownItem(shown: Shown, zone: string | null): ItemDraft {
  const handle = phoneOf(shown.sender) ?? (/^\S+@\S+\.\S+$/.test(shown.sender) ? shown.sender : null);
  return {
    ...blankItem(shown.at, 'sms'),
    platform: 'imessage',
    author: party(shown.sender, handle),
    sentAt: mailMoment(shown.date, zone),
    text: shown.text,
    attachments: [...shown.attachments],
    edited: shown.edits.length > 0,
    deleted: shown.deleted,
    facts: [
      ...shown.reactions.map((value) => ({ label: 'Reaction', value })),
      ...shown.edits.map((value) => ({ label: 'Version', value })),
      ...facts(['Read', shown.read], ['Answer', shown.answers ? 'to an earlier message' : null]),
      ...shown.more,
    ],
  };
}

/** `Mar 12, 2024  9:41:07 PM (Read by them after 1 minute)`. */
export const datePattern = String.raw`[A-Z][a-z]{2} \d{1,2}, \d{4} {1,2}\d{1,2}:\d{2}:\d{2} [AP]M`;

export const unsentLine = /^(?:You|.{1,80}) unsent (?:this|a) message(?: part)?\b.{0,120}$/;
export const deletedLine = 'This message was deleted from the conversation!';
export const answerLine = 'This message responded to an earlier message.';
