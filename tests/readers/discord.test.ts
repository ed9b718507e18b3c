import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discordExport } from '../../src/engine/intake/readers/discord-export.ts';
import { readerFor, readWith } from './made/collect.ts';

const read = (value: unknown, name = 'channel.json') =>
  readWith(discordExport, typeof value === 'string' ? value : JSON.stringify(value), name);
const at = Date.parse('2024-03-12T21:41:07.000Z');
const idAt = (time: number, more = 1): string => String((BigInt(time - 1_420_070_400_000) << 22n) + BigInt(more));
const author = {
  id: '80',
  name: 'anaruiz',
  discriminator: '0000',
  nickname: 'Ana Ruiz',
  color: null,
  isBot: false,
  roles: [],
  avatarUrl: 'https://cdn.discordapp.com/a.png',
};
const message = (more: object) => ({
  id: idAt(at),
  type: 'Default',
  timestamp: '2024-03-12T21:41:07+00:00',
  timestampEdited: null,
  callEndedTimestamp: null,
  isPinned: false,
  content: 'hello',
  author,
  attachments: [],
  embeds: [],
  stickers: [],
  reactions: [],
  mentions: [],
  ...more,
});
const channel = (messages: unknown[], more: object = {}) => ({
  guild: { id: '1', name: 'Robotics', iconUrl: '' },
  channel: { id: '2', type: 'GuildTextChat', categoryId: '3', category: 'Text', name: 'general', topic: null },
  dateRange: { after: null, before: null },
  exportedAt: '2024-03-13T10:00:00+00:00',
  messages,
  messageCount: messages.length,
  ...more,
});

