import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentAsIso } from '../../src/engine/intake/readers/shared/moments.ts';
import { waczArchive } from '../../src/engine/intake/readers/wacz-archive.ts';
import { warcArchive } from '../../src/engine/intake/readers/warc-archive.ts';
import { readerFor, readWith } from './made/collect.ts';
import { makePage } from './made/pages.ts';
import { answer, makeWacz, makeWarc, record } from './made/web-archives.ts';

const url = 'https://social.example.com/posts/77';
const page = makePage({ body: '<p>We lost because of the refs.</p>' });
const response = (content: Buffer, headers: readonly string[] = [], address = url) =>
  record({ type: 'response', url: address, content, headers });
const read = (bytes: Uint8Array) => readWith(warcArchive, bytes, 'capture.warc');

function factOf(item: { facts: { label: string; value: string }[] } | undefined, label: string): string | null {
  return item?.facts.find((fact) => fact.label === label)?.value ?? null;
}

describe('web archives (WARC)', () => {
  test.each([false, true])(
    'give one item for each captured page and none for other records (packed: %s)',
    async (packed) => {
      const warc = makeWarc(
        [
          response(answer(page)),
          record({ type: 'request', url, content: Buffer.from('GET / HTTP/1.1\r\n\r\n') }),
          response(answer('x', ['Content-Type: image/png']), [], 'https://social.example.com/a.png'),
          response(answer('<html>moved</html>', ['Location: /b'], '301 Moved'), [], 'https://social.example.com/old'),
          response(answer(makePage({ body: 'second' })), [], 'https://social.example.com/2'),
        ],
        packed,
      );
      expect(readerFor(warc, 'capture.bin')).toBe('warc');
      const { items, warnings, unreadable } = await read(warc);
      expect(items.map((item) => [item.locator, item.url, item.text])).toEqual([
        ['record 2', url, 'We lost because of the refs.'],
        ['record 6', 'https://social.example.com/2', 'second'],
      ]);
      const [first] = items;
      expect(first?.sentAt === null || first === undefined ? null : momentAsIso(first.sentAt)).toBe(
        '2026-03-10T15:00:00Z',
      );
      expect(warnings).toEqual([]);
      expect(unreadable).toEqual([]);
    },
  );

  test('are read alike whether each record is packed or the whole file', async () => {
    const { items } = await read(gzipSync(makeWarc([response(answer(page))])));
    expect(items).toHaveLength(1);
  });

  test('say where the last record is cut off, and keep those before it', async () => {
    const whole = makeWarc([response(answer(page)), response(answer(page), [], 'https://social.example.com/2')]);
    const { items, unreadable } = await read(whole.subarray(0, whole.length - 60));
    expect(items.length).toBeGreaterThanOrEqual(1);
    expect(unreadable[0]?.because).toContain('cut off');
    const packed = makeWarc([response(answer(page)), response(answer(page))], true);
    const second = await read(packed.subarray(0, packed.length - 20));
    expect(second.items.length).toBeGreaterThanOrEqual(1);
    expect(second.unreadable).toHaveLength(1);
  });

  test('of which one packed record is damaged keep the others', async () => {
    const packed = makeWarc([response(answer(page)), response(answer(page)), response(answer(page))], true);
    const second = packed.indexOf(
      Buffer.from([0x1f, 0x8b, 0x08]),
      packed.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), 1) + 1,
    );
    packed.fill(0xff, second + 20, second + 60);
    const { items, warnings } = await read(packed);
    expect(items.length).toBe(2);
    expect(warnings.join(' ')).toContain('1 packed pieces of the archive are damaged');
  });

  test('go on after bytes that are no record', async () => {
    const { items, unreadable } = await read(
      makeWarc([
        response(answer(page)),
        Buffer.from('junk in between\r\nmore\r\n'),
        response(answer(page), [], 'https://b.example/'),
      ]),
    );
    expect(items).toHaveLength(2);
    expect(unreadable).toMatchObject([{ where: 'record 3', because: 'no record begins where one should' }]);
  });

  test('undo chunks, also wrong ones, and packing', async () => {
    const half = page.slice(0, 40);
    const chunked = `${half.length.toString(16)}\r\n${half}\r\n${(page.length - 40).toString(16)};x=y\r\n${page.slice(40)}\r\n0\r\n\r\n`;
    const encoded = gzipSync(page);
    const { items, warnings } = await read(
      makeWarc([
        response(answer(chunked, ['Transfer-Encoding: chunked'])),
        response(answer(page, ['Transfer-Encoding: chunked']), [], 'https://b.example/1'),
        response(answer(encoded, ['Content-Encoding: gzip']), [], 'https://b.example/2'),
        response(answer(page, ['Content-Encoding: br']), [], 'https://b.example/3'),
        response(answer(`ffff\r\n${page}`, ['Transfer-Encoding: chunked']), [], 'https://b.example/4'),
      ]),
    );
    expect(items.map((item) => item.text)).toEqual(Array.from({ length: 5 }, () => 'We lost because of the refs.'));
    expect(warnings.join(' ')).toContain('1 pages are packed');
  });

  test('read addresses in brackets and answers without words after their number', async () => {
    const { items } = await read(
      makeWarc([
        response(answer(page, [], '200'), [], `<${url}>`),
        response(answer(page, [], '404'), [], 'https://b.example/gone'),
      ]),
    );
    expect(items[0]?.url).toBe(url);
    expect(factOf(items[1], 'Answer of the server')).toContain('404');
  });

  test('check the digest of each page and say where it does not fit', async () => {
    const good = `sha256:${createHash('sha256').update(page).digest('hex')}`;
    const { items, warnings } = await read(
      makeWarc([
        response(answer(page), [`WARC-Payload-Digest: ${good}`]),
        response(answer(`${page}<p>added</p>`), [`WARC-Payload-Digest: ${good}`], 'https://b.example/'),
      ]),
    );
    expect(items.map((item) => factOf(item, 'Checksum in the archive'))).toEqual([
      'fits',
      'does not fit; the page may have been changed',
    ]);
    expect(warnings.join(' ')).toContain('1 records do not fit');
  });

  test('say which addresses were only noted as unchanged', async () => {
    const { items, warnings } = await read(
      makeWarc([
        response(answer(page)),
        record({ type: 'revisit', url, content: Buffer.from('HTTP/1.1 200 OK\r\n\r\n') }),
        record({ type: 'revisit', url: 'https://b.example/', content: Buffer.from('HTTP/1.1 200 OK\r\n\r\n') }),
      ]),
    );
    expect(items).toHaveLength(1);
    expect(warnings.join(' ')).toContain('1 addresses were only noted');
  });

  test('of the older kind (ARC) are read too', async () => {
    const content = answer(page);
    const head = '1 0 recorder\nURL IP-address Archive-date Content-type Archive-length\n';
    const arc = Buffer.concat([
      Buffer.from(`filedesc://a.arc 0.0.0.0 20240312204107 text/plain ${head.length}\n${head}\n`),
      Buffer.from(`${url} 192.0.2.1 20240312204107 text/html ${content.length}\n`),
      content,
      Buffer.from('\n'),
    ]);
    expect(readerFor(arc, 'x')).toBe('warc');
    const { items } = await read(arc);
    expect(items[0]?.sentAt?.instant).toBe('2024-03-12T20:41:07Z');
  });

  test('that unfold without end are stopped at the limit', async () => {
    const bomb = gzipSync(record({ type: 'metadata', url, content: Buffer.alloc(200_000_000) }));
    const { unreadable, items } = await read(Buffer.concat([bomb, gzipSync(response(answer(page)))]));
    expect(items).toEqual([]);
    expect(unreadable[0]?.because).toContain('more comes out');
  }, 60_000);

  test('give back every page that was put in', async () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,30}$/), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(words, fc.boolean(), async (texts, packed) => {
        const records = texts.map((text, index) =>
          response(answer(makePage({ body: text })), [], `https://b.example/${index}`),
        );
        const { items } = await read(makeWarc(records, packed));
        expect(items.map((item) => item.text)).toEqual(texts);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe('web archives with checksums (WACZ)', () => {
  const warc = makeWarc([response(answer(page))], true);
  const pages = [
    {
      url,
      title: 'From the list',
      text: 'We lost because of the refs. Twelve people liked what the coach wrote today.',
    },
  ];

  test('give their pages with the outcome of the checks, and the words that were on the screen', async () => {
    const wacz = makeWacz({ warc, pages, signed: 'well' });
    expect(readerFor(wacz, 'capture.zip')).toBe('wacz');
    const { items, warnings } = await readWith(waczArchive, wacz);
    expect(warnings).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]?.text).toContain('Twelve people liked');
    expect(factOf(items[0], 'Checksums of the archive')).toBe('2 files fit, 0 do not');
    expect(factOf(items[0], 'Signature')).toBe('fits, made 2026-03-10T15:01:00Z; it does not say who signed');
  });

  test('say which file was changed after the capture', async () => {
    const { items, warnings } = await readWith(waczArchive, makeWacz({ warc, pages, spoil: true }));
    expect(warnings[0]).toContain('archive/data.warc.gz (changed)');
    expect(items).toHaveLength(1);
    expect(factOf(items[0], 'Signature')).toBe('none');
  });

  test('say that a signature does not fit', async () => {
    const { warnings } = await readWith(waczArchive, makeWacz({ warc, pages, signed: 'badly' }));
    expect(warnings[0]).toContain('signature of the archive does not fit');
  });

  test('say which pages of their list were not captured', async () => {
    const { warnings } = await readWith(
      waczArchive,
      makeWacz({ warc, pages: [...pages, { url: 'https://b.example/', title: 'x' }] }),
    );
    expect(warnings).toEqual(['1 pages of its list were not captured as pages.']);
  });
});
