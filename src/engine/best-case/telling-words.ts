/**
 * Forms of speech that take something back or show how something was taken, in the four languages that the mapping reads.
 * They decide nothing: whatever is found stands before a person.
 */
const takenBack = either([
  'i (?:was|am|stand) (?:so |very |completely )?(?:wrong|corrected)|i (?:got|had) (?:it|that|this) wrong|my (?:mistake|bad)',
  "(?:i(?:’|')?m|i am|we(?:’|')?re|so|very|truly) sorry|i apologi[sz]e|my apologies|an apology|apologi[sz]ed? to|i regret",
  "i should(?:n(?:’|')?t| not) have|that was (?:unfair|unkind|out of line|uncalled for)|i (?:take|took) (?:it|that|this) (?:back|down)",
  "i (?:have |(?:’|')?ve )?(?:deleted|removed) (?:it|that|this|my|the)|correction|edit(?:ed)?:|to be clear|for the record|let me clarify|to clarify",
  "what i meant|i (?:only |just )?meant|i did(?:n(?:’|')?t| not) mean|(?:only |just )?(?:a joke|joking|kidding)|out of context|not about (?:you|him|her|them|our|the|any)",
  'perdon(?:en)?|disculpa\\w*|lo siento|me equivoque|corrijo|aclaro|era (?:una )?broma|quise decir|me retracto|ya lo borre',
  'desculp\\w+|me enganei|errei|corrigindo|era brincadeira|quis dizer|retiro o que disse|ja apaguei',
  'eskize m|padon(?:e m)?|m te (?:mal|twonpe)|se te (?:jwet|blag)|m vle di|m efase',
]);

const amused = either([
  'lol+|lmao|rofl|(?:ha){2,}h?|(?:he){3,}|(?:ja){2,}|k{3,}|rs{2,}',
  'joke|joking|kidding|funny|good one|hilarious|so true|broma|chiste|brincadeira|piada|blag',
]);
const laughing = /[\u{1F600}-\u{1F606}\u{1F923}\u{1F639}\u{1F61C}\u{1F61D}]/u;

/** True where words correct, explain, take back or apologize. */
export function soundsTakenBack(words: string): boolean {
  return takenBack.test(plain(words));
}

/** True where words laugh or speak of a joke. */
export function soundsAmused(words: string): boolean {
  return laughing.test(words) || amused.test(plain(words));
}

function either(forms: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
