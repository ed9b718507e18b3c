const POLICY =
  /\b(?:Board |District |Administrative |School )?(?:Policy|Policies|Regulation|Regulations|Procedure)\s+(?:Nos?\.?\s*|#\s*)?(?:\d{3,4}(?:\.\d+)*(?:\/\d{4}(?:\.\d+)*)?|[A-Z]{2,6}(?:-[A-Z0-9]+)?|\d{1,2}[.-]\d{1,3})(?![\w])/g;

/** Other policies that the words of a clause name, exactly as they name them. */
export function referencesIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(POLICY)].map(([found]) => found))];
}
