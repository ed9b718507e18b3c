/** A passage of the reading text; `end` is exclusive, and blank space at both ends stays outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATIONS =
  /(?:\b(?:e\.g|i\.e|etc|no|nos|sec|secs|art|dr|mr|mrs|ms|jr|sr|st|vs|cf|pub\.l|pub|conn|gen|stat|u\.s|u\.s\.c|c\.f\.r|inc|dept|p|pp|para|approx|ed|op)|\b[A-Z])\.$/i;

/** The sentences of a passage, in order; together they are the passage but for the blanks between them. */
export function sentencesIn(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  const stop = /[.!?][”"’)\]]*(?:\s+)(?=[“"‘([]?[\p{Lu}\d])/gu;
  stop.lastIndex = start;
  for (let hit = stop.exec(text); hit !== null && hit.index < end; hit = stop.exec(text)) {
    const after = hit.index + hit[0].length;
    if (after >= end) break;
    const words = text.slice(from, hit.index + hit[0].trimEnd().length);
    if (ABBREVIATIONS.test(words.replace(/[”"’)\]]+$/, ''))) continue;
    // A full stop alone is a slip of the pen and belongs to the sentence before it.
    found.push({ start: from, end: from + words.length });
    from = after;
  }
  if (from < end) found.push({ start: from, end });
  return found;
}

/** The same passage without blank space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}
