/**
 * The parts of a sentence that forbids several things at once (“any use which interferes …, breaches …, or harms … is
 * prohibited”), each with its exact words; none where the sentence has no such list. They are proposed as clauses of their
 * own, because one of them can be breached without the others.
 */
export function limbsOf(sentence: string): readonly string[] {
  const found =
    /\b(any|all) [\p{L} -]{2,60}? (?:which|that) [^.;:]*?(?= (?:is|are) (?:strictly )?(?:prohibited|forbidden|not permitted)\b)/iu.exec(
      sentence,
    );
  if (found === null) return [];
  const parts = found[0].split(/,\s+(?:or\s+|and\s+)?/);
  // Each part has to begin with a verb, or the commas part something else (“students, staff, and families”).
  const verbs = parts
    .slice(1)
    .every((part) => /^(?!.*\b(?:which|that)\b)\p{Ll}+(?:s|es)\b(?: or \p{Ll}+s)? \S/u.test(part));
  return parts.length >= 3 && verbs ? parts.map((part) => part.trim()) : [];
}
