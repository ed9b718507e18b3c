import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { emailMessage } from '../../src/engine/intake/readers/email-message.ts';
import { mailMoment } from '../../src/engine/intake/readers/shared/mail-date.ts';
import { readAddresses } from '../../src/engine/intake/readers/shared/mime/addresses.ts';
import { readerFor, readWith } from './made/collect.ts';
import { mail, multipart, nestedMail } from './made/mails.ts';

const read = (content: string | Uint8Array) => readWith(emailMessage, content, 'mail.eml');

describe('e-mail messages', () => {
  test('gives one item with sender, recipients, time, subject and words', async () => {
    const content = mail({ headers: ['Cc: "Ray, Coach" <ray@example.org>'], body: 'The bus leaves at 8.' });
    expect(readerFor(content, 'whatever.txt')).toBe('eml');
    const { items, warnings } = await read(content);
    expect(warnings).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'email',
      author: { name: 'Dana Whitfield', handle: 'dana.whitfield@example.org' },
      recipients: [
        { name: 'Jose Ruiz', handle: 'jose@example.org' },
        { name: 'Ray, Coach', handle: 'ray@example.org' },
      ],
      title: 'Field trip',
      text: 'The bus leaves at 8.',
      sentAt: { local: '2026-03-10T10:42:00', instant: '2026-03-10T14:42:00Z', zone: '-04:00', basis: 'offset' },
      thread: { id: 'trip-1@example.org', title: 'Field trip' },
    });
  });

  test('turns a message that is only HTML into words that can be searched, and runs nothing of it', async () => {
    const body =
      '<style>p{}</style><script>alert(1)</script><p>Dear parents,</p><p>see you <b>Friday</b>&nbsp;at&#32;noon</p><img src="http://tracker.example/x.gif" alt="map"><ul><li>coat</li></ul>';
    const { items } = await read(mail({ headers: ['Content-Type: text/html; charset=utf-8'], body }));
    expect(items[0]?.text).toBe('Dear parents,\n\nsee you Friday at noon\n\n[map]\n- coat');
  });

  test('takes the plain version of a message and both where they say different things', async () => {
    const make = (plain: string, html: string): string =>
      mail({
        headers: ['Content-Type: multipart/alternative; boundary=x'],
        body: multipart('x', [`Content-Type: text/plain\r\n\r\n${plain}`, `Content-Type: text/html\r\n\r\n${html}`]),
      });
    const same = await read(
      make('The bus leaves at eight from the gym', '<p>The bus leaves at <i>eight</i> from the gym</p>'),
    );
    expect(same.items[0]?.text).toBe('The bus leaves at eight from the gym');
    const different = await read(
      make('Nothing to see in this version today', '<p>Transfer the money before Monday or else regret everything</p>'),
    );
    expect(different.items[0]?.text).toContain('Nothing to see');
    expect(different.items[0]?.text).toContain('regret everything');
    expect(different.warnings[0]).toContain('say different things');
  });

  test('gives attachments, inline pictures and attached messages as members, each named once', async () => {
    const inner = mail({ headers: ['Subject: The first one'], body: 'inside' });
    const body = multipart('x', [
      'Content-Type: text/plain\r\n\r\nsee attached',
      'Content-Type: image/png; name="a.png"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="a.png"\r\n\r\naGVsbG8=',
      'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <p1>\r\nContent-Disposition: inline; filename="a.png"\r\n\r\nd29ybGQ=',
      `Content-Type: message/rfc822\r\n\r\n${inner}`,
      "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*0*=utf-8''r%C3%A9sum; filename*1=e.pdf\r\n\r\n%PDF-1.4",
    ]);
    const { items, members } = await read(mail({ headers: ['Content-Type: multipart/mixed; boundary=x'], body }));
    expect(items[0]?.attachments).toEqual(['a.png', 'a (2).png', 'The first one.eml', 'résume.pdf']);
    expect(members.map((member) => [member.name, member.role])).toEqual(
      items[0]?.attachments.map((name) => [name, 'attachment']),
    );
    expect(Buffer.from(members[0]?.bytes ?? []).toString()).toBe('hello');
    expect(Buffer.from(members[2]?.bytes ?? []).toString()).toBe(inner);
  });

  test('tells signature lines and quoted replies apart from the new words', async () => {
    const body = [
      'I will not change the grade.',
      '',
      'Best,',
      'Dana Whitfield',
      'Grade 6 Science, Alder Cove School',
      'Go Otters',
      '',
      'On Mon, Mar 9, 2026 at 9:00 AM Jose Ruiz <jose@example.org> wrote:',
      '> Please change it.',
      '> Jose',
    ].join('\r\n');
    const { items } = await read(mail({ body }));
    expect(items.map((item) => [item.derived, item.kind, item.text])).toEqual([
      [null, 'email', 'I will not change the grade.\n\nBest,'],
      ['signature', 'signature', 'Dana Whitfield\nGrade 6 Science, Alder Cove School\nGo Otters'],
      [
        'quoted-reply',
        'email',
        'On Mon, Mar 9, 2026 at 9:00 AM Jose Ruiz <jose@example.org> wrote:\n> Please change it.\n> Jose',
      ],
    ]);
    expect(items[2]?.author).toEqual({ name: 'Jose Ruiz', handle: 'jose@example.org' });
    expect(items[2]?.sentAt).toBeNull();
  });

  test('finds the signature and the quotation of a web mail by their marks in HTML', async () => {
    const body =
      '<div>New words</div><div class="gmail_signature">Dana<br>Teacher</div><div class="gmail_quote"><div>On Mon, Mar 9, 2026 at 9:00 AM Jose &lt;j@x.org&gt; wrote:</div><blockquote>Old words</blockquote></div>';
    const { items } = await read(mail({ headers: ['Content-Type: text/html'], body }));
    expect(items.map((item) => [item.derived, item.text])).toEqual([
      [null, 'New words'],
      ['signature', 'Dana\nTeacher'],
      ['quoted-reply', 'On Mon, Mar 9, 2026 at 9:00 AM Jose <j@x.org> wrote:\n> Old words'],
    ]);
  });

  test('joins words that were split in the middle of a letter, and widens charsets that name too little', async () => {
    const { items } = await read(
      mail({
        headers: [
          'Subject: =?utf-8?B?bWHDsQ==?= =?utf-8?Q?ana_se=C3?= =?utf-8?Q?=B1or?=',
          'Content-Type: text/plain; charset=iso-8859-1',
          'Content-Transfer-Encoding: quoted-printable',
        ],
        body: 'He said =93no=94 for 5 =80 and went =\r\nhome',
      }),
    );
    expect(items[0]?.title).toBe('mañana señor');
    expect(items[0]?.text).toBe('He said “no” for 5 € and went home');
  });

  test('joins flowing lines and keeps quoted ones', async () => {
    const { items } = await read(
      mail({
        headers: ['Content-Type: text/plain; format=flowed'],
        body: 'one \r\ntwo\r\n\r\nthree\r\n> old \r\n> words',
      }),
    );
    expect(items.map((item) => item.text)).toEqual(['one two\n\nthree', '> old \n> words']);
  });

  test('takes the first server’s time for a message without a date, and says so', async () => {
    const received = 'Received: from a by b; Tue, 10 Mar 2026 10:43:00 -0400 (EDT)';
    const { items, warnings } = await read(mail({ headers: ['Date: -', received], body: 'x' }));
    expect(items[0]?.sentAt).toMatchObject({ local: '2026-03-10T10:43:00', certainty: 'assumed' });
    expect(warnings[0]).toContain('no date of its own');
  });

  test('keeps a date that cannot be read with its words and no time', async () => {
    const { items, warnings } = await read(mail({ headers: ['Date: sometime in spring'], body: 'x' }));
    expect(items[0]?.sentAt).toMatchObject({ asWritten: 'sometime in spring', local: null, instant: null });
    expect(warnings[0]).toContain('cannot be read');
  });

  test('reads the headers of an encrypted message and says what to ask for', async () => {
    const smime = 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m';
    const { items, facts, warnings } = await read(mail({ headers: [smime], body: 'MIIB' }));
    expect(items[0]?.title).toBe('Field trip');
    expect(facts.encrypted).toBe(true);
    expect(warnings[0]).toContain('encrypted (S/MIME)');
  });

  test('opens a message whose boundary never closes and says that it may be cut off', async () => {
    const body = '--x\r\nContent-Type: text/plain\r\n\r\nhalf of the wor';
    const { items, warnings } = await read(mail({ headers: ['Content-Type: multipart/mixed; boundary=x'], body }));
    expect(items[0]?.text).toBe('half of the wor');
    expect(warnings[0]).toContain('may be cut off');
  });

  test('is not fooled by a boundary that begins like another one', async () => {
    const body =
      '--ab\r\nContent-Type: text/plain\r\n\r\nfirst\r\n--abc is no boundary\r\n--ab\r\n\r\nsecond\r\n--ab--\r\n';
    const { items } = await read(mail({ headers: ['Content-Type: multipart/mixed; boundary=ab'], body }));
    expect(items[0]?.text).toBe('first\n--abc is no boundary\n\nsecond');
  });

  test('stops at 20 levels of a message nested 1,000 deep, at once', async () => {
    const before = performance.now();
    const { items, warnings } = await read(nestedMail(1000));
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(items).toHaveLength(1);
    expect(warnings).toContain('Parts nested deeper than 20 levels were not opened.');
  });

  test('reads the first 2,000 of 100,000 parts and a megabyte of headers without stopping', async () => {
    const many = mail({
      headers: ['Content-Type: multipart/mixed; boundary=x'],
      body: multipart(
        'x',
        Array.from({ length: 100_000 }, () => '\r\na'),
      ),
    });
    const parts = await read(many);
    expect(parts.warnings.some((text) => text.includes('first 2000 parts'))).toBe(true);
    const long = await read(mail({ headers: [`X-Long: ${'a '.repeat(500_000)}`], body: 'words' }));
    expect(long.items[0]?.text).toBe('words');
    expect(long.warnings[0]).toContain('256 KB');
  });

  test('reads HTML nested 20,000 deep', async () => {
    const { items } = await read(
      mail({ headers: ['Content-Type: text/html'], body: `${'<div>'.repeat(20_000)}words${'</div>'.repeat(20_000)}` }),
    );
    expect(items[0]?.text).toBe('words');
  });

  test('agrees with another mail parser about ordinary messages', async () => {
    const body = multipart('x', [
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nTWHDsWFuYSBhIGxhcyA4',
      'Content-Type: text/csv; name="list.csv"\r\nContent-Disposition: attachment; filename="list.csv"\r\n\r\na,b',
    ]);
    const content = mail({
      headers: [
        'To: "Ruiz, Jose" <jose@example.org>, Ana <ana@example.org>',
        'Content-Type: multipart/mixed; boundary=x',
      ],
      body,
    });
    const other = await simpleParser(content);
    const { items, members } = await read(content);
    expect(items[0]?.text).toBe(other.text?.trim());
    expect(items[0]?.title).toBe(other.subject);
    expect(items[0]?.sentAt?.instant).toBe(other.date?.toISOString().replace('.000', ''));
    expect(members.map((member) => member.name)).toEqual(other.attachments.map((attachment) => attachment.filename));
  });
});

