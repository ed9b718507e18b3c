import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';
import { zipOf } from '../keeping/keeping-desk.ts';

const desk = new Desk();
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const slackDay = json([
  { type: 'message', user: 'U0ROSA111', text: 'Ask <@U0THEO222> about the list', ts: '1773150000.000100' },
  {
    type: 'message',
    user: 'U0THEO222',
    text: 'Here it is',
    ts: '1773150060.000200',
    reactions: [{ name: 'eyes', users: ['U0ROSA111'], count: 1 }],
  },
  { type: 'message', user: 'U0GONE333', text: 'Thanks', ts: '1773150120.000300' },
]);
const slackDm = json([{ type: 'message', user: 'U0ROSA111', text: 'Only between us', ts: '1773150000.000100' }]);
const slackUsers = json([
  { id: 'U0ROSA111', team_id: 'T1', name: 'rvale', profile: { real_name: 'Rosa Vale' } },
  { id: 'U0THEO222', team_id: 'T1', name: 'tlund', profile: { real_name: 'Theo Lund' } },
]);
const tweets = 'window.YTD.tweets.part0 = ';
const tweet = {
  tweet: { id_str: '1', created_at: 'Tue Mar 10 14:42:00 +0000 2026', full_text: 'Grading all night' },
};
const dm = {
  dmConversation: {
    conversationId: '111-222',
    messages: [
      {
        messageCreate: {
          id: '9',
          senderId: '111',
          recipientId: '222',
          text: 'Hello',
          createdAt: '2026-03-10T14:42:00.000Z',
        },
      },
      {
        messageCreate: {
          id: '10',
          senderId: '222',
          recipientId: '111',
          text: 'Hi',
          createdAt: '2026-03-10T14:43:00.000Z',
        },
      },
    ],
  },
};

beforeAll(async () => {
  await desk.newCase();
  desk.write(
    'workspace.zip',
    zipOf({
      'users.json': slackUsers,
      'channels.json': json([{ id: 'C1', name: 'science', members: ['U0ROSA111', 'U0THEO222'] }]),
      'dms.json': json([{ id: 'D7', members: ['U0ROSA111', 'U0THEO222'] }]),
      'science/2026-03-10.json': slackDay,
      'D7/2026-03-10.json': slackDm,
    }),
  );
  desk.write(
    'twitter/data/account.js',
    `window.YTD.account.part0 = ${JSON.stringify([{ account: { accountId: '111', username: 'rvale', accountDisplayName: 'Rosa V.', email: 'r@vale.example', createdAt: '2015-01-01T00:00:00.000Z' } }])}`,
  );
  desk.write('twitter/data/tweets.js', `${tweets}${JSON.stringify([tweet])}`);
  desk.write('twitter/data/direct-messages.js', `window.YTD.direct_messages.part0 = ${JSON.stringify([dm])}`);
  desk.write('alone/tweets.js', `${tweets}${JSON.stringify([tweet, tweet])}`);
  desk.write(
    'package.zip',
    zipOf({
      'Account/user.json': json({ id: '80351110224678912', username: 'rvale', global_name: 'Rosa', discriminator: 0 }),
      'Messages/index.json': json({ '41771983423143937': 'Direct Message with theo.lund#0' }),
      'Messages/c41771983423143937/channel.json': json({
        id: '41771983423143937',
        type: 'DM',
        recipients: ['80351110224678912', '90351110224678912'],
      }),
      'Messages/c41771983423143937/messages.json': json([
        { ID: 1481000000000000000, Timestamp: '2026-03-10 14:42:00', Contents: 'See you there', Attachments: '' },
      ]),
    }),
  );
  desk.write(
    'Takeout/Google Chat/Groups/DM abc/group_info.json',
    json({
      members: [
        { name: 'Rosa Vale', email: 'r@vale.example' },
        { name: 'Theo Lund', email: 't@lund.example' },
      ],
    }),
  );
  desk.write(
    'Takeout/Google Chat/Groups/DM abc/messages.json',
    json({
      messages: [
        {
          creator: { name: 'Rosa Vale', email: 'r@vale.example' },
          created_date: 'Tuesday, March 10, 2026 at 2:42:00 PM UTC',
          text: 'Can you cover',
          topic_id: 'x',
          message_id: 'abc/x/x',
        },
      ],
    }),
  );
  desk.write(
    'instagram/personal_information/personal_information/personal_information.json',
    json({
      profile_user: [{ title: '', string_map_data: { Username: { value: 'rosa.v' }, Name: { value: 'Rosa Vale' } } }],
    }),
  );
  desk.write(
    'instagram/your_instagram_activity/comments/post_comments_1.json',
    json([
      {
        string_map_data: {
          Comment: { value: 'Nice shot' },
          'Media Owner': { value: 'theo' },
          Time: { timestamp: 1773150000 },
        },
      },
    ]),
  );
  desk.write('snap/json/account.json', json({ 'Basic Information': { Username: 'rvale', Name: 'Rosa Vale' } }));
  desk.write(
    'snap/json/chat_history.json',
    json({
      'theo.l': [
        {
          From: 'rvale',
          'Media Type': 'TEXT',
          Created: '2026-03-10 14:42:00 UTC',
          Content: 'On my way',
          'Conversation Title': null,
          IsSender: true,
        },
      ],
    }),
  );
  await desk.import('workspace.zip', 'twitter', 'alone', 'package.zip', 'Takeout', 'instagram', 'snap');
}, 90_000);
afterAll(() => desk.end());

