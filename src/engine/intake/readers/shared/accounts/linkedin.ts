import { connectionItem } from '../chat/connections.ts';
import { facts } from '../chat/told.ts';
import { blankItem, party } from '../parties.ts';
import type { KnownRow, TableShape } from '../table/shapes.ts';

const listed = (words: string, separator: RegExp): string[] =>
  words
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const messages: TableShape = {
  headings: ['sender profile url', 'conversation id', 'from', 'date', 'content'],
  dates: ['date'],
  because: 'It is a table of messages the way LinkedIn exports it.',
  told: (row) => {
    const names = listed(row.cell('to'), /,\s*|;\s*/);
    const addresses = listed(row.cell('recipient profile urls'), /[,;]\s*/);
    const paired = names.length === addresses.length;
    const recipients = names.flatMap((name, index) => party(name, paired ? (addresses[index] ?? null) : null) ?? []);
    const id = row.cell('conversation id');
    const group = recipients.length > 1;
    return {
      kind: 'item',
      item: {
        ...blankItem(`row ${row.number}`, group ? 'group-message' : 'direct-message'),
        platform: 'linkedin',
        author: party(row.words('from'), row.words('sender profile url')),
        recipients,
        thread: id === '' ? null : { id, title: row.words('conversation title') },
        audience: group ? 'group' : 'individual',
        sentAt: row.moment('date'),
        title: row.words('subject'),
        text: row.cell('content').replace(/<\/?(?:p|br|span)\b[^<>]{0,200}>/gi, ''),
        attachments: listed(row.cell('attachments'), /[,;]\s*/),
        facts: facts(
          ['Folder', row.words('folder')],
          ['Draft', /^yes|true$/i.test(row.cell('is message draft')) ? 'yes' : null],
        ),
      },
    };
  },
};

const fullName = (row: KnownRow): string => `${row.cell('first name').trim()} ${row.cell('last name').trim()}`.trim();

const connections: TableShape = {
  headings: ['connected on', 'first name', 'last name', 'company'],
  dates: ['connected on'],
  because: 'It is a table of connections the way LinkedIn exports it.',
  told: (row) => {
    const item = connectionItem({
      link: 'contact',
      name: fullName(row),
      handle: row.words('email address', 'url'),
      sentAt: row.moment('connected on'),
      platform: 'linkedin',
      locator: `row ${row.number}`,
      url: row.words('url'),
      more: facts(['Company', row.words('company')], ['Position', row.words('position')]),
    });
    // LinkedIn leaves the name out where a member closed the account.
    return item === null
      ? { kind: 'unreadable', where: `row ${row.number}`, because: 'It names nobody.' }
      : { kind: 'item', item };
  },
};

const invitations: TableShape = {
  headings: ['inviterprofileurl', 'from', 'to', 'sent at', 'direction'],
  dates: ['sent at'],
  because: 'It is a table of invitations the way LinkedIn exports it.',
  told: (row) => {
    const sent = /outgoing/i.test(row.cell('direction'));
    const other = sent ? row.words('to') : row.words('from');
    const item = connectionItem({
      link: sent ? 'request-sent' : 'request-received',
      name: other,
      handle: sent ? row.words('inviteeprofileurl') : row.words('inviterprofileurl'),
      sentAt: row.moment('sent at'),
      platform: 'linkedin',
      locator: `row ${row.number}`,
      more: facts(['Words of the invitation', row.words('message')]),
    });
    return item === null
      ? { kind: 'unreadable', where: `row ${row.number}`, because: 'It names nobody.' }
      : { kind: 'item', item };
  },
};

const shares: TableShape = {
  headings: ['sharecommentary', 'sharelink', 'date'],
  dates: ['date'],
  because: 'It is a table of posts the way LinkedIn exports it.',
  told: (row) => ({
    kind: 'item',
    item: {
      ...blankItem(`row ${row.number}`, 'post'),
      platform: 'linkedin',
      audience: /^(?:public|anyone|member_network_and_public)/i.test(row.cell('visibility')) ? 'public' : null,
      sentAt: row.moment('date'),
      // A line break of a post is written as a quotation mark of its own at the end and the start of a line.
      text: row.cell('sharecommentary').replace(/"\n"/g, '\n'),
      url: row.words('sharelink'),
      facts: facts(
        ['Shared address', row.words('sharedurl')],
        ['Media', row.words('mediaurl')],
        ['Visible to', row.words('visibility')],
      ),
    },
  }),
};

const comments: TableShape = {
  headings: ['link', 'message', 'date'],
  dates: ['date'],
  because: 'It is a table of comments the way LinkedIn exports it.',
  told: (row) => ({
    kind: 'item',
    item: {
      ...blankItem(`row ${row.number}`, 'comment'),
      platform: 'linkedin',
      sentAt: row.moment('date'),
      text: row.cell('message'),
      url: row.words('link'),
    },
  }),
};

const profile: TableShape = {
  headings: ['headline', 'first name', 'last name', 'summary'],
  dates: [],
  because: 'It is a profile the way LinkedIn exports it.',
  told: (row) => ({
    kind: 'item',
    item: {
      ...blankItem(`row ${row.number}`, 'profile'),
      platform: 'linkedin',
      author: party(fullName(row), null),
      text: [fullName(row), row.cell('headline'), row.cell('summary')].filter((each) => each.trim() !== '').join('\n'),
      facts: facts(...row.others('headline', 'first name', 'last name', 'summary')),
    },
  }),
};

/** Tables of the copy of the data that LinkedIn hands out. The table of comments has too common headings to be sure of. */
export const linkedinTables: readonly TableShape[] = [messages, invitations, connections, shares, profile];

export const linkedinComments: TableShape = comments;
