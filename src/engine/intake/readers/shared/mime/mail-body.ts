import { limits } from '../../../limits.ts';
import { attachmentName, uniqueName } from '../mail/attachment-names.ts';
import { openCms } from '../mail/cms.ts';
import { blankNotes, type MailNotes } from '../mail/notes.ts';
import { htmlWords, plainWords } from '../mail/part-words.ts';
import { type MimePart, readMime } from './parts.ts';

export interface MailAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for pictures that the text shows in place. */
  readonly inline: boolean;
}

export interface MailContent {
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  readonly notes: MailNotes;
}

/** The plain and the formatted version of the same words. */
export interface Passage {
  readonly plain: string | null;
  readonly html: string | null;
}

interface Gathered {
  readonly passages: Passage[];
  readonly leaves: MimePart[];
  readonly notes: MailNotes;
  /** Packages (S/MIME) opened so far; each may hold another one. */
  packages: number;
}

const maxPackages = 5;

function isAttachment(part: MimePart): boolean {
  if (part.disposition === 'attachment') return true;
  if (part.type !== 'text/plain' && part.type !== 'text/html') return true;
  return part.fileName !== null && part.disposition !== 'inline';
}

/** Further versions of the same words, for programs that play them; nothing is lost by leaving them out. */
const otherVersions = new Set(['text/x-amp-html', 'text/watch-html']);

function alternative(part: MimePart, gathered: Gathered): void {
  let plain: string | null = null;
  let html: string | null = null;
  for (const child of part.children) {
    if (child.children.length > 0) {
      const inner: Gathered = { ...gathered, passages: [] };
      gather(child, inner);
      html ??= inner.passages.map((passage) => passage.html).find((text) => text !== null) ?? null;
      plain ??= inner.passages.map((passage) => passage.plain).find((text) => text !== null) ?? null;
    } else if (otherVersions.has(child.type)) gathered.notes.versions.add(child.type);
    else if (isAttachment(child)) gather(child, gathered);
    else if (child.type === 'text/html') html ??= htmlWords(child, gathered.notes);
    else plain ??= plainWords(child, gathered.notes);
  }
  gathered.passages.push({ plain, html });
}

const packageTypes = new Set(['application/pkcs7-mime', 'application/x-pkcs7-mime']);
const signatureTypes: ReadonlyMap<string, string> = new Map([
  ['application/pkcs7-signature', 'S/MIME'],
  ['application/x-pkcs7-signature', 'S/MIME'],
  ['application/pgp-signature', 'PGP'],
]);

/** A package of S/MIME: signed or compressed ones are opened, of encrypted ones only the headers around can be read. */
function openPackage(part: MimePart, gathered: Gathered): void {
  const { notes } = gathered;
  const opened = openCms(part.content(), limits.memberBytes);
  if (opened?.kind === 'signed') notes.signed.add('S/MIME');
  if (opened !== null && opened.kind !== 'encrypted' && opened.content !== null && gathered.packages < maxPackages) {
    gathered.packages += 1;
    const inner = readMime(opened.content, limits);
    for (const warning of inner.warnings) notes.warnings.add(warning);
    gather(inner.root, gathered);
    return;
  }
  const signedOnly = opened === null && part.typeParameters.get('smime-type')?.toLowerCase() === 'signed-data';
  if (signedOnly || (opened !== null && opened.kind !== 'encrypted')) {
    notes.warnings.add('The message lies inside a signed package (S/MIME) that is damaged; its headers were read.');
    gathered.leaves.push(part);
    return;
  }
  notes.encrypted = true;
  notes.warnings.add(
    'The message is encrypted (S/MIME); only its headers could be read. Ask the sender or recipient for a readable copy.',
  );
  gathered.leaves.push(part);
}

/** `message/external-body` (RFC 2046, 5.2.3): the part is an address, and nobody goes there. */
function noteElsewhere(part: MimePart, { notes }: Gathered): void {
  notes.warnings.add('A part of the message lies on another computer; it was not fetched.');
  const of = (name: string): string => part.typeParameters.get(name) ?? '';
  const place = [of('access-type'), of('url'), of('site'), of('directory'), of('name')].filter((each) => each !== '');
  notes.elsewhere.push(place.join(' ').slice(0, 500));
}

/** Parts that are no words and no attachment but say how the message is made; true where it was one. */
function isMachinery(part: MimePart, gathered: Gathered): boolean {
  const signature = signatureTypes.get(part.type);
  if (signature !== undefined) gathered.notes.signed.add(signature);
  else if (packageTypes.has(part.type)) openPackage(part, gathered);
  else if (part.type === 'message/external-body') noteElsewhere(part, gathered);
  else if (part.type === 'message/partial') {
    gathered.notes.warnings.add('This is one piece of a message that was sent in several; the others are not here.');
    gathered.passages.push({ plain: plainWords(part, gathered.notes), html: null });
  } else if (part.type === 'application/pgp-encrypted') return true;
  else return false;
  return true;
}

function gather(part: MimePart, gathered: Gathered): void {
  const { notes } = gathered;
  if (part.typeParameters.has('protected-headers')) notes.protectedHeaders.push(...part.headers);
  if (part.type === 'multipart/encrypted') {
    notes.encrypted = true;
    notes.warnings.add(
      'The message is encrypted (PGP); only its headers could be read. Ask the sender or recipient for a readable copy.',
    );
  }
  if (part.type === 'multipart/alternative' && part.children.length > 0) alternative(part, gathered);
  else if (part.children.length > 0) for (const child of part.children) gather(child, gathered);
  else if (isMachinery(part, gathered)) return;
  else if (part.type.startsWith('multipart/')) gathered.passages.push({ plain: plainWords(part, notes), html: null });
  else if (isAttachment(part)) gathered.leaves.push(part);
  else if (part.type === 'text/html') gathered.passages.push({ plain: null, html: htmlWords(part, notes) });
  else gathered.passages.push({ plain: plainWords(part, notes), html: null });
}

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

/**
 * The words of a passage: the plain version, or the formatted one where it says more, or both where they say different
 * things, which is noted. Two versions differ when less than half of the formatted one's words stand in the plain one.
 */
export function passageText(passage: Passage, warnings: Set<string>): string {
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

/** Gathers the words and the attachments of a message from its parts. */
export function mailContent(root: MimePart): MailContent {
  const notes = blankNotes();
  const gathered: Gathered = { passages: [], leaves: [], notes, packages: 0 };
  gather(root, gathered);
  const texts = gathered.passages.map((passage) => passageText(passage, notes.warnings));
  const used = new Set<string>();
  const parts = gathered.leaves.map((part, index) => ({
    name: uniqueName(attachmentName(part, index), used),
    bytes: part.content(),
    inline: part.disposition !== 'attachment' && part.contentId !== null,
  }));
  const files = notes.files.map(({ name, bytes }) => ({ name: uniqueName(name, used), bytes, inline: false }));
  const text = texts
    .map((each) => each.trimEnd())
    .filter((each) => each.trim() !== '')
    .join('\n\n');
  return { text, attachments: [...parts, ...files], notes };
}
