import {
  bears,
  blockedHosts,
  byClass,
  filesIn,
  find,
  findAll,
  type Tree,
  treeOf,
  wordsOf,
} from '../chat/html-pieces.ts';
import type { Told } from '../chat/told.ts';
import { attribute, type Element, isElement, lettersIn } from '../page/tree.ts';
import { datePattern, keyOf, type Shown, shownItem } from './message.ts';

const mark = '<div class="message">';

export const isMessagesPage = (text: string): boolean =>
  text.includes(mark) && /<span class="timestamp">/.test(text) && /<div class="(?:sent|received)\b/.test(text);

/** Cuts the page at the messages that stand in no other; an answer inside a message stays with it. */
function* groupsOf(html: string): Generator<string> {
  const divs = /<div\b[^>]{0,300}>|<\/div>/g;
  let depth = 0;
  let base: number | null = null;
  let from = -1;
  for (const found of html.matchAll(divs)) {
    const [tag] = found;
    if (tag === '</div>') {
      depth -= 1;
      continue;
    }
    if (tag === mark && (base === null || depth <= base)) {
      if (from >= 0) yield html.slice(from, found.index);
      base ??= depth;
      from = found.index;
    }
    depth += 1;
  }
  if (from >= 0) yield html.slice(from);
}

const timePattern = new RegExp(datePattern);

const inside = (element: Element, test: (each: Element) => boolean): Element[] => findAll(element, test, false);

/** Takes parts out of a message, so that their words are not read as those of its sender. */
function takeOut(root: Element | Tree, test: (each: Element) => boolean): Element[] {
  const found = findAll(root, test, false);
  const copies = found.map((each) => ({ ...each, childNodes: [...each.childNodes] }));
  for (const each of found) each.childNodes = [];
  return copies;
}

function shownOf(message: Element, at: string): Shown | null {
  const stamp = byClass(message, 'timestamp');
  const sender = byClass(message, 'sender');
  if (stamp === null) return null;
  const written = lettersIn(stamp, 300);
  const date = timePattern.exec(written)?.[0] ?? written;
  const reactions = takeOut(message, (each) => bears(each, 'reactions') || bears(each, 'tapbacks'));
  const edits = takeOut(message, (each) => bears(each, 'edited'));
  const versions = edits.flatMap((each) =>
    findAll(each, (row) => row.tagName === 'tr').map((row) => lettersIn(row, 5000)),
  );
  const bodies = findAll(message, (each) => bears(each, 'message_part'), false);
  const last = edits.at(-1);
  const lastBubble = last === undefined ? null : (findAll(last, (each) => bears(each, 'bubble')).at(-1) ?? null);
  const subject = byClass(message, 'subject');
  const unsent = find(message, (each) => bears(each, 'unsent') || bears(each, 'deleted')) !== null;
  return {
    at,
    date,
    read: /\(([^()]{1,200})\)/.exec(written)?.[1] ?? null,
    sender: sender === null ? '' : lettersIn(sender, 200),
    text: [...bodies.map(wordsOf), wordsOf(lastBubble)].join('\n').replaceAll('\ufffc', '').trim(),
    attachments: bodies.flatMap((each) => filesIn(each)).concat(bodies.flatMap(ownPaths)),
    reactions: reactions
      .flatMap((each) =>
        findAll(each, (one) => bears(one, 'reaction') || bears(one, 'tapback'), false).map((one) =>
          lettersIn(one, 200),
        ),
      )
      .filter((each) => each !== ''),
    edits: versions.length > 0 ? versions : edits.map((each) => lettersIn(each, 5000)),
    deleted: unsent,
    answers: byClass(message, 'reply_context') !== null,
    more: subject === null ? [] : [{ label: 'Subject', value: lettersIn(subject, 500) }],
  };
}

/** Older versions link to the file on the computer that made the export. */
const ownPaths = (body: Element): string[] =>
  findAll(body, (each) => /^(?:img|video|audio|source|a)$/.test(each.tagName)).flatMap((each) => {
    const target = attribute(each, 'src') ?? attribute(each, 'href') ?? '';
    return /^file:\/\//i.test(target) ? [target.replace(/^file:\/\//i, '')] : [];
  });

interface Found {
  readonly shown: Shown;
  readonly nested: boolean;
}

function* messagesIn(group: string, number: number): Generator<Found | { readonly notice: string }> {
  const tree = treeOf(group);
  const notices = inside({ ...emptyElement(tree), childNodes: tree.childNodes }, (each) => bears(each, 'announcement'));
  const outer = byClass(tree, 'message');
  if (outer !== null) {
    const nested: Element[] = takeOut(outer, (each) => bears(each, 'replies')).flatMap((each) =>
      findAll(each, (one) => bears(one, 'message')),
    );
    const own = shownOf(outer, `message ${number}`);
    if (own !== null) yield { shown: own, nested: false };
    for (const [index, reply] of nested.entries()) {
      const shown = shownOf(reply, `message ${number}, answer ${index + 1}`);
      if (shown !== null) yield { shown, nested: true };
    }
  }
  for (const notice of notices) yield { notice: lettersIn(notice, 500) };
}

const emptyElement = (tree: Tree): Element => {
  const [first] = tree.childNodes.filter(isElement);
  const holder = first ?? treeOf('<div></div>').childNodes.find(isElement);
  if (holder === undefined) throw new Error('A page of one element holds no element.');
  return holder;
};

function* allIn(html: string): Generator<Found | { readonly notice: string }> {
  let number = 0;
  for (const group of groupsOf(html)) {
    number += 1;
    yield* messagesIn(group, number);
  }
}

/** The messages of one conversation. An answer that stands only under the message it answers is an item too. */
export function* messagesPageTold(html: string, zone: string | null): Generator<Told> {
  yield* blockedHosts(html);
  const known = new Set<string>();
  for (const each of allIn(html)) if ('shown' in each && !each.nested) known.add(keyOf(each.shown));
  for (const each of allIn(html)) {
    if ('notice' in each) {
      yield { kind: 'notice', text: each.notice };
      continue;
    }
    const key = keyOf(each.shown);
    if (each.nested && known.has(key)) continue;
    known.add(key);
    yield { kind: 'item', item: shownItem(each.shown, zone) };
  }
}