async function itemsOf(path: string) {
  const files = await desk.ask('evidence.list', {});
  const file = files.find((one) => one.path.endsWith(path));
  const { rows } = await desk.ask('item.page', { filter: { evidenceId: file?.id ?? '' }, sort: 'source' });
  const views = await Promise.all(rows.map(({ id }) => desk.ask('item.view', { id })));
  return views.map(({ item }) => item);
}

describe('names that lie in another file of an export are joined where the whole export is handed in', () => {
  test('a Slack workspace names its members, also within words, and its conversations', async () => {
    const items = await itemsOf('science/2026-03-10.json');
    expect(items.map(({ author }) => author)).toEqual([
      { name: 'Rosa Vale', handle: 'U0ROSA111' },
      { name: 'Theo Lund', handle: 'U0THEO222' },
      { name: null, handle: 'U0GONE333' },
    ]);
    expect(items[0]?.text).toBe('Ask @Theo Lund about the list');
    expect(items[1]?.facts).toContainEqual({ label: 'Reaction', value: ':eyes: Rosa Vale' });
    expect(items[0]).toMatchObject({ thread: { id: 'C1', title: '#science' }, kind: 'chat-line' });
    expect(items[0]?.facts).toContainEqual({ label: 'Names taken from', value: 'users.json, channels.json' });
    const [direct] = await itemsOf('D7/2026-03-10.json');
    expect(direct).toMatchObject({
      kind: 'direct-message',
      thread: { id: 'D7', title: 'Rosa Vale, Theo Lund' },
      recipients: [{ name: 'Theo Lund', handle: 'U0THEO222' }],
      audience: 'individual',
    });
  });

  test('an X archive says whose posts they are, and who of a conversation is the owner', async () => {
    const owner = { name: 'Rosa V.', handle: 'rvale' };
    expect((await itemsOf('data/tweets.js')).map(({ author }) => author)).toEqual([owner]);
    const messages = await itemsOf('data/direct-messages.js');
    expect(messages.map(({ author, recipients }) => [author, recipients])).toEqual([
      [owner, [{ name: null, handle: '222' }]],
      [{ name: null, handle: '222' }, [owner]],
    ]);
  });

  test('a part that was handed in alone keeps its marks', async () => {
    expect((await itemsOf('alone/tweets.js')).map(({ author }) => author)).toEqual([null, null]);
  });

  test('Discord’s package names its owner and the other one of a conversation', async () => {
    expect(await itemsOf('c41771983423143937/messages.json')).toMatchObject([
      {
        kind: 'direct-message',
        author: { name: 'Rosa', handle: 'rvale' },
        recipients: [{ name: 'theo.lund', handle: '90351110224678912' }],
        thread: { title: 'Direct Message with theo.lund#0' },
      },
    ]);
  });

  test('Google Chat, Instagram and Snapchat name those whom their other files name', async () => {
    expect(await itemsOf('DM abc/messages.json')).toMatchObject([
      { kind: 'direct-message', recipients: [{ name: 'Theo Lund' }], thread: { title: 'Rosa Vale, Theo Lund' } },
    ]);
    expect(await itemsOf('comments/post_comments_1.json')).toMatchObject([
      { author: { name: 'Rosa Vale', handle: 'rosa.v' }, text: 'Nice shot' },
    ]);
    expect(await itemsOf('json/chat_history.json')).toMatchObject([{ author: { name: 'Rosa Vale', handle: 'rvale' } }]);
  });
});
