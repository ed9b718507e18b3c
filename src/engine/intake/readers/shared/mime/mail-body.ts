import { decodeText } from '../decode-text.ts';
import { htmlToText } from '../html-text.ts';
import { type Header, headerValue } from './headers.ts';
import type { MimePart } from './parts.ts';

export interface MailAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for pictures that the text shows in place. */
  readonly inline: boolean;
}

export interface MailContent {
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  readonly warnings: readonly string[];
  readonly encrypted: boolean;
}

interface Passage {
  readonly plain: string | null;
  readonly html: string | null;
}

interface Gathered {
  readonly passages: Passage[];
  readonly leaves: MimePart[];
  readonly warnings: Set<string>;
  encrypted: boolean;
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
  'text/calendar': '.ics',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/vcard': '.vcf',
  'message/rfc822': '.eml',
  'application/zip': '.zip',
};

/** RFC 3676: lines that end with a blank go on in the next one. */
function unflowed(text: string, deleteSpace: boolean): string {
  const lines: string[] = [];
  let open = false;
  for (const raw of text.split('\n')) {
    const line = raw.startsWith(' ') ? raw.slice(1) : raw;
    const flows = line.endsWith(' ') && line !== '-- ' && !line.startsWith('>');
    const kept = flows && deleteSpace ? line.slice(0, -1) : line;
    if (open) lines[lines.length - 1] += kept;
    else lines.push(kept);
    open = flows;
  }
  return lines.join('\n');
}

function wordsOf(part: MimePart, warnings: Set<string>): string {
  const bytes = part.content();
  const charset = part.typeParameters.get('charset') ?? htmlCharset(part, bytes);
  const decoded = decodeText(bytes, charset);
  if (decoded.warning !== null) warnings.add(decoded.warning);
  const text = decoded.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '');
  if (part.typeParameters.get('format')?.toLowerCase() !== 'flowed') return text;
  return unflowed(text, part.typeParameters.get('delsp')?.toLowerCase() === 'yes');
}

