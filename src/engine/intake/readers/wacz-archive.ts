import { z } from 'zod';
import type { ItemDraft } from '../../../contract/item.ts';
import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { openPackage, type ZipPackage } from './shared/container/zip-package.ts';
import { capturedPages, newTally, tallyWarnings } from './shared/warc/pages.ts';
import { checkWacz, type Proofs } from './shared/warc/wacz-proofs.ts';

const isArchive = (name: string): boolean => /^archive\/.+\.(?:warc|arc)(?:\.gz)?$/i.test(name);

function detect(peek: Peek): Detection {
  const wacz = peek.inside.includes('datapackage.json') && peek.inside.some(isArchive);
  return wacz
    ? { certainty: 'sure', because: 'It is a zip archive with a web archive and its description (WACZ).' }
    : notThis;
}

const ListedPage = z.looseObject({
  url: z.string(),
  title: z.string().nullish().catch(null),
  text: z.string().nullish().catch(null),
});
type ListedPage = z.infer<typeof ListedPage>;

/** Pages that a person visited, by address: title and the words that were on the screen, where the program kept them. */
async function listedPages(zip: ZipPackage): Promise<{ pages: Map<string, ListedPage>; broken: number }> {
  const pages = new Map<string, ListedPage>();
  let broken = 0;
  for (const name of zip.names.filter((each) => /^pages\/[^/]+\.jsonl$/.test(each))) {
    const part = await zip.read(name);
    if (part.kind !== 'bytes') continue;
    for (const line of Buffer.from(part.bytes).toString('utf8').split('\n')) {
      if (line.trim() === '') continue;
      const found = listedPage(line);
      if (found === 'broken') broken += 1;
      else if (found !== null && !pages.has(found.url)) pages.set(found.url, found);
    }
  }
  return { pages, broken };
}

/** The first line of a list says what it is a list of and names no page. */
function listedPage(line: string): ListedPage | 'broken' | null {
  try {
    const page = ListedPage.safeParse(JSON.parse(line));
    return page.success ? page.data : null;
  } catch {
    return 'broken';
  }
}

function withListed(item: ItemDraft, listed: ListedPage | undefined, proofs: Proofs): ItemDraft {
  const shown = (listed?.text ?? '').trim();
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  const known = words(item.text);
  // Pages made by scripts hold few words; what was on the screen then stands only in the list.
  const adds = [...words(shown)].filter((word) => !known.has(word)).length > 5;
  const text = adds ? `${item.text}\n\n[Words on the screen when it was captured]\n${shown}` : item.text;
  return {
    ...item,
    title: item.title ?? listed?.title ?? null,
    text: text.slice(0, limits.itemTextCharacters),
    facts: [...item.facts, ...proofs.facts],
  };
}

async function* pagesOf(zip: ZipPackage, proofs: Proofs): AsyncIterable<Yielded> {
  const { pages, broken } = await listedPages(zip);
  if (broken > 0) yield { kind: 'warning', text: `${broken} lines of the list of pages could not be read.` };
  const tally = newTally();
  for (const name of zip.names.filter(isArchive)) {
    const part = await zip.read(name);
    if (part.kind !== 'bytes') {
      const because = part.kind === 'refused' ? part.because : 'it is missing';
      yield { kind: 'unreadable', where: name, because };
      continue;
    }
    for await (const value of capturedPages(part.bytes, tally, `${name}, `)) {
      if (value.kind === 'item') {
        yield { kind: 'item', item: withListed(value.item, pages.get(value.item.url ?? ''), proofs) };
      } else yield value;
    }
  }
  const without = [...pages.keys()].filter((url) => !tally.addresses.has(url)).length;
  if (without > 0) yield { kind: 'warning', text: `${without} pages of its list were not captured as pages.` };
  for (const text of tallyWarnings(tally)) yield { kind: 'warning', text };
}

async function* read(file: SourceFile): AsyncIterable<Yielded> {
  const zip = await openPackage(file.bytes);
  if (zip === null) {
    throw new ReadRefusal(
      'The web archive cannot be opened: its table of contents is missing or damaged. It is kept; ask for a new copy.',
    );
  }
  const proofs = await checkWacz(zip);
  for (const text of proofs.warnings) yield { kind: 'warning', text };
  yield* pagesOf(zip, proofs);
}

/** A web archive with its description and checksums in one zip file; each captured page is an item. */
export const waczArchive: Reader = {
  id: 'wacz',
  version: 1,
  label: 'Web archive with checksums (WACZ)',
  source: 'https://specs.webrecorder.net/wacz/1.1.1/',
  endings: ['.wacz'],
  detect,
  read,
};
