import type { ItemDraft } from '../../../../../contract/item.ts';
import { limits } from '../../../limits.ts';
import { decodeText } from '../decode-text.ts';
import { nameOfSubject, uniqueName } from '../mail/attachment-names.ts';
import { openCms } from '../mail/cms.ts';
import { blankNotes, factsOfNotes, type MailNotes } from '../mail/notes.ts';
import { formattedWords } from '../mail/part-words.ts';
import { mailContent, passageText } from '../mime/mail-body.ts';
import { readMime } from '../mime/parts.ts';
import { readRtf } from '../rtf/rtf-page.ts';
import { encodingOfCodePage } from './code-pages.ts';
import { type MapiAttachment, type MapiMessage, type MapiProperties, mapiType } from './mapi.ts';
import { unpackRtf } from './rtf-packing.ts';

export interface OutlookContent {
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly refused: readonly { readonly name: string; readonly because: string }[];
  readonly warnings: readonly string[];
  readonly facts: ItemDraft['facts'];
  readonly encrypted: boolean;
}

const lines = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '');

/** The formatted body: HTML as such, else the page hidden in the rich text; and the rich text's words where it is none. */
function formattedBody(of: MapiProperties, notes: MailNotes): { html: string | null; rich: string | null } {
  const page = of.bytes(0x1013);
  if (page !== null) {
    const type = of.typeOf(0x1013);
    const html =
      type === mapiType.binary ? decodeText(page, encodingOfCodePage(of.number(0x3fde))).text : (of.text(0x1013) ?? '');
    return { html: formattedWords(html, notes), rich: null };
  }
  const packed = of.bytes(0x1009);
  const unpacked = packed === null ? null : unpackRtf(packed, limits.memberBytes);
  if (unpacked === null) {
    if (packed !== null) notes.warnings.add('The formatted text of the message is damaged and was not read.');
    return { html: null, rich: null };
  }
  const words = readRtf(unpacked);
  return words.html === null
    ? { html: null, rich: lines(words.text) }
    : { html: formattedWords(words.html, notes), rich: null };
}

function bodyOf(of: MapiProperties, notes: MailNotes): string {
  const plain = of.text(0x1000);
  const { html, rich } = formattedBody(of, notes);
  return passageText({ plain: plain === null ? rich : lines(plain), html }, notes.warnings).trimEnd();
}

const attachMethod = { byReference: [2, 3, 4, 7], object: 6 } as const;

type Taken =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly name: string; readonly because: string };

function takeAttachment({ properties: of, message }: MapiAttachment, index: number): Taken {
  const given = of.text(0x3707) ?? of.text(0x3704);
  const shown = of.text(0x3001);
  if (message !== null) {
    const name = nameOfSubject(shown ?? given) ?? `message ${index + 1}`;
    const ending = name.toLowerCase().endsWith(message.ending) ? '' : message.ending;
    return { kind: 'file', name: `${name}${ending}`, bytes: message.bytes };
  }
  const name = (given ?? shown ?? `attachment ${index + 1}${of.text(0x3703) ?? ''}`).replace(/[\r\n]/g, ' ');
  const method = of.number(0x3705) ?? 1;
  const bytes = of.bytes(0x3701);
  if (bytes !== null) return { kind: 'file', name, bytes };
  if (attachMethod.byReference.some((each) => each === method)) {
    const place = of.text(0x370d) ?? of.text(0x3708) ?? 'another computer';
    return { kind: 'refused', name, because: `the message only says where it lay (${place}); it was not fetched` };
  }
  if (method === attachMethod.object) {
    return { kind: 'refused', name, because: 'it is a piece of another program’s document without a file of its own' };
  }
  return of.values.has(0x3701)
    ? { kind: 'file', name, bytes: new Uint8Array() }
    : { kind: 'refused', name, because: 'its bytes are not in the file' };
}

/** Mails signed with S/MIME lie in one attachment: as MIME with the signature beside the words, or as one package. */
function signedContent(message: MapiMessage, messageClass: string): OutlookContent | null {
  if (!/^IPM\.Note\.(?:SMIME|Secure)/i.test(messageClass)) return null;
  const packed = message.attachments[0]?.properties.bytes(0x3701) ?? null;
  if (packed === null || message.attachments.length !== 1) return null;
  const opened = openCms(packed, limits.memberBytes);
  const mime = opened === null ? packed : opened.kind === 'encrypted' ? null : opened.content;
  if (mime === null) return null;
  const { root, warnings } = readMime(mime, limits);
  const { text, attachments, notes } = mailContent(root);
  if (opened !== null) notes.signed.add('S/MIME');
  return {
    text,
    attachments,
    refused: [],
    warnings: [...warnings, ...notes.warnings],
    facts: factsOfNotes(notes),
    encrypted: notes.encrypted,
  };
}

function noteEncryption(message: MapiMessage, messageClass: string, notes: MailNotes): void {
  const packed = message.attachments[0]?.properties.bytes(0x3701) ?? null;
  const sealed =
    /^IPM\.Note\.SMIME$/i.test(messageClass) && packed !== null && openCms(packed, 0)?.kind === 'encrypted';
  const managed = message.attachments.some(
    ({ properties }) => properties.text(0x3707)?.toLowerCase() === 'message.rpmsg',
  );
  if (!sealed && !managed) return;
  notes.encrypted = true;
  notes.warnings.add(
    'The message is encrypted; only its headers could be read. Ask the sender or recipient for a readable copy.',
  );
}

/** The words and the attachments of a message of Outlook. */
export function outlookContent(message: MapiMessage, messageClass: string): OutlookContent {
  const signed = signedContent(message, messageClass);
  if (signed !== null) return signed;
  const notes = blankNotes();
  noteEncryption(message, messageClass, notes);
  const text = bodyOf(message.properties, notes);
  const used = new Set<string>();
  const taken = message.attachments.map((each, index) => takeAttachment(each, index));
  const attachments = taken
    .filter((each) => each.kind === 'file')
    .map(({ name, bytes }) => ({ name: uniqueName(name, used), bytes }));
  const refused = taken.filter((each) => each.kind === 'refused').map(({ name, because }) => ({ name, because }));
  return {
    text,
    attachments,
    refused,
    warnings: [...notes.warnings],
    facts: factsOfNotes(notes),
    encrypted: notes.encrypted,
  };
}
