import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { limits } from '../../../limits.ts';
import { blankItem, party } from '../parties.ts';
import { authorOf, type Declared, publishedOf } from './declared.ts';
import { isoMoment, printedMoment } from './iso-moment.ts';
import { type PageContent, readPage } from './read-page.ts';

export interface PageSource {
  readonly html: string;
  readonly locator: string;
  /** Address under which it was captured, as the capture itself tells it; null where only the page can tell. */
  readonly url: string | null;
  /** When it was captured, as the capture itself tells it. */
  readonly capturedAt: Moment | null;
  readonly zone: string | null;
  /** Addresses whose content lies in the same capture. */
  readonly inside?: ReadonlySet<string>;
}

export interface ReadPage {
  readonly item: ItemDraft;
  readonly warnings: readonly string[];
  /** Pictures that lie in the page as `data:` addresses. */
  readonly pictures: readonly string[];
}

/** What the programs that save pages write into a comment: Chrome and Internet Explorer, SingleFile. */
function savedBy(comments: readonly string[]): { url: string | null; at: Moment | null; by: string | null } {
  for (const comment of comments) {
    const chrome = /saved from url=\(\d{1,6}\)(\S{1,4000})/i.exec(comment);
    if (chrome !== null) return { url: chrome[1] ?? null, at: null, by: null };
    if (!/page saved with singlefile/i.test(comment)) continue;
    const url = /url:\s*(\S{1,4000})/i.exec(comment)?.[1] ?? null;
    const date = /saved date:\s*([^\n\r]{10,100})/i.exec(comment)?.[1] ?? null;
    return { url, at: date === null ? null : printedMoment(date), by: 'SingleFile' };
  }
  return { url: null, at: null, by: null };
}

function listed(names: Iterable<string>, most: number): string {
  const all = [...names];
  const more = all.length > most ? ` and ${all.length - most} more` : '';
  return `${all.slice(0, most).join(', ')}${more}`;
}

function publishedMoment(declared: Declared, zone: string | null): Moment | null {
  const written = publishedOf(declared);
  return written === null ? null : (isoMoment(written, zone) ?? printedMoment(written));
}

const folder = /(?:^|\/)([^/]+(?:_files|-Dateien|_archivos|_bestanden|_fichiers|_arquivos|-filer|_file))\//;

function besideFact(beside: ReadonlySet<string>): ItemDraft['facts'] {
  const folders = new Map<string, number>();
  for (const path of beside) {
    const name = folder.exec(decoded(path))?.[1];
    if (name !== undefined) folders.set(name, (folders.get(name) ?? 0) + 1);
  }
  return [...folders].map(([name, count]) => ({
    label: 'Folder of the page',
    value: `it refers to ${count} files in "${name}"; the page is whole only together with that folder`,
  }));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Facts of a page that are the same in every kind of capture. */
function factsOf(
  content: PageContent,
  told: readonly (readonly [string, string | null | undefined])[],
): ItemDraft['facts'] {
  const facts: ItemDraft['facts'] = [];
  for (const [label, value] of told) {
    if (value !== null && value !== undefined && value !== '') facts.push({ label, value: value.slice(0, 2000) });
  }
  const { hosts, beside } = content.remote;
  if (hosts.size > 0) {
    facts.push({ label: 'Remote content that was blocked', value: `from ${hosts.size} servers: ${listed(hosts, 40)}` });
  }
  return [...facts, ...besideFact(beside)];
}

function* warningsOf(content: PageContent): Iterable<string> {
  const { scripts, hidden, text } = content;
  if (scripts > 0) yield `The page holds scripts (${scripts}); none was run.`;
  if (hidden !== '') {
    yield 'The page holds words that a browser would not show; they stand at the end of its text, marked as hidden.';
  }
  if (text.trim() !== '') return;
  yield scripts > 0
    ? 'The page shows no words without its scripts; what a person saw of it is not in this file.'
    : 'The page holds no words.';
}

/** Heading under which hidden words stand in an item's text. */
const hiddenHeading = '[Hidden on the page]';

function wordsOf(content: PageContent): { text: string; cut: boolean } {
  const whole = content.hidden === '' ? content.text : `${content.text}\n\n${hiddenHeading}\n${content.hidden}`;
  const text = whole.slice(0, limits.itemTextCharacters);
  return { text, cut: text.length < whole.length };
}

/**
 * One page as an item. Its time is that of its publication where it names one, else that of the capture; the address and
 * the time of the capture stand among the facts in any case.
 */
export function pageItem(source: PageSource): ReadPage {
  const content = readPage(source.html, source.inside);
  const { declared } = content;
  const saved = savedBy(content.comments);
  const published = publishedMoment(declared, source.zone);
  const capturedAt = source.capturedAt ?? saved.at;
  const capturedUrl = source.url ?? saved.url;
  const url = capturedUrl ?? declared.canonical ?? declared.meta.get('og:url') ?? null;
  const facts = factsOf(content, [
    ['Saved from', capturedUrl],
    ['Saved at', capturedAt?.asWritten],
    ['Saved with', saved.by],
    [
      'Date',
      published === null && capturedAt !== null ? 'that of the capture; the page names no date of publication' : null,
    ],
    ['Published, as the page says', publishedOf(declared)],
    ['Changed, as the page says', declared.meta.get('article:modified_time') ?? declared.data.get('dateModified')],
    ['Address that the page gives itself', declared.canonical ?? declared.meta.get('og:url')],
    ['Title for sharing', declared.meta.get('og:title')],
    ['Description', declared.meta.get('og:description') ?? declared.meta.get('description')],
    ['Site', declared.meta.get('og:site_name')],
    ['Made with', declared.meta.get('generator')],
  ]);
  const { text, cut } = wordsOf(content);
  const item: ItemDraft = {
    ...blankItem(source.locator, 'page'),
    author: party(authorOf(declared), null),
    sentAt: published ?? capturedAt,
    title: declared.title ?? declared.meta.get('og:title') ?? null,
    text,
    url,
    facts,
  };
  const long = cut ? [`Only the first ${limits.itemTextCharacters.toLocaleString('en-US')} characters were read.`] : [];
  return { item, warnings: [...warningsOf(content), ...long], pictures: content.pictures };
}
