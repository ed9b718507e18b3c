import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { ItemDraft } from '../../contract/item.ts';
import type { DraftSource } from '../../contract/policy-import.ts';
import { sha256Of } from '../case-file/index.ts';
import type { EngineHost } from '../host.ts';
import { limits } from '../intake/index.ts';
import { createReadPool, type ReadEvent } from '../workers/pool.ts';
import { formFeedPages, type PageStarts } from './lines.ts';

/** No policy is nearly so large; a scan of a whole handbook may be. */
const LARGEST_FILE = 100_000_000;

export interface ReadPolicyFile {
  readonly text: string;
  readonly pageStarts: PageStarts;
  /** Offsets of lines before which the page leaves space. */
  readonly gaps: readonly number[];
  readonly source: DraftSource;
  readonly bytes: Uint8Array;
}

/** The bytes of a file that a person chose. @throws bad-input where it cannot be read */
export function policyBytes(path: string): Uint8Array {
  const name = basename(path);
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE) raise('bad-input', { why: `${name} is larger than 100 MB, which no policy is.` });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) raise('bad-input', { why: `${name} cannot be read.` });
    throw error;
  }
}

/**
 * Reads the words of a policy in a worker process, as evidence is read.
 * @throws bad-input in the reader's words where nothing could be made of it, and where it holds no words
 */
export async function readPolicyFile(
  host: EngineHost,
  path: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ReadPolicyFile> {
  const name = basename(path);
  const pool = createReadPool({ startWorker: () => host.startWorker('read'), limits, size: 1 });
  const events: ReadEvent[] = [];
  const sha256 = sha256Of(bytes);
  try {
    for await (const event of pool.read({ name, sha256, bytes }, { zone: null, ocrLanguages: ['eng'] }, signal))
      events.push(event);
  } finally {
    pool.close();
  }
  const end = events.at(-1);
  if (end?.kind === 'refused' || end?.kind === 'stopped') raise('bad-input', { why: `${name}: ${end.because}` });
  return { ...documentIn(events, name, sha256), bytes };
}

function documentIn(events: readonly ReadEvent[], name: string, sha256: string): Omit<ReadPolicyFile, 'bytes'> {
  const items = events.flatMap((event) => (event.kind === 'item' ? [event.item] : []));
  const [item] = items;
  const recognised = events.find((event) => event.kind === 'recognised');
  const format = recognised?.label ?? 'file';
  if (items.length > 1)
    raise('bad-input', { why: `${name} is a ${format} with ${items.length} parts; a policy is one document.` });
  if (item === undefined || item.text.trim() === '') {
    raise('bad-input', {
      why: `${name} holds no words that could be read. If it is a scan, ask for the document it was made from.`,
    });
  }
  const pageStarts = pagesOf(item);
  const warnings = events.flatMap((event) => {
    if (event.kind === 'warning') return [event.text];
    return event.kind === 'unreadable' ? [`${event.where}: ${event.because}`] : [];
  });
  const recognisedPages = new Set(item.regions.filter(({ confidence }) => confidence !== null).map(({ page }) => page))
    .size;
  return {
    text: item.text,
    pageStarts,
    gaps: gapsOf(item),
    source: {
      name,
      sha256,
      format,
      reader: recognised === undefined ? 'unknown' : `${recognised.reader}@${recognised.version}`,
      pages: Math.max(1, pageStarts.length),
      recognisedPages,
      warnings,
    },
  };
}

/** Where each page begins: by the places of its words, or by form feeds where the format has no pages. */
function pagesOf(item: ItemDraft): PageStarts {
  const starts: number[] = [];
  for (const { page, start } of item.regions) starts[page - 1] = Math.min(starts[page - 1] ?? start, start);
  if (item.regions.length === 0) return formFeedPages(item.text);
  // A page without words begins where the next one does.
  for (let at = starts.length - 1; at >= 0; at -= 1) starts[at] ??= starts[at + 1] ?? item.text.length;
  starts[0] = 0;
  return starts;
}

/** Between two paragraphs a page leaves at least so much more than between two lines of one. */
const WIDER = 1.3;

/** Lines of a printed page that stand further below the line before them than lines of a paragraph do. */
function gapsOf(item: ItemDraft): readonly number[] {
  const regions = [...item.regions].sort((a, b) => a.start - b.start);
  const steps = regions.flatMap((region, index) => {
    const before = regions[index - 1];
    if (before === undefined || before.page !== region.page) return [];
    const step = region.box.y - before.box.y;
    // Two regions of one line, or a new column: neither says how far lines stand apart.
    return step > before.box.height * 0.5 ? [{ start: region.start, step }] : [];
  });
  const sizes = steps.map(({ step }) => step).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length * 0.3)] ?? 0;
  return steps.filter(({ step }) => step > usual * WIDER).map(({ start }) => start);
}
