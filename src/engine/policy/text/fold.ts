/** Words made comparable (case, diacritics, curly quotes, leetspeak, stretched letters), with the way back to the original. */
export interface Folded {
  readonly words: string;
  /** For each code unit of `words`, where its source begins in the original (UTF-16 code units). */
  readonly starts: Uint32Array;
  /** For each code unit of `words`, where its source ends in the original, exclusive. */
  readonly ends: Uint32Array;
}

const letter = /[a-z]/;

/** Digits and signs that stand for letters, only where a letter stands on both sides (so that `3rd` and `10am` keep theirs). */
const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '!': 'i',
};

const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\r': ' ',
  ß: 'ss',
};

/** Zero-width characters, bidi marks, soft hyphens and combining marks: nothing a reader sees. */
const unseen = /\p{Mn}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Folds a text for matching; every matched range can be mapped back with `originalRange`. */
export function fold(text: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    // By code units, so that positions in the folded words stay those of a string.
    for (const unit of foldCharacter(character).split('')) {
      units.push(unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return squeeze(units, starts, ends);
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128 && character.length === 1) return plain[character] ?? character.toLowerCase();
  if (character.length === 1 && unseen.test(character)) return '';
  const known = plain[character];
  if (known !== undefined) return known;
  return character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '');
}

function squeeze(units: readonly string[], starts: readonly number[], ends: readonly number[]): Folded {
  const kept: string[] = [];
  const keptStarts: number[] = [];
  const keptEnds: number[] = [];
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? '';
    const read = asLetter(unit, units[index - 1], units[index + 1]);
    if (isStretched(units, index)) {
      // The stretched letters belong to the last one kept, so that a span covers them all.
      keptEnds[keptEnds.length - 1] = ends[index] ?? 0;
      continue;
    }
    kept.push(read);
    keptStarts.push(starts[index] ?? 0);
    keptEnds.push(ends[index] ?? 0);
  }
  return { words: kept.join(''), starts: Uint32Array.from(keptStarts), ends: Uint32Array.from(keptEnds) };
}

function asLetter(unit: string, before: string | undefined, after: string | undefined): string {
  const read = leet[unit];
  if (read === undefined || before === undefined || after === undefined) return unit;
  return letter.test(before) && letter.test(after) ? read : unit;
}

/** True for the third and further letters of a run of three or more, and for the second where the letter is a vowel. */
function isStretched(units: readonly string[], index: number): boolean {
  const unit = units[index] ?? '';
  if (!letter.test(unit) || units[index - 1] !== unit) return false;
  if (units[index - 2] === unit) return true;
  return /[aeiou]/.test(unit) && units[index + 1] === unit;
}

/** The original range (UTF-16 code units, end exclusive) of a range of folded words. */
export function originalRange(
  folded: Folded,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (end <= start) return { start: 0, end: 0 };
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 };
}