describe('DiscordChatExporter as JSON', () => {
  test('gives back every message that goes in', async () => {
    const drawn = fc.array(
      fc.record({
        text: fc.string({ unit: 'grapheme', maxLength: 40 }),
        time: fc.integer({ min: 1_430_000_000_000, max: 1_900_000_000_000 }),
      }),
      { minLength: 1, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (messages) => {
        const { items, warnings } = await read(
          channel(
            messages.map((each, index) =>
              message({
                id: idAt(each.time, index),
                content: each.text,
                timestamp: new Date(each.time).toISOString().replace('Z', '+00:00'),
              }),
            ),
          ),
        );
        expect(warnings).toEqual([]);
        expect(items.map((item) => [item.text, item.sentAt?.instant])).toEqual(
          messages.map((each) => [each.text, `${new Date(each.time).toISOString().slice(0, 19)}Z`]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('keeps answers, edits, reactions, mentions by name, attachments, and lines of the system as facts', async () => {
    const { items } = await read(
      channel([
        message({ type: 'RecipientAdd', content: 'Added Ben.' }),
        message({ type: 'ChannelPinnedMessage', content: 'Pinned a message.' }),
        message({
          type: 'Reply',
          content: 'look <@90> <:wave:123>',
          timestampEdited: '2024-03-12T21:50:00+00:00',
          mentions: [{ id: '90', name: 'benode', nickname: 'Ben Ode' }],
          reference: { messageId: '77', channelId: '2', guildId: '1' },
          reactions: [
            { emoji: { id: '', name: '👍' }, count: 2, users: [{ id: '90', name: 'benode', nickname: 'Ben Ode' }] },
          ],
          attachments: [
            {
              id: '5',
              url: 'https://cdn.discordapp.com/attachments/1/5/photo.jpg?ex=1&hm=2',
              fileName: 'photo.jpg',
              fileSizeBytes: 10,
            },
          ],
        }),
      ]),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      text: 'look @Ben Ode <:wave:123>',
      edited: true,
      attachments: ['photo.jpg'],
      author: { name: 'Ana Ruiz', handle: 'anaruiz' },
      thread: { id: '2', title: 'Robotics / general' },
    });
    expect(items[0]?.facts.map((each) => each.label)).toEqual([
      'Notice of the app',
      'Notice of the app',
      'Reaction',
      'Edited',
      'Answer to message',
      'Message number',
    ]);
  });

  test('says where an export covers a part only, counts wrongly, or has times that its numbers contradict', async () => {
    const { warnings } = await read(
      channel([message({ timestamp: '2024-03-13T21:41:07+00:00' })], {
        dateRange: { after: '2024-03-01T00:00:00+00:00', before: null },
        messageCount: 9,
      }),
    );
    expect(warnings).toEqual([
      'The export was limited to a part of the channel (from 2024-03-01T00:00:00+00:00); messages outside are missing.',
      '1 messages have a time that their own number contradicts; both are kept.',
      'The file says that it holds 9 messages; 1 were found.',
    ]);
  });

  test('names the other side of a direct conversation', async () => {
    const { items } = await read(
      channel(
        [
          message({}),
          message({ id: idAt(at, 2), author: { ...author, id: '90', name: 'benode', nickname: 'Ben Ode' } }),
        ],
        { guild: { id: '0', name: 'Direct Messages' }, channel: { id: '5', type: 'DirectTextChat', name: 'Ben Ode' } },
      ),
    );
    expect(items[0]).toMatchObject({
      kind: 'direct-message',
      audience: 'individual',
      recipients: [{ name: 'Ben Ode' }],
    });
  });
});

describe('other files of Discord', () => {
  test('reads the messages of the official package, as JSON and as a table', async () => {
    const json = JSON.stringify([
      {
        ID: Number(idAt(at)),
        Timestamp: '2024-03-12 21:41:07',
        Contents: 'mine',
        Attachments: 'https://cdn.discordapp.com/attachments/1/2/a.png',
      },
    ]);
    expect(readerFor(json, 'messages.json')).toBe('discord');
    expect((await read(json)).items[0]).toMatchObject({
      text: 'mine',
      author: null,
      attachments: ['a.png'],
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
    const csv = `ID,Timestamp,Contents,Attachments\r\n${idAt(at)},2024-03-12 21:41:07.000000+00:00,"mine, too",\r\n`;
    expect(readerFor(csv, 'messages.csv')).toBe('discord');
    expect((await read(csv, 'messages.csv')).items[0]).toMatchObject({
      text: 'mine, too',
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
  });

  test('reads the text of the exporter; its own sentences are no messages', async () => {
    const line = '='.repeat(62);
    const text = `${line}\nGuild: Robotics\nChannel: Text / general\n${line}\n\n[3/13/2024 9:41 PM] anaruiz (pinned)\nhello\n\nsecond\n\n{Attachments}\nhttps://cdn.discordapp.com/x/photo.jpg?ex=1\n\n{Reactions}\n👍 (2)\n\n[13-Mar-24 09:42 PM] benode#0042\nPinned a message.\n\n\n[3/4/2024 9:43 PM] benode#0042\nbye\n\n\n${line}\nExported 3 message(s)\n${line}\n`;
    expect(readerFor(text, 'general.txt')).toBe('discord');
    const { items, warnings } = await read(text, 'general.txt');
    expect(warnings).toEqual([]);
    expect(items.map((item) => [item.author?.name, item.text, item.sentAt?.local, item.attachments])).toEqual([
      ['anaruiz', 'hello\n\nsecond', '2024-03-13T21:41:00', ['photo.jpg']],
      ['benode#0042', 'bye', '2024-03-04T21:43:00', []],
    ]);
  });

  test('reads the table of the exporter; its times float', async () => {
    const csv =
      '\ufeffAuthorID,Author,Date,Content,Attachments,Reactions\n"80","anaruiz","2024-03-12T21:41:07.0000000","hello\nthere","https://cdn.example/a/photo.jpg?x=1","👍 (2)"\n"80","anaruiz","3/13/2024 9:41 PM","b","",""\n';
    expect(readerFor(csv, 'general.csv')).toBe('discord');
    const { items } = await read(csv, 'general.csv');
    expect(items[0]).toMatchObject({
      text: 'hello\nthere',
      attachments: ['photo.jpg'],
      author: { name: 'anaruiz' },
      sentAt: { local: '2024-03-12T21:41:07', instant: null },
    });
    expect(items[1]?.sentAt?.local).toBe('2024-03-13T21:41:00');
  });
});

const entry = (id: string, inner: string): string =>
  `<div id="chatlog__message-container-${id}" class="chatlog__message-container " data-message-id="${id}"><div class="chatlog__message">${inner}</div></div>`;
const first = (name: string, time: string, content: string, more = ''): string =>
  `<div class="chatlog__message-aside"><img class="chatlog__avatar" src="https://cdn.discordapp.com/a.png" alt="Avatar" loading="lazy"></div><div class="chatlog__message-primary"><div class="chatlog__header"><span class="chatlog__author" title="anaruiz" data-user-id="80">${name}</span> <span class="chatlog__timestamp"><a href="#x">${time}</a></span></div><div class="chatlog__content chatlog__markdown"><span class="chatlog__markdown-preserve">${content}</span></div>${more}</div>`;
const next = (time: string, content: string): string =>
  `<div class="chatlog__message-aside"><div class="chatlog__short-timestamp" title="${time}">9:42 PM</div></div><div class="chatlog__message-primary"><div class="chatlog__content chatlog__markdown"><span class="chatlog__markdown-preserve">${content}</span><span class="chatlog__edited-timestamp" title="${time}">(edited)</span></div></div>`;

describe('DiscordChatExporter as a page', () => {
  const page = `<!DOCTYPE html><html lang="en"><head><title>Robotics - general</title><style>.chatlog__message-group{}</style></head><body><div class="preamble"><div class="preamble__entries-container"><div class="preamble__entry">Robotics</div><div class="preamble__entry">general</div></div></div><div class="chatlog"><div class="chatlog__message-group">${entry(idAt(at), first('Ana Ruiz', '4/3/2024 9:41 PM', 'one<br>two &amp; <em>three</em>', '<div class="chatlog__attachment"><a href="https://cdn.discordapp.com/x/photo.jpg?ex=1"><img class="chatlog__attachment-media" src="https://cdn.discordapp.com/x/photo.jpg?ex=1"></a></div><div class="chatlog__reactions"><div class="chatlog__reaction" title="thumbsup"><img class="chatlog__emoji chatlog__emoji--small" alt="👍" src="x"><span class="chatlog__reaction-count">2</span></div></div>'))}${entry(idAt(at, 2), next('4/3/2024 9:42 PM', 'joined'))}</div></div></body></html>`;

  test('reads messages; one without a head has the author of the one before', async () => {
    expect(readerFor(page, 'general.html')).toBe('discord');
    const { items } = await read(page, 'general.html');
    expect(items.map((item) => [item.author?.name, item.text])).toEqual([
      ['Ana Ruiz', 'one\ntwo & three'],
      ['Ana Ruiz', 'joined'],
    ]);
    expect(items[0]).toMatchObject({ attachments: ['photo.jpg'], thread: { title: 'Robotics / general' } });
    expect(items[0]?.facts).toContainEqual({ label: 'Reaction', value: '👍 2 times' });
    expect(items[1]?.edited).toBe(true);
  });

  test('settles day and month by the time in the number of a message', async () => {
    const april = Date.parse('2024-04-03T21:41:00Z');
    const settled = page.replaceAll(idAt(at), idAt(april));
    expect((await read(settled, 'general.html')).items[0]?.sentAt).toMatchObject({
      local: '2024-04-03T21:41:00',
      certainty: 'stated',
    });
  });
});
