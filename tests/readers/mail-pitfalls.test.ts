import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailMessage } from '../../src/engine/intake/readers/email-message.ts';
import { decodeText } from '../../src/engine/intake/readers/shared/decode-text.ts';
import { openCms } from '../../src/engine/intake/readers/shared/mail/cms.ts';
import { splitInlineFiles } from '../../src/engine/intake/readers/shared/mail/inline-files.ts';
import { mailMoment } from '../../src/engine/intake/readers/shared/mail-date.ts';
import { readerFor, readWith } from './made/collect.ts';
import { cms, der } from './made/mailboxes.ts';
import { mail, multipart } from './made/mails.ts';

const read = (content: string | Uint8Array) => readWith(emailMessage, content, 'mail.eml');
const typed = (type: string, body: string, ...more: readonly string[]): string =>
  mail({ headers: [`Content-Type: ${type}`, ...more], body });
const factsOf = (found: Awaited<ReturnType<typeof read>>, label: string): string[] =>
  (found.items[0]?.facts ?? []).filter((fact) => fact.label === label).map((fact) => fact.value);

describe('dates of mail in the ways programs write them', () => {
  test.each([
    ['Tue, 10 Mar 2026 10:42:00 -0400 (EDT)', '2026-03-10T14:42:00Z'],
    ['Tue, 10 Mar 2026 10:42 -0400', '2026-03-10T14:42:00Z'],
    ['Tue,10 Mar 2026 10:42:00 -0400', '2026-03-10T14:42:00Z'],
    ['Tue (a day) , 10 Mar (the third) 2026 10:42:00 -0400', '2026-03-10T14:42:00Z'],
    ['10 Mar 26 10:42:00 EDT', '2026-03-10T14:42:00Z'],
    ['Tue, 10 Mar 126 10:42:00 +0000', '2026-03-10T10:42:00Z'],
    ['Tue Mar 10 10:42:00 2026', null],
    ['Tue Mar 10 10:42:00 EST 2026', '2026-03-10T15:42:00Z'],
    ['Tue Mar 10 10:42:00 2026 -0400', '2026-03-10T14:42:00Z'],
    ['Tue, Mar 10, 2026 at 10:42 PM -0400', '2026-03-11T02:42:00Z'],
    ['March 10, 2026 12:05 AM +0000', '2026-03-10T00:05:00Z'],
    ['10 Mar 2026 10:42:00 PM +0000', '2026-03-10T22:42:00Z'],
    ['2026-03-10T10:42:00-04:00', '2026-03-10T14:42:00Z'],
    ['2026-03-10 10:42:00.123 +0000', '2026-03-10T10:42:00Z'],
    ['Tue, 10 Mar 2026 10:42:00 GMT+0200', '2026-03-10T08:42:00Z'],
    ['Tue, 10 Mar 2026 10:42:00 Z', '2026-03-10T10:42:00Z'],
    ['Tue, 10 Mar 2026 10:42:00 A', '2026-03-10T10:42:00Z'],
    ['Tue, 10 Mar 2026 10:42:00 CEST', '2026-03-10T08:42:00Z'],
    ['Tue, 10 Mar 2026 10:42:00 (CET)', '2026-03-10T09:42:00Z'],
    ['Wed, 11 Mar 2026 10:42:00 -0400', '2026-03-11T14:42:00Z'],
    ['Thu, 1 Jan 1970 00:00:00 +0000', '1970-01-01T00:00:00Z'],
    ['Tue, 19 Jan 2038 03:14:08 +0000', '2038-01-19T03:14:08Z'],
    ['di, 10 mrt 2026 10:42:00 +0100', '2026-03-10T09:42:00Z'],
    ['lun., 15 juin 2026 10:42:00 +0200', '2026-06-15T08:42:00Z'],
    ['mer., 15 juil. 2026 10:42:00 +0200', '2026-07-15T08:42:00Z'],
    ['вт, 10 мар 2026 10:42:00 +0300', '2026-03-10T07:42:00Z'],
    ['martes, 10 de marzo de 2026 10:42:00 +0000', '2026-03-10T10:42:00Z'],
    ['2026年3月10日 10:42:00 +0900', '2026-03-10T01:42:00Z'],
  ])('are read: %s', (written, instant) => {
    const moment = mailMoment(written, null);
    expect(moment.local).not.toBeNull();
    expect(moment.instant).toBe(instant);
    expect(moment.certainty).toBe('stated');
  });

  test('stay open where day and month could be either, with both readings and a warning', async () => {
    const { items, warnings } = await read(mail({ headers: ['Date: 03/04/2026 10:42'] }));
    expect(items[0]?.sentAt).toMatchObject({
      certainty: 'ambiguous',
      readings: ['2026-03-04T10:42:00', '2026-04-03T10:42:00'],
      instant: null,
    });
    expect(warnings[0]).toContain('day/month or as month/day');
    expect(mailMoment('13/04/2026 10:42', null)).toMatchObject({ local: '2026-04-13T10:42:00', certainty: 'stated' });
  });

  test('are told as facts where the weekday is wrong or the first server took the mail on another day', async () => {
    const late = 'Received: from a by b; Fri, 20 Mar 2026 10:43:00 -0400';
    const found = await read(mail({ headers: ['Date: Mon, 10 Mar 2026 10:42:00 -0400', late] }));
    expect(factsOf(found, 'Date')[0]).toContain('mon');
    expect(factsOf(found, 'Taken by the first mail server')).toEqual(['Fri, 20 Mar 2026 10:43:00 -0400']);
    expect(found.warnings).toEqual([]);
  });

  test('never fail, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '0', ' ', ':', '/', '-', 'Mar', ',', '(', ')', 'T', '+', 'é') }),
        (text) => {
          const { local, certainty } = mailMoment(text, null);
          expect(local === null ? certainty : 'read').toBe(local === null ? 'ambiguous' : 'read');
        },
      ),
    );
  });
});

