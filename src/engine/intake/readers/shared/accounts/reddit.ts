import { connectionItem } from '../chat/connections.ts';
import { facts } from '../chat/told.ts';
import { blankItem, party } from '../parties.ts';
import type { TableShape } from '../table/shapes.ts';

const removed = (words: string): boolean | null => (/^\[(?:deleted|removed)\]$/.test(words.trim()) ? true : null);

const posts: TableShape = {
  headings: ['permalink', 'id', 'date', 'subreddit', 'title', 'body'],
  dates: ['date'],
  because: 'It is a table of posts the way Reddit exports it.',
  told: (row) => ({
    kind: 'item',
    item: {
      ...blankItem(`row ${row.number}`, 'post'),
      platform: 'reddit',
      audience: null,
      sentAt: row.moment('date'),
      title: row.words('title'),
      text: row.cell('body'),
      url: row.words('permalink', 'url'),
      deleted: removed(row.cell('body')),
      facts: facts(
        ['Community', row.words('subreddit')],
        ['Shared address', row.words('url')],
        ['Address of the device', row.words('ip')],
        ['Post number', row.words('id')],
      ),
    },
  }),
};

const comments: TableShape = {
  headings: ['permalink', 'id', 'date', 'subreddit', 'link', 'parent', 'body'],
  dates: ['date'],
  because: 'It is a table of comments the way Reddit exports it.',
  told: (row) => ({
    kind: 'item',
    item: {
      ...blankItem(`row ${row.number}`, 'comment'),
      platform: 'reddit',
      sentAt: row.moment('date'),
      text: row.cell('body'),
      url: row.words('permalink'),
      deleted: removed(row.cell('body')),
      facts: facts(
        ['Community', row.words('subreddit')],
        ['Under the post', row.words('link')],
        ['Answer to', row.words('parent')],
        ['Address of the device', row.words('ip')],
      ),
    },
  }),
};

const messages: TableShape = {
  headings: ['thread id', 'permalink', 'date', 'from', 'to', 'subject', 'body'],
  dates: ['date'],
  because: 'It is a table of private messages the way Reddit exports it.',
  told: (row) => ({
    kind: 'item',
    item: {
      ...blankItem(`row ${row.number}`, 'direct-message'),
      platform: 'reddit',
      author: party(null, row.words('from')),
      recipients: [party(null, row.words('to'))].filter((each) => each !== null),
      thread: row.words('thread id') === null ? null : { id: row.cell('thread id'), title: row.words('subject') },
      audience: 'individual',
      sentAt: row.moment('date'),
      title: row.words('subject'),
      text: row.cell('body'),
      url: row.words('permalink'),
    },
  }),
};

const chats: TableShape = {
  headings: ['channel url', 'message id', 'created at', 'username', 'message'],
  dates: ['created at', 'updated at'],
  because: 'It is a table of chat messages the way Reddit exports it.',
  told: (row) => {
    const direct = /direct|dm/i.test(row.cell('conversation type'));
    return {
      kind: 'item',
      item: {
        ...blankItem(`row ${row.number}`, direct ? 'direct-message' : 'chat-line'),
        platform: 'reddit',
        author: party(null, row.words('username')),
        thread: { id: row.cell('channel url') || 'chat', title: row.words('channel name') },
        audience: direct ? 'individual' : null,
        sentAt: row.moment('created at'),
        text: row.cell('message'),
        facts: facts(
          ['Message number', row.words('message id')],
          ['Changed', row.words('updated at')],
          ['Answer to message', row.words('thread parent message id')],
        ),
      },
    };
  },
};

const friends: TableShape = {
  headings: ['note', 'username'],
  dates: [],
  because: 'It is a table of friends the way Reddit exports it.',
  told: (row) => {
    const item = connectionItem({
      link: 'follows',
      name: null,
      handle: row.words('username'),
      sentAt: null,
      platform: 'reddit',
      locator: `row ${row.number}`,
      more: facts(['Note', row.words('note')]),
    });
    return item === null
      ? { kind: 'unreadable', where: `row ${row.number}`, because: 'It names nobody.' }
      : { kind: 'item', item };
  },
};

/** Tables of the data that Reddit hands out. The more particular headings stand first. */
export const redditTables: readonly TableShape[] = [comments, messages, posts, chats];

export const redditFriends: TableShape = friends;
