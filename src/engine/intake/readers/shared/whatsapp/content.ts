import { directionMarks } from '../parties.ts';
import type { Message } from './lines.ts';
import { splitAtName, tellsOf } from './names.ts';
import { isNotice, isRenaming, says } from './words.ts';

/** What one message of an export holds once WhatsApp's own marks are taken out of its words. */
export type Content =
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'message';
      readonly author: string;
      /** True where the name was chosen by the sender and is not in the exporter's contacts (`~ Name`). */
      readonly chosenName: boolean;
      readonly text: string;
      readonly attachments: readonly string[];
      readonly edited: boolean;
      readonly deleted: boolean;
      readonly omitted: boolean;
    };

const leadingMark = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const authorLength = 100;

function splitAuthor(rest: string): { author: string; text: string } | null {
  const colon = /:(?: |$)/.exec(rest.slice(0, authorLength + 2));
  if (colon === null || colon.index === 0) return null;
  return { author: rest.slice(0, colon.index), text: rest.slice(colon.index + colon[0].length) };
}

/** `<attached: 00000012-PHOTO-2024-03-12-21-41-07.jpg>` in any language: a word, a colon, a file name, in angle brackets. */
const inBrackets = /^<[^<>:：]{2,40}[:：]\s?([^<>]{1,255}\.[A-Za-z0-9]{1,5})>$/u;
/** `IMG-20240312-WA0001.jpg (file attached)`. */
const withWords = /^(.{1,255}\.[A-Za-z0-9]{1,5}) \(([^()]{3,40})\)$/u;
const phoneMade = /^(?:IMG|VID|AUD|PTT|DOC|STK)-\d{8}-WA\d+/;

function attachmentOf(line: string): string | null {
  const plain = line.replace(directionMarks, '').trim();
  const bracketed = inBrackets.exec(plain);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  const worded = withWords.exec(plain);
  if (worded?.[1] === undefined || worded[2] === undefined) return null;
  return says('attached', worded[2]) || phoneMade.test(worded[1]) ? worded[1] : null;
}

const editedMark = /\s?[\u200e\u200f]?<([^<>]{5,60})>$/u;

function withoutEditedMark(text: string): { text: string; edited: boolean } {
  const found = editedMark.exec(text);
  if (found?.[1] === undefined || !says('edited', found[1])) return { text, edited: false };
  return { text: text.slice(0, found.index), edited: true };
}

function messageContent(author: string, body: string): Content {
  const shown = author.replace(directionMarks, '').trim();
  const name = shown.replace(/^~[\s\u00a0\u202f]?/u, '');
  const marked = withoutEditedMark(body);
  const attachments: string[] = [];
  const words: string[] = [];
  let omitted = false;
  for (const line of marked.text.split('\n')) {
    const attachment = attachmentOf(line);
    if (attachment !== null) attachments.push(attachment);
    else words.push(line);
    if (says('omitted', line)) omitted = true;
  }
  const text = words.join('\n');
  return {
    kind: 'message',
    author: name === '' ? shown : name,
    chosenName: name !== shown,
    text,
    attachments,
    edited: marked.edited,
    deleted: says('deleted', text),
    omitted,
  };
}

/**
 * Reads author, words, attachments and WhatsApp's own marks out of one message, or says that it is a notice of the system.
 * @param names names that hold a colon, proven for the whole chat
 */
export function contentOf(message: Message, names: readonly string[] = []): Content {
  const rest = message.start.rest;
  const whole = [rest, ...message.more].join('\n');
  if (tellsOf(rest, names)) return { kind: 'notice', text: whole };
  const split = splitAtName(rest, names) ?? splitAuthor(rest);
  if (split === null || isRenaming(split.author)) return { kind: 'notice', text: whole };
  const marked = leadingMark.test(split.text);
  if (marked && isNotice(split.text) && attachmentOf(split.text) === null && !says('deleted', split.text)) {
    return { kind: 'notice', text: whole };
  }
  return messageContent(split.author, [split.text, ...message.more].join('\n'));
}
