import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { bears, blockedHosts, byClass, cutAt, find, findAll, type Tree, treeOf, wordsOf } from '../chat/html-pieces.ts';
import { asQuoted, facts, fileName, oneUnderOther, reactionFact, type Told } from '../chat/told.ts';
import { unreadableMoment } from '../moments.ts';
import { attribute, type Element, lettersIn } from '../page/tree.ts';
import { blankItem, party } from '../parties.ts';
import { type CellDate, cellDate } from '../table/table-date.ts';
import { type DayOrder, findDayOrder, momentOf, type WrittenDay } from '../written-date.ts';
import { numberContradicts, timeInNumber } from './json.ts';

const container = /<div\b[^>]{0,120}\bclass="?chatlog__message-container\b/;
/** The pages of the exporter before 2022: one element a message inside a group that bears the author. */
const older = /<div class="chatlog__message(?:\s[^"]{0,80})?"[^>]{0,80}data-message-id=/;

export const isExporterPage = (text: string): boolean => /\bchatlog__message/.test(text) && /<html|<div/i.test(text);

interface Found {
  readonly id: string;
  readonly author: string | null;
  readonly handle: string | null;
  readonly written: string;
  readonly tree: Tree;
  readonly system: string | null;
}

function textOf(tree: Tree): string {
  const content = findAll(
    tree,
    (each) => bears(each, 'chatlog__content') && !bears(each, 'chatlog__reply-content'),
    false,
  );
  for (const each of content) {
    for (const mark of findAll(each, (inner) => bears(inner, 'chatlog__edited-timestamp'))) mark.childNodes = [];
    // Custom signs are pictures; their name is what a person typed.
    for (const sign of findAll(each, (inner) => inner.tagName === 'img' && bears(inner, 'chatlog__emoji'))) {
      if (attribute(sign, 'alt') === null) sign.attrs.push({ name: 'alt', value: attribute(sign, 'title') ?? '' });
    }
  }
  const words = content.map(wordsOf).join('\n').trim();
  const previews = findAll(tree, (each) => bears(each, 'chatlog__embed'), false)
    .map((each) => wordsOf(each).replace(/\n{2,}/g, '\n'))
    .filter((each) => each !== '');
  // What a program posts stands in previews alone; beside words of a person they are the page's words.
  return oneUnderOther(words, ...(words === '' ? previews : previews.map(asQuoted)));
}

function attachmentsOf(tree: Tree): string[] {
  const boxes = findAll(tree, (each) => bears(each, 'chatlog__attachment'), false);
  return boxes.flatMap((each) => {
    const target = find(each, (inner) => attribute(inner, 'href') !== null || attribute(inner, 'src') !== null);
    const address = target === null ? null : (attribute(target, 'href') ?? attribute(target, 'src'));
    return address === null ? [] : [fileName(address)];
  });
}

function reactionsOf(tree: Tree): ItemDraft['facts'] {
  return findAll(tree, (each) => bears(each, 'chatlog__reaction')).map((each) => {
    const sign = find(each, (inner) => inner.tagName === 'img');
    const count = byClass(each, 'chatlog__reaction-count');
    const name = sign === null ? null : (attribute(sign, 'alt') ?? attribute(sign, 'title'));
    return reactionFact(
      name ?? attribute(each, 'title') ?? 'reaction',
      count === null ? null : `${lettersIn(count, 20)} times`,
    );
  });
}

function writtenTime(tree: Tree): string {
  const stamp = byClass(tree, 'chatlog__timestamp') ?? byClass(tree, 'chatlog__system-notification-timestamp');
  if (stamp !== null) {
    const words = lettersIn(stamp, 100);
    const title = attribute(stamp, 'title');
    return title !== null && title.length > words.length ? title : words;
  }
  const short = byClass(tree, 'chatlog__short-timestamp');
  return short === null ? '' : (attribute(short, 'title') ?? lettersIn(short, 100));
}

function idOf(tree: Tree): string {
  const holder = find(tree, (each) => attribute(each, 'data-message-id') !== null);
  return holder === null ? '' : (attribute(holder, 'data-message-id') ?? '');
}

function nameOf(element: Element): { name: string; handle: string | null } {
  return { name: lettersIn(element, 200), handle: attribute(element, 'title') };
}

