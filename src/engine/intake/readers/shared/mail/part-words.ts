import { decodeText } from '../decode-text.ts';
import { htmlToText } from '../html-text.ts';
import type { MimePart } from '../mime/parts.ts';
import { blockedHosts, hidesWords } from './html-traces.ts';
import { splitInlineFiles } from './inline-files.ts';
import type { MailNotes } from './notes.ts';

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

function htmlCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

function decoded(bytes: Uint8Array, charset: string | null, notes: MailNotes): string {
  const found = decodeText(bytes, charset);
  if (found.warning !== null) notes.warnings.add(found.warning);
  return found.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '');
}

/** The words of a plain part; files among them (uuencode, yEnc) are noted apart. */
export function plainWords(part: MimePart, notes: MailNotes): string {
  const { words, files } = splitInlineFiles(part.content());
  notes.files.push(...files);
  const text = decoded(words, part.typeParameters.get('charset') ?? null, notes);
  noteArmour(text, notes);
  if (part.typeParameters.get('format')?.toLowerCase() !== 'flowed') return text;
  return unflowed(text, part.typeParameters.get('delsp')?.toLowerCase() === 'yes');
}

/** The words of a formatted text; what it would have fetched, and whether it hides words, is noted. */
export function formattedWords(html: string, notes: MailNotes): string {
  for (const host of blockedHosts(html)) notes.hosts.add(host);
  notes.hidesWords ||= hidesWords(html);
  return htmlToText(html);
}

/** The words of an HTML part. The header's charset goes before the one the page names, as in mail programs. */
export function htmlWords(part: MimePart, notes: MailNotes): string {
  const bytes = part.content();
  return formattedWords(decoded(bytes, part.typeParameters.get('charset') ?? htmlCharset(bytes), notes), notes);
}

function noteArmour(text: string, notes: MailNotes): void {
  if (!text.includes('-----BEGIN PGP ')) return;
  if (text.includes('-----BEGIN PGP MESSAGE-----')) {
    notes.encrypted = true;
    notes.warnings.add(
      'Words of the message are encrypted (PGP) and could not be read. Ask the sender or recipient for a readable copy.',
    );
  }
  if (text.includes('-----BEGIN PGP SIGNED MESSAGE-----')) notes.signed.add('PGP');
}
