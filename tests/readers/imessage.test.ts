import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imessageExport } from '../../src/engine/intake/readers/imessage-export.ts';
import { readerFor, readWith } from './made/collect.ts';

const read = (content: string, name = 'chat.txt') => readWith(imessageExport, content, name);

const chat = `Oct 17, 2021 10:31:49 PM (Read by you after 5 seconds)
Ana Ruiz
This starts a thread.
Tapbacks:
Loved by Me

    Oct 17, 2021 10:32:03 PM
    Me
    An answer
    in two lines

Oct 17, 2021 10:32:03 PM
Me
An answer
in two lines
This message responded to an earlier message.

Oct 17, 2021 10:33:00 PM You renamed the conversation to Team

Oct 17, 2021 10:34:00 PM
+12035550142
/Users/me/Library/Messages/Attachments/ab/IMG_0001.jpeg
first

second paragraph

Oct 17, 2021 10:35:00 PM
Me
Oct 17, 2021 10:35:00 PM Meet at five
Edited 12 seconds later: Meet at six

Oct 17, 2021 10:36:00 PM
Ana Ruiz
This message was deleted from the conversation!
gone
`;

describe('imessage-exporter as text', () => {
  test('reads messages, tapbacks, attachments, edits and announcements', async () => {
    expect(readerFor(chat, 'Team.txt')).toBe('imessage');
    const { items } = await read(chat);
    expect(items.map((item) => [item.author?.name, item.text])).toEqual([
      ['Ana Ruiz', 'This starts a thread.'],
      ['Me', 'An answer\nin two lines'],
      ['+12035550142', 'first\n\nsecond paragraph'],
      ['Me', 'Meet at six'],
      ['Ana Ruiz', 'gone'],
    ]);
    expect(items[0]).toMatchObject({ sentAt: { local: '2021-10-17T22:31:49', instant: null } });
    expect(items[0]?.facts).toContainEqual({ label: 'Reaction', value: 'Loved by Me' });
    expect(items[2]).toMatchObject({
      attachments: ['/Users/me/Library/Messages/Attachments/ab/IMG_0001.jpeg'],
      author: { handle: '+12035550142' },
    });
    expect(items[2]?.facts[0]?.value).toContain('renamed the conversation');
    expect(items[3]).toMatchObject({ edited: true });
    expect(items[4]).toMatchObject({ deleted: true });
  });

  test('counts an answer that is printed twice once, and one that is printed only inside its thread too', async () => {
    const only = 'Oct 17, 2021 10:31:49 PM\nAna\nq\n\n    Oct 17, 2021 10:32:03 PM\n    Me\n    a\n\n';
    expect((await read(only)).items.map((item) => item.text)).toEqual(['q', 'a']);
    expect(
      (
        await read(`${only}Oct 17, 2021 10:32:03 PM\nMe\na\nThis message responded to an earlier message.\n\n`)
      ).items.map((item) => item.text),
    ).toEqual(['q', 'a']);
  });

  test('gives back every message that goes in', async () => {
    const drawn = fc.array(
      fc.record({
        who: fc.constantFrom('Me', 'Ana Ruiz', '+12035550142'),
        text: fc.stringMatching(/^[a-z][a-z ñé.!?😀]{0,30}[a-z]$/u),
        hour: fc.integer({ min: 1, max: 12 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (messages) => {
        const text = messages
          .map((each) => `May 07, 2022 ${String(each.hour).padStart(2, ' ')}:29:42 PM\n${each.who}\n${each.text}\n\n`)
          .join('');
        const { items } = await read(text);
        expect(items.map((item) => [item.author?.name, item.text])).toEqual(
          messages.map((each) => [each.who, each.text]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

const message = (side: string, date: string, sender: string, inner: string): string =>
  `<div class="message">\n<div class="${side}">\n<p><span class="timestamp">${date}</span>\n<span class="sender">${sender}</span></p>\n${inner}\n</div>\n</div>\n`;
const bubble = (text: string): string => `<hr><div class="message_part"><span class="bubble">${text}</span></div>`;

describe('imessage-exporter as a page', () => {
  const answer = (inner: string) => message('sent iMessage', 'Oct 17, 2021 10:32:03 PM', 'Me', inner);
  const page = `<html>\n<meta charset="UTF-8">\n<link rel="stylesheet" href="style.css">\n${message(
    'received',
    'Oct 17, 2021 10:31:49 PM (Read by you after 5 seconds)',
    'Ana Ruiz',
    `${bubble('Starts &amp; a thread')}<div class="reactions"><hr><p>Reactions:</p><div class="reaction"><span><b>Loved</b> by Me</span></div></div><div class="replies"><div class="reply">${answer(bubble('An answer'))}</div></div>`,
  )}${answer(`${bubble('An answer')}<span class="reply_context">This message responded to an earlier message.</span>`)}<div class ="announcement"><p><span class="timestamp">Oct 17, 2021 10:33:00 PM</span> You renamed the conversation to <b>Team</b></p></div>\n${message(
    'received',
    'Oct 17, 2021 10:34:00 PM',
    'Ben',
    '<hr><div class="message_part"><img src="attachments/12/tall.jpeg" loading="lazy"></div>',
  )}</html>`;

  test('reads messages once, with reactions, pictures and announcements', async () => {
    expect(readerFor(page, 'Team.html')).toBe('imessage');
    const { items } = await read(page, 'Team.html');
    expect(items.map((item) => [item.author?.name, item.text])).toEqual([
      ['Ana Ruiz', 'Starts & a thread'],
      ['Me', 'An answer'],
      ['Ben', ''],
    ]);
    expect(items[0]).toMatchObject({ sentAt: { local: '2021-10-17T22:31:49' } });
    expect(items[0]?.facts.map((each) => each.value)).toContain('Loved by Me');
    expect(items[1]?.facts).toContainEqual({ label: 'Answer', value: 'to an earlier message' });
    expect(items[2]).toMatchObject({ attachments: ['attachments/12/tall.jpeg'] });
    expect(items[2]?.facts[0]?.value).toContain('renamed the conversation');
  });
});
