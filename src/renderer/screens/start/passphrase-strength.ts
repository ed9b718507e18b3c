/** The engine refuses anything shorter. */
export const shortestPassphrase = 12;

export type Strength =
  | { readonly level: 'none' }
  | { readonly level: 'short'; readonly missing: number }
  | { readonly level: 'weak' | 'fair' | 'good' };

/** Runs that everybody tries first; found forwards and backwards. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const common = ['password', 'passphrase', 'letmein', 'welcome', 'school', 'admin', 'evenhand', 'secret', 'changeme'];

/**
 * A hint and no more: whether a passphrase looks like one that a list or a pattern would find. Length in characters as
 * people count them.
 */
export function strengthOf(passphrase: string): Strength {
  const length = [...passphrase].length;
  if (length === 0) return { level: 'none' };
  if (length < shortestPassphrase) return { level: 'short', missing: shortestPassphrase - length };
  const rest = withoutPatterns(passphrase.toLowerCase());
  const words = passphrase.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3).length;
  const distinct = new Set(rest).size;
  if (rest.length < 8 || distinct < 6) return { level: 'weak' };
  if ((words >= 4 && rest.length >= 16) || rest.length >= 22) return { level: 'good' };
  if (words >= 3 || rest.length >= 14) return { level: 'fair' };
  return { level: 'weak' };
}

function withoutPatterns(text: string): string {
  const known = common.reduce((left, word) => left.replaceAll(word, ''), text);
  const unrun = rows.reduce((left, row) => withoutRuns(withoutRuns(left, row), [...row].reverse().join('')), known);
  return unrun.replace(/(.)\1{2,}/gu, '$1').replace(/(.{2,})\1+/gu, '$1');
}

/** Takes out stretches of four characters or more that follow a row of the alphabet, the digits or the keyboard. */
function withoutRuns(text: string, row: string): string {
  let left = text;
  for (let length = row.length; length >= 4; length -= 1) {
    for (let start = 0; start + length <= row.length; start += 1) {
      left = left.replaceAll(row.slice(start, start + length), '');
    }
  }
  return left;
}
