/** A text as words are compared in it, with the place of each character in the text itself (UTF-16 code units). */
export interface Folded {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Letters of other alphabets that look like Latin ones, and letters that a decomposition does not take apart. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['АаΑα', 'Aa'],
    ['ВΒ', 'B'],
    ['СсϹϲ', 'Cc'],
    ['ЕеΕ', 'Ee'],
    ['НΗ', 'H'],
    ['ІіΙι', 'Ii'],
    ['Јј', 'Jj'],
    ['КкΚκ', 'Kk'],
    ['МΜ', 'M'],
    ['Ν', 'N'],
    ['ОоΟο', 'Oo'],
    ['РрΡρ', 'Pp'],
    ['Ѕѕ', 'Ss'],
    ['ТΤ', 'T'],
    ['ХхΧ', 'Xx'],
    ['УуΥυ', 'Yy'],
    ['Ζ', 'Z'],
    ['ØøŁłĐđı', 'OoLlDdi'],
    ['’ʼ‘`´＇', "'"],
    ['‐‑‒–—―−', '-'],
  ].flatMap(([from = '', to = '']) => {
    const targets = [...to];
    return [...from].map((letter, index) => [letter, targets[index % targets.length] ?? ''] as const);
  }),
);
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe' };

/** A word that was divided at the end of a line. */
const DIVIDED = /^[-\u2010\u2011]\s*\n\s*(?=\p{L})/u;
/** What shows nothing: soft hyphens, joiners, marks of direction, choices of a letter's form. */
const UNSEEN = /^(?:\p{Cf}|\p{Cc}|\p{Variation_Selector})$/u;

/**
 * Folds a text so that spellings of one name are the same: accents, ligatures, wide and look-alike letters, unseen
 * characters, blanks. The case stays.
 * @param join whether a word that is divided by a hyphen at a line's end is put together
 */
export function fold(text: string, join: boolean): Folded {
  const plain: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const divided = join ? DIVIDED.exec(text.slice(at, at + 40)) : null;
    if (divided !== null) {
      at += divided[0].length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = at + character.length;
    for (const letter of lettersOf(character, plain.at(-1) === ' ')) {
      plain.push(letter);
      starts.push(at);
      ends.push(next);
    }
    at = next;
  }
  return { plain: plain.join(''), starts, ends };
}

function lettersOf(character: string, afterBlank: boolean): string {
  if (/\s/u.test(character)) return afterBlank ? '' : ' ';
  if (UNSEEN.test(character)) return '';
  if (character <= '\u007f') return character;
  const known = LOOKALIKES[character] ?? LIGATURES[character];
  if (known !== undefined) return known;
  const taken = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...taken].map((letter) => LOOKALIKES[letter] ?? LIGATURES[letter] ?? letter).join('');
}

/** A folded text in lower case, for keys. */
export function keyOf(words: string): string {
  return fold(words, true).plain.trim().toLowerCase();
}