describe('letters of mail', () => {
  test.each([
    ['=?gb2312?B?1tC5+oJG?=', '中国侳'],
    ['=?us-ascii?Q?caf=C3=A9?=', 'café'],
    ['=?x-unknown?Q?plain?=', 'plain'],
    ['=?utf-7?Q?Hi+AOk-?=', 'Hié'],
    ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['=?windows-1251?B?z/Do4uXy?=', 'Привет'],
    ['=?utf-8?Q?a?= =?utf-8?Q?b?= c =?utf-8?Q?d?=', 'ab c d'],
    ['"=?utf-8?Q?Jos=C3=A9?="', '"José"'],
    ['=?utf-8*en?Q?lang?=', 'lang'],
    ['=?utf-8?Q?not closed', '=?utf-8?Q?not closed'],
  ])('in a subject: %s', async (written, words) => {
    const { items } = await read(mail({ headers: [`Subject: ${written}`] }));
    expect(items[0]?.title).toBe(words);
  });

  test('are read from raw headers in UTF-8 and in the sets of one country', async () => {
    const utf8 = await read(mail({ headers: ['Subject: señor'] }));
    expect(utf8.items[0]?.title).toBe('señor');
    const old = await read(Buffer.from(mail({ headers: ['Subject: señor'] }), 'latin1'));
    expect(old.items[0]?.title).toBe('señor');
  });

  test('of Japanese mail are read even where no charset or a wrong one is named', () => {
    const words = Buffer.from('\u001b$BF|K\\\u001b(B', 'latin1');
    expect(decodeText(words).text).toBe('日本');
    expect(decodeText(words, 'us-ascii').text).toBe('日本');
  });

  test('in the names of files are put together from pieces, and the name of the disposition goes before the other', async () => {
    const part =
      'Content-Type: application/pdf; name="other.pdf"\r\nContent-Disposition: attachment;\r\n filename*0*=utf-8\'\'%e2%82%ac;\r\n filename*1*=%20rates;\r\n filename*2=.pdf\r\n\r\nx';
    const { members } = await read(typed('multipart/mixed; boundary=b', multipart('b', [part])));
    expect(members[0]?.name).toBe('€ rates.pdf');
  });

  test('contradicted by the page’s own charset follow the header', async () => {
    const body = Buffer.concat([
      Buffer.from(typed('text/html; charset=utf-8', '<meta charset="iso-8859-1"><p>')),
      Buffer.from('señor</p>'),
    ]);
    expect((await read(body)).items[0]?.text).toBe('señor');
  });
});

