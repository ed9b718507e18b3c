import type { ItemDraft } from '../../../../../contract/item.ts';
import { bears, blockedHosts, byClass, cutAt, find, findAll, treeOf, wordsOf } from '../chat/html-pieces.ts';
import { facts, type Told } from '../chat/told.ts';
import { isoAt } from '../json/times.ts';
import { fieldsOf, has, isFields, listOf, objectsIn, wordsAt } from '../json/values.ts';
import { mailMoment } from '../mail-date.ts';
import { attribute, lettersIn } from '../page/tree.ts';
import { blankItem } from '../parties.ts';

/** `MyActivity.json`, `watch-history.json`, `search-history.json`. */
export const isMyActivity = (root: unknown): boolean =>
  Array.isArray(root) &&
  root.length > 0 &&
  root.slice(0, 5).every((each: unknown) => has(each, 'header', 'title', 'time'));

/** What somebody did, in the words of the service: "Searched for …", "Watched …", "Commented on …". */
const kindOf = (title: string): ItemDraft['kind'] =>
  /^(?:commented|comentaste|posted a comment)/i.test(title) ? 'comment' : 'event';

const platformOf = (header: string): string => (/youtube/i.test(header) ? 'youtube' : 'google');

export function* myActivityTold(root: unknown, zone: string | null): Generator<Told> {
  for (const [index, value] of listOf(root).entries()) {
    if (!isFields(value) || !has(value, 'title', 'time')) {
      yield { kind: 'unreadable', where: `entry ${index + 1}`, because: 'It has no title or no time.' };
      continue;
    }
    const title = wordsAt(value, 'title') ?? '';
    const header = wordsAt(value, 'header') ?? '';
    const names = objectsIn(value['subtitles']).flatMap((each) => wordsAt(each, 'name') ?? []);
    const places = objectsIn(value['locationInfos']).flatMap((each) => wordsAt(each, 'name') ?? []);
    const lines = [title, wordsAt(value, 'description'), ...names].filter((each) => each !== null);
    yield {
      kind: 'item',
      item: {
        ...blankItem(`entry ${index + 1}`, kindOf(title)),
        platform: platformOf(header),
        sentAt: isoAt(value, zone, 'time'),
        text: lines.join('\n'),
        url: wordsAt(value, 'titleUrl'),
        attachments: [wordsAt(value, 'imageFile')].filter((each) => each !== null),
        facts: facts(
          ['Service', header],
          [
            'Products',
            listOf(value['products'])
              .filter((each) => typeof each === 'string')
              .join(', '),
          ],
          [
            'Details',
            objectsIn(value['details'])
              .flatMap((each) => wordsAt(fieldsOf(each), 'name') ?? [])
              .join(', '),
          ],
          ['Place', places.join(', ')],
        ),
      },
    };
  }
}

const mark = /<div class="outer-cell mdl-cell/;

export const isMyActivityPage = (text: string): boolean =>
  mark.test(text) || (/mdl-typography--title/.test(text) && /content-cell mdl-cell/.test(text));

const dated = /\d{4}.{0,4}\d{1,2}[:.]\d{2}[:.]\d{2}|\d{1,2}[:.]\d{2}[:.]\d{2}/;

/** The same as a page: the last line of an entry with a clock is its time, in the language and zone of the account. */
export function* myActivityPageTold(html: string, zone: string | null): Generator<Told> {
  yield* blockedHosts(html);
  let undated = 0;
  for (const piece of cutAt(html, mark).pieces) {
    const tree = treeOf(piece.html);
    const title = byClass(tree, 'mdl-typography--title');
    const cells = findAll(tree, (each) => bears(each, 'content-cell'));
    const body = cells[0] ?? null;
    const lines = wordsOf(body)
      .split('\n')
      .map((each) => each.trim())
      .filter((each) => each !== '');
    const at = lines.findLastIndex((each) => dated.test(each) && mailMoment(each, zone).local !== null);
    const sentAt = at < 0 ? null : mailMoment(lines[at] ?? '', zone);
    if (sentAt === null) undated += 1;
    const text = lines.filter((_line, index) => index !== at).join('\n');
    const link = body === null ? null : find(body, (each) => each.tagName === 'a');
    const caption = cells.find((each) => bears(each, 'mdl-typography--caption')) ?? null;
    const header = title === null ? '' : lettersIn(title, 200);
    yield {
      kind: 'item',
      item: {
        ...blankItem(`entry ${piece.number}`, kindOf(text)),
        platform: platformOf(header),
        sentAt,
        text,
        url: link === null ? null : attribute(link, 'href'),
        facts: facts(['Service', header], ['Details', wordsOf(caption).replace(/\s*\n\s*/g, ' ')]),
      },
    };
  }
  if (undated > 0)
    yield { kind: 'warning', text: `${undated} entries have no time that could be read; their words are kept.` };
}