/** Messages in the order of the page; one without a head of its own is of the author before it in its group. */
function* found(html: string): Generator<Found> {
  let author: { name: string; handle: string | null } | null = null;
  let stamp = '';
  for (const piece of cutAt(html, container.test(html) ? container : older).pieces) {
    const tree = treeOf(piece.html);
    const head = byClass(tree, 'chatlog__author') ?? byClass(tree, 'chatlog__author-name');
    const system = byClass(tree, 'chatlog__system-notification-content');
    if (head !== null) author = nameOf(head);
    const written = writtenTime(tree);
    // Before 2022 only the first message of a group had a time.
    if (written !== '') stamp = written;
    const systemName = byClass(tree, 'chatlog__system-notification-author');
    yield {
      id: idOf(tree) || String(piece.number),
      author: author?.name ?? null,
      handle: author?.handle ?? null,
      written: stamp,
      tree,
      system:
        system === null
          ? null
          : [systemName === null ? '' : lettersIn(systemName, 200), lettersIn(system, 500)].join(' ').trim(),
    };
    if (/<div\b[^>]{0,60}\bclass="?chatlog__message-group\b/.test(piece.html)) author = nextAuthor(piece.html);
  }
}

/** In old pages the head of a group stands before its first message, so it lies at the end of the piece before. */
function nextAuthor(html: string): { name: string; handle: string | null } | null {
  const at = html.lastIndexOf('chatlog__message-group');
  const head = byClass(treeOf(html.slice(html.lastIndexOf('<', at))), 'chatlog__author-name');
  return head === null ? null : nameOf(head);
}

function titleOf(html: string): string | null {
  const preamble = html.slice(0, Math.max(html.search(container), 0) || 200_000);
  const entries = findAll(treeOf(preamble), (each) => bears(each, 'preamble__entry')).map((each) =>
    lettersIn(each, 200),
  );
  return entries.length === 0 ? null : entries.slice(0, 2).join(' / ');
}

const editedIn = (tree: Tree): string | null => {
  const mark = byClass(tree, 'chatlog__edited-timestamp');
  return mark === null ? null : (attribute(mark, 'title') ?? 'yes');
};

type DayOrderProof = 'day-month' | 'month-day';

/** Clocks on earth are at most 14 hours from UTC. */
const near = (local: string | null, instant: number): boolean =>
  local !== null && Math.abs(Date.parse(`${local}Z`) - instant) <= 14 * 3_600_000 + 60_000;

/** The number of a message holds its time in UTC; often only one order of day and month comes near it. */
function proofOf(date: CellDate, id: string): DayOrderProof | null {
  const inNumber = timeInNumber(id);
  if (inNumber === null || date.kind !== 'written' || date.written.day.order !== 'open') return null;
  const dayFirst = near(momentOf(date.written, 'day-month', null).local, inNumber);
  const monthFirst = near(momentOf(date.written, 'month-day', null).local, inNumber);
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-month' : 'month-day';
}

const stampPattern =
  /data-message-id="?(\d{1,20})|chatlog__short-timestamp"? title="?([^">]{1,80})|chatlog__timestamp"?[^>]{0,200}>(?:<a[^>]{0,200}>)?([^<]{1,80})/g;

function orderOf(html: string): ReturnType<typeof findDayOrder> {
  const slashed: WrittenDay[] = [];
  const proofs: DayOrderProof[] = [];
  let id = '';
  for (const each of html.matchAll(stampPattern)) {
    id = each[1] ?? id;
    const written = each[2] ?? each[3];
    const date = written === undefined ? null : cellDate(written, '', null);
    if (date?.kind !== 'written' || !date.slashed) continue;
    slashed.push(date.written.day);
    const proof = proofOf(date, id);
    if (proof !== null) proofs.push(proof);
  }
  return findDayOrder({ slashed, chronological: true, proofs });
}

function sentAtOf(written: string, order: DayOrder | null, zone: string | null): Moment | null {
  const date = cellDate(written, '', zone);
  if (date === null) return written === '' ? null : unreadableMoment(written);
  return date.kind === 'fixed' ? date.moment : momentOf(date.written, order, zone);
}

function itemOf(each: Found, title: string | null, sentAt: Moment | null): ItemDraft {
  const edited = editedIn(each.tree);
  const reply = byClass(each.tree, 'chatlog__reply');
  const inNumber = timeInNumber(each.id);
  return {
    ...blankItem(`message ${each.id}`, 'chat-line'),
    platform: 'discord',
    author: party(each.author, each.handle),
    thread: { id: title ?? 'channel', title },
    sentAt,
    text: textOf(each.tree),
    attachments: attachmentsOf(each.tree),
    edited: edited !== null,
    facts: [
      ...reactionsOf(each.tree),
      ...facts(
        ['Answer to', reply === null ? null : lettersIn(reply, 300)],
        ['Edited', edited],
        ['Message number', each.id],
        ['Time in the message number (UTC)', inNumber === null ? null : new Date(inNumber).toISOString()],
      ),
    ],
  };
}

/** The messages of a page of DiscordChatExporter. Its times are those of the computer that exported, without a zone. */
export function* exporterPageTold(html: string, zone: string | null): Generator<Told> {
  yield* blockedHosts(html);
  const title = titleOf(html);
  const { order, warning } = orderOf(html);
  if (warning !== null) yield { kind: 'warning', text: warning };
  let contradictions = 0;
  for (const each of found(html)) {
    if (each.system !== null) {
      yield { kind: 'notice', text: each.system };
      continue;
    }
    const sentAt = sentAtOf(each.written, order, zone);
    if (numberContradicts(each.id, sentAt?.instant ?? null) !== null) contradictions += 1;
    yield { kind: 'item', item: itemOf(each, title, sentAt) };
  }
  if (contradictions > 0) {
    yield {
      kind: 'warning',
      text: `${contradictions} messages have a time that their own number contradicts; both are kept.`,
    };
  }
}
