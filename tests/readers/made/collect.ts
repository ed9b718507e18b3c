import type { ItemDraft } from '../../../src/contract/item.ts';
import { peekAt, recognise } from '../../../src/engine/intake/detect.ts';
import {
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFacts,
  type Yielded,
} from '../../../src/engine/intake/readers/reader.ts';
import { readers } from '../../../src/engine/intake/readers/registry.ts';

/** Everything a reader yielded, sorted by kind. */
export interface Collected {
  readonly items: ItemDraft[];
  readonly members: { name: string; role: string; bytes: Uint8Array }[];
  readonly refused: { name: string; because: string }[];
  readonly unreadable: { where: string; because: string }[];
  readonly warnings: string[];
  facts: SourceFacts;
  /** The words of the refusal, or null where the file was read. */
  refusal: string | null;
}

export const floating: ReadContext = { zone: null, ocrLanguages: [] };

function add(into: Collected, value: Yielded): void {
  if (value.kind === 'item') into.items.push(value.item);
  else if (value.kind === 'member') into.members.push(value);
  else if (value.kind === 'refused-member') into.refused.push(value);
  else if (value.kind === 'unreadable') into.unreadable.push(value);
  else if (value.kind === 'warning') into.warnings.push(value.text);
  else into.facts = { ...into.facts, ...value.facts };
}

export async function readWith(
  reader: Reader,
  content: Uint8Array | string,
  name = 'file',
  context: ReadContext = floating,
): Promise<Collected> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const into: Collected = {
    items: [],
    members: [],
    refused: [],
    unreadable: [],
    warnings: [],
    facts: {},
    refusal: null,
  };
  try {
    for await (const value of reader.read({ name, sha256: '0', bytes }, context)) add(into, value);
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error;
    into.refusal = error.message;
  }
  return into;
}

/** The id of the reader that takes a file, or null where none does. */
export function readerFor(content: Uint8Array | string, name: string): string | null {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return recognise(peekAt(name, bytes), readers)?.reader.id ?? null;
}
