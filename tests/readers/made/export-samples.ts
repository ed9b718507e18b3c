/** One small file of each JSON export, for tests that damage them. */
export const jsonSamples: Readonly<Record<string, unknown>> = {
  messenger: {
    participants: [{ name: 'Ana' }, { name: 'Ben' }],
    messages: [
      {
        sender_name: 'Ana',
        timestamp_ms: 1_710_279_667_000,
        content: 'a',
        photos: [{ uri: 'a.jpg' }],
        reactions: [{ reaction: 'x', actor: 'Ben' }],
        share: { link: 'https://example.org' },
      },
      { sender_name: 'Ben', timestamp_ms: 1_710_279_666_000, content: 'b', type: 'Subscribe' },
    ],
    title: 'Ben',
    thread_path: 'inbox/ben_1',
  },
  facebookPosts: [
    {
      timestamp: 1_710_279_667,
      data: [{ post: 'a' }],
      attachments: [{ data: [{ media: { uri: 'a.jpg', description: 'b' } }] }],
      title: 'Ana',
    },
  ],
  facebookComments: {
    comments_v2: [{ timestamp: 1, data: [{ comment: { timestamp: 1, comment: 'c', author: 'Ana' } }], title: 't' }],
  },
  facebookFriends: { friends_v2: [{ name: 'Ben', timestamp: 1 }] },
  instagramPosts: [{ media: [{ uri: 'a.jpg', creation_timestamp: 1, title: 't' }] }],
  instagramComments: [{ media_list_data: [], string_map_data: { Comment: { value: 'c' }, Time: { timestamp: 1 } } }],
  instagramFollowers: [
    { title: '', string_list_data: [{ href: 'https://www.instagram.com/ana', value: 'ana', timestamp: 1 }] },
  ],
  telegram: {
    name: 'Ben',
    type: 'private_group',
    id: 1,
    messages: [
      {
        id: 1,
        type: 'message',
        date: '2024-03-12T21:41:07',
        date_unixtime: '1710279667',
        from: 'Ana',
        from_id: 'user1',
        text: ['a', { type: 'bold', text: 'b' }],
        poll: { question: 'q', answers: [{ text: 'a', voters: 1 }] },
        reactions: [{ emoji: 'x', count: 1, recent: [{ from: 'Ben' }] }],
      },
      { id: 2, type: 'service', date: '2024-03-12T21:41:07', actor: 'Ana', action: 'join', members: ['Ben'] },
    ],
  },
  telegramAccount: {
    personal_information: { user_id: 1, first_name: 'Ana' },
    contacts: { list: [{ first_name: 'Ben', date: '2020-01-01T00:00:00' }] },
    chats: { list: [{ name: 'x', type: 'personal_chat', id: 2, messages: [] }] },
  },
  discord: {
    guild: { id: '1', name: 'g' },
    channel: { id: '2', type: 'GuildTextChat', name: 'c' },
    dateRange: { after: null, before: null },
    messages: [
      {
        id: '1217220000000000000',
        type: 'Reply',
        timestamp: '2024-03-12T21:41:07+00:00',
        content: 'a',
        author: { id: '3', name: 'ana', discriminator: '0' },
        attachments: [{ url: 'https://x.example/a.jpg', fileName: 'a.jpg' }],
        embeds: [{ title: 't', fields: [{ name: 'n', value: 'v' }] }],
        reactions: [{ emoji: { name: 'x' }, count: 1 }],
        mentions: [{ id: '4', name: 'ben' }],
        reference: { messageId: '5' },
      },
    ],
    messageCount: 1,
  },
  slack: [
    {
      type: 'message',
      ts: '1710279667.000100',
      user: 'U1',
      text: '<@U2> a',
      reactions: [{ name: 'x', users: ['U2'] }],
      files: [{ name: 'a.jpg' }],
      attachments: [{ text: 't' }],
      edited: { ts: '1710279667.000100' },
    },
  ],
  teams: {
    userId: '8:orgid:1',
    conversations: [
      {
        id: '19:a',
        displayName: 'c',
        MessageList: [
          {
            id: '1',
            displayName: 'Ana',
            originalarrivaltime: '2024-03-12T21:41:07Z',
            messagetype: 'RichText/Html',
            content: '<p>a</p>',
            from: '8:orgid:1',
            properties: { emotions: [{ key: 'k', users: [{ mri: 'm' }] }] },
          },
        ],
      },
    ],
  },
  googleChat: {
    messages: [
      {
        creator: { name: 'Ana', email: 'a@example.org' },
        created_date: 'Thursday, November 3, 2016 at 11:59:50 AM UTC',
        text: 'a',
        topic_id: 't',
        message_id: 'm',
        reactions: [{ emoji: { unicode: 'x' }, reactor_emails: ['b'] }],
      },
    ],
  },
  hangouts: {
    conversations: [
      {
        conversation: {
          conversation: { id: { id: 'c' }, participant_data: [{ id: { gaia_id: '1' }, fallback_name: 'Ana' }] },
        },
        events: [
          {
            sender_id: { gaia_id: '1' },
            timestamp: '1478174390123456',
            chat_message: {
              message_content: {
                segment: [{ type: 'TEXT', text: 'a' }],
                attachment: [{ embed_item: { plus_photo: { url: 'u' } } }],
              },
            },
          },
        ],
      },
    ],
  },
  groupme: [
    {
      created_at: 1,
      sender_id: '1',
      name: 'Ana',
      favorited_by: ['2'],
      text: 'a',
      attachments: [{ type: 'location', name: 'n', lat: '1', lng: '2' }],
    },
  ],
  snapchat: {
    'c-1': [
      {
        From: 'ana',
        'Media Type': 'TEXT',
        Created: '2024-04-20 01:29:22 UTC',
        Content: 'a',
        'Media IDs': 'b~x',
        IsSender: true,
      },
    ],
  },
  snapchatFriends: {
    Friends: [{ Username: 'b', 'Display Name': 'Ben', 'Creation Timestamp': '2020-01-01 00:00:00 UTC' }],
  },
  tiktok: {
    Activity: { 'Follower List': { FansList: [{ Date: '2021-01-01 00:00:00', UserName: 'k' }] } },
    Comment: { Comments: { CommentsList: [{ date: '2021-01-01 00:00:00', comment: 'c' }] } },
    'Direct Messages': {
      'Chat History': {
        ChatHistory: { 'Chat History with b:': [{ Date: '2021-01-01 00:00:00', From: 'a', Content: 'c' }] },
      },
    },
  },
  myActivity: [
    {
      header: 'YouTube',
      title: 'Watched a',
      time: '2024-03-12T21:41:07Z',
      subtitles: [{ name: 'n' }],
      products: ['YouTube'],
      details: [{ name: 'd' }],
    },
  ],
  signal: [
    {
      id: 'x',
      conversationId: 'c',
      type: 'incoming',
      body: 'a',
      sent_at: 1,
      reactions: [{ emoji: 'x', fromId: 'y' }],
      attachments: [{ fileName: 'a.jpg' }],
      quote: { text: 'q' },
    },
  ],
  x: [
    {
      tweet: {
        id_str: '1',
        created_at: 'Tue Mar 12 21:41:07 +0000 2024',
        full_text: 'a',
        entities: { urls: [{ url: 'u', expanded_url: 'e' }], media: [{ media_url_https: 'https://x.example/a.jpg' }] },
      },
    },
  ],
  xMessages: [
    {
      dmConversation: {
        conversationId: '1-2',
        messages: [
          {
            messageCreate: {
              senderId: '1',
              recipientId: '2',
              text: 'a',
              createdAt: '2024-03-12T21:41:07Z',
              mediaUrls: ['u'],
              reactions: [{ senderId: '2', reactionKey: 'k' }],
            },
          },
          { joinConversation: { initiatingUserId: '1' } },
        ],
      },
    },
  ],
};
