import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { connectionItem } from '../chat/connections.ts';
import {
  bears,
  blockedHosts,
  cutAt,
  filesIn,
  find,
  findAll,
  type Piece,
  type Tree,
  treeOf,
  wordsOf,
} from '../chat/html-pieces.ts';
import { fact, facts, type Told } from '../chat/told.ts';
import { mailMoment } from '../mail-date.ts';
import { attribute, type Element, lettersIn } from '../page/tree.ts';
import { blankItem, party } from '../parties.ts';

/**
 * Classes that the exports of Facebook and Instagram give the parts of an entry; the first of each pair since 2022, the
 * second in 2018–2021.
 */
const classes = {
  head: ['_a6-h', '_2lek'],
  body: ['_a6-p', '_2let'],
  time: ['_a6-o', '_2lem'],
  reactions: ['_a6-q', '_tqp'],
} as const;

const box = /<(?:div|section|article)\b[^>]{0,60}\bclass="(?:[^"]{0,80} )?(?:_a6-g|_2lej)\b/;
/** The pages of 2009–2017. */
const oldBox = /<div class="message">\s{0,20}<div class="message_header">/;

/** Whether a page was written by the export of Facebook or Instagram. */
export function isMetaPage(text: string): boolean {
  if (!/<(?:html|!doctype|main|div|style|head)\b/i.test(text.slice(0, 2000))) return false;
  return (
    (/\b_a6-g\b/.test(text) && /\b_a6-[hop]\b/.test(text)) ||
    (/\b_2lej\b/.test(text) && /\b_2le[tm]\b/.test(text)) ||
    oldBox.test(text)
  );
}

/** An element without anything of its own, for words that lie directly in a page. */
const placeholder: Element =
  treeOf('<div></div>').childNodes.flatMap((node) => ('tagName' in node ? [node] : []))[0] ?? missing();

function missing(): never {
  throw new Error('A page of one element holds no element.');
}

type PageKind = 'messages' | 'posts' | 'stories' | 'comments' | 'connections';

interface Page {
  readonly kind: PageKind;
  readonly platform: 'facebook' | 'messenger' | 'instagram';
  readonly title: string | null;
  readonly name: string;
  readonly zone: string | null;
  /** Names in the heads, for a conversation. */
  readonly names: readonly string[];
}

const part = (root: Tree | Element, of: keyof typeof classes): Element | null =>
  find(root, (element) => classes[of].some((each) => bears(element, each)));

const kindsByName: readonly (readonly [RegExp, PageKind])[] = [
  [/^message_?\d*\.html?$|^messages?\.html?$/i, 'messages'],
  [/comment/i, 'comments'],
  [/follow|friend|amigo|close_friends|blocked/i, 'connections'],
  [/stor(?:y|ies)/i, 'stories'],
  [/post|photo|video|album|reel|uncategorized/i, 'posts'],
];

const headNames = (pieces: readonly Tree[]): string[] =>
  pieces.flatMap((tree) => {
    const head = part(tree, 'head');
    const words = head === null ? '' : lettersIn(head, 200);
    return words === '' || part(tree, 'time') === null ? [] : [words];
  });

/** A conversation has few names over many entries; a list of posts has a sentence over each. */
function kindByShape(trees: readonly Tree[]): PageKind {
  if (trees.some((tree) => find(tree, (each) => each.tagName === 'td' && bears(each, '_a6_q')) !== null))
    return 'comments';
  const names = headNames(trees);
  const empty = trees.filter((tree) => wordsOf(part(tree, 'body')) === '' && filesIn(tree).length === 0).length;
  if (names.length > 0 && empty > trees.length / 2 && new Set(names).size === names.length) return 'connections';
  return names.length > 0 && new Set(names).size <= Math.max(2, names.length / 2) ? 'messages' : 'posts';
}

const plainTitle = (html: string): string | null => {
  const words = wordsOf({ ...placeholder, childNodes: treeOf(html).childNodes });
  return words === '' ? null : words;
};

function pageOf(html: string, name: string, zone: string | null): Page {
  const title = /<title>([^<]{0,300})<\/title>/i.exec(html)?.[1];
  const sample: Tree[] = [];
  const names = new Set<string>();
  for (const piece of cutAt(html, box).pieces) {
    const tree = treeOf(piece.html);
    if (sample.length < 200) sample.push(tree);
    for (const each of headNames([tree])) if (names.size < 500) names.add(each);
  }
  const kind = kindsByName.find(([pattern]) => pattern.test(name))?.[1] ?? kindByShape(sample);
  const instagram = /\b(?:your_instagram_activity|(?:www\.)?instagram\.com)\b/i.test(html);
  return {
    kind,
    platform: instagram ? 'instagram' : kind === 'messages' ? 'messenger' : 'facebook',
    title: title === undefined ? null : plainTitle(title),
    name,
    zone,
    names: [...names],
  };
}

