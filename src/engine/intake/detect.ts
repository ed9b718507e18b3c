import { fileTypeFromBuffer } from 'file-type';
import type { Certainty, Detection, Peek, Reader } from './readers/reader.ts';
import { endsAsZip, insideNames } from './readers/shared/container/inside-names.ts';
import { headAsText } from './readers/shared/decode-text.ts';

/** A file recognised, and how. */
export interface Recognised {
  readonly reader: Reader;
  readonly detection: Detection;
  /** Short name for lists: `zip`, `png`, `eml`. */
  readonly format: string;
}

/** Bytes that readers may look at before one is chosen. */
export const peekBytes = 64 * 1024;

/** What readers may look at: the name, the size, the first 64 KiB, and the names in a zip archive or compound file. */
export function peekAt(name: string, bytes: Uint8Array): Peek {
  const head = bytes.subarray(0, peekBytes);
  return {
    name,
    size: bytes.length,
    head,
    text: headAsText(head),
    inside: insideNames(bytes),
    endsAsZip: endsAsZip(bytes),
  };
}

const rank: Readonly<Record<Certainty, number>> = { sure: 3, likely: 2, possible: 1, no: 0 };

const endsAlike = (reader: Reader, name: string): boolean =>
  reader.endings.some((ending) => name.toLowerCase().endsWith(ending));

/**
 * Chooses the reader by what the file holds. Of equally certain readers the one whose usual ending the name bears goes
 * first, then the earlier in the list; a name alone never chooses. Null where no reader knows the file.
 */
export function recognise(peek: Peek, readers: readonly Reader[]): Recognised | null {
  let best: { reader: Reader; detection: Detection; score: number } | null = null;
  // Those of the name's ending are asked first: one of them that is sure cannot be outdone, and asking all takes longer than
  // reading a short file. After them no one can be better than sure.
  for (const alike of [true, false]) {
    for (const reader of readers.filter((one) => endsAlike(one, peek.name) === alike)) {
      const detection = reader.detect(peek);
      if (detection.certainty === 'no') continue;
      const score = rank[detection.certainty] * 2 + (alike ? 1 : 0);
      if (best === null || score > best.score) best = { reader, detection, score };
      if (detection.certainty === 'sure') return recognised(best);
    }
  }
  return best === null ? null : recognised(best);
}

function recognised({ reader, detection }: Pick<Recognised, 'reader' | 'detection'>): Recognised {
  return { reader, detection, format: detection.format ?? reader.id };
}

/** Whether the name promises another format than the content is; null where the name promises nothing known. */
export function nameDisagrees(name: string, chosen: Reader, readers: readonly Reader[]): boolean {
  if (endsAlike(chosen, name)) return false;
  return readers.some((reader) => endsAlike(reader, name));
}

function firstBytes(head: Uint8Array): string {
  return [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** A sentence for a file that no reader knows: what it seems to be, and what can be done. */
export async function describeUnknown(peek: Peek): Promise<string> {
  if (peek.size === 0) return 'The file is empty (0 bytes). Ask whoever handed it over for a complete copy.';
  const guess = await fileTypeFromBuffer(peek.head).catch(() => undefined);
  const seems =
    guess === undefined
      ? `Its kind is not known; it begins with the bytes ${firstBytes(peek.head)}.`
      : `It seems to be a file of the kind "${guess.ext}" (${guess.mime}), which cannot be read yet.`;
  return `${seems} The file is kept as evidence and listed as not read; look at it with a program that opens it, and add what it says in words.`;
}