describe('the structure of mail', () => {
  test('may lack a boundary or name a wrong one: the parts are found by what they show', async () => {
    const parts = multipart('real', ['Content-Type: text/plain\r\n\r\none', 'Content-Type: text/plain\r\n\r\ntwo']);
    for (const type of ['multipart/mixed', 'multipart/mixed; boundary="wrong"']) {
      const { items, warnings } = await read(typed(type, parts));
      expect(items[0]?.text).toBe('one\n\ntwo');
      expect(warnings[0]).toContain('does not say where each begins');
    }
  });

  test('may have blanks after a boundary, quoted specials in it, and words before and after all parts', async () => {
    const body = 'preamble\r\n--a b:c \r\n\r\none\r\n--a b:c-- \r\nepilogue';
    expect((await read(typed('multipart/mixed; boundary="a b:c"', body))).items[0]?.text).toBe('one');
  });

  test('may lack the blank line after the headers', async () => {
    const { items } = await read(
      'From: a@x.org\r\nTo: b@x.org\r\nSubject: s\r\nThese words follow at once.\r\nAnd: these too.\r\n',
    );
    expect(items[0]?.text).toBe('These words follow at once.\nAnd: these too.');
    expect(items[0]?.title).toBe('s');
  });

  test('may hold a broken line among the headers', async () => {
    const { items } = await read(
      'From: a@x.org\r\nbroken by a program\r\nSubject: s\r\nDate: Tue, 10 Mar 2026 10:42:00 +0000\r\n\r\nwords',
    );
    expect(items[0]).toMatchObject({ title: 's', text: 'words' });
  });

  test('may end its lines with CR or LF alone, fold with tabs, and hold zero bytes', async () => {
    const content = mail({ headers: ['Subject: one\r\n\ttwo'], body: 'wo\0rds' });
    for (const breaks of ['\n', '\r']) {
      const { items } = await read(content.replaceAll('\r\n', breaks));
      expect(items[0]).toMatchObject({ title: 'one two', text: 'words' });
    }
    expect(readerFor(content, 'x.bin')).toBe('eml');
  });

  test('may encode a whole multipart or an attached message, which no rule allows', async () => {
    const inner = mail({ headers: ['Subject: Inner'], body: 'inner words' });
    const encoded = Buffer.from(inner).toString('base64');
    const part = `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`;
    const attached = await read(typed('multipart/mixed; boundary=b', multipart('b', [part])));
    expect(attached.members.map((member) => member.name)).toEqual(['Inner.eml']);
    expect(Buffer.from(attached.members[0]?.bytes ?? []).toString()).toBe(inner);
    const parts = Buffer.from(multipart('b', ['\r\none', '\r\ntwo'])).toString('base64');
    const whole = await read(typed('multipart/mixed; boundary=b', parts, 'Content-Transfer-Encoding: base64'));
    expect(whole.items[0]?.text).toBe('one\n\ntwo');
  });

  test('of a digest gives messages, of a report the report beside its words', async () => {
    const digest = multipart('b', [
      `\r\n${mail({ headers: ['Subject: First'] })}`,
      `\r\n${mail({ headers: ['Subject: Second'] })}`,
    ]);
    const found = await read(typed('multipart/digest; boundary=b', digest));
    expect(found.members.map((member) => member.name)).toEqual(['First.eml', 'Second.eml']);
    const report = multipart('b', [
      'Content-Type: text/plain\r\n\r\nnot delivered',
      'Content-Type: message/delivery-status\r\n\r\nStatus: 5.1.1',
    ]);
    const bounced = await read(typed('multipart/report; boundary=b', report));
    expect(bounced.items[0]?.text).toBe('not delivered');
    expect(bounced.members.map((member) => member.name)).toEqual(['attachment 1.txt']);
  });

  test('that points to another computer or is one piece of a message is said and never fetched', async () => {
    const elsewhere = typed(
      'message/external-body; access-type=URL; URL="https://far.example/list.pdf"',
      'Content-Type: application/pdf\r\n\r\n',
    );
    const far = await read(elsewhere);
    expect(far.members).toEqual([]);
    expect(factsOf(far, 'Part kept elsewhere, not fetched')).toEqual(['URL https://far.example/list.pdf']);
    const piece = await read(typed('message/partial; id="p@x"; number=1; total=2', 'Subject: inner\r\n\r\nfirst half'));
    expect(piece.items[0]?.text).toContain('first half');
    expect(piece.warnings[0]).toContain('one piece of a message');
  });

  test('may hold base64 with junk and quoted-printable that ends in a soft line break', async () => {
    const base64 = await read(typed('text/plain', 'aGVs bG8=\r\n!!\r\nIHRoZXJl', 'Content-Transfer-Encoding: base64'));
    expect(base64.items[0]?.text).toBe('hello there');
    const printable = await read(typed('text/plain', 'half=', 'Content-Transfer-Encoding: quoted-printable'));
    expect(printable.items[0]?.text).toBe('half');
  });

  test('that gives two From lines is read by the first, and says so', async () => {
    const found = await read(`From: a@x.org\r\n${mail({})}`);
    expect(found.items[0]?.author?.handle).toBe('a@x.org');
    expect(factsOf(found, 'Headers')).toEqual(['more than one From line']);
  });

  test('of 10,000 headers is read at once', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `X-Number-${index}: a`).join('\r\n');
    const before = performance.now();
    expect((await read(`${many.slice(0, 200_000)}\r\n${mail({ body: 'words' })}`)).items).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('files among the words of a mail', () => {
  test('are taken out of uuencode and yEnc, and the words stay', async () => {
    const uu = 'before\r\nbegin 644 hello.txt\r\n+:&5L;&\\@=V]R;&0\r\n`\r\nend\r\nafter';
    const { items, members } = await read(mail({ body: uu }));
    expect(items[0]?.text).toBe('before\nafter');
    expect(members.map((member) => [member.name, Buffer.from(member.bytes).toString()])).toEqual([
      ['hello.txt', 'hello world'],
    ]);
    const yenc = Buffer.concat([
      Buffer.from('x\r\n=ybegin line=128 size=4 name=y.bin\r\n', 'latin1'),
      Buffer.from([0x2b, 0x3d, 0x40, 0x2c]),
      Buffer.from('\r\n=yend size=3\r\n'),
    ]);
    const found = splitInlineFiles(yenc);
    expect([...(found.files[0]?.bytes ?? [])]).toEqual([1, 214, 2]);
    expect(found.files[0]?.name).toBe('y.bin');
  });

  test('are not seen in words that only begin alike', async () => {
    const { items, members } = await read(
      mail({ body: 'begin 644 the day\r\nwith coffee, please\r\nand end it well' }),
    );
    expect(members).toEqual([]);
    expect(items[0]?.text).toContain('begin 644 the day');
  });

  test('come out as they were put in', () => {
    const encode = (bytes: Uint8Array): string => {
      const lines: string[] = [];
      for (let at = 0; at < bytes.length; at += 45) {
        const row = bytes.subarray(at, at + 45);
        let line = String.fromCharCode(32 + row.length);
        for (let index = 0; index < row.length; index += 3) {
          const [a = 0, b = 0, c = 0] = row.subarray(index, index + 3);
          for (const value of [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]) {
            line += value === 0 ? '`' : String.fromCharCode(32 + value);
          }
        }
        lines.push(line);
      }
      return lines.join('\n');
    };
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        const { files } = splitInlineFiles(Buffer.from(`begin 644 a.bin\n${encode(bytes)}\n\`\nend\n`));
        expect([...(files[0]?.bytes ?? [])]).toEqual([...bytes]);
      }),
    );
  });
});

