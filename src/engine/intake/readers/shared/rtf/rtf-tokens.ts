/** A piece of a rich text: a group's beginning and end, a word of command, a sign, a byte written in figures, letters. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly figure: number | null }
  | { readonly kind: 'symbol'; readonly letter: string }
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string };

const token = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/g;

function tokenOf(found: RegExpExecArray): RtfToken | null {
  const [, word, figure, hex, symbol, brace, plain] = found;
  if (word !== undefined) return { kind: 'word', name: word, figure: figure === undefined ? null : Number(figure) };
  if (hex !== undefined) return { kind: 'byte', value: Number.parseInt(hex, 16) };
  if (symbol !== undefined) return { kind: 'symbol', letter: symbol };
  if (brace !== undefined) return { kind: brace === '{' ? 'open' : 'close' };
  return plain === undefined ? null : { kind: 'text', text: plain };
}

/** Takes a rich text apart. Raw bytes after `\bin` (pictures) are passed over; letters 0–255 are bytes. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pattern = new RegExp(token.source, 'g');
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const each = tokenOf(found);
    if (each === null) continue;
    if (each.kind === 'word' && each.name === 'bin' && each.figure !== null && each.figure > 0) {
      pattern.lastIndex = Math.min(text.length, pattern.lastIndex + each.figure);
    } else yield each;
  }
}
