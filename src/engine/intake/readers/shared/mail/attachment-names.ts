import { lookUp } from '../look-up.ts';
import { type Header, headerValue } from '../mime/headers.ts';
import type { MimePart } from '../mime/parts.ts';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
  'application/ms-tnef': '.dat',
  'text/calendar': '.ics',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/vcard': '.vcf',
  'text/x-vcard': '.vcf',
  'message/rfc822': '.eml',
  'message/global': '.eml',
  'message/delivery-status': '.txt',
  'text/rfc822-headers': '.txt',
  'application/zip': '.zip',
};

function subjectOf(part: MimePart): string | null {
  const inner = Buffer.from(part.content().subarray(0, 64 * 1024)).toString('latin1');
  const line = /^subject:[ \t]*(.{1,120})/im.exec(inner)?.[1];
  if (line === undefined) return null;
  const headers: Header[] = [{ name: 'subject', value: line.trim() }];
  return nameOfSubject(headerValue(headers, 'subject'));
}

/** A subject as the name of a file, without the letters that no file name may hold; null where nothing is left. */
export function nameOfSubject(subject: string | null): string | null {
  const name = subject
    ?.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 120);
  return name === undefined || name === '' ? null : name;
}

/** The name of the attachment with the given place (from 0): its own, or one made from its kind. */
export function attachmentName(part: MimePart, index: number): string {
  const given = part.fileName?.replace(/[\r\n\0]/g, '').trim() ?? '';
  if (given !== '') return given;
  if (part.type === 'message/rfc822' || part.type === 'message/global') {
    return `${subjectOf(part) ?? `message ${index + 1}`}.eml`;
  }
  return `attachment ${index + 1}${lookUp(endings, part.type) ?? ''}`;
}

/** Two attachments of one name are told apart as file managers do: `photo.jpg`, `photo (2).jpg`. */
export function uniqueName(name: string, used: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let unique = name;
  for (let count = 2; used.has(unique.toLowerCase()); count += 1) unique = `${stem} (${count})${ending}`;
  used.add(unique.toLowerCase());
  return unique;
}
