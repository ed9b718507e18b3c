const strict = new TextDecoder('utf-8', { fatal: true });

/**
 * Facebook and Instagram write each byte of a UTF-8 letter as a letter of its own (`\u00c3\u00b8` for ø). A string is put
 * right only where that is provable: no letter above U+00FF, at least one above U+007F, and the bytes are valid UTF-8.
 * @returns the string as it stands where nothing is provable
 */
export function withoutMojibake(text: string): string {
  let high = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return text;
    if (code > 0x7f) high = true;
  }
  if (!high) return text;
  try {
    return strict.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
