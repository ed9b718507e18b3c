import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metaExport } from '../../src/engine/intake/readers/meta-export.ts';
import { withoutMojibake } from '../../src/engine/intake/readers/shared/json/mojibake.ts';
import { readerFor, readWith } from './made/collect.ts';
import { asMetaWrites, plainJson } from './made/exports.ts';

const read = (value: unknown, name = 'message_1.json') =>
  readWith(metaExport, typeof value === 'string' ? value : plainJson(value), name);

const thread = (messages: unknown[], more: object = {}) => ({
  participants: [{ name: 'Ana Ruiz' }, { name: asMetaWrites('José Peña') }],
  messages,
  title: 'Ana Ruiz',
  is_still_participant: true,
  thread_path: 'inbox/anaruiz_123',
  magic_words: [],
  ...more,
});

describe('Messenger and Instagram conversations', () => {
  test('gives back every message of a conversation, oldest first, whatever stands in it', async () => {
    const drawn = fc.array(
      fc.record({
        who: fc.constantFrom('Ana Ruiz', 'José Peña'),
        at: fc.integer({ min: 1_500_000_000_000, max: 1_800_000_000_000 }),
        text: fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => withoutMojibake(text) === text),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (messages) => {
        const sorted = [...messages].sort((a, b) => b.at - a.at);
        const { items, unreadable } = await read(
          thread(
            sorted.map((each) => ({
              sender_name: asMetaWrites(each.who),
              timestamp_ms: each.at,
              content: asMetaWrites(each.text),
              is_geoblocked_for_viewer: false,
            })),
          ),
        );
        expect(unreadable).toEqual([]);
        const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
        const expected = sorted[0]?.at === sorted.at(-1)?.at ? sorted : [...sorted].reverse();
        expect(items.map((item) => [item.author?.name, item.text, item.sentAt?.instant])).toEqual(
          expected.map((each) => [each.who, each.text, instant(each.at)]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('mends wrong letters string by string, only where that is provable, and says so', async () => {
    const { items } = await read(
      thread([
        { sender_name: 'Ana Ruiz', timestamp_ms: 1_710_279_667_000, content: asMetaWrites('mañana 😂') },
        { sender_name: 'Ana Ruiz', timestamp_ms: 1_710_279_666_000, content: 'mañana 😂' },
        { sender_name: 'Ana Ruiz', timestamp_ms: 1_710_279_665_000, content: 'déjà vu' },
      ]),
    );
    expect(items.map((item) => item.text)).toEqual(['déjà vu', 'mañana 😂', 'mañana 😂']);
    expect(items.map((item) => item.facts.some((each) => each.label === 'Letters'))).toEqual([false, false, true]);
    expect(items[0]?.recipients).toEqual([{ name: 'José Peña', handle: null }]);
  });

  test('keeps reactions as facts, pictures as attachments, shares with their address, and what was unsent as deleted', async () => {
    const { items } = await read(
      thread([
        {
          sender_name: 'Ana Ruiz',
          timestamp_ms: 1_710_279_667_000,
          photos: [
            {
              uri: 'your_facebook_activity/messages/inbox/anaruiz_123/photos/1.jpg',
              creation_timestamp: 1_710_279_600,
            },
          ],
          reactions: [{ reaction: asMetaWrites('😆'), actor: asMetaWrites('José Peña') }],
        },
        {
          sender_name: 'Ana Ruiz',
          timestamp_ms: 1_710_279_666_000,
          share: { link: 'https://example.org/a', share_text: 'look' },
        },
        { sender_name: 'Ana Ruiz', timestamp_ms: 1_710_279_665_000, is_unsent: true },
        {
          sender_name: 'Ana Ruiz',
          timestamp_ms: 1_710_279_664_000,
          content: 'You missed a call.',
          call_duration: 0,
          missed: true,
        },
      ]),
    );
    expect(items).toHaveLength(4);
    expect(items[3]).toMatchObject({
      platform: 'messenger',
      attachments: ['your_facebook_activity/messages/inbox/anaruiz_123/photos/1.jpg'],
      facts: [{ label: 'Reaction', value: '😆 José Peña' }],
    });
    expect(items[2]).toMatchObject({ url: 'https://example.org/a', text: '> look' });
    expect(items[1]?.deleted).toBe(true);
    expect(items[0]?.facts).toContainEqual({ label: 'Call', value: 'missed' });
  });

  test('does not count lines of the system and lines about reactions', async () => {
    const { items } = await read(
      thread([
        { sender_name: 'Ana Ruiz', timestamp_ms: 3000, content: asMetaWrites('Reacted ❤ to your message ') },
        { sender_name: 'Ana Ruiz', timestamp_ms: 2000, content: 'hello' },
        { sender_name: 'Ana Ruiz', timestamp_ms: 1000, content: 'Ana added José.', type: 'Subscribe', users: [] },
      ]),
    );
    expect(items.map((item) => item.text)).toEqual(['hello']);
    expect(items[0]?.facts.map((each) => each.label)).toEqual(['Notice of the app', 'Notice of the app afterwards']);
  });

  test('reads the encrypted shape with its other names', async () => {
    const { items } = await read(
      {
        participants: ['Ana Ruiz', 'Coach Ray'],
        threadName: 'Ana Ruiz_1',
        messages: [
          {
            isUnsent: false,
            media: [{ uri: './media/a.jpeg' }],
            reactions: [{ actor: 'Coach Ray', reaction: '👍' }],
            senderName: 'Ana Ruiz',
            text: 'hi ñ',
            timestamp: 1_710_279_667_000,
            type: 'media',
          },
        ],
      },
      'Ana Ruiz_1.json',
    );
    expect(items[0]).toMatchObject({
      author: { name: 'Ana Ruiz' },
      text: 'hi ñ',
      deleted: false,
      attachments: ['./media/a.jpeg'],
      sentAt: { instant: '2024-03-12T21:41:07Z' },
      recipients: [{ name: 'Coach Ray', handle: null }],
    });
  });

  test('reads a file that breaks off up to its last whole message and names the broken one', async () => {
    const whole = plainJson(
      thread(
        Array.from({ length: 10 }, (_, at) => ({
          sender_name: 'Ana Ruiz',
          timestamp_ms: 1_710_000_000_000 - at,
          content: `m${at}`,
        })),
      ),
    );
    const cut = whole.slice(0, whole.indexOf('"m7"') - 4);
    const { items, warnings, unreadable } = await read(cut);
    expect(items).toHaveLength(7);
    expect(warnings[0]).toContain('breaks off');
    expect(unreadable).toHaveLength(1);
  });

  test('counts a record that is no message as unreadable and goes on', async () => {
    const { items, unreadable } = await read(
      thread([
        { sender_name: 'Ana Ruiz', timestamp_ms: 2, content: 'a' },
        'x',
        null,
        { sender_name: 'Ana Ruiz', timestamp_ms: 1, content: 'b' },
      ]),
    );
    expect(items).toHaveLength(2);
    expect(unreadable.map((each) => each.where)).toEqual(['message 3', 'message 2']);
  });

  test('is recognised by its shape under any name and takes no other JSON', () => {
    expect(readerFor(plainJson(thread([])), 'x.json')).toBe('meta-export');
    expect(readerFor('{"participants": 3, "messages": 4}', 'message_1.json')).not.toBe('meta-export');
    expect(readerFor('{"log": {"entries": []}}', 'a.json')).not.toBe('meta-export');
  });
});

describe('Facebook posts, comments and friends', () => {
  test('reads posts with their pictures and addresses', async () => {
    const { items } = await read(
      [
        {
          timestamp: 1_710_279_667,
          attachments: [
            {
              data: [
                { media: { uri: 'posts/media/1.jpg', description: asMetaWrites('¡Qué día!'), creation_timestamp: 1 } },
              ],
            },
          ],
          data: [{ post: asMetaWrites('Día de campo') }],
          title: 'Ana Ruiz added a new photo.',
        },
        {
          timestamp: 1_710_279_600,
          attachments: [{ data: [{ external_context: { url: 'https://example.org/' } }] }],
          data: [{ update_timestamp: 1_710_279_601 }],
        },
      ],
      'your_posts_1.json',
    );
    expect(items[0]).toMatchObject({
      kind: 'post',
      platform: 'facebook',
      text: 'Día de campo\n¡Qué día!',
      author: null,
      attachments: ['posts/media/1.jpg'],
    });
    expect(items[1]).toMatchObject({ url: 'https://example.org/', text: '' });
  });

  test('reads comments with author and group, and friends as connections', async () => {
    const comments = await read({
      comments_v2: [
        {
          timestamp: 1_710_279_667,
          title: 'Ana Ruiz commented on a post.',
          data: [{ comment: { timestamp: 1_710_279_667, comment: 'no way', author: 'Ana Ruiz', group: 'Parents' } }],
        },
      ],
    });
    expect(comments.items[0]).toMatchObject({
      kind: 'comment',
      text: 'no way',
      author: { name: 'Ana Ruiz' },
      audience: 'group',
    });
    const friends = await read({
      friends_v2: [
        { name: 'Ben Ode', timestamp: 1_600_000_000 },
        { name: asMetaWrites('Zoë'), timestamp: 1 },
      ],
    });
    expect(friends.items.map((item) => [item.kind, item.recipients[0]?.name])).toEqual([
      ['connection', 'Ben Ode'],
      ['connection', 'Zoë'],
    ]);
    const requests = await read({ received_requests_v2: [{ name: 'Kim', timestamp: 5 }] });
    expect(requests.items[0]).toMatchObject({ author: { name: 'Kim' }, recipients: [] });
  });

  test('reads entries with labels, the shape of 2024', async () => {
    const { items } = await read([
      {
        timestamp: 1_710_279_667,
        media: [],
        label_values: [
          { label: 'Text', value: 'Long day' },
          { label: 'URL', value: 'https://example.org/p' },
        ],
        fbid: '1',
      },
    ]);
    expect(items[0]).toMatchObject({ text: 'Long day', url: 'https://example.org/p' });
  });

  test('reads the profile', async () => {
    const { items } = await read({
      profile_v2: {
        name: { full_name: 'Ana Ruiz' },
        intro_bio: { name: 'Opinions mine' },
        profile_uri: 'https://facebook.com/ana',
      },
    });
    expect(items[0]).toMatchObject({ kind: 'profile', text: 'Ana Ruiz\nOpinions mine' });
  });
});

describe('Instagram', () => {
  const mapped = (label: string) => [
    {
      media_list_data: [{ uri: '' }],
      string_map_data: {
        [label]: { value: asMetaWrites('qué risa') },
        'Media Owner': { value: 'ben.ode' },
        Time: { timestamp: 1_710_279_667 },
      },
    },
  ];
  test.each(['Comment', 'Kommentar', asMetaWrites('コメント')])('reads comments whose label is "%s"', async (label) => {
    const { items } = await read(mapped(label), 'post_comments_1.json');
    expect(items[0]).toMatchObject({
      kind: 'comment',
      platform: 'instagram',
      text: 'qué risa',
      recipients: [{ name: null, handle: 'ben.ode' }],
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
  });

  test('reads followers and followed accounts as connections in their direction', async () => {
    const entry = (value: string) => ({
      title: '',
      media_list_data: [],
      string_list_data: [{ href: `https://www.instagram.com/${value}`, value, timestamp: 1_710_279_667 }],
    });
    const followers = await read([entry('ana')], 'followers_1.json');
    expect(followers.items[0]).toMatchObject({ kind: 'connection', author: { handle: 'ana' }, recipients: [] });
    const following = await read({ relationships_following: [entry('ben')] }, 'following.json');
    expect(following.items[0]).toMatchObject({
      author: null,
      recipients: [{ handle: 'ben' }],
      text: 'This account follows ben',
    });
    // Since 2025 the name stands in the title.
    const newer = await read({
      relationships_following: [
        { title: 'cy', string_list_data: [{ href: 'https://www.instagram.com/_u/cy', timestamp: 1 }] },
      ],
    });
    expect(newer.items[0]?.recipients).toEqual([{ name: null, handle: 'cy' }]);
  });

  test('reads posts, stories and old comments', async () => {
    const posts = await read(
      [
        {
          media: [
            { uri: 'media/posts/1.jpg', creation_timestamp: 1_710_279_667, title: asMetaWrites('niño') },
            { uri: 'media/posts/2.jpg', creation_timestamp: 1_710_279_667, title: '' },
          ],
        },
      ],
      'posts_1.json',
    );
    expect(posts.items[0]).toMatchObject({
      kind: 'post',
      text: 'niño',
      attachments: ['media/posts/1.jpg', 'media/posts/2.jpg'],
    });
    const stories = await read(
      { ig_stories: [{ uri: 'media/stories/1.jpg', creation_timestamp: 1_710_279_667, title: 'late' }] },
      'stories.json',
    );
    expect(stories.items[0]).toMatchObject({ kind: 'story', text: 'late' });
    const old = await read({ media_comments: [['2019-03-12T21:41:07+00:00', 'so true', 'ben.ode']] }, 'comments.json');
    expect(old.items[0]).toMatchObject({ text: 'so true', sentAt: { instant: '2019-03-12T21:41:07Z' } });
  });
});

describe('wrong letters', () => {
  test('what was written as bytes comes back, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(withoutMojibake(asMetaWrites(text))).toBe(text);
      }),
    );
  });
});
