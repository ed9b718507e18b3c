/**
 * Characters that show nothing but hide, join or reorder what stands beside them. In evidence they may matter, so they
 * are printed as their code. Joiners and variation selectors stay: emoji and Persian need them.
 */
const concealing = /[\u00ad\u061c\u180e\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/u;
/** Control characters, halves of characters, and private-use characters: PDF/A forbids these last even where a font draws them. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}]/u;

/** Line ends of every system become one, a tab becomes four spaces; nothing else about the words changes. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replaceAll('\t', '    ');
}

/** The code points of a text that need a glyph; those that are always printed as codes are left out. */
export function codePointsOf(text: string, into: Set<number>): void {
  for (const character of withPlainLineEnds(text)) {
    if (!concealing.test(character) && !unprintable.test(character)) into.add(character.codePointAt(0) ?? 0);
  }
}

/** What of a text cannot be shown: code points that no font has, and clusters that no single font can set. */
export interface Unshowable {
  readonly codePoints: ReadonlySet<number>;
  readonly clusters: ReadonlySet<string>;
}

function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The text as it can be printed: what cannot be shown, and what would hide or reorder words, stands as `[U+E000]`. */
export function printable(text: string, unshowable: Unshowable): string {
  let plain = withPlainLineEnds(text);
  for (const cluster of unshowable.clusters) plain = plain.replaceAll(cluster, [...cluster].map(codeOf).join(''));
  let result = '';
  for (const character of plain) {
    const hidden =
      unshowable.codePoints.has(character.codePointAt(0) ?? 0) ||
      concealing.test(character) ||
      unprintable.test(character);
    result += character !== '\n' && hidden ? codeOf(character) : character;
  }
  return result;
}

/** True where the first letter of the text belongs to a script that is written from right to left. */
export function readsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
