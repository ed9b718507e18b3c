/** One pattern from lines of alternatives, each a whole word or phrase; finds all matches. */
export function anyOf(lines: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${lines.join('|')})\\b`, 'g');
}

/** The same for a yes-or-no question about a text. */
export function hasAnyOf(lines: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${lines.join('|')})\\b`);
}

/** The same as `anyOf` where an alternative may end in the middle of a word or in a sign: each says itself where it ends. */
export function anyOpenOf(lines: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${lines.join('|')})`, 'g');
}