function htmlCharset(part: MimePart, bytes: Uint8Array): string | null {
  if (part.type !== 'text/html') return null;
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

function isAttachment(part: MimePart): boolean {
  if (part.disposition === 'attachment') return true;
  if (part.type !== 'text/plain' && part.type !== 'text/html') return true;
  return part.fileName !== null && part.disposition !== 'inline';
}

function alternative(part: MimePart, gathered: Gathered): void {
  let plain: string | null = null;
  let html: string | null = null;
  for (const child of part.children) {
    if (child.children.length > 0) {
      const inner: Gathered = { ...gathered, passages: [] };
      gather(child, inner);
      gathered.encrypted ||= inner.encrypted;
      html ??= inner.passages.map((passage) => passage.html).find((text) => text !== null) ?? null;
      plain ??= inner.passages.map((passage) => passage.plain).find((text) => text !== null) ?? null;
    } else if (isAttachment(child)) gathered.leaves.push(child);
    else if (child.type === 'text/html') html ??= htmlToText(wordsOf(child, gathered.warnings));
    else plain ??= wordsOf(child, gathered.warnings);
  }
  gathered.passages.push({ plain, html });
}

function noteUnopened(part: MimePart, gathered: Gathered): void {
  if (part.type === 'application/pkcs7-mime' || part.type === 'application/x-pkcs7-mime') {
    const signed = part.typeParameters.get('smime-type') === 'signed-data';
    gathered.encrypted ||= !signed;
    gathered.warnings.add(
      signed
        ? 'The message lies inside a signed package (S/MIME) that was not opened; its headers were read.'
        : 'The message is encrypted (S/MIME); only its headers could be read. Ask the sender or recipient for a readable copy.',
    );
  }
  if (part.type === 'message/external-body') {
    gathered.warnings.add('A part of the message lies on another computer; it was not fetched.');
  }
  if (part.type === 'message/partial')
    gathered.warnings.add('This is one piece of a message that was sent in several.');
}

function gather(part: MimePart, gathered: Gathered): void {
  if (part.type === 'multipart/encrypted') {
    gathered.encrypted = true;
    gathered.warnings.add(
      'The message is encrypted (PGP); only its headers could be read. Ask the sender or recipient for a readable copy.',
    );
  }
  if (part.type === 'multipart/alternative' && part.children.length > 0) alternative(part, gathered);
  else if (part.children.length > 0) for (const child of part.children) gather(child, gathered);
  else if (part.type.startsWith('multipart/'))
    gathered.passages.push({ plain: wordsOf(part, gathered.warnings), html: null });
  else if (isAttachment(part)) gathered.leaves.push(part);
  else if (part.type === 'text/html') {
    gathered.passages.push({ plain: null, html: htmlToText(wordsOf(part, gathered.warnings)) });
  } else gathered.passages.push({ plain: wordsOf(part, gathered.warnings), html: null });
  noteUnopened(part, gathered);
}

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

/** Two versions say different things when less than half of the formatted one's words stand in the plain one. */
function passageText(passage: Passage, warnings: Set<string>): string {
  const { plain, html } = passage;
  if (plain === null || plain.trim() === '') return html ?? plain ?? '';
  if (html === null || html.trim() === '') return plain;
  const inPlain = wordSet(plain);
  const inHtml = wordSet(html);
  const shared = [...inHtml].filter((word) => inPlain.has(word)).length;
  if (inHtml.size <= 5 || shared >= inHtml.size / 2) return plain;
  const plainShared = inPlain.size === 0 ? 1 : shared / inPlain.size;
  if (plainShared >= 0.5) return html; // the plain version is only a shorter one
  warnings.add('The plain and the formatted version of this message say different things; both are kept.');
  return `${plain.trimEnd()}\n\n${html}`;
}

function subjectOf(part: MimePart): string | null {
  const inner = Buffer.from(part.content().subarray(0, 64 * 1024)).toString('latin1');
  const line = /^subject:[ \t]*(.{1,120})/im.exec(inner)?.[1];
  if (line === undefined) return null;
  const headers: Header[] = [{ name: 'subject', value: line.trim() }];
  return (
    headerValue(headers, 'subject')
      ?.replace(/[\\/:*?"<>|]/g, ' ')
      .trim() ?? null
  );
}

function attachmentName(part: MimePart, index: number): string {
  const given = part.fileName?.replace(/[\r\n\0]/g, '').trim() ?? '';
  if (given !== '') return given;
  if (part.type === 'message/rfc822') return `${subjectOf(part) ?? `message ${index + 1}`}.eml`;
  return `attachment ${index + 1}${endings[part.type] ?? ''}`;
}

/** Two attachments of one name are told apart as file managers do: `photo.jpg`, `photo (2).jpg`. */
function uniqueName(name: string, used: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let unique = name;
  for (let count = 2; used.has(unique.toLowerCase()); count += 1) unique = `${stem} (${count})${ending}`;
  used.add(unique.toLowerCase());
  return unique;
}

/** Gathers the words and the attachments of a message from its parts. */
export function mailContent(root: MimePart): MailContent {
  const gathered: Gathered = { passages: [], leaves: [], warnings: new Set(), encrypted: false };
  gather(root, gathered);
  const texts = gathered.passages.map((passage) => passageText(passage, gathered.warnings));
  const used = new Set<string>();
  const attachments = gathered.leaves.map((part, index) => ({
    name: uniqueName(attachmentName(part, index), used),
    bytes: part.content(),
    inline: part.disposition !== 'attachment' && part.contentId !== null,
  }));
  const text = texts
    .map((each) => each.trimEnd())
    .filter((each) => each.trim() !== '')
    .join('\n\n');
  return { text, attachments, warnings: [...gathered.warnings], encrypted: gathered.encrypted };
}