const momentOf = (words: string, zone: string | null): Moment | null => (words === '' ? null : mailMoment(words, zone));

/** Takes the list of reactions out of an entry, so that their words are not read as the person's own. */
function takeReactions(root: Tree): string[] {
  const lists = findAll(
    root,
    (element) => element.tagName === 'ul' && classes.reactions.some((each) => bears(element, each)),
  );
  return lists.flatMap((list) => {
    const words = findAll(list, (each) => each.tagName === 'li').map((each) => lettersIn(each, 200));
    list.childNodes = [];
    return words.filter((each) => each !== '');
  });
}

interface Entry {
  readonly head: string;
  readonly words: string;
  readonly time: Moment | null;
  readonly files: readonly string[];
  readonly reactions: readonly string[];
  readonly rows: readonly (readonly [string, string])[];
  readonly link: string | null;
}

const looksLikeDate = /^(?=.{8,60}$)(?=.*\d{4})(?=.*\d{1,2}[:.h]\d{2})[\p{L}\d][\p{L}\p{M}\d\s,.:/]+$/u;

/** Lists of followers and comments have their time as the last line, without a class of its own. */
function trailingDate(words: string, zone: string | null): { words: string; time: Moment | null } {
  const lines = words.split('\n');
  const last = lines.at(-1)?.trim() ?? '';
  if (!looksLikeDate.test(last)) return { words, time: null };
  const time = momentOf(last, zone);
  return time === null || time.local === null ? { words, time: null } : { words: lines.slice(0, -1).join('\n'), time };
}

function rowsOf(tree: Tree): [string, string][] {
  return findAll(tree, (each) => each.tagName === 'tr').flatMap((row): [string, string][] => {
    const cells = findAll(row, (each) => each.tagName === 'td');
    const [first, second] = cells;
    if (first === undefined) return [];
    if (second !== undefined) return [[lettersIn(first, 200), wordsOf(second)]];
    // One cell: the label, then the value in elements of its own.
    const value = find(first, (each) => each.tagName === 'div');
    const whole = lettersIn(first, 20_000);
    const inner = value === null ? '' : lettersIn(value, 20_000);
    return inner === ''
      ? []
      : [[whole.slice(0, whole.length - inner.length).trim(), value === null ? '' : wordsOf(value)]];
  });
}

function entryOf(piece: Piece, zone: string | null): Entry {
  const tree = treeOf(piece.html);
  const reactions = takeReactions(tree);
  const head = part(tree, 'head');
  const timeElement = part(tree, 'time');
  const files = filesIn(tree);
  const link = find(tree, (each) => each.tagName === 'a' && /^https?:/i.test(attribute(each, 'href') ?? ''));
  const headWords = head === null ? '' : lettersIn(head, 2000);
  const timeWords = timeElement === null ? '' : lettersIn(timeElement, 200);
  const rows = rowsOf(tree);
  for (const element of [head, timeElement]) if (element !== null) element.childNodes = [];
  const inner = part(tree, 'body');
  const body = inner === null ? wordsOf({ ...placeholder, childNodes: tree.childNodes }) : wordsOf(inner);
  const trailing = timeWords === '' ? trailingDate(body, zone) : { words: body, time: momentOf(timeWords, zone) };
  return {
    head: headWords,
    words: trailing.words.trim(),
    time: trailing.time,
    files,
    reactions,
    rows,
    link: link === null ? null : attribute(link, 'href'),
  };
}

const commonFacts = (entry: Entry): ItemDraft['facts'] => entry.reactions.map((each) => fact('Reaction', each));

function messageItem(entry: Entry, page: Page, locator: string): ItemDraft {
  const group = page.names.length > 2;
  const others = page.names.filter((name) => name !== entry.head);
  return {
    ...blankItem(locator, group ? 'group-message' : 'direct-message'),
    platform: page.platform,
    author: party(entry.head, null),
    recipients: group ? [] : (others.length === 1 ? others : []).flatMap((name) => party(name, null) ?? []),
    thread: { id: page.title ?? 'chat', title: page.title },
    audience: group ? 'group' : 'individual',
    sentAt: entry.time,
    text: entry.words,
    url: entry.link,
    attachments: [...entry.files],
    facts: commonFacts(entry),
  };
}

const commentLabel = /^(?:comment|comentario|comentário|kommentar|commentaire|commento|reactie|opmerking)\b/i;
const timeLabel = /^(?:time|hora|data|fecha|zeit|date|ora|tijd|heure|uhrzeit)\b/i;

