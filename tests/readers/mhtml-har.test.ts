import { describe, expect, test } from 'vitest';
import { harRecording } from '../../src/engine/intake/readers/har-recording.ts';
import { mhtmlPage } from '../../src/engine/intake/readers/mhtml-page.ts';
import { withoutSecrets } from '../../src/engine/intake/readers/shared/page/har-secrets.ts';
import { makeHar, makeMhtml } from './made/captures.ts';
import { readerFor, readWith } from './made/collect.ts';
import { mail, multipart } from './made/mails.ts';
import { makePage } from './made/pages.ts';

describe('pages in one file (MHTML)', () => {
  test('are told from mail by what browsers write, whatever the name says', () => {
    expect(readerFor(makeMhtml(), 'page.eml')).toBe('mhtml');
    const letter = mail({
      headers: ['Content-Type: multipart/related; boundary=x'],
      body: multipart('x', ['Content-Type: text/html\r\n\r\n<p>hello</p>']),
    });
    expect(readerFor(letter, 'letter.mht')).toBe('eml');
  });

  test('give one item with address and time of the capture, quoted-printable undone', async () => {
    const { items, warnings, members } = await readWith(mhtmlPage, makeMhtml());
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'page',
      title: 'Otter Booster Club',
      url: 'https://social.example.com/posts/77',
      sentAt: { instant: '2026-03-10T15:00:00Z' },
    });
    expect(items[0]?.text).toContain('1 + 1 = 2, señora');
    expect(items[0]?.text).toContain('words of the frame');
    expect(warnings).toEqual(['1 parts that the page refers to are not in the file.']);
    expect(members.map((member) => [member.name, member.bytes.length])).toEqual([['team.jpg', 9000]]);
  });

  test('name no server whose content lies in the file', async () => {
    const { items } = await readWith(mhtmlPage, makeMhtml());
    const blocked = items[0]?.facts.find((fact) => fact.label.startsWith('Remote'))?.value;
    expect(blocked).toBe('from 1 servers: tracker.example.com');
  });

  test('that are cut off say so', async () => {
    const whole = makeMhtml();
    const { items, warnings } = await readWith(mhtmlPage, whole.subarray(0, whole.length - 2000));
    expect(items).toHaveLength(1);
    expect(warnings.join(' ')).toContain('cut off');
  });

  test('without a page are refused in words', async () => {
    const { refusal } = await readWith(
      mhtmlPage,
      `Content-Type: multipart/related; boundary=x\r\n\r\n${multipart('x', ['Content-Type: image/png\r\n\r\nx'])}`,
    );
    expect(refusal).toContain('No page');
  });

  test('of Internet Explorer and Word are known too', () => {
    const explorer = `From: "Saved by Windows Internet Explorer 8"\r\nSubject: x\r\nDate: Tue, 10 Mar 2026 10:42:00 -0400\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x"\r\n\r\n${multipart('x', ['Content-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n<p>hello</p>'])}`;
    const word = explorer.replace(/^From.*\r\nSubject.*\r\nDate.*\r\n/, '');
    expect(readerFor(explorer, 'a.mht')).toBe('mhtml');
    expect(readerFor(word, 'a.mht')).toBe('mhtml');
  });
});

describe('recordings of a browser (HAR)', () => {
  test('give one item with the words of the pages and of the answers made for programs', async () => {
    const har = makeHar();
    expect(readerFor(har, 'x.json')).toBe('har');
    const { items } = await readWith(harRecording, har);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'page', url: 'https://social.example.com/posts/77?token=[left out]' });
    expect(items[0]?.text).toContain('We lost because of the "refs".');
    expect(items[0]?.text).toContain('so true, coach');
    // The page names its publication, which goes before the time of the recording.
    expect(items[0]?.sentAt?.instant).toBe('2026-03-10T14:42:00Z');
    expect(items[0]?.facts).toContainEqual({ label: 'Saved at', value: '2026-03-10T15:00:00.000Z' });
  });

  test('name cookies, tokens and passwords as present and copy none of them', async () => {
    const { items, warnings } = await readWith(harRecording, makeHar());
    const all = JSON.stringify({ items, warnings });
    for (const secret of ['s3cr3tcookie', 'hunter2', 'bearer-abc', 'tok-123']) expect(all).not.toContain(secret);
    expect(warnings.join(' ')).toMatch(
      /cookies \(1 requests\), log-in headers \(1\), tokens in addresses \(1\), passwords or tokens in forms \(1\)/,
    );
  });

  test('say where the words of pages were not recorded', async () => {
    const { items, warnings } = await readWith(harRecording, makeHar({ bodies: false }));
    expect(items).toHaveLength(1);
    expect(warnings.join(' ')).toContain('addresses only');
  });

  test('count one broken request as one record that could not be read', async () => {
    const { items, unreadable } = await readWith(harRecording, makeHar({ broken: true }));
    expect(items).toHaveLength(1);
    expect(unreadable).toMatchObject([
      { where: 'request 5', because: 'it lacks the parts that a recording must have' },
    ]);
  });

  test('that are cut off are refused in words', async () => {
    const { refusal } = await readWith(harRecording, makeHar().slice(0, 700));
    expect(refusal).toContain('damaged or cut off');
  });

  test('leave the values of telling parameters out of addresses', () => {
    expect(withoutSecrets('https://a.example/?q=hi&access_token=abc#id_token=x')).toBe(
      'https://a.example/?q=hi&access_token=[left out]#id_token=[left out]',
    );
    expect(withoutSecrets('https://ana:pass@a.example/x')).toBe('https://a.example/x');
  });

  test('read a page kept as base64', async () => {
    const page = makePage({ body: 'señora' });
    const { items } = await readWith(harRecording, makeHar({ base64: page }));
    expect(items[0]?.text).toContain('señora');
  });
});
