/** Style sheets larger than this are cut; the largest of ordinary pages have half of it. */
const MOST_CHARACTERS = 2_000_000;
const ADDRESS = /url\(\s*(?:"([^"\n]{0,2000000})"|'([^'\n]{0,2000000})'|([^)"'\s]{0,2000000}))\s*\)/gi;

/** A style sheet whose pictures are those of the capture, and which asks for nothing. */
export async function inertStyle(css: string, picture: (address: string) => Promise<string | null>): Promise<string> {
  // Written with escapes, an address would not be seen as one here and yet be asked for.
  const plain = css
    .slice(0, MOST_CHARACTERS)
    .replace(/@import\b[^;]{0,4000};?/gi, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, figures: string) => letterOf(Number.parseInt(figures, 16)))
    .replace(/(?:image-set|-webkit-image-set|src|image)\(/gi, 'none(')
    .replace(/\b(?:behavior|-moz-binding)\s*:/gi, 'x:');
  const pieces: string[] = [];
  let at = 0;
  for (const found of plain.matchAll(ADDRESS)) {
    const made = await picture(found[1] ?? found[2] ?? found[3] ?? '');
    pieces.push(plain.slice(at, found.index), made === null ? 'none' : `url("${made}")`);
    at = found.index + found[0].length;
  }
  pieces.push(plain.slice(at));
  return pieces.join('');
}

/** The letter that an escape stands for; signs that could begin or end something else are left out. */
function letterOf(code: number): string {
  const letter = code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code).toWellFormed();
  return /["'()\\<>{};@\n\r\f]/.test(letter) ? '' : letter;
}
