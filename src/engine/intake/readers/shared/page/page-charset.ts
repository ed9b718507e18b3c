import { type DecodedText, decodeText } from '../decode-text.ts';

/** The charset that a page names in its first 4 KiB (HTML, "Determining the character encoding"); null where it names none. */
function namedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const named =
    /<meta[^>]{0,500}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1];
  // A page whose label could be read as single bytes is not in letters of two bytes, whatever it says.
  return named === undefined || /^utf-?16/i.test(named) ? null : named;
}

/**
 * The letters of a page: byte-order mark, then the charset of the transfer, then the one the page names, then as any text.
 * @param transfer charset named beside the page (a mail header, an HTTP header), or null
 */
export function decodePage(bytes: Uint8Array, transfer: string | null = null): DecodedText {
  const decoded = decodeText(bytes, transfer ?? namedCharset(bytes));
  return { ...decoded, text: decoded.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') };
}

/** Whether a text begins as a page does: a document type, or an element that only pages have. */
export function beginsLikePage(text: string): boolean {
  const start = text.slice(0, 8192).replace(/^(?:[\s\ufeff]|<!--[\s\S]{0,4000}?-->|<\?[^>]{0,200}>)*/, '');
  return /^(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(start);
}
