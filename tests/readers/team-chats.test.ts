import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { googleChat } from '../../src/engine/intake/readers/google-chat.ts';
import { groupMe } from '../../src/engine/intake/readers/groupme-export.ts';
import { slackWords } from '../../src/engine/intake/readers/shared/team/slack.ts';
import { slackExport } from '../../src/engine/intake/readers/slack-export.ts';
import { teamsExport } from '../../src/engine/intake/readers/teams-export.ts';
import { readerFor, readWith } from './made/collect.ts';

const json = (value: unknown): string => JSON.stringify(value);

describe('Slack', () => {
  const message = (more: object) => ({
    client_msg_id: 'c',
    type: 'message',
    user: 'U1',
    text: 'hello',
    ts: '1710279667.000100',
    team: 'T1',
    user_profile: { real_name: 'Ana Ruiz', display_name: 'ana' },
    ...more,
  });
  const read = (value: unknown, name = '2024-03-12.json') => readWith(slackExport, json(value), name);

  test('reads a day of a channel; the mark of a message is its time and stays as letters', async () => {
    const day = [
      message({}),
      message({
        ts: '1710279668.000200',
        thread_ts: '1710279667.000100',
        text: 'answer',
        edited: { user: 'U1', ts: '1710279700.000000' },
        reactions: [{ name: '+1', users: ['U2', 'U3'], count: 2 }],
        files: [{ id: 'F1', name: 'photo.jpg', url_private: 'https://files.slack.com/x?t=xoxe-1' }],
      }),
    ];
    expect(readerFor(json(day), '2024-03-12.json')).toBe('slack');
    const { items } = await read(day);
    expect(items[0]).toMatchObject({
      kind: 'chat-line',
      author: { name: 'Ana Ruiz', handle: 'U1' },
      sentAt: { instant: '2024-03-12T21:41:07Z', asWritten: '1710279667.000100' },
      edited: false,
    });
    expect(items[1]).toMatchObject({ kind: 'reply', edited: true, attachments: ['photo.jpg'] });
    expect(items[1]?.facts).toContainEqual({ label: 'Reaction', value: ':+1: U2, U3' });
    expect(json(items)).not.toContain('xoxe');
  });

  test('counts no lines of the system, keeps what was deleted and earlier words', async () => {
    const { items } = await read([
      message({ subtype: 'channel_join', text: '<@U1> has joined the channel' }),
      message({ subtype: 'bot_message', bot_id: 'B1', username: 'Reminder', user: undefined, text: 'standup' }),
      message({ subtype: 'tombstone', text: 'This message was deleted.' }),
      message({
        subtype: 'message_changed',
        message: { type: 'message', user: 'U1', text: 'new', ts: '1710279667.000100' },
        original: { text: 'old' },
      }),
    ]);
    expect(items.map((item) => [item.text, item.deleted, item.edited])).toEqual([
      ['standup', false, false],
      ['This message was deleted.', true, false],
      ['new', false, true],
    ]);
    expect(items[2]?.facts).toContainEqual({ label: 'Earlier words', value: 'old' });
  });

  test.each([
    ['see <https://example.org|the page> &amp; <#C1|general>', 'see the page (https://example.org) & #general'],
    ['<!here> <@U1> <https://example.org>', '@here @U1 https://example.org'],
    ['1 &lt; 2', '1 < 2'],
  ])('reads "%s" as a person does', (written, words) => {
    expect(slackWords(written)).toBe(words);
  });

  test('reads the members of a workspace', async () => {
    const users = [
      {
        id: 'U1',
        team_id: 'T1',
        name: 'ana',
        deleted: true,
        profile: { real_name: 'Ana Ruiz', email: 'a@example.org', title: 'Coach' },
      },
    ];
    expect(readerFor(json(users), 'users.json')).toBe('slack');
    expect((await read(users, 'users.json')).items[0]).toMatchObject({
      kind: 'profile',
      author: { name: 'Ana Ruiz', handle: 'U1' },
    });
  });
});