describe('signed and encrypted mail', () => {
  const inside = Buffer.from('Content-Type: text/plain\r\n\r\nsigned words');
  const packed = (bytes: Uint8Array, type = 'signed-data'): string =>
    typed(
      `application/pkcs7-mime; smime-type=${type}; name=smime.p7m`,
      Buffer.from(bytes).toString('base64'),
      'Content-Transfer-Encoding: base64',
    );

  test('with the signature beside the words is read whole, and says that it is signed', async () => {
    const body = multipart('b', [
      'Content-Type: text/plain\r\n\r\nsigned words',
      'Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB',
    ]);
    const found = await read(typed('multipart/signed; protocol="application/pkcs7-signature"; boundary=b', body));
    expect(found.items[0]?.text).toBe('signed words');
    expect(factsOf(found, 'Signature')).toEqual(['signed (S/MIME); not checked']);
    expect(found.warnings).toEqual([]);
    expect(found.members).toEqual([]);
  });

  test('is taken out of its package, in one piece and in the pieces of streaming programs', async () => {
    for (const streamed of [false, true]) {
      const found = await read(packed(cms(2, inside, streamed)));
      expect(found.items[0]?.text).toBe('signed words');
      expect(found.warnings).toEqual([]);
    }
  });

  test('inside a compressed package is unpacked', () => {
    const id = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
    const info = der(0x30, id('2a864886f70d010701'), der(0xa0, der(0x04, deflateSync(inside))));
    const data = der(0x30, der(0x02, Buffer.from([0])), der(0x30), info);
    const opened = openCms(der(0x30, id('2a864886f70d0109100109'), der(0xa0, data)), 10_000);
    expect(opened?.kind === 'compressed' ? Buffer.from(opened.content ?? []).toString() : opened).toBe(
      inside.toString(),
    );
  });

  test('that is encrypted gives its headers and says what to ask for, whatever the type claims', async () => {
    const found = await read(packed(cms(3, inside)));
    expect(found.items[0]).toMatchObject({ title: 'Field trip', text: '' });
    expect(found.facts.encrypted).toBe(true);
    expect(found.warnings[0]).toContain('encrypted (S/MIME)');
  });

  test('keeps its true subject in a protected part', async () => {
    const body = multipart('b', [
      'Content-Type: text/plain; protected-headers="v1"\r\nSubject: The true subject\r\n\r\nwords',
      'Content-Type: application/pgp-signature; name=signature.asc\r\n\r\n-----BEGIN PGP SIGNATURE-----',
    ]);
    const found = await read(
      typed('multipart/signed; protocol="application/pgp-signature"; boundary=b', body, 'Subject: ...'),
    );
    expect(found.items[0]?.title).toBe('The true subject');
    expect(factsOf(found, 'Signature')).toEqual(['signed (PGP); not checked']);
  });

  test('with PGP among its words says which of them cannot be read', async () => {
    const sealed = await read(mail({ body: '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----' }));
    expect(sealed.facts.encrypted).toBe(true);
    const signed = await read(mail({ body: '-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nwords' }));
    expect(factsOf(signed, 'Signature')).toEqual(['signed (PGP); not checked']);
  });

  test('never breaks the reader, whatever its package holds', () => {
    const good = cms(2, inside, true);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const bytes = Buffer.from(good);
        bytes[at] = value;
        const opened = openCms(bytes, 10_000);
        expect(opened === null || ['signed', 'compressed', 'encrypted'].includes(opened.kind)).toBe(true);
      }),
    );
    expect(openCms(Buffer.from('3080'.repeat(5000), 'hex'), 10_000)).toBeNull();
  });
});

