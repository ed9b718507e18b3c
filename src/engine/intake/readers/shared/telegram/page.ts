import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import {
  bears,
  blockedHosts,
  byClass,
  cutAt,
  filesIn,
  find,
  findAll,
  type Tree,
  treeOf,
  wordsOf,
} from '../chat/html-pieces.ts';
import { facts, reactionFact, type Told } from '../chat/told.ts';
import { floatingMoment, offsetMoment, offsetOf, unreadableMoment } from '../moments.ts';
import { attribute, type Element, lettersIn } from '../page/tree.ts';
import { blankItem, party } from '../parties.ts';

const mark = /<div class="message (?:default|service)\b/;

export const isTelegramPage = (text: string): boolean =>
  mark.test(text) &&
  (/class="pull_right date details"/.test(text) || /class="(?:page_wrap|page_header|history)"/.test(text));

/** `12.03.2024 21:41:07 UTC+01:00`; the offset is written since 2021. */
function titleMoment(title: string, zone: string | null): Moment {
  const found = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})(?: UTC([-+]\d{2}:\d{2})?)?$/.exec(title.trim());
  if (found === null) return unreadableMoment(title.slice(0, 200));
  const figure = (index: number): number => Number(found[index]);
  const clock = {
    year: figure(3),
    month: figure(2),
    day: figure(1),
    hour: figure(4),
    minute: figure(5),
    second: figure(6),
  };
  if (!title.includes('UTC')) return floatingMoment(title, [clock], { zone });
  return offsetMoment(title, clock, found[7] === undefined ? '+00:00' : (offsetOf(found[7]) ?? '+00:00'));
}

const nameIn = (name: Element | null): string => {
  if (name === null) return '';
  // The date of a forwarded message stands inside the name's element.
  const copy = { ...name, childNodes: name.childNodes.filter((node) => node.nodeName !== 'span') };
  return lettersIn(copy, 300);
};

function reactionsOf(tree: Tree): ItemDraft['facts'] {
  return findAll(tree, (each) => bears(each, 'reaction')).map((each) => {
    const sign = byClass(each, 'emoji');
    const by = findAll(each, (inner) => bears(inner, 'initials')).map(
      (inner) => attribute(inner, 'title') ?? lettersIn(inner, 100),
    );
    const count = byClass(each, 'count');
    return reactionFact(
      sign === null ? 'reaction' : lettersIn(sign, 40),
      by.length > 0 ? by.join(', ') : count === null ? null : lettersIn(count, 20),
    );
  });
}

function mediaOf(tree: Tree): { readonly names: string[]; readonly words: string | null } {
  const wraps = findAll(tree, (each) => bears(each, 'media_wrap'), false);
  const names = wraps.flatMap((wrap) => filesIn(wrap)).filter((name) => !/_thumb\.\w+$/.test(name));
  const words = wraps
    .map((wrap) => wordsOf(wrap).replace(/\n+/g, ', '))
    .filter((each) => each !== '')
    .join('; ');
  return { names, words: words === '' ? null : words };
}

function shownName(tree: Tree, forwarded: Element | null): Element | null {
  const inside = forwarded === null ? [] : findAll(forwarded, (each) => bears(each, 'from_name'));
  return find(tree, (each) => bears(each, 'from_name') && !inside.includes(each));
}

function answered(tree: Tree): string | null {
  const reply = byClass(tree, 'reply_to');
  const target = reply === null ? null : find(reply, (each) => each.tagName === 'a');
  return target === null ? null : (/(\d+)$/.exec(attribute(target, 'href') ?? '')?.[1] ?? null);
}

function factsOf(tree: Tree, forwarded: Element | null, media: string | null): ItemDraft['facts'] {
  const origin = forwarded === null ? null : nameIn(byClass(forwarded, 'from_name'));
  return [
    ...reactionsOf(tree),
    ...facts(['Forwarded from', origin], ['Answer to message', answered(tree)], ['Media', media]),
  ];
}

const textOf = (tree: Tree): string =>
  findAll(tree, (each) => bears(each, 'text') && !bears(each, 'bold'), false)
    .map(wordsOf)
    .join('\n');

function sentAtOf(tree: Tree, zone: string | null): Moment | null {
  const date = find(tree, (each) => bears(each, 'date') && attribute(each, 'title') !== null);
  return date === null ? null : titleMoment(attribute(date, 'title') ?? '', zone);
}

interface Reading {
  /** Who wrote the message before; a `joined` one has no name of its own. */
  author: string | null;
  floating: number;
  undated: number;
}

function itemOf(
  tree: Tree,
  message: Element,
  where: string,
  title: string | null,
  reading: Reading,
  zone: string | null,
): ItemDraft {
  const forwarded = byClass(tree, 'forwarded');
  const shown = shownName(tree, forwarded);
  if (shown !== null) reading.author = nameIn(shown) || null;
  else if (!bears(message, 'joined')) reading.author = null;
  const sentAt = sentAtOf(tree, zone);
  if (sentAt === null) reading.undated += 1;
  else if (sentAt.zone === null) reading.floating += 1;
  const media = mediaOf(tree);
  return {
    ...blankItem(where, 'chat-line'),
    platform: 'telegram',
    author: party(reading.author, null),
    thread: { id: title ?? 'chat', title },
    sentAt,
    text: textOf(tree),
    attachments: media.names,
    facts: factsOf(tree, forwarded, media.words),
  };
}

/** The messages of one page of a chat. */
export function* telegramPageTold(html: string, zone: string | null): Generator<Told> {
  yield* blockedHosts(html);
  const { before, pieces } = cutAt(html, mark);
  const header = byClass(treeOf(before), 'page_header');
  const title = header === null ? null : lettersIn(header, 300) || null;
  const reading: Reading = { author: null, floating: 0, undated: 0 };
  for (const piece of pieces) {
    const tree = treeOf(piece.html);
    const message = byClass(tree, 'message');
    if (message === null) continue;
    const id = (attribute(message, 'id') ?? '').replace(/^message/, '');
    if (!bears(message, 'service')) {
      const where = id === '' ? `entry ${piece.number}` : `message ${id}`;
      yield { kind: 'item', item: itemOf(tree, message, where, title, reading, zone) };
    } else if (!id.startsWith('-')) yield { kind: 'notice', text: lettersIn(message, 500) };
  }
  if (reading.floating > 0 && zone === null) {
    yield {
      kind: 'warning',
      text: `${reading.floating} messages have the local time of the exporting computer and no zone; they float until a zone is given.`,
    };
  }
  if (reading.undated > 0) yield { kind: 'warning', text: `${reading.undated} messages have no date.` };
}
