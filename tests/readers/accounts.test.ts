import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { googleActivity } from '../../src/engine/intake/readers/google-activity.ts';
import { imazingExport } from '../../src/engine/intake/readers/imazing-export.ts';
import { linkedinExport } from '../../src/engine/intake/readers/linkedin-export.ts';
import { redditExport } from '../../src/engine/intake/readers/reddit-export.ts';
import { commentWords } from '../../src/engine/intake/readers/shared/accounts/youtube.ts';
import { signalExport } from '../../src/engine/intake/readers/signal-export.ts';
import { snapchatExport } from '../../src/engine/intake/readers/snapchat-export.ts';
import { tiktokExport } from '../../src/engine/intake/readers/tiktok-export.ts';
import { readerFor, readWith } from './made/collect.ts';

const json = (value: unknown): string => JSON.stringify(value, null, 1);

describe('Snapchat', () => {
  const read = (value: unknown) => readWith(snapchatExport, json(value));

  test('reads both shapes of the chat history; times are UTC', async () => {
    const now = {
      'a-1': [
        {
          From: 'anaruiz',
          'Media Type': 'TEXT',
          Created: '2024-04-20 01:29:22 UTC',
          Content: 'hello',
          'Conversation Title': null,
          IsSender: true,
          'Created(microseconds)': 1_713_576_562_000,
          IsSaved: true,
          'Media IDs': '',
        },
        {
          From: 'benode',
          'Media Type': 'STATUSERASEDMESSAGE',
          Created: '2024-04-20 01:30:22 UTC',
          Content: null,
          'Conversation Title': null,
          IsSender: false,
          IsSaved: false,
          'Media IDs': '',
        },
        {
          From: 'benode',
          'Media Type': 'MEDIA',
          Created: '2024-04-20 01:31:22 UTC',
          Content: null,
          'Conversation Title': null,
          IsSender: false,
          IsSaved: false,
          'Media IDs': 'b~abc | b~def',
        },
      ],
    };
    expect(readerFor(json(now), 'chat_history.json')).toBe('snapchat');
    const { items } = await read(now);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      author: { handle: 'anaruiz' },
      text: 'hello',
      thread: { id: 'a-1' },
      sentAt: { instant: '2024-04-20T01:29:22Z', basis: 'utc-labelled' },
    });
    expect(items[1]).toMatchObject({ attachments: ['b~abc', 'b~def'], text: '' });
    const before = {
      'Received Saved Chat History': [
        { From: 'benode', 'Media Type': 'TEXT', Created: '2019-04-20 01:29:22 UTC', Text: 'hi' },
      ],
      'Sent Saved Chat History': [
        { To: 'benode', 'Media Type': 'TEXT', Created: '2019-04-20 01:30:22 UTC', Text: 'yo' },
      ],
    };
    expect(readerFor(json(before), 'chat_history.json')).toBe('snapchat');
    expect(
      (await read(before)).items.map((item) => [
        item.author?.handle ?? null,
        item.recipients[0]?.handle ?? null,
        item.text,
      ]),
    ).toEqual([
      ['benode', null, 'hi'],
      [null, 'benode', 'yo'],
    ]);
  });

  test('reads friends as connections', async () => {
    const friends = {
      Friends: [
        {
          Username: 'benode',
          'Display Name': 'Ben',
          'Creation Timestamp': '2020-01-01 00:00:00 UTC',
          Source: 'Added by username',
        },
      ],
      'Blocked Users': [],
    };
    expect(readerFor(json(friends), 'friends.json')).toBe('snapchat');
    expect((await read(friends)).items[0]).toMatchObject({
      kind: 'connection',
      recipients: [{ name: 'Ben', handle: 'benode' }],
    });
  });
});

