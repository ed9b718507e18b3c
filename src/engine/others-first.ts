/** Milliseconds for which long work may go on before others are answered: less than a frame of a window. */
const LONGEST = 12;

/** Resolves when everybody who waits for an answer of this process has had a turn. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A breath for long work of many small pieces, to be awaited after each: others are answered once it is due. */
export function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST) return;
    await othersFirst();
    since = performance.now();
  };
}