function commentItem(entry: Entry, page: Page, locator: string): ItemDraft {
  const comment = entry.rows.find(([label]) => commentLabel.test(label)) ?? entry.rows[0];
  const time = entry.rows.find(([label]) => timeLabel.test(label))?.[1];
  const others = entry.rows.filter((row) => row !== comment && row[1] !== time);
  const author = /^(.{2,80}?) (?:commented on|replied to|comentó|respondió|hat .{0,60}kommentiert)\b/u.exec(
    entry.head,
  )?.[1];
  return {
    ...blankItem(locator, 'comment'),
    platform: page.platform,
    author: author === undefined ? null : party(author, null),
    sentAt: entry.time ?? momentOf(time ?? '', page.zone),
    title: entry.head === '' ? null : entry.head,
    text: comment?.[1] ?? entry.words,
    url: entry.link,
    attachments: [...entry.files],
    facts: [...facts(...others), ...commonFacts(entry)],
  };
}

function postItem(entry: Entry, page: Page, locator: string): ItemDraft {
  const times = entry.rows.find(([, value]) => looksLikeDate.test(value));
  return {
    ...blankItem(locator, page.kind === 'stories' ? 'story' : 'post'),
    platform: page.platform,
    sentAt: entry.time ?? momentOf(times?.[1] ?? '', page.zone),
    title: page.platform === 'facebook' && entry.head !== '' ? entry.head : null,
    text:
      page.platform === 'instagram' && entry.head !== ''
        ? [entry.head, entry.words].filter((each) => each !== '').join('\n')
        : entry.words,
    url: entry.link,
    attachments: [...entry.files],
    facts: commonFacts(entry),
  };
}

function linkOf(name: string): 'follows' | 'followed-by' | 'friend' | 'close-friend' | 'blocked' {
  if (/following/i.test(name)) return 'follows';
  if (/follower/i.test(name)) return 'followed-by';
  if (/close/i.test(name)) return 'close-friend';
  return /block/i.test(name) ? 'blocked' : 'friend';
}

function connectionOf(entry: Entry, page: Page, locator: string): ItemDraft | null {
  const handle = /^https?:\/\/(?:www\.)?instagram\.com\/(?:_u\/)?([\w.]{1,60})\/?$/.exec(entry.link ?? '')?.[1] ?? null;
  const instagram = page.platform === 'instagram';
  const name = entry.head === '' ? (entry.words.split('\n')[0] ?? '') : entry.head;
  return connectionItem({
    link: linkOf(page.name),
    name: instagram ? null : name,
    handle: instagram ? (handle ?? name) : null,
    sentAt: entry.time,
    platform: page.platform,
    locator,
    url: entry.link,
  });
}

function itemOf(entry: Entry, page: Page, locator: string): ItemDraft | null {
  if (page.kind === 'messages') return messageItem(entry, page, locator);
  if (page.kind === 'comments') return commentItem(entry, page, locator);
  return page.kind === 'connections' ? connectionOf(entry, page, locator) : postItem(entry, page, locator);
}

/** `Participants: a, b and c`: the head of a group, without a time. */
const isHeading = (entry: Entry, page: Page): boolean =>
  page.kind === 'messages'
    ? entry.time === null
    : entry.head === '' && entry.words === '' && entry.files.length === 0 && entry.rows.length === 0;

/** The entries of one page of a Facebook or Instagram export. */
export function* metaPageTold(html: string, name: string, zone: string | null): Generator<Told> {
  if (!box.test(html) && oldBox.test(html)) {
    yield* oldMessages(html, zone);
    return;
  }
  const page = pageOf(html, name, zone);
  yield* blockedHosts(html);
  for (const piece of cutAt(html, box).pieces) {
    const entry = entryOf(piece, zone);
    const locator = `entry ${piece.number}`;
    if (isHeading(entry, page)) {
      const words = [entry.head, entry.words].filter((each) => each !== '').join(' ');
      if (words !== '') yield { kind: 'notice', text: words };
      continue;
    }
    const item = itemOf(entry, page, locator);
    if (item === null) yield { kind: 'unreadable', where: locator, because: 'It names nobody.' };
    else yield { kind: 'item', item };
  }
}

function* oldMessages(html: string, zone: string | null): Generator<Told> {
  for (const piece of cutAt(html, oldBox).pieces) {
    const tree = treeOf(piece.html);
    const user = find(tree, (each) => bears(each, 'user'));
    const meta = find(tree, (each) => bears(each, 'meta'));
    const words = find(tree, (each) => each.tagName === 'p');
    yield {
      kind: 'item',
      item: {
        ...blankItem(`message ${piece.number}`, 'direct-message'),
        platform: 'messenger',
        author: user === null ? null : party(lettersIn(user, 200), null),
        sentAt: meta === null ? null : momentOf(lettersIn(meta, 200), zone),
        text: wordsOf(words),
        attachments: filesIn(tree),
      },
    };
  }
}