describe('TikTok', () => {
  const chats = {
    ChatHistory: {
      'Chat History with benode:': [
        { Date: '2024-03-12 21:41:07', From: 'anaruiz', Content: 'hello' },
        { Date: '2024-03-12 21:42:07', From: 'benode', Content: 'hi' },
      ],
    },
  };

  test.each([
    [
      'old',
      {
        Activity: {
          'Follower List': { FansList: [{ Date: '2021-01-01 00:00:00', UserName: 'kim' }] },
          'Following List': { Following: [{ Date: '2021-01-01 00:00:00', UserName: 'lee' }] },
          'Video Browsing History': { VideoList: [{ Date: '2021-01-01 00:00:00', VideoLink: 'x' }] },
        },
        Comment: { Comments: { CommentsList: [{ Date: '2021-01-02 00:00:00', Comment: 'wow' }] } },
        Video: { Videos: { VideoList: [{ Date: '2021-01-03 00:00:00', Link: 'https://x.example/1', Likes: '5' }] } },
        'Direct Messages': { 'Chat History': chats },
      },
    ],
    [
      'new',
      {
        'Your Activity': {
          Follower: { FansList: [{ Date: '2021-01-01 00:00:00', UserName: 'kim' }] },
          Following: { Following: [{ Date: '2021-01-01 00:00:00', UserName: 'lee' }] },
          'Watch History': { VideoList: [{ Date: '2021-01-01 00:00:00', Link: 'x' }] },
        },
        Comment: {
          Comments: { CommentsList: [{ date: '2021-01-02 00:00:00', comment: 'wow', photo: 'N/A', url: '' }] },
        },
        Post: {
          Posts: {
            VideoList: [{ Date: '2021-01-03 00:00:00', Link: 'https://x.example/1', Likes: '5', WhoCanView: 'Public' }],
          },
        },
        'Direct Message': { 'Direct Messages': chats },
      },
    ],
  ])(
    'reads chats, posts, comments and followers under the %s names, and nothing that was only watched',
    async (_name, value) => {
      expect(readerFor(json(value), 'user_data.json')).toBe('tiktok');
      const { items, warnings } = await readWith(tiktokExport, json(value));
      expect(
        items.map((item) => [item.kind, item.author?.handle ?? item.recipients[0]?.handle ?? null, item.sentAt?.local]),
      ).toEqual([
        ['direct-message', 'anaruiz', '2024-03-12T21:41:07'],
        ['direct-message', 'benode', '2024-03-12T21:42:07'],
        ['post', null, '2021-01-03T00:00:00'],
        ['comment', null, '2021-01-02T00:00:00'],
        ['connection', 'kim', '2021-01-01T00:00:00'],
        ['connection', 'lee', '2021-01-01T00:00:00'],
      ]);
      expect(items[0]?.recipients).toEqual([{ name: null, handle: 'benode' }]);
      expect(items.every((item) => item.sentAt?.instant === null)).toBe(true);
      expect(warnings[0]).toContain('UTC');
    },
  );

  test('reads the text variants of chats, comments and posts', async () => {
    const chat =
      '>>> Chat History with benode::\n2024-03-12 21:41:07 anaruiz: hello\nsecond line\n2024-03-12 21:42:07 benode: hi\n';
    expect(readerFor(chat, 'Direct Messages.txt')).toBe('tiktok');
    expect((await readWith(tiktokExport, chat)).items.map((item) => [item.author?.handle, item.text])).toEqual([
      ['anaruiz', 'hello\nsecond line'],
      ['benode', 'hi'],
    ]);
    const blocks =
      'Chat History with benode:\n\nDate: 2024-03-12 21:41:07\nFrom: anaruiz\nContent: hello\n\nDate: 2024-03-12 21:42:07\nFrom: benode\nContent: hi\n';
    expect(readerFor(blocks, 'chat.txt')).toBe('tiktok');
    expect((await readWith(tiktokExport, blocks)).items).toHaveLength(2);
    const comments = 'Date: 2024-03-12 21:41:07\nComment: wow\n\nDate: 2024-03-12 21:42:07\nComment: no\n';
    expect(readerFor(comments, 'Comments.txt')).toBe('tiktok');
    expect((await readWith(tiktokExport, comments)).items.map((item) => [item.kind, item.text])).toEqual([
      ['comment', 'wow'],
      ['comment', 'no'],
    ]);
  });
});

