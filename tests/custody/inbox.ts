import sharp from 'sharp';
import { zipOf } from './evidence-case.ts';

/** Files as they are handed in, sixty odd, of the formats that are read; the same bytes every time. */
export async function makeInbox(write: (name: string, content: string | Uint8Array) => void): Promise<void> {
  for (let n = 0; n < 44; n++)
    write(`inbox/notes/note ${n}.txt`, `Note number ${n} of the principal. ${'More words. '.repeat(n)}`);
  // The same bytes under another name, and under the same name elsewhere.
  write('inbox/copies/note 3.txt', `Note number 3 of the principal. ${'More words. '.repeat(3)}`);
  write('inbox/copies/again.txt', `Note number 5 of the principal. ${'More words. '.repeat(5)}`);
  write('inbox/empty.txt', '');
  write('inbox/unknown.bin', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 250, 251]));
  const chat = Array.from(
    { length: 700 },
    (_, n) =>
      `1/${1 + (n % 28)}/26, 10:${String(n % 60).padStart(2, '0')} - ${n % 2 ? 'Mia' : 'Coach Ray'}: message ${n}`,
  );
  write('inbox/WhatsApp Chat with Team.txt', chat.join('\n'));
  const rows = Array.from(
    { length: 1200 },
    (_, n) => `Ray,2026-01-${String(1 + (n % 28)).padStart(2, '0')} 08:00,row ${n}`,
  );
  write('inbox/messages.csv', ['From,Date,Message', ...rows].join('\n'));
  const inner = await zipOf({ 'deep.txt': 'Words in a zip inside a zip.', 'deeper.txt': 'And more of them.' });
  const members = Object.fromEntries(
    Array.from({ length: 8 }, (_, n) => [`album/m${n}.txt`, `Member ${n}. ${'Words. '.repeat(n * 20)}`]),
  );
  write('inbox/members.zip', await zipOf({ ...members, 'inner.zip': inner, 'm again.txt': 'Member 0. ' }));
  write(
    'inbox/chat.zip',
    await zipOf({
      '_chat.txt': chat
        .slice(0, 40)
        .map((line) => `${line} again`)
        .join('\n'),
    }),
  );
  write('inbox/mail.eml', mailWith({ 'first.txt': 'The first attachment.', 'second.txt': 'The second attachment.' }));
  write('inbox/mail 2.eml', mailWith({ 'third.txt': 'The third attachment.' }));
  for (const n of [1, 2]) {
    const picture = sharp({ create: { width: 60 + n, height: 40, channels: 3, background: '#ffffff' } });
    write(`inbox/IMG_${n}.png`, await picture.png().toBuffer());
  }
}

function mailWith(attachments: Readonly<Record<string, string>>): string {
  const parts = Object.entries(attachments).map(
    ([name, words]) =>
      `--b\r\nContent-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${words}\r\n`,
  );
  const head = [
    'From: Parent <parent@example.org>',
    'To: Office <office@example.org>',
    'Date: Tue, 10 Mar 2026 10:42:00 -0400',
  ];
  const subject = `Subject: About ${Object.keys(attachments).join(' and ')}`;
  const type = 'Content-Type: multipart/mixed; boundary=b';
  return `${[...head, subject, 'MIME-Version: 1.0', type, '', '--b', 'Content-Type: text/plain', '', 'See attached.'].join('\r\n')}\r\n${parts.join('')}--b--\r\n`;
}
