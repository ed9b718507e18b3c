import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xArchive } from '../../src/engine/intake/readers/x-archive.ts';
import { readerFor, readWith } from './made/collect.ts';

const file = (name: string, value: unknown): string => `window.YTD.${name}.part0 = ${JSON.stringify(value, null, 2)}`;
const read = (content: string, name = 'tweets.js') => readWith(xArchive, content, name);
const tweet = (more: object) => ({
  tweet: {
    edit_info: {
      initial: {
        editTweetIds: ['1766'],
        editableUntil: '2024-03-12T22:41:07.000Z',
        editsRemaining: '5',
        isEditEligible: true,
      },
    },
    source: '<a href="https://mobile.x.com" rel="nofollow">X for iPhone</a>',
    entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
    display_text_range: ['0', '20'],
    id_str: '1767646021000000001',
    id: '1767646021000000001',
    created_at: 'Tue Mar 12 21:41:07 +0000 2024',
    full_text: 'hello',
    lang: 'en',
    ...more,
  },
});

describe('X archive', () => {
  test('gives back every post, its words, time and number', async () => {
    const drawn = fc.array(
      fc.record({
        text: fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('&')),
        id: fc.bigInt({ min: 1n, max: 2n ** 63n }),
      }),
      { minLength: 1, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (posts) => {
        const { items } = await read(
          file(
            'tweets',
            posts.map((each) => tweet({ full_text: each.text, id_str: String(each.id) })),
          ),
        );
        expect(
          items.map((item) => [item.text, item.facts.find((each) => each.label === 'Post number')?.value]),
        ).toEqual(posts.map((each) => [each.text, String(each.id)]));
        expect(items.every((item) => item.sentAt?.instant === '2024-03-12T21:41:07Z' && item.author === null)).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('takes the name before the value off without running anything', async () => {
    const evil =
      'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","created_at":"Tue Mar 12 21:41:07 +0000 2024","full_text":"a"}}];globalThis.hacked = 1;';
    expect(readerFor(evil, 'tweets.js')).toBe('x-archive');
    const { items, warnings } = await read(evil);
    expect(items.map((item) => item.text)).toEqual(['a']);
    expect(warnings[0]).toContain('was not read');
    expect('hacked' in globalThis).toBe(false);
  });

  test('reads references, full addresses, pictures by their name in the archive, and answers', async () => {
    const { items } = await read(
      file('tweets', [
        tweet({
          full_text: '@ben 1 &lt; 2 &amp; see https://t.co/abc',
          in_reply_to_status_id_str: '5',
          in_reply_to_screen_name: 'ben',
          entities: {
            urls: [{ url: 'https://t.co/abc', expanded_url: 'https://example.org/long', display_url: 'example.org' }],
          },
          extended_entities: { media: [{ media_url_https: 'https://pbs.twimg.com/media/GABC.jpg', type: 'photo' }] },
        }),
      ]),
    );
    expect(items[0]).toMatchObject({
      kind: 'reply',
      text: '@ben 1 < 2 & see https://example.org/long',
      recipients: [{ handle: 'ben' }],
      attachments: ['1767646021000000001-GABC.jpg'],
      edited: false,
    });
  });

  test('marks deleted and edited posts and repeated ones that were cut off', async () => {
    const deleted = await read(
      file('deleted_tweets', [tweet({ deleted_at: '2024-03-13T00:00:00.000Z' })]),
      'deleted-tweets.js',
    );
    expect(deleted.items[0]?.deleted).toBe(true);
    const edited = await read(
      file('tweets', [tweet({ edit_info: { initial: { editTweetIds: ['1', '2'] } }, full_text: 'RT @ben: long…' })]),
    );
    expect(edited.items[0]).toMatchObject({ edited: true });
    expect(edited.items[0]?.facts.some((each) => each.label === 'Cut off')).toBe(true);
  });

  test('reads direct messages with reactions; names stay unknown and lines of the system are no items', async () => {
    const { items } = await read(
      file('direct_messages_group', [
        {
          dmConversation: {
            conversationId: '111',
            messages: [
              {
                joinConversation: {
                  initiatingUserId: '7',
                  participantsSnapshot: ['7', '8'],
                  createdAt: '2024-03-12T21:00:00.000Z',
                },
              },
              {
                messageCreate: {
                  reactions: [
                    { senderId: '8', reactionKey: 'funny', eventId: '2', createdAt: '2024-03-12T21:42:00.000Z' },
                  ],
                  urls: [],
                  text: 'hi',
                  mediaUrls: ['https://ton.twitter.com/dm/1/2/abc.jpg'],
                  senderId: '7',
                  id: '9007199254740993',
                  createdAt: '2024-03-12T21:41:07.123Z',
                  editHistory: [],
                },
              },
            ],
          },
        },
        {
          dmConversation: {
            conversationId: '7-8',
            messages: [
              {
                messageCreate: {
                  recipientId: '8',
                  text: 'one to one',
                  mediaUrls: [],
                  senderId: '7',
                  id: '3',
                  createdAt: '2024-03-12T21:41:07.123Z',
                },
              },
            ],
          },
        },
      ]),
      'direct-messages-group.js',
    );
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      kind: 'group-message',
      author: { name: null, handle: '7' },
      attachments: ['9007199254740993-abc.jpg'],
      sentAt: { instant: '2024-03-12T21:41:07Z' },
      edited: false,
    });
    expect(items[0]?.facts).toContainEqual({ label: 'Reaction', value: 'funny 8' });
    expect(items[1]).toMatchObject({ kind: 'direct-message', recipients: [{ handle: '8' }], audience: 'individual' });
  });

  test('reads followers, followed accounts, the account, the profile and long posts', async () => {
    const followers = await read(
      file('follower', [{ follower: { accountId: '12', userLink: 'https://twitter.com/intent/user?user_id=12' } }]),
      'follower.js',
    );
    expect(followers.items[0]).toMatchObject({ kind: 'connection', author: { handle: '12' } });
    const account = await read(
      file('account', [
        {
          account: {
            email: 'a@example.org',
            createdVia: 'web',
            username: 'anaruiz',
            accountId: '7',
            createdAt: '2010-01-01T00:00:00.000Z',
            accountDisplayName: 'Ana',
          },
        },
      ]),
      'account.js',
    );
    expect(account.items[0]).toMatchObject({ kind: 'profile', author: { name: 'Ana', handle: 'anaruiz' } });
    const profile = await read(
      file('profile', [
        { profile: { description: { bio: 'Opinions mine', website: '', location: 'CT' }, avatarMediaUrl: '' } },
      ]),
      'profile.js',
    );
    expect(profile.items[0]).toMatchObject({ text: 'Opinions mine\nCT' });
    const note = await read(
      file('note_tweet', [
        {
          noteTweet: {
            noteTweetId: '1',
            createdAt: '2024-03-12T21:41:07.000Z',
            core: { text: 'long &amp; longer', urls: [] },
          },
        },
      ]),
      'note-tweet.js',
    );
    expect(note.items[0]?.text).toBe('long & longer');
  });

  test('reads the oldest archives, which name the author', async () => {
    const old = `Grailbird.data.tweets_2013_02 = \n [ {"source":"web","id_str":"300","text":"old","created_at":"2013-02-10 12:00:00 +0000","user":{"name":"Ana","screen_name":"anaruiz","id_str":"7"},"id":300} ]`;
    expect(readerFor(old, '2013_02.js')).toBe('x-archive');
    expect((await read(old)).items[0]).toMatchObject({
      text: 'old',
      author: { handle: 'anaruiz' },
      sentAt: { instant: '2013-02-10T12:00:00Z' },
    });
  });

  test('reads a part that breaks off, and says that an empty one is empty', async () => {
    const whole = file(
      'tweets',
      Array.from({ length: 5 }, (_, at) => tweet({ full_text: `t${at}` })),
    );
    const { items, warnings } = await read(whole.slice(0, whole.indexOf('"t3"')));
    expect(items.map((item) => item.text)).toEqual(['t0', 't1', 't2']);
    expect(warnings[0]).toContain('breaks off');
    expect(readerFor(file('tweets', []), 'tweets.js')).toBe('x-archive');
    expect((await read(file('tweets', []))).warnings).toHaveLength(1);
  });

  test('leaves other scripts alone', () => {
    expect(readerFor('window.YTD.ad_engagements.part0 = [ {"ad": {}} ]', 'ad-engagements.js')).toBe('text');
    expect(readerFor('window.config = {"a": 1}', 'tweets.js')).toBe('text');
  });
});