describe('Teams and Skype', () => {
  const exported = (list: unknown[]) => ({
    userId: '8:orgid:7',
    exportDate: '2024-03-13T00:00',
    conversations: [
      {
        id: '19:7_8@unq.gbl.spaces',
        displayName: 'Ben Ode',
        version: 1,
        properties: {},
        threadProperties: null,
        MessageList: list,
      },
    ],
  });
  const message = (more: object) => ({
    id: '1710279667000',
    displayName: 'Ana Ruiz',
    originalarrivaltime: '2024-03-12T21:41:07.123Z',
    messagetype: 'RichText/Html',
    version: 1,
    content: '<p>hello <b>Ben</b> &amp; all</p>',
    conversationid: '19:7_8@unq.gbl.spaces',
    from: '8:orgid:7',
    properties: null,
    ...more,
  });

  test('reads messages of markup as words, edits, deletions, quotes and reactions', async () => {
    const value = exported([
      message({}),
      message({
        content: '<quote author="ben" timestamp="1"><legacyquote>x</legacyquote>old</quote>new',
        properties: { edittime: '1710279700000', emotions: '[{"key":"like","users":[{"mri":"8:orgid:9"}]}]' },
      }),
      message({ content: '', properties: { deletetime: '1710279700000' } }),
      message({ messagetype: 'ThreadActivity/AddMember', content: '<addmember/>' }),
      message({ messagetype: 'Event/Call', content: '<partlist/>' }),
    ]);
    expect(readerFor(json(value), 'messages.json')).toBe('teams');
    const { items } = await readWith(teamsExport, json(value), 'messages.json');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      kind: 'direct-message',
      text: 'hello Ben & all',
      author: { name: 'Ana Ruiz', handle: 'orgid:7' },
      sentAt: { instant: '2024-03-12T21:41:07Z' },
      platform: 'teams',
    });
    expect(items[1]?.text).toContain('> ');
    expect(items[1]?.text.endsWith('new')).toBe(true);
    expect(items[1]).toMatchObject({ edited: true });
    expect(items[1]?.facts).toContainEqual({ label: 'Reaction', value: 'like 8:orgid:9' });
    expect(items[2]?.deleted).toBe(true);
  });
});