describe('dates of mail', () => {
  test.each([
    ['Tue, 10 Mar 2026 10:42:00 -0400', '2026-03-10T14:42:00Z', 'offset'],
    ['10 Mar 26 10:42 EST', '2026-03-10T15:42:00Z', 'zone-labelled'],
    ['Tue, 10 Mar 2026 10:42:00 GMT', '2026-03-10T10:42:00Z', 'utc-labelled'],
    ['Tue, 10 Mar 2026 10:42:00 -0000', '2026-03-10T10:42:00Z', 'utc-labelled'],
    ['Wed, 10 Mar 2026 24:00:00 +0100 (CET)', '2026-03-10T23:00:00Z', 'offset'],
    ['mar, 10 mars 2026 10:42:00 +0100', '2026-03-10T09:42:00Z', 'offset'],
  ])('reads "%s"', (written, instant, basis) => {
    expect(mailMoment(written, null)).toMatchObject({ instant, basis, certainty: 'stated' });
  });

  test('leaves a time without a zone floating', () => {
    expect(mailMoment('Tue, 10 Mar 2026 10:42:00', null)).toMatchObject({
      local: '2026-03-10T10:42:00',
      instant: null,
      zone: null,
    });
  });

  test('gives no time for a day that does not exist', () => {
    expect(mailMoment('Tue, 31 Feb 2026 10:42:00 +0000', null).local).toBeNull();
  });
});

describe('addresses of mail', () => {
  test.each([
    ['a@x.org', [{ name: null, handle: 'a@x.org' }]],
    [
      '"Ruiz, Ana" <a@x.org>, b@x.org (Ben)',
      [
        { name: 'Ruiz, Ana', handle: 'a@x.org' },
        { name: 'Ben', handle: 'b@x.org' },
      ],
    ],
    [
      'Staff: a@x.org, b@x.org;',
      [
        { name: null, handle: 'a@x.org' },
        { name: null, handle: 'b@x.org' },
      ],
    ],
    ['=?utf-8?Q?Jos=C3=A9?= <j@x.org', [{ name: 'José', handle: 'j@x.org' }]],
    ['undisclosed-recipients:;', []],
    ['"unclosed <a@x.org>', [{ name: 'unclosed <a@x.org', handle: null }]],
  ])('reads %s', (list, parties) => {
    expect(readAddresses(list)).toEqual(parties);
  });
});
