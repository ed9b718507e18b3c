import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { telegramExport } from '../../src/engine/intake/readers/telegram-export.ts';
import { readerFor, readWith } from './made/collect.ts';

const read = (value: unknown, name = 'result.json') =>
  readWith(telegramExport, typeof value === 'string' ? value : JSON.stringify(value, null, 1), name);
const chat = (messages: unknown[], more: object = {}) => ({
  name: 'Ben Ode',
  type: 'personal_chat',
  id: 42,
  messages,
  ...more,
});
const message = (more: object) => ({
  id: 1,
  type: 'message',
  date: '2024-03-12T22:41:07',
  date_unixtime: '1710279667',
  from: 'Ana Ruiz',
  from_id: 'user7',
  text: 'hello',
  text_entities: [{ type: 'plain', text: 'hello' }],
  ...more,
});

describe('Telegram as JSON', () => {
  test('gives back every message with author and instant, however its words are written', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(
        fc.oneof(
          fc.string({ maxLength: 9 }),
          fc.string({ maxLength: 9 }).map((inner) => ({ type: 'bold', text: inner })),
        ),
        { maxLength: 4 },
      ),
    );
    const drawn = fc.array(fc.record({ text, at: fc.integer({ min: 1_400_000_000, max: 1_900_000_000 }) }), {
      minLength: 1,
      maxLength: 10,
    });
    const plain = (value: string | (string | { text: string })[]): string =>
      typeof value === 'string' ? value : value.map((each) => (typeof each === 'string' ? each : each.text)).join('');
    await fc.assert(
      fc.asyncProperty(drawn, async (messages) => {
        const { items } = await read(
          chat(messages.map((each, id) => message({ id, text: each.text, date_unixtime: String(each.at) }))),
        );
        expect(items.map((item) => [item.text, item.sentAt?.asWritten, item.author?.handle])).toEqual(
          messages.map((each) => [plain(each.text), String(each.at), 'user7']),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('takes the instant of the file, and says where only a local time stands in it', async () => {
    const { date_unixtime: _, ...older } = message({ id: 2 });
    const { items, warnings } = await read(chat([message({}), older]));
    expect(items.map((item) => [item.sentAt?.instant, item.sentAt?.local])).toEqual([
      ['2024-03-12T21:41:07Z', '2024-03-12T21:41:07'],
      [null, '2024-03-12T22:41:07'],
    ]);
    expect(warnings).toEqual([
      '1 messages have the local time of the exporting computer and no zone; they float until a zone is given.',
    ]);
  });

  test('keeps replies, edits, reactions, polls, forwards and files that were left out', async () => {
    const { items } = await read(
      chat([
        message({
          reply_to_message_id: 5,
          edited: '2024-03-12T22:50:00',
          edited_unixtime: '1710280200',
          forwarded_from: 'Kim',
          reactions: [
            {
              type: 'emoji',
              count: 1,
              emoji: '👍',
              recent: [{ from: 'Ben Ode', from_id: 'user8', date: '2024-03-12T22:42:00' }],
            },
          ],
        }),
        message({
          id: 2,
          text: '',
          photo: '(File not included. Change data exporting settings to download.)',
          width: 1,
          height: 1,
        }),
        message({ id: 3, text: '', photo: 'photos/photo_1.jpg' }),
        message({
          id: 4,
          text: '',
          poll: {
            question: 'Who?',
            closed: false,
            total_voters: 2,
            answers: [{ text: 'Ana', voters: 2, chosen: true }],
          },
        }),
        message({ id: 5, from: null, from_id: 'user9', text: 'by a deleted account' }),
      ]),
    );
    const labels = items[0]?.facts.map((each) => each.label);
    expect(labels).toEqual(['Reaction', 'Edited', 'Forwarded from', 'Answer to message', 'Message number']);
    expect(items[0]).toMatchObject({ edited: true, recipients: [{ name: 'Ben Ode' }] });
    expect(items[1]?.facts).toContainEqual({ label: 'Media', value: 'sent, but not included in the export (photo)' });
    expect(items[2]?.attachments).toEqual(['photos/photo_1.jpg']);
    expect(items[3]?.text).toBe('Who?\nAna (2 votes)');
    expect(items[4]?.author).toEqual({ name: null, handle: 'user9' });
  });

  test('counts no lines of the system', async () => {
    const { items } = await read(
      chat(
        [
          {
            id: 1,
            type: 'service',
            date: '2024-03-12T22:41:07',
            date_unixtime: '1710279667',
            actor: 'Ana',
            actor_id: 'user7',
            action: 'create_group',
            title: 'Team',
            members: ['Ana', 'Ben'],
            text: '',
            text_entities: [],
          },
          message({ id: 2 }),
        ],
        { type: 'private_group' },
      ),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'group-message', audience: 'group' });
    expect(items[0]?.facts[0]?.value).toBe('Ana create group Team Ana, Ben 2024-03-12T22:41:07');
  });

  test('reads a whole account: profile, contacts and every chat', async () => {
    const account = {
      about: 'x',
      personal_information: {
        user_id: 7,
        first_name: 'Ana',
        last_name: 'Ruiz',
        phone_number: '+1 203 555 0142',
        username: '@ana',
        bio: 'hi',
      },
      contacts: {
        about: '',
        list: [
          {
            first_name: 'Ben',
            last_name: 'Ode',
            phone_number: '+1 203 555 0143',
            date: '2020-01-01T00:00:00',
            date_unixtime: '1577836800',
          },
        ],
      },
      chats: { about: '', list: [chat([message({})]), chat([message({ id: 9 })], { name: null, id: 43 })] },
      left_chats: { about: '', list: [chat([message({})], { type: 'private_supergroup', id: 44 })] },
    };
    expect(readerFor(JSON.stringify(account), 'result.json')).toBe('telegram');
    const { items } = await read(account);
    expect(items.map((item) => item.kind)).toEqual([
      'profile',
      'connection',
      'direct-message',
      'direct-message',
      'group-message',
    ]);
  });

  test('reads a file that breaks off', async () => {
    const whole = JSON.stringify(chat(Array.from({ length: 6 }, (_, id) => message({ id, text: `t${id}` }))));
    const { items, warnings } = await read(whole.slice(0, whole.indexOf('"t4"')));
    expect(items).toHaveLength(4);
    expect(warnings[0]).toContain('breaks off');
  });
});

const box = (id: number, inner: string, kind = 'default clearfix'): string =>
  `<div class="message ${kind}" id="message${id}">\n<div class="body">\n${inner}\n</div>\n</div>\n`;
const date = (title: string): string => `<div class="pull_right date details" title="${title}">21:41</div>`;
const page = `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title><link href="css/style.css" rel="stylesheet"/></head><body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">\nTeam 6b\n</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">12 March 2024</div></div>
${box(1, `${date('12.03.2024 21:41:07 UTC+01:00')}<div class="from_name">Ana Ruiz </div><div class="text">one<br>two &amp; <a href="https://example.org">link</a></div><div class="reactions"><span class="reaction"><span class="emoji">👍</span><span class="userpics"><div class="userpic"><div class="initials" title="Ben Ode">B</div></div></span></span></div>`)}
${box(2, `${date('12.03.2024 21:42:00 UTC+01:00')}<div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1@12-03-2024_21-42-00.jpg"><img class="photo" src="photos/photo_1@12-03-2024_21-42-00_thumb.jpg"/></a></div>`, 'default clearfix joined')}
<div class="message service" id="message3"><div class="body details">Ben Ode joined the group</div></div>
${box(4, `${date('12.03.2024 21:43:00')}<div class="from_name">Ben Ode</div><div class="reply_to details">In reply to <a href="#go_to_message1">this message</a></div><div class="forwarded body"><div class="from_name">Kim<span class="date details" title="01.03.2024 10:00:00 UTC+01:00"> 01.03.2024 10:00:00</span></div><div class="text">old words</div></div>`)}
</div></div></div></body></html>`;

describe('Telegram as a page', () => {
  test('reads messages; one that is joined has the author of the one before', async () => {
    expect(readerFor(page, 'messages.html')).toBe('telegram');
    const { items, warnings } = await read(page, 'messages.html');
    expect(
      items.map((item) => [item.locator, item.author?.name, item.text, item.sentAt?.instant ?? item.sentAt?.local]),
    ).toEqual([
      ['message 1', 'Ana Ruiz', 'one\ntwo & link', '2024-03-12T20:41:07Z'],
      ['message 2', 'Ana Ruiz', '', '2024-03-12T20:42:00Z'],
      ['message 4', 'Ben Ode', 'old words', '2024-03-12T21:43:00'],
    ]);
    expect(items[0]).toMatchObject({
      thread: { title: 'Team 6b' },
      facts: [{ label: 'Reaction', value: '👍 Ben Ode' }],
    });
    expect(items[1]?.attachments).toEqual(['photos/photo_1@12-03-2024_21-42-00.jpg']);
    expect(items[2]?.facts).toEqual([
      { label: 'Notice of the app', value: 'Ben Ode joined the group' },
      { label: 'Forwarded from', value: 'Kim' },
      { label: 'Answer to message', value: '1' },
    ]);
    expect(warnings).toHaveLength(1);
  });

  test('takes no other page', () => {
    expect(readerFor('<!DOCTYPE html><html><body><div class="message">hi</div></body></html>', 'messages.html')).toBe(
      'html',
    );
  });
});
