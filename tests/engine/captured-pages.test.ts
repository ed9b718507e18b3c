import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inertStyle } from '../../src/engine/intake/readers/shared/page/inert/inert-style.ts';
import { answer, makeWacz, makeWarc, record } from '../readers/made/web-archives.ts';
import { Desk } from './desk.ts';

/** Captures in one file of a page with a picture, a style sheet and a frame of its own, and with everything that must not work. */
const desk = new Desk();
const address = 'https://chatter.example/wall/';
const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="wall.css"><link rel="preload" href="https://evil.example/x">
<style>@import "https://evil.example/a.css"; p { background: u\\72l(https://evil.example/b.png) } h1 { background: url('banner.png') }</style>
<script src="https://evil.example/s.js"></script><title>Wall</title></head>
<body onload="fetch('https://evil.example/')" background="https://evil.example/bg.png">
<h1>Wall of the pit band</h1><p style="background:url(https://evil.example/c.png)">The <a href="https://evil.example/go" ping="https://evil.example/p">outing</a> is on Thursday.</p>
<img src="banner.png" srcset="https://evil.example/2x.png 2x" alt="A banner"><img src="https://evil.example/pixel.gif" alt="gone">
<iframe src="FRAME"></iframe><form action="https://evil.example/f"><input value="typed"></form>
<svg><use href="https://evil.example/u.svg#a"/><image href="banner.png"/></svg><video src="https://evil.example/v.mp4" autoplay></video></body></html>`;
const css = 'h1 { color: rgb(1, 2, 3) } body { background: url(banner.png) url(https://evil.example/d.png) }';
const frame = '<html><body><p>Words in a frame</p><script>alert(1)</script></body></html>';

function mhtml(picture: Buffer): string {
  const part = (type: string, location: string, content: Buffer | string) =>
    `\r\n------b\r\nContent-Type: ${type}\r\nContent-Location: ${location}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`;
  return [
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${address}\r\nSubject: Wall\r\nDate: Tue, 10 Mar 2026 15:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----b"\r\n`,
    part('text/html', address, html.replace('<base href="https://evil.example/">', '').replace('FRAME', 'frame.html')),
    part('text/css', `${address}wall.css`, css),
    part('text/html', `${address}frame.html`, frame),
    part('image/png', `${address}banner.png`, picture),
    '\r\n------b--\r\n',
  ].join('');
}

function warc(picture: Buffer): Buffer {
  const answered = (url: string, type: string, content: Buffer | string) =>
    record({ type: 'response', url, content: answer(content, [`Content-Type: ${type}`]) });
  return makeWarc(
    [
      answered(`${address}banner.png`, 'image/png', picture),
      answered(address, 'text/html', html.replace('FRAME', 'about:blank')),
      answered(`${address}wall.css`, 'text/css', css),
      answered('https://chatter.example/other', 'text/html', '<p>Another page</p>'),
    ],
    true,
  );
}

const shown = new Map<string, string>();

beforeAll(async () => {
  await desk.newCase();
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  desk.write('wall.mhtml', mhtml(picture));
  desk.write('wall.warc.gz', warc(picture));
  writeFileSync(
    desk.at('wall.wacz'),
    makeWacz({ warc: makeWarc([record({ type: 'response', url: address, content: answer(html) })], true), pages: [] }),
  );
  await desk.import('wall.mhtml', 'wall.warc.gz', 'wall.wacz');
  const { rows } = await desk.ask('item.page', { filter: { kind: 'page' }, sort: 'number', limit: 50 });
  for (const { id, evidenceId, evidenceName, locator } of rows) {
    const blob = await desk.engine.blob({ kind: 'page', evidenceId, itemId: id });
    shown.set(`${evidenceName} ${locator}`, blob === null ? 'none' : Buffer.from(blob.bytes).toString('utf8'));
  }
}, 90_000);
afterAll(() => desk.end());

const pages = () => [...shown].filter(([name]) => !name.includes('record 5')).map(([name, text]) => ({ name, text }));

describe('a page that was captured in one file is shown', () => {
  test('with its words, and each page of an archive by itself', () => {
    expect([...shown.keys()].map((name) => name.split(' ')[0]).sort()).toEqual([
      'wall.mhtml',
      'wall.wacz',
      'wall.warc.gz',
      'wall.warc.gz',
    ]);
    for (const { text } of pages()) expect(text).toContain('Wall of the pit band');
    const other = [...shown].find(([name]) => name.includes('record 5'))?.[1];
    expect(other).toContain('Another page');
    expect(other).not.toContain('pit band');
  });

  test('without anything that runs, that is asked for or that leads anywhere', () => {
    for (const { name, text } of pages()) {
      expect(text, name).not.toContain('evil.example');
      expect(text.replaceAll(/base64,[\w+/=]+/g, ''), name).not.toMatch(
        /<(?:script|iframe|object|embed|base|video|link|meta http)|\son\w+=|javascript:/i,
      );
      expect(
        text.match(/\b(?:src|href|action|srcset|poster|background|ping)="(?!data:image\/png)[^"]*"/g),
        name,
      ).toBeNull();
      expect(text.match(/url\((?!"data:image\/png)/g), name).toBeNull();
    }
  });

  test('with its own pictures, styles and frames, as new pixels', () => {
    for (const name of ['wall.mhtml', 'wall.warc.gz']) {
      const text = pages().find((one) => one.name.startsWith(name))?.text ?? '';
      expect(text).toMatch(/<img alt="A banner" src="data:image\/png;base64,/);
      expect(text).toContain('color: rgb(1, 2, 3)');
      expect(text).toMatch(/background: url\("data:image\/png;base64,[^"]+"\) none/);
    }
    expect(pages().find(({ name }) => name.startsWith('wall.mhtml'))?.text).toContain('Words in a frame');
    // Those of another capture are not borrowed.
    expect(pages().find(({ name }) => name.startsWith('wall.wacz'))?.text).not.toContain('data:image');
  });

  test('only to whoever may see its source', async () => {
    const { rows } = await desk.ask('item.page', { filter: { kind: 'page' }, sort: 'number' });
    const row = rows.find(({ evidenceName }) => evidenceName === 'wall.mhtml');
    const other = rows.find(({ evidenceName }) => evidenceName === 'wall.wacz');
    const of = (evidenceId = '', itemId: string | null = null) =>
      desk.engine.blob({ kind: 'page', evidenceId, itemId });
    expect(await of(row?.evidenceId, other?.id)).toBeNull();
    expect(await of(row?.evidenceId)).toBeNull();
    await desk.ask('protection.lock', { evidenceId: row?.evidenceId ?? '', because: 'privileged', note: null });
    expect(await of(row?.evidenceId, row?.id)).toBeNull();
  });
});

test.each([
  ['a { background: URL( "x.png" ) }', 'a { background: none }'],
  ['@import url(//x.example/a.css); b { color: red }', ' b { color: red }'],
  ['a { background: image-set("x.png" 1x) }', 'a { background: none("x.png" 1x) }'],
  ['a { behavior: url(x.htc) }', 'a { x: none }'],
  ['a { background: url(x.png', 'a { background: url(x.png'],
])('a style sheet asks for nothing: %s', async (css, inert) => {
  expect(await inertStyle(css, async () => null)).toBe(inert);
});
