/** Share of a message's words that must be found in the picture, one after the other. */
const FOUND = 0.7;
/** Words that one message alone must have, to be no chance meeting; two messages with two words each do as well. */
const TELLING_WORDS = 6;
/** Words that recognition may lose or add within one message without the run being broken. */
const SLIP = 2;

/** Words for comparing, without case, marks and punctuation; letters that recognition confuses are one. */
export function wordsFor(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’'`]/g, '');
  return (plain.match(/[\p{L}\p{N}|]+/gu) ?? []).map((word) => word.replace(/[|1il]/g, 'i').replace(/0/g, 'o'));
}

export interface Aligned {
  /** Whether the picture shows the message, in the order of the messages. */
  readonly shown: readonly boolean[];
  readonly first: number;
  readonly last: number;
}

/**
 * Which messages of a conversation a picture shows: those whose words stand in it, in the same order.
 * @returns null where too little agrees for it to be this conversation
 */
export function align(picture: readonly string[], messages: readonly (readonly string[])[]): Aligned | null {
  const places = new Map<string, number[]>();
  for (const [at, word] of picture.entries()) places.set(word, [...(places.get(word) ?? []), at]);
  const found = messages.map((words) => placeOf(words, places));
  const kept = inOrder(found);
  const shown = messages.map((_, at) => kept.has(at));
  const long = [...kept].some((at) => (messages[at]?.length ?? 0) >= TELLING_WORDS);
  const pairs = [...kept].filter((at) => (messages[at]?.length ?? 0) >= 2).length;
  if (!long && pairs < 2) return null;
  return { shown, first: shown.indexOf(true), last: shown.lastIndexOf(true) };
}

/** Where a message begins in the picture; null where too few of its words stand there one after the other. */
function placeOf(words: readonly string[], places: ReadonlyMap<string, readonly number[]>): number | null {
  const votes = new Map<number, number>();
  words.forEach((word, at) => {
    for (const place of places.get(word) ?? []) {
      for (let slip = -SLIP; slip <= SLIP; slip++) {
        const start = place - at + slip;
        // A vote near its own place counts a little more, so that the exact place wins.
        votes.set(start, (votes.get(start) ?? 0) + (slip === 0 ? 1.001 : 1));
      }
    }
  });
  let best: number | null = null;
  let most = 0;
  for (const [start, count] of votes) {
    if (count > most) {
      most = count;
      best = start;
    }
  }
  const enough = words.length > 0 && Math.floor(most) >= Math.max(1, Math.ceil(words.length * FOUND));
  return enough ? best : null;
}

/** The longest run of messages whose places in the picture rise: what stands elsewhere only shares a word. */
function inOrder(places: readonly (number | null)[]): ReadonlySet<number> {
  const longest: number[] = [];
  const before: (number | null)[] = [];
  let end: number | null = null;
  places.forEach((place, at) => {
    longest[at] = 0;
    before[at] = null;
    if (place === null) return;
    longest[at] = 1;
    for (let earlier = 0; earlier < at; earlier++) {
      const there = places[earlier];
      const length = (longest[earlier] ?? 0) + 1;
      if (there === null || there === undefined || there >= place || length <= (longest[at] ?? 0)) continue;
      longest[at] = length;
      before[at] = earlier;
    }
    if (end === null || (longest[at] ?? 0) > (longest[end] ?? 0)) end = at;
  });
  const kept = new Set<number>();
  for (let at: number | null = end; at !== null; at = before[at] ?? null) kept.add(at);
  return kept;
}
