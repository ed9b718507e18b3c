import { describe, expect, test } from 'vitest';
import { googleActivity } from '../../src/engine/intake/readers/google-activity.ts';
import { commentWords } from '../../src/engine/intake/readers/shared/accounts/youtube.ts';
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
