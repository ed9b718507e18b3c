export interface SignedText {
  readonly words: string;
  /** The lines under which the sender signs, or null where none were found. */
  readonly signature: string | null;
}

/** The mark before a signature (RFC 3676, section 4.3); many programs lose its blank. */
const mark = /^-- ?$|^_{2,}$|^—$/;

/** Words before a name at the end of a letter. */
const farewells =
  /^(?:(?:best|kind|warm|kindest|many)(?: (?:regards|wishes|thanks))?|regards|sincerely|yours(?: (?:truly|sincerely|faithfully))?|respectfully|cordially|cheers|thanks(?: (?:so much|again|a lot))?|thank you|take care|saludos(?: cordiales)?|atentamente|cordialmente|un (?:saludo|abrazo)|(?:muchas )?gracias|mit freundlichen grüßen|viele grüße|cordialement)[,.!]?$/i;

const deviceLine =
  /^(?:sent from my|sent from|get outlook for|enviado desde mi|enviado desde|von meinem .{2,30} gesendet|envoyé de mon)\b.{0,60}$/i;

const maxLines = 10;
const maxLength = 120;

function cut(lines: readonly string[], at: number): SignedText | null {
  const signature = lines.slice(at).join('\n').trim();
  if (signature === '') return null;
  return { words: lines.slice(0, at).join('\n').trimEnd(), signature };
}

function afterMark(lines: readonly string[]): SignedText | null {
  const at = lines.findLastIndex((line) => mark.test(line));
  if (at < 0 || lines.length - at > maxLines * 2) return null;
  const signed = cut(lines, at + 1);
  return signed === null ? null : { ...signed, words: lines.slice(0, at).join('\n').trimEnd() };
}

function isShortBlock(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 0 && filled.length <= maxLines && filled.every((line) => line.length <= maxLength);
}

function afterFarewell(lines: readonly string[]): SignedText | null {
  const at = lines.findLastIndex((line) => farewells.test(line.trim()));
  if (at < 0 || !isShortBlock(lines.slice(at + 1))) return null;
  return cut(lines, at + 1);
}

function deviceLines(lines: readonly string[]): SignedText | null {
  const at = lines.findLastIndex((line) => line.trim() !== '');
  return at >= 0 && deviceLine.test((lines[at] ?? '').trim()) ? cut(lines, at) : null;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** A block at the end whose first line is the sender's own name: `Dana Whitfield\nGrade 6 Science\n(203) 555-0100`. */
function ownName(lines: readonly string[], sender: string | null): SignedText | null {
  if (sender === null || sender.trim() === '') return null;
  const name = fold(sender);
  const at = lines.findLastIndex((line) => fold(line).replace(/[,.]$/, '') === name);
  if (at <= 0 || !isShortBlock(lines.slice(at))) return null;
  return cut(lines, at);
}

/**
 * Tells the signature at the end of a mail from its words: after `-- `, after a farewell, from the sender's own name on, or
 * a phone's own line. Words and signature together hold every word of the text.
 */
export function splitSignature(text: string, sender: string | null): SignedText {
  const lines = text.trimEnd().split('\n');
  return (
    afterMark(lines) ??
    afterFarewell(lines) ??
    ownName(lines, sender) ??
    deviceLines(lines) ?? { words: text, signature: null }
  );
}
