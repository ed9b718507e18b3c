const strict = new TextDecoder('utf-8', { fatal: true });

/**
 * Facebook and Instagram write each byte of a UTF-8 letter as a letter of its own (`\u00c3\u00b8` for ø). A string is put
 * right only where that is provable: no letter above U+00FF, at least one above U+007F, and the bytes are valid UTF-8.
 * @returns the string as it stands where nothing is provable
 */
export function withoutMojibake(text: string): string {
  let high = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return text;
    if (code > 0x7f) high = true;
  }
  if (!high) return text;
  try {
    return strict.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** The same for every string of a tree of values, names included. Mended trees are new; the given one stays. */
export function mendTree(root: unknown): { readonly value: unknown; readonly mended: number } {
  let mended = 0;
  const mend = (text: string): string => {
    const better = withoutMojibake(text);
    if (better !== text) mended += 1;
    return better;
  };
  const holder: { value: unknown } = { value: root };
  const stack: { from: unknown; put: (value: unknown) => void }[] = [
    {
      from: root,
      put: (value) => {
        holder.value = value;
      },
    },
  ];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { from, put } = step;
    if (typeof from === 'string') put(mend(from));
    else if (Array.isArray(from)) {
      const copy: unknown[] = new Array(from.length).fill(null);
      put(copy);
      from.forEach((each: unknown, at) => {
        stack.push({
          from: each,
          put: (value) => {
            copy[at] = value;
          },
        });
      });
    } else if (typeof from === 'object' && from !== null) {
      const names = Object.entries(from);
      const copy: Record<string, unknown> = {};
      put(copy);
      // The order of the names stays, and a name such as __proto__ is a name like any other.
      for (const [name] of names) define(copy, mend(name), null);
      for (const [name, each] of names) {
        stack.push({ from: each, put: (value) => define(copy, withoutMojibake(name), value) });
      }
    } else put(from);
  }
  return { value: holder.value, mended };
}

function define(into: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(into, name, { value, enumerable: true, configurable: true, writable: true });
}
