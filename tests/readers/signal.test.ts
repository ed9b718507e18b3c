import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signalExport } from '../../src/engine/intake/readers/signal-export.ts';
import { readerFor, readWith } from './made/collect.ts';

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

  test('tells a chat of signal-export from one of WhatsApp by its own marks', async () => {
    const chat =
      '[2024-03-12 21:41:07] Ana: hello  \nsecond  \n![a.jpg](./media/2024_a.jpg)  \n(- Me: 👍, Ben: 😀 -)  \n[2024-03-12 21:42:07] Me: \n>\n> hello\n>\n\nyes  \n';
    expect(readerFor(chat, 'chat')).toBe('signal');
    expect(readerFor('[2024-03-12 21:41:07] Ana: hello\n[2024-03-12 21:42:07] Me: yes\n', 'chat')).toBe('whatsapp');
    const { items } = await readWith(signalExport, chat);
    expect(items.map((item) => [item.author?.name, item.text, item.sentAt?.local, item.attachments])).toEqual([
      ['Ana', 'hello\nsecond', '2024-03-12T21:41:07', ['2024_a.jpg']],
      ['Me', 'yes', '2024-03-12T21:42:07', []],
    ]);
    expect(items[0]?.facts.map((each) => each.value)).toEqual(['Me: 👍', 'Ben: 😀']);
    expect(items[1]?.facts).toContainEqual({ label: 'Answer to', value: 'hello' });
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
