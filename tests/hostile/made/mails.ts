import { mail, multipart, nestedMail } from '../../readers/made/mails.ts';
import { anything, type HostileCase, needle, read, warned } from './hostile-case.ts';

/** Messages attached to messages, `depth` deep. */
function attachedInside(depth: number): string {
  let inner = mail({ body: needle });
  for (let level = 0; level < depth; level += 1) {
    inner = mail({ headers: [`Subject: level ${level}`, 'Content-Type: message/rfc822'], body: inner });
  }
  return inner;
}

const html = (body: string): string =>
  mail({ headers: ['Content-Type: text/html; charset=utf-8'], body: `<html><body>${body}</body></html>` });

export const hostileMails: readonly HostileCase[] = [
  { name: 'parts-1000-deep.eml', content: nestedMail(1000), outcome: warned, says: /nested deeper/ },
  { name: 'messages-60-deep.eml', content: attachedInside(60), outcome: read },
  {
    name: '100000-empty-parts.eml',
    content: mail({
      headers: ['Content-Type: multipart/mixed; boundary=x'],
      body: multipart(
        'x',
        Array.from({ length: 100_000 }, () => ''),
      ),
    }),
    outcome: warned,
    says: /first 2000 parts|parts/,
  },
  {
    name: '10000-headers.eml',
    content: mail({
      headers: Array.from({ length: 10_000 }, (_, n) => `X-Filler-${n}: ${'a'.repeat(60)}`),
      body: needle,
    }),
    outcome: warned,
    says: /Headers longer/,
  },
  {
    name: 'header-of-2-mb.eml',
    content: mail({ headers: [`X-Long: ${'b'.repeat(2_000_000)}`], body: needle }),
    outcome: anything,
  },
  {
    name: 'boundary-is-a-pattern.eml',
    content: mail({
      headers: ['Content-Type: multipart/mixed; boundary="(a+)+$.*[x"'],
      body: multipart('(a+)+$.*[x', [`Content-Type: text/plain\r\n\r\n${needle}`]),
    }),
    outcome: read,
  },
  {
    name: 'boundary-in-itself.eml',
    content: mail({
      headers: ['Content-Type: multipart/mixed; boundary=a'],
      body: multipart('a', ['Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nx\r\n--a--']),
    }),
    outcome: read,
  },
  {
    name: 'attachment-that-slips.eml',
    content: mail({
      headers: ['Content-Type: multipart/mixed; boundary=x'],
      body: multipart('x', [
        `Content-Type: text/plain; name="../../../evenhand-slip.txt"\r\nContent-Disposition: attachment; filename="..\\..\\evenhand-slip.txt"\r\n\r\n${needle}`,
      ]),
    }),
    outcome: read,
  },
  {
    name: 'elsewhere.eml',
    content: mail({
      headers: ['Content-Type: message/external-body; access-type=URL; URL="http://203.0.113.9/x"'],
      body: 'Content-Type: text/plain\r\n\r\n',
    }),
    outcome: warned,
    says: /not fetched|another computer/,
  },
  {
    name: 'remote-pictures.eml',
    content: html(
      `${needle}<img src="http://203.0.113.9/pixel.gif"><link rel=stylesheet href="//203.0.113.9/a.css"><style>@import url(http://203.0.113.9/b.css)</style>`,
    ),
    outcome: read,
  },
  {
    name: 'script-in-mail.eml',
    content: html(
      `${needle}<script>fetch("http://203.0.113.9/")</script><img src=x onerror="fetch('http://203.0.113.9/')">`,
    ),
    outcome: read,
  },
  {
    name: 'date-of-nowhere.eml',
    content: mail({ headers: ['Date: Thu, 99 Foo 99999 99:99:99 +9999'], body: needle }),
    outcome: warned,
  },
  {
    name: 'addresses-without-end.eml',
    content: mail({
      headers: [`To: ${Array.from({ length: 20_000 }, (_, n) => `"p${n}" <p${n}@example.org>`).join(', ')}`],
      body: needle,
    }),
    outcome: read,
  },
  {
    name: 'comments-in-comments.eml',
    content: mail({ headers: [`From: ${'('.repeat(50_000)}a@example.org`], body: needle }),
    outcome: anything,
  },
  {
    name: 'encoded-words.eml',
    content: mail({ headers: [`Subject: ${'=?utf-8?Q?=C3?='.repeat(3000)}`], body: needle }),
    outcome: read,
  },
  { name: 'quotes-without-end.eml', content: mail({ body: `${'>'.repeat(200_000)} ${needle}` }), outcome: read },
  { name: 'mailbox-of-nothing.mbox', content: 'From a@b Thu Jan  1 00:00:00 2026\n\n'.repeat(5000), outcome: anything },
  {
    name: 'wrong-base64.eml',
    content: mail({
      headers: ['Content-Type: multipart/mixed; boundary=x'],
      body: multipart('x', [
        `Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${'=*!'.repeat(9000)}`,
      ]),
    }),
    outcome: read,
  },
  {
    name: 'seven-thousand-lines-folded.eml',
    content: mail({
      headers: [`References: ${Array.from({ length: 7000 }, (_, n) => `\r\n <${n}@example.org>`).join('')}`],
      body: needle,
    }),
    outcome: anything,
  },
  {
    name: 'calendar-of-quotes.ics',
    content: `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;X="${'"'.repeat(20_001)}:${needle}\r\nRRULE:FREQ=SECONDLY;COUNT=999999999\r\nDTSTART:20260310T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    outcome: anything,
  },
  {
    name: 'parts-of-calendar-deep.ics',
    content: `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\nBEGIN:X\r\n'.repeat(5000)}SUMMARY:${needle}\r\n`,
    outcome: anything,
  },
  {
    name: 'card-in-card.vcf',
    content: `${'BEGIN:VCARD\r\nAGENT:\r\n'.repeat(3000)}FN:${needle}\r\n`,
    outcome: anything,
  },
];
