import type { TextField } from '../text/passage.ts';

/** A word as the learned layer reads it: who is meant, of which gender, faith or party, is taken out before anything is learned. */
export interface ReadWord {
  readonly word: string;
  /** Range in the folded words, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Words that differ only in gender, faith or side are one word here, so that no weight can hang on them. */
const oneWord: readonly (readonly [string, string])[] = [
  ['they', 'he she him her his hers them their'],
  ['themself', 'himself herself'],
  ['child', 'boy girl'],
  ['children', 'boys girls'],
  ['adult', 'man woman guy lady'],
  ['adults', 'men women guys ladies'],
  ['title', 'mr mrs ms miss mister sr sra srta'],
  ['parent', 'mom dad mother father mama papa padre madre mae pai manman'],
  ['parents', 'moms dads mothers fathers'],
  ['kid', 'son daughter'],
  ['kids', 'sons daughters'],
  ['sibling', 'brother sister'],
  ['spouse', 'wife husband'],
  ['partner', 'boyfriend girlfriend'],
  ['worship', 'church mosque synagogue temple iglesia mezquita sinagoga templo'],
  [
    'creed',
    'muslim muslims jew jews jewish christian christians catholic catholics hindu hindus evangelical evangelicals',
  ],
  ['party', 'democrat democrats republican republicans liberal liberals conservative conservatives'],
  ['el', 'ella la lo ele ela'],
  ['you', 'u'],
  ['your', 'ur'],
  ['are', 'r'],
];
const same = new Map(oneWord.flatMap(([one, others]) => others.split(' ').map((other) => [other, one] as const)));

const wordShape = /[\p{L}\p{N}']+|\p{Extended_Pictographic}/gu;
const capital = /^\p{Lu}\P{Lu}/u;

/** The words of a field in order; sentences end with an empty word. A capital inside a sentence makes a word a name. */
export function readWords(field: TextField): readonly ReadWord[] {
  const words: ReadWord[] = [];
  for (const sentence of field.sentences) {
    let first = true;
    for (const match of sentence.words.matchAll(wordShape)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      words.push({ word: plainWord(match[0], !first && isCapital(field, start, end)), start, end });
      first = false;
    }
    words.push({ word: '', start: sentence.end, end: sentence.end });
  }
  return words;
}

function isCapital(field: TextField, start: number, end: number): boolean {
  const from = field.folded.starts[start] ?? 0;
  return capital.test(field.original.slice(from, field.folded.ends[end - 1] ?? from));
}

function plainWord(word: string, isName: boolean): string {
  if (/^\d+$/.test(word)) return '#';
  if (isName) return '@';
  // `he's` and `she's` too.
  const [stem = '', ...endings] = word.split("'");
  const one = same.get(stem);
  if (one !== undefined) return [one, ...endings].join("'");
  // `alumno` and `alumna` are one word too.
  return word.length > 3 ? word.replace(/[ao](s?)$/, 'o$1') : word;
}
