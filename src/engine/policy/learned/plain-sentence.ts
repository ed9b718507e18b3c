/**
 * A sentence as the encoder reads it: names, gender, faith and party are taken out before it sees anything, so that no
 * number can hang on them.
 */
const oneWord: readonly (readonly [string, string])[] = [
  ['they', 'he she'],
  ['their', 'his her him hers them'],
  ['themself', 'himself herself themselves'],
  ['kid', 'boy girl son daughter nephew niece'],
  ['kids', 'boys girls sons daughters nephews nieces'],
  ['person', 'man woman guy lady dude gentleman'],
  ['people', 'men women guys ladies dudes gentlemen'],
  ['parent', 'mom dad mother father mama papa mum mommy daddy'],
  ['parents', 'moms dads mothers fathers mums'],
  ['sibling', 'brother sister'],
  ['siblings', 'brothers sisters'],
  ['spouse', 'wife husband hubby'],
  ['partner', 'boyfriend girlfriend bf gf'],
  ['grandparent', 'grandma grandpa grandmother grandfather abuela abuelo'],
  ['relative', 'aunt uncle'],
  ['church', 'mosque synagogue temple chapel'],
  ['believer', 'muslim jew christian catholic hindu evangelical buddhist sikh mormon atheist'],
  ['believers', 'muslims jews christians catholics hindus evangelicals buddhists sikhs mormons atheists'],
  ['religious', 'jewish islamic'],
  ['voter', 'democrat republican liberal conservative'],
  ['voters', 'democrats republicans liberals conservatives'],
  ['you', 'u'],
  ['your', 'ur'],
  ['are', 'r'],
  ['because', 'bc cuz'],
];
const same = new Map(oneWord.flatMap(([one, others]) => others.split(' ').map((other) => [other, one] as const)));
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mister', 'mx']);

/** Capitals inside a sentence that are no names of people. */
const notNames = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december i im ive ill id dr coach principal superintendent teacher english spanish ' +
    'french math science history facebook instagram snapchat tiktok twitter whatsapp youtube google zoom remind ' +
    'groupme discord venmo netflix christmas thanksgiving halloween easter ramadan god lord america american covid'
  ).split(' '),
);

const word = /[\p{L}\p{M}\p{N}]+(?:['’\-.][\p{L}\p{M}\p{N}]+)*/gu;
const capital = /^\p{Lu}/u;
const withoutCase = /^\p{Lo}/u;
const acronym = /^\p{Lu}[\p{Lu}\p{N}]{1,4}$/u;

/** A name that stands for every name. */
const anyName = 'Alex';

/**
 * Writes a sentence so that every name is the same name and gender, faith and party are gone.
 * @param ordinary lower-case words that are not taken for a name where they open a sentence
 * @param names lower-case parts of the names of those who write and receive
 */
export function plainSentence(text: string, ordinary: ReadonlySet<string>, names: ReadonlySet<string>): string {
  const shouting = isShouting(text);
  let out = '';
  let last = 0;
  let first = true;
  let afterName = false;
  for (const match of text.matchAll(word)) {
    const between = text.slice(last, match.index);
    const one = read(match[0], first, shouting, ordinary, names);
    last = match.index + match[0].length;
    first = false;
    // A first name and a family name are one name.
    if (one.isName && afterName && between === ' ') continue;
    out += between + one.written;
    afterName = one.isName;
  }
  return (out + text.slice(last)).trim();
}

function isShouting(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 8 && letters.filter((one) => capital.test(one)).length > letters.length * 0.6;
}

function read(
  written: string,
  first: boolean,
  shouting: boolean,
  ordinary: ReadonlySet<string>,
  names: ReadonlySet<string>,
): { readonly written: string; readonly isName: boolean } {
  const low = written.toLowerCase().normalize('NFKC').replaceAll('’', "'");
  const stem = low.replace(/'.*$/, '');
  const ending = low.slice(stem.length);
  if (titles.has(stem)) return { written: 'Mr', isName: false };
  const one = same.get(stem);
  if (one !== undefined) {
    const shown = capital.test(written) && !shouting ? one.charAt(0).toUpperCase() + one.slice(1) : one;
    return { written: shown + ending, isName: false };
  }
  const isCapital = capital.test(written) && !shouting && !notNames.has(stem) && !acronym.test(written);
  const opensWithName = !ordinary.has(stem) && !ordinary.has(low);
  const isName = withoutCase.test(written) || names.has(stem) || (isCapital && (!first || opensWithName));
  if (isName) return { written: ending === "'s" ? `${anyName}'s` : anyName, isName };
  return { written: shouting ? low : written, isName };
}