describe('Google Chat and Hangouts', () => {
  test.each(['Thursday, November 3, 2016 at 11:59:50 AM UTC', 'Thursday, November 3, 2016 at 11:59:50\u202fAM UTC'])(
    'reads the date "%s"',
    async (created_date) => {
      const value = {
        messages: [
          {
            creator: { name: 'Ana Ruiz', email: 'ana@example.org', user_type: 'Human' },
            created_date,
            text: 'hello',
            topic_id: 't1',
            message_id: 'm1',
          },
        ],
      };
      expect(readerFor(json(value), 'messages.json')).toBe('google-chat');
      const { items } = await readWith(googleChat, json(value));
      expect(items[0]).toMatchObject({
        author: { name: 'Ana Ruiz', handle: 'ana@example.org' },
        text: 'hello',
        thread: { id: 't1' },
        sentAt: { instant: '2016-11-03T11:59:50Z' },
      });
    },
  );

  test('keeps deleted messages, edits, quotes, reactions and files by their name on disk', async () => {
    const creator = { name: 'Ana', email: 'ana@example.org', user_type: 'Human' };
    const { items } = await readWith(
      googleChat,
      json({
        messages: [
          {
            creator,
            created_date: 'Thursday, November 3, 2016 at 11:59:50 AM UTC',
            topic_id: 't',
            message_state: 'DELETED',
            deletion_metadata: { deletion_type: 'CREATOR' },
            message_id: '1',
          },
          {
            creator,
            created_date: 'Thursday, November 3, 2016 at 11:59:50 AM UTC',
            updated_date: 'Thursday, November 3, 2016 at 12:59:50 PM UTC',
            text: 'a',
            topic_id: 't',
            message_id: '2',
            attached_files: [{ original_name: 'a?account_id=1.jpg', export_name: 'File-a_account_id=1.jpg' }],
            reactions: [{ emoji: { unicode: '👍' }, reactor_emails: ['ben@example.org'] }],
            quoted_message_metadata: { creator, text: 'before' },
          },
        ],
      }),
    );
    expect(items[0]).toMatchObject({ deleted: true, text: '' });
    expect(items[1]).toMatchObject({ edited: true, attachments: ['File-a_account_id=1.jpg'] });
    expect(items[1]?.facts.map((each) => each.value)).toEqual([
      '👍 ben@example.org',
      'Thursday, November 3, 2016 at 12:59:50 PM UTC',
      'before',
      'Ana',
      '2',
    ]);
  });

  test('reads Hangouts, whose times are millionths of seconds', async () => {
    const value = {
      conversations: [
        {
          conversation: {
            conversation_id: { id: 'c' },
            conversation: {
              id: { id: 'c' },
              type: 'STICKY_ONE_TO_ONE',
              participant_data: [{ id: { gaia_id: '1' }, fallback_name: 'Ana Ruiz' }],
            },
          },
          events: [
            {
              sender_id: { gaia_id: '1' },
              timestamp: '1478174390123456',
              chat_message: {
                message_content: {
                  segment: [
                    { type: 'TEXT', text: 'a' },
                    { type: 'LINE_BREAK', text: '\n' },
                    { type: 'LINK', text: 'b' },
                  ],
                },
              },
              event_type: 'REGULAR_CHAT_MESSAGE',
            },
            { sender_id: { gaia_id: '1' }, timestamp: '1478174391000000', event_type: 'HANGOUT_EVENT' },
          ],
        },
      ],
    };
    const { items } = await readWith(googleChat, json(value));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      text: 'a\nb',
      author: { name: 'Ana Ruiz', handle: '1' },
      sentAt: { instant: '2016-11-03T11:59:50Z' },
    });
  });
});

describe('GroupMe', () => {
  const message = (more: object) => ({
    attachments: [],
    avatar_url: null,
    created_at: 1_710_279_667,
    favorited_by: [],
    group_id: '55',
    id: '1',
    name: 'Ana Ruiz',
    sender_id: '7',
    sender_type: 'user',
    source_guid: 'g',
    system: false,
    text: 'hello',
    user_id: '7',
    platform: 'gm',
    ...more,
  });

  test('gives back every message, oldest first, without the lines of the system', async () => {
    const drawn = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(drawn, async (texts) => {
        const list = [
          ...texts.map((text, at) => message({ text, created_at: 1_710_279_667 - at })),
          message({ system: true, sender_type: 'system', name: 'GroupMe', text: 'Ana created the group' }),
        ];
        const { items } = await readWith(groupMe, json(list));
        expect(items.map((item) => item.text)).toEqual([...texts].reverse());
      }),
      { numRuns: 50 },
    );
  });

  test('keeps likes, pictures, answers and direct conversations', async () => {
    const list = [
      message({
        favorited_by: ['8', '9'],
        attachments: [
          { type: 'image', url: 'https://i.groupme.com/1x1.jpeg.abc' },
          { type: 'reply', reply_id: '3' },
        ],
      }),
      message({ group_id: undefined, chat_id: '7+8' }),
    ];
    expect(readerFor(json(list), 'message.json')).toBe('groupme');
    const { items } = await readWith(groupMe, json(list));
    expect(items[0]).toMatchObject({ kind: 'direct-message', thread: { id: '7+8' } });
    expect(items[1]).toMatchObject({ kind: 'group-message', attachments: ['1x1.jpeg.abc'] });
    expect(items[1]?.facts).toContainEqual({ label: 'Reaction', value: 'like 8, 9' });
    expect(items[1]?.facts).toContainEqual({ label: 'Answer to message', value: '3' });
  });
});
