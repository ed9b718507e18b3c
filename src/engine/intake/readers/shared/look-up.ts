/**
 * What a table says of a word of evidence; undefined where it says nothing. Only its own words count: evidence may hold
 * `constructor` or `__proto__`, which every object knows something of.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