describe('Google My Activity and YouTube', () => {
  test('reads My Activity as JSON and as a page', async () => {
    const value = [
      {
        header: 'YouTube',
        title: 'Watched A film',
        titleUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
        subtitles: [{ name: 'A channel', url: 'x' }],
        time: '2024-03-12T21:41:07.123Z',
        products: ['YouTube'],
        activityControls: [],
      },
    ];
    expect(readerFor(json(value), 'MyActivity.json')).toBe('google-activity');
    expect((await readWith(googleActivity, json(value))).items[0]).toMatchObject({
      kind: 'event',
      platform: 'youtube',
      text: 'Watched A film\nA channel',
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
    const cell = (words: string) =>
      `<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid"><div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">YouTube<br></p></div><div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">${words}</div><div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1 mdl-typography--text-right"></div><div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption"><b>Products:</b><br>&emsp;YouTube<br></div></div></div>`;
    const page = `<html><head><title>My Activity History</title></head><body><div class="mdl-grid">${cell('Watched <a href="https://www.youtube.com/watch?v=abc">A film</a><br><a href="https://x.example">A channel</a><br>Mar 3, 2026, 6:25:05\u202fAM PDT<br>')}${cell('Searched for <a href="https://x.example">otters</a><br>3 mar 2026, 06:25:05 CET<br>')}</div></body></html>`;
    expect(readerFor(page, 'MyActivity.html')).toBe('google-activity');
    const { items } = await readWith(googleActivity, page);
    expect(items.map((item) => [item.text, item.sentAt?.instant])).toEqual([
      ['Watched A film\nA channel', '2026-03-03T13:25:05Z'],
      ['Searched for otters', '2026-03-03T05:25:05Z'],
    ]);
  });

  test.each([
    ['{"text":"hello"}', 'hello'],
    ['{"text":"a "},{"text":"b"}', 'a b'],
    ['[{"text":"a"},{"text":"b"}]', 'ab'],
    ['{"takeoutSegments":[{"text":"a"},{"text":"b"}]}', 'ab'],
    ['plain {words}', 'plain {words}'],
  ])('reads the words of a comment written as %s', (written, words) => {
    expect(commentWords(written)).toBe(words);
  });

  test('reads comments and subscriptions of YouTube', async () => {
    const csv =
      'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,Top-Level Comment ID\nUgx1,UC1,2024-03-12T21:41:07.123456+00:00,0,,,abcdefghijk,"{""text"":""so good""}",\n';
    expect(readerFor(csv, 'comments.csv')).toBe('google-activity');
    expect((await readWith(googleActivity, csv)).items[0]).toMatchObject({
      kind: 'comment',
      text: 'so good',
      url: 'https://www.youtube.com/watch?v=abcdefghijk',
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
    const subscriptions = 'Channel Id,Channel Url,Channel Title\nUC2,http://www.youtube.com/channel/UC2,Otters\n';
    expect(readerFor(subscriptions, 'subscriptions.csv')).toBe('google-activity');
    expect((await readWith(googleActivity, subscriptions)).items[0]).toMatchObject({
      kind: 'connection',
      recipients: [{ name: 'Otters', handle: 'UC2' }],
    });
  });
});

describe('LinkedIn', () => {
  test('reads messages, connections, invitations and posts', async () => {
    const messages =
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n2-a,,Ana Ruiz,https://www.linkedin.com/in/ana,Ben Ode,https://www.linkedin.com/in/ben,2024-03-12 21:41:07 UTC,,"hello, Ben",INBOX\n';
    expect(readerFor(messages, 'messages.csv')).toBe('linkedin');
    expect((await readWith(linkedinExport, messages)).items[0]).toMatchObject({
      kind: 'direct-message',
      text: 'hello, Ben',
      author: { name: 'Ana Ruiz' },
      recipients: [{ name: 'Ben Ode', handle: 'https://www.linkedin.com/in/ben' }],
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
    const connections =
      'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nBen,Ode,https://www.linkedin.com/in/ben,,Sample School,Coach,12 Mar 2024\n,,,,,,13 Mar 2024\n';
    expect(readerFor(connections, 'Connections.csv')).toBe('linkedin');
    const read = await readWith(linkedinExport, connections);
    expect(read.items[0]).toMatchObject({
      kind: 'connection',
      recipients: [{ name: 'Ben Ode' }],
      sentAt: { local: '2024-03-12' },
    });
    expect(read.unreadable).toHaveLength(1);
    const shares =
      'Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2024-03-12 21:41:07,https://www.linkedin.com/feed/1,"Proud of the team",,,MEMBER_NETWORK\n';
    expect(readerFor(shares, 'Shares.csv')).toBe('linkedin');
    expect((await readWith(linkedinExport, shares)).items[0]).toMatchObject({
      kind: 'post',
      text: 'Proud of the team',
    });
    const comments = 'Date,Link,Message\n2024-03-12 21:41:07,https://www.linkedin.com/feed/1,Well done\n';
    expect(readerFor(comments, 'Comments.csv')).toBe('linkedin');
  });
});

describe('Reddit', () => {
  test('reads posts, comments and messages', async () => {
    const comments =
      'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nk1,https://www.reddit.com/r/a/1,2024-03-12 21:41:07 UTC,192.0.2.1,teachers,0,https://www.reddit.com/r/a/0,,"so tired,\nreally",\nk2,https://www.reddit.com/r/a/2,2024-03-12 21:41:08 UTC,,teachers,0,,,[deleted],\n';
    expect(readerFor(comments, 'comments.csv')).toBe('reddit');
    const { items } = await readWith(redditExport, comments);
    expect(items[0]).toMatchObject({
      kind: 'comment',
      text: 'so tired,\nreally',
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
    expect(items[1]?.deleted).toBe(true);
    const posts =
      'id,permalink,date,ip,subreddit,gildings,title,url,body\np1,https://www.reddit.com/r/a/3,2024-03-12 21:41:07 UTC,,teachers,0,Advice,,body here\n';
    expect((await readWith(redditExport, posts)).items[0]).toMatchObject({
      kind: 'post',
      title: 'Advice',
      text: 'body here',
    });
    const messages =
      'id,permalink,thread_id,date,ip,from,to,subject,body\nm1,https://www.reddit.com/message/1,t1,2024-03-12 21:41:07 UTC,,ana,ben,hey,words\n';
    expect(readerFor(messages, 'messages.csv')).toBe('reddit');
    expect((await readWith(redditExport, messages)).items[0]).toMatchObject({
      author: { handle: 'ana' },
      recipients: [{ handle: 'ben' }],
      title: 'hey',
    });
  });
});

describe('iMazing', () => {
  test('reads messages with edits and attachments; notifications are no items and times float', async () => {
    const csv =
      '\ufeffChat Session,Message Date,Delivered Date,Read Date,Edited Date,Deleted Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Reactions,Attachment,Attachment type\nAna Ruiz,2024-03-12 21:41:07,,,,,iMessage,Incoming,+12035550142,Ana Ruiz,Read,,,"hello, you",❤️ Me,,\nAna Ruiz,2024-03-12 21:42:07,,,2024-03-12 21:43:00,,iMessage,Outgoing,,,Delivered,hello,,hi,,IMG_1.HEIC,Image\nAna Ruiz,2024-03-12 21:44:07,,,,,iMessage,Notification,,,,,,Ana named the conversation,,,\n';
    expect(readerFor(csv, 'Messages - Ana Ruiz.csv')).toBe('imazing');
    const { items } = await readWith(imazingExport, csv);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      kind: 'sms',
      platform: 'imessage',
      author: { name: 'Ana Ruiz', handle: '+12035550142' },
      text: 'hello, you',
      sentAt: { local: '2024-03-12T21:41:07', instant: null },
    });
    expect(items[0]?.facts).toContainEqual({ label: 'Reactions', value: '❤️ Me' });
    expect(items[1]).toMatchObject({
      author: null,
      edited: true,
      attachments: ['IMG_1.HEIC'],
      recipients: [{ name: 'Ana Ruiz' }],
    });
  });
});

describe('Signal', () => {
  test('reads its own plain export: people, chats, messages, reactions, deletions', async () => {
    const lines = [
      { version: '1', backupTimeMs: '1710279700000' },
      { recipient: { id: '1', self: {} } },
      { recipient: { id: '2', contact: { e164: '12035550142', profileGivenName: 'Ana', profileFamilyName: 'Ruiz' } } },
      { chat: { id: '5', recipientId: '2' } },
      {
        chatItem: {
          chatId: '5',
          authorId: '2',
          dateSent: '1710279667123',
          incoming: { dateReceived: '1710279668000' },
          standardMessage: {
            text: { body: 'hello 😀' },
            reactions: [{ emoji: '👍', authorId: '2', sentTimestamp: '1' }],
            attachments: [{ pointer: { contentType: 'image/jpeg', fileName: 'a.jpg' } }],
          },
        },
      },
      { chatItem: { chatId: '5', authorId: '2', dateSent: '1710279669000', incoming: {}, remoteDeletedMessage: {} } },
      {
        chatItem: {
          chatId: '5',
          authorId: '2',
          dateSent: '1710279670000',
          directionless: {},
          updateMessage: { simpleUpdate: {} },
        },
      },
    ];
    const text = lines.map((each) => JSON.stringify(each)).join('\n');
    expect(readerFor(text, 'main.jsonl')).toBe('signal');
    const { items } = await readWith(signalExport, text);
    expect(items.map((item) => item.kind)).toEqual(['connection', 'direct-message', 'direct-message']);
    expect(items[1]).toMatchObject({
      text: 'hello 😀',
      author: { name: 'Ana Ruiz', handle: '+12035550142' },
      attachments: ['a.jpg'],
      sentAt: { instant: '2024-03-12T21:41:07Z' },
      thread: { title: 'Ana Ruiz' },
    });
    expect(items[1]?.facts).toContainEqual({ label: 'Reaction', value: '👍 Ana Ruiz' });
    expect(items[2]?.deleted).toBe(true);
  });

  test('reads the text and the rows of sigtop, lines of signal-export, and envelopes of signal-cli', async () => {
    const text =
      'Conversation: Ana Ruiz (+12035550142)\n\nFrom: Ana Ruiz (+12035550142)\nType: incoming\nSent: Tue, 12 Mar 2024 21:41:07 +0000\nReceived: Tue, 12 Mar 2024 21:41:09 +0000\nAttachment: a.jpg (image/jpeg, 10 bytes)\nReaction: 👍 from You\n\nhello\n\nsecond\n\nFrom: You\nType: outgoing\nSent: Tue, 12 Mar 2024 21:42:07 +0000\n\nhi\n\n';
    expect(readerFor(text, 'Ana Ruiz.txt')).toBe('signal');
    const sigtop = await readWith(signalExport, text);
    expect(sigtop.items.map((item) => [item.author?.name, item.text, item.sentAt?.instant])).toEqual([
      ['Ana Ruiz', 'hello\n\nsecond', '2024-03-12T21:41:07Z'],
      ['You', 'hi', '2024-03-12T21:42:07Z'],
    ]);
    expect(sigtop.items[0]?.attachments).toEqual(['a.jpg']);
    const rows = JSON.stringify([
      {
        id: 'x',
        conversationId: 'c',
        type: 'incoming',
        body: 'row',
        sent_at: 1_710_279_667_000,
        source: '+12035550142',
        attachments: [],
        reactions: [],
      },
      { id: 'y', conversationId: 'c', type: 'keychange', sent_at: 1 },
    ]);
    expect(readerFor(rows, 'messages.json')).toBe('signal');
    expect((await readWith(signalExport, rows)).items.map((item) => item.text)).toEqual(['row']);
    const exported = `${JSON.stringify({ date: '2024-03-12 21:41:07', sender: 'Ana', body: 'line', quote: '', sticker: '', reactions: [['Me', '👍']], attachments: [] })}\n`;
    expect(readerFor(exported.repeat(2), 'data.json')).toBe('signal');
    expect((await readWith(signalExport, exported)).items[0]).toMatchObject({
      text: 'line',
      author: { name: 'Ana' },
      sentAt: { local: '2024-03-12T21:41:07' },
    });
    const cli = `${JSON.stringify({ envelope: { source: '+12035550142', sourceNumber: '+12035550142', sourceName: 'Ana', timestamp: 1_710_279_667_000, dataMessage: { timestamp: 1_710_279_667_000, message: 'cli', expiresInSeconds: 0 } } })}\n`;
    expect((await readWith(signalExport, cli)).items[0]).toMatchObject({ text: 'cli', author: { name: 'Ana' } });
  });

  test('goes on after a damaged line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ maxLength: 40 })
          .filter((noise) => !noise.includes('\n') && noise.trim() !== '' && !/^\s*[{[]/.test(noise)),
        async (noise) => {
          const line = JSON.stringify({
            chatItem: {
              chatId: '5',
              authorId: '2',
              dateSent: '1710279667123',
              incoming: {},
              standardMessage: { text: { body: 'a' } },
            },
          });
          const { items, unreadable } = await readWith(signalExport, `${line}\n${noise}\n${line}\n`);
          expect([items.length, unreadable.length]).toEqual([2, 1]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
