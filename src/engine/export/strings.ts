/** A text that is itself a JSON object or list is looked into; recorded rows keep such texts in their columns. */
export function unfold(cell: unknown): unknown {
  if (typeof cell !== 'string' || !/^[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** Every text in a value, however deep, names of members left out. */
export function* stringsIn(value: unknown): Generator<string> {
  const inside = unfold(value);
  if (typeof inside === 'string') yield inside;
  else if (Array.isArray(inside)) for (const one of inside) yield* stringsIn(one);
  else if (typeof inside === 'object' && inside !== null)
    for (const one of Object.values(inside)) yield* stringsIn(one);
}

/** The same value with every text in it changed. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  const inside = unfold(value);
  if (typeof inside === 'string') return change(inside);
  if (Array.isArray(inside)) return inside.map((one: unknown) => mapStrings(one, change));
  if (typeof inside !== 'object' || inside === null) return inside;
  return Object.fromEntries(Object.entries(inside).map(([name, one]) => [name, mapStrings(one, change)]));
}
