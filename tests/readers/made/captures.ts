import { makePage, postPage } from './pages.ts';

function quotedPrintable(text: string): string {
  let out = '';
  let length = 0;
  for (const byte of Buffer.from(text)) {
    const plain = byte === 10 || (byte >= 32 && byte <= 126 && byte !== 61);
    const sign = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    length = byte === 10 ? 0 : length + sign.length;
    if (length > 72) {
      out += '=\r\n';
      length = sign.length;
    }
    out += sign;
  }
  return out;
}

/** A page as Chrome saves it in one file. */
export function makeMhtml(): Buffer {
  const url = 'https://social.example.com/posts/77';
  const boundary = '----MultipartBoundary--abc123----';
  const page = makePage({
    body: '<p>1 + 1 = 2, señora</p><img src="https://cdn.example.net/team.jpg"><img src="https://tracker.example.com/x.gif"><img src="cid:gone@mhtml.blink"><iframe src="cid:frame-1@mhtml.blink"></iframe>',
  });
  const parts = [
    `Content-Type: text/html\r\nContent-ID: <frame-0@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${url}\r\n\r\n${quotedPrintable(page)}`,
    `Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://frame.example.com/\r\n\r\n${quotedPrintable('<html><body>words of the frame</body></html>')}`,
    `Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://cdn.example.net/team.jpg\r\n\r\n${Buffer.alloc(9000, 9).toString('base64')}`,
  ];
  const head = [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${url}`,
    'Subject: Otter Booster Club',
    'Date: Tue, 10 Mar 2026 15:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${boundary}"`,
  ];
  return Buffer.from(
    `${head.join('\r\n')}\r\n\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`,
  );
}

/** A recording as a browser's developer tools write it. */
export function makeHar({ bodies = true, broken = false, base64 = '' } = {}): string {
  const url = 'https://social.example.com/posts/77?token=tok-123';
  const at = '2026-03-10T15:00:00.000Z';
  const empty = { cookies: [], headers: [] };
  const content = (mimeType: string, text: string) =>
    bodies ? { mimeType, text, size: text.length } : { mimeType, size: 9 };
  const first =
    base64 === ''
      ? content('text/html', postPage)
      : { mimeType: 'text/html; charset=utf-8', text: Buffer.from(base64).toString('base64'), encoding: 'base64' };
  const entries: unknown[] = [
    {
      startedDateTime: at,
      request: {
        method: 'GET',
        url,
        cookies: [{ name: 'sid', value: 's3cr3tcookie' }],
        headers: [{ name: 'Cookie', value: 'sid=s3cr3tcookie' }],
      },
      response: { ...empty, status: 200, content: { ...first } },
    },
    {
      startedDateTime: at,
      request: {
        method: 'GET',
        url: 'https://api.example.com/comments',
        ...empty,
        headers: [{ name: 'Authorization', value: 'bearer-abc' }],
      },
      response: {
        ...empty,
        status: 200,
        content: content(
          'application/json',
          JSON.stringify({ comments: [{ text: 'so true, coach', access_token: 'tok-123' }] }),
        ),
      },
    },
    {
      startedDateTime: at,
      request: {
        method: 'POST',
        url: 'https://api.example.com/login',
        ...empty,
        postData: { mimeType: 'x', params: [{ name: 'password', value: 'hunter2' }] },
      },
      response: { ...empty, status: 302, content: { mimeType: 'text/html' } },
    },
    {
      startedDateTime: at,
      request: { method: 'GET', url: 'https://cdn.example.net/a.png', ...empty },
      response: { ...empty, status: 200, content: content('image/png', 'iVBORw0KGgo=') },
    },
  ];
  if (broken) entries.push({ startedDateTime: 5 });
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [{ startedDateTime: at, id: 'page_1', title: url }],
      entries,
    },
  });
}