describe('what a mail would have done when opened', () => {
  test('is listed as computers that were not asked, and hidden words are said to be there', async () => {
    const body =
      '<base href="https://base.example/"><img src="http://one.example/x.gif"><table background=//two.example/b></table><div style="background:url(https://three.example/c)"></div><p style="display:none">secret</p><a href="https://link.example/">go</a>';
    const found = await read(typed('text/html', body));
    expect(factsOf(found, 'Remote content, not fetched')).toEqual([
      'base.example, one.example, two.example, three.example',
    ]);
    expect(factsOf(found, 'Formatting')).toHaveLength(1);
    expect(found.items[0]?.text).toContain('secret');
  });
});

describe('threads', () => {
  test('are the same over several files: the first message names them', async () => {
    const first = await read(mail({ headers: ['Message-ID: <root@x>'] }));
    const second = await read(
      mail({ headers: ['Message-ID: <b@x>', 'In-Reply-To: <root@x>', 'Subject: RE: Field trip'] }),
    );
    const third = await read(
      mail({ headers: ['Message-ID: <c@x>', 'References: <root@x>\r\n <b@x>', 'In-Reply-To: <b@x>'] }),
    );
    expect([first, second, third].map((each) => each.items[0]?.thread?.id)).toEqual(['root@x', 'root@x', 'root@x']);
    expect(second.items[0]?.thread?.title).toBe('Field trip');
    expect(factsOf(third, 'Earlier messages of the thread')).toEqual(['<root@x> <b@x>']);
  });

  test('are joined by Outlook’s index where a mail names no message', async () => {
    const index = Buffer.alloc(27, 5).toString('base64');
    const make = (topic: string): string => mail({ headers: ['Message-ID: -', `Thread-Index: ${topic}`] });
    const [one, two] = [await read(make(index)), await read(make(Buffer.alloc(32, 5).toString('base64')))];
    expect(one.items[0]?.thread?.id).toBe(two.items[0]?.thread?.id);
  });

  test('a part that says it is uuencoded, as old programs wrote files', async () => {
    const content =
      'From: a@example.org\nTo: b@example.org\nDate: Tue, 10 Mar 2026 10:42:00 -0400\nMIME-Version: 1.0\nContent-Type: image/gif; name=dot.gif\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 dot.gif\n#0V%T\n`\nend\n';
    const { members } = await readWith(emailMessage, content);
    expect(members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['dot.gif', 'Cat']]);
  });

  test('one header and words, where the name says that it is a message', () => {
    expect(readerFor('Subject: Practice\n\nAt six.\n', 'message.eml')).toBe('eml');
    expect(readerFor('Subject: Practice\n\nAt six.\n', 'notes.txt')).toBe('text');
  });
});
