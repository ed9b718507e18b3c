/** Beginnings of the months as mail programs write them; English first, then what differs in other languages. */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv', 'янв', 'sty', 'oca', 'tam'],
  ['feb', 'fév', 'fev', 'févr', 'фев', 'lut', 'şub', 'hel'],
  ['mar', 'mär', 'mrz', 'mrt', 'mars', 'мар', 'maa'],
  ['apr', 'abr', 'avr', 'апр', 'kwi', 'nis', 'huh'],
  ['may', 'mai', 'mei', 'mag', 'maj', 'май', 'мая', 'tou'],
  ['jun', 'giu', 'juin', 'июн', 'cze', 'haz', 'kes'],
  ['jul', 'lug', 'juil', 'июл', 'lip', 'tem', 'hei'],
  ['aug', 'ago', 'aoû', 'aou', 'авг', 'sie', 'ağu', 'elo'],
  ['sep', 'set', 'сен', 'wrz', 'eyl', 'syy'],
  ['oct', 'okt', 'ott', 'out', 'окт', 'paź', 'eki', 'lok'],
  ['nov', 'ноя', 'lis', 'kas'],
  ['dec', 'dic', 'dez', 'déc', 'дек', 'gru', 'ara', 'jou'],
];

const numbers = new Map(beginnings.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** The month that a word names (1–12), or null. Four letters are tried before three: `juin` and `juillet` differ in the fourth. */
export function monthOf(word: string): number | null {
  const name = word.normalize('NFC').toLowerCase();
  return numbers.get(name.slice(0, 4)) ?? numbers.get(name.slice(0, 3)) ?? null;
}
