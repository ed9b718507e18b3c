import type { ItemDraft } from '../../../../../contract/item.ts';
import { connectionItem } from '../chat/connections.ts';
import { facts } from '../chat/told.ts';
import { fieldsOf, objectsIn, wordsAt } from '../json/values.ts';
import { blankItem } from '../parties.ts';
import type { KnownRow, TableShape } from '../table/shapes.ts';

/** The words of a comment are written as JSON: one object, several with commas between, or a list of them. */
export function commentWords(written: string): string {
  const plain = written.trim();
  if (!/^[[{]/.test(plain)) return written;
  try {
    const value: unknown = JSON.parse(plain.startsWith('[') ? plain : `[${plain}]`);
    const segments = objectsIn(value).flatMap((each) => {
      const runs = objectsIn(each['takeoutSegments']);
      return runs.length > 0 ? runs : [each];
    });
    const words = segments.map((each) => wordsAt(fieldsOf(each), 'text') ?? '').join('');
    return words === '' ? written : words;
  } catch {
    return written;
  }
}

const videoAddress = (id: string | null): string | null =>
  id !== null && /^[\w-]{11}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : null;

function commentItem(row: KnownRow, text: string): ItemDraft {
  const parent = row.words('parent comment id');
  return {
    ...blankItem(`row ${row.number}`, parent === null ? 'comment' : 'reply'),
    platform: 'youtube',
    sentAt: row.moment('comment create timestamp', 'live chat create timestamp'),
    text,
    url: videoAddress(row.words('video id')),
    facts: facts(
      ['Comment number', row.words('comment id', 'live chat id')],
      ['Channel that wrote it', row.words('channel id')],
      ['Answer to comment', parent],
      ['Under the post', row.words('post id')],
      ['Paid', /^0?$/.test(row.cell('price').trim()) ? null : row.words('price')],
    ),
  };
}

const comments: TableShape = {
  headings: ['comment create timestamp', 'comment id', 'comment text'],
  dates: ['comment create timestamp'],
  because: 'It is a table of comments the way Google Takeout writes those on YouTube.',
  told: (row) => ({ kind: 'item', item: commentItem(row, commentWords(row.cell('comment text'))) }),
};

const liveChats: TableShape = {
  headings: ['live chat create timestamp', 'live chat id', 'live chat text'],
  dates: ['live chat create timestamp'],
  because: 'It is a table of live-chat lines the way Google Takeout writes those on YouTube.',
  told: (row) => ({
    kind: 'item',
    item: { ...commentItem(row, commentWords(row.cell('live chat text'))), kind: 'chat-line' },
  }),
};

const subscriptions: TableShape = {
  headings: ['channel url', 'channel id', 'channel title'],
  dates: [],
  because: 'It is a table of subscriptions the way Google Takeout writes those on YouTube.',
  told: (row) => {
    const item = connectionItem({
      link: 'follows',
      name: row.words('channel title'),
      handle: row.words('channel id'),
      sentAt: null,
      platform: 'youtube',
      locator: `row ${row.number}`,
      url: row.words('channel url'),
    });
    return item === null
      ? { kind: 'unreadable', where: `row ${row.number}`, because: 'It names nobody.' }
      : { kind: 'item', item };
  },
};

export const youtubeTables: readonly TableShape[] = [comments, liveChats, subscriptions];
