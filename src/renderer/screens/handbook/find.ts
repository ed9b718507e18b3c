import type { HandbookPage } from '../../words/en/handbook/shape.ts';
import type { Words } from '../../words/index.ts';

export type HandbookPlace = keyof Words['handbook']['pages'] | 'terms';

export interface HandbookHit {
  readonly page: HandbookPlace;
  readonly title: string;
  /** The sentence or heading that has the words. */
  readonly words: string;
}

/** The places that have every word that is looked for, in the handbook's own order; case and accents do not count. */
export function findInHandbook(words: Words['handbook'], query: string): readonly HandbookHit[] {
  const wanted = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const has = (text: string) => {
    const folded = plain(text);
    return wanted.every((word) => folded.includes(word));
  };
  const hits: HandbookHit[] = [];
  for (const [id, page] of pagesOf(words)) {
    const pieces = [
      page.about,
      ...page.sections.flatMap((part) => [part.heading, ...part.text, ...(part.steps ?? [])]),
    ];
    const first = pieces.filter(has);
    if (has(page.title) && first.length === 0) hits.push({ page: id, title: page.title, words: page.about });
    hits.push(...first.map((text) => ({ page: id, title: page.title, words: text })));
  }
  for (const [term, meaning] of Object.values(words.list)) {
    if (has(`${term} ${meaning}`)) hits.push({ page: 'terms', title: term, words: meaning });
  }
  return hits;
}

/** The pages in their order, each as any page. */
export function pagesOf(
  words: Words['handbook'],
): readonly (readonly [keyof Words['handbook']['pages'], HandbookPage])[] {
  const names = Object.keys(words.pages) as (keyof Words['handbook']['pages'])[];
  return names.map((name) => [name, words.pages[name]]);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
