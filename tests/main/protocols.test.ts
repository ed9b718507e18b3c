import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Blob } from '../../src/contract/wire.ts';
import { fileOf, serveWindow } from '../../src/main/app-protocol.ts';
import { blobRequestOf, rangeOf, serveEvidence } from '../../src/main/evidence-protocol.ts';

const folder = resolve(tmpdir(), 'window');

test('the start page and its parts are found inside the window’s folder', () => {
  expect(fileOf(folder, 'app://evenhand/')).toBe(join(folder, 'index.html'));
  expect(fileOf(folder, 'app://evenhand/assets/index-1.js')).toBe(join(folder, 'assets', 'index-1.js'));
});

test.each([
  'app://evenhand/../secret.json',
  'app://evenhand/..%2f..%2fsecret.json',
  'app://evenhand/..%5c..%5csecret.json',
  'app://evenhand/C:/secret.json',
  'app://evenhand/index.html::$DATA',
  'app://evenhand/index.html%00.js',
  'app://evenhand/%E0%A4%A',
  'app://elsewhere/index.html',
  'app://evenhand/notes.evenhand',
  'app://evenhand/assets',
  'not an address',
])('%s names no file outside the window’s folder', (address) => {
  const file = fileOf(folder, address);
  // An address cleans itself of `..` before it gets here: what is left lies inside, where there is no such file.
  expect(file === null || file.startsWith(folder + sep)).toBe(true);
});

test('whatever an address says, the file lies inside the window’s folder', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', '%00', 'a.js', 'C:'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = fileOf(folder, `app://evenhand/${pieces.join('/')}`);
      return file === null || resolve(file).startsWith(folder + sep);
    }),
  );
});

test('a page gets one nonce, in its policy and in its own styles, and what is missing is not found', async () => {
  const own = mkdtempSync(join(tmpdir(), 'evenhand-served-'));
  writeFileSync(join(own, 'index.html'), '<style nonce="__CSP_NONCE__"></style>');
  const serve = serveWindow(own);
  const answer = await serve(new Request('app://evenhand/'));
  const [, nonce] = /'nonce-([\w+/=]+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
  expect(nonce).toHaveLength(24);
  expect(await answer.text()).toBe(`<style nonce="${nonce}"></style>`);
  expect((await serve(new Request('app://evenhand/missing.js'))).status).toBe(404);
});

test('an address of evidence names a kind, an id and at most a width', () => {
  expect(blobRequestOf('evidence://evidence/a-1')).toEqual({ kind: 'evidence', evidenceId: 'a-1' });
  expect(blobRequestOf('evidence://picture/a?maxWidth=800')).toEqual({
    kind: 'picture',
    evidenceId: 'a',
    maxWidth: 800,
  });
  expect(blobRequestOf('evidence://document/d')).toEqual({ kind: 'document', documentId: 'd' });
  expect(blobRequestOf('evidence://draft/d')).toEqual({ kind: 'draft', draftId: 'd' });
});

test.each([
  'evidence://picture/a?maxWidth=99999',
  'evidence://picture/a?maxWidth=1.5',
  'evidence://constructor/a',
  'evidence://evidence/',
  'evidence://evidence/a/b',
  'evidence://evidence/..%2fa',
  'app://evidence/a',
  'evidence:',
])('%s is no address of evidence', (address) => {
  expect(blobRequestOf(address)).toBeNull();
});

const serving = (blob: Blob | null) => serveEvidence(async () => blob);
const bytes = new TextEncoder().encode('0123456789');

test.each(['text/html', 'image/svg+xml', 'application/javascript', 'multipart/related', 'TEXT/HTML; charset=x', ''])(
  'evidence of the type "%s" is shown as bytes that nothing interprets',
  async (mime) => {
    const answer = await serving({ mime, bytes })(new Request('evidence://evidence/a'));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).toMatch(/; sandbox$/);
  },
);

test('what is not there, and what fails on the way, is not found', async () => {
  expect((await serving(null)(new Request('evidence://evidence/a'))).status).toBe(404);
  const failing = serveEvidence(() => Promise.reject(new Error('the engine ended')));
  expect((await failing(new Request('evidence://evidence/a'))).status).toBe(404);
});

test('a player of sound gets the part that it asks for', async () => {
  const request = new Request('evidence://evidence/a', { headers: { range: 'bytes=2-4' } });
  const answer = await serving({ mime: 'audio/mpeg', bytes })(request);
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe('bytes 2-4/10');
  expect(await answer.text()).toBe('234');
  expect(rangeOf('bytes=8-', 10)).toEqual({ from: 8, to: 9 });
  expect(rangeOf('bytes=-3', 10)).toEqual({ from: 7, to: 9 });
  expect(rangeOf('bytes=0-99', 10)).toEqual({ from: 0, to: 9 });
  expect(rangeOf('bytes=10-', 10)).toBe('unsatisfiable');
  expect(rangeOf('bytes=0-0', 0)).toBe('unsatisfiable');
  expect(rangeOf('bytes=0-1,4-5', 10)).toBeNull();
  expect(rangeOf(null, 10)).toBeNull();
});

test('a player gets a recording piece by piece, and never more than it asked for', async () => {
  const film = Uint8Array.from({ length: 5_000_000 }, (_, at) => at % 251);
  const asked: number[] = [];
  const serve = serveEvidence(async (wanted) => {
    if (wanted.kind !== 'media') return null;
    asked.push(wanted.length);
    return { mime: 'video/mp4', bytes: film.slice(wanted.from, wanted.from + wanted.length), of: film.length };
  });
  const get = (range: string | null) =>
    serve(new Request('evidence://media/e-1', range === null ? {} : { headers: { range } }));
  const first = await get('bytes=0-');
  expect([first.status, first.headers.get('content-range')]).toEqual([206, 'bytes 0-2097151/5000000']);
  const end = await get('bytes=-10');
  expect(end.headers.get('content-range')).toBe('bytes 4999990-4999999/5000000');
  expect(new Uint8Array(await end.arrayBuffer())).toEqual(film.slice(-10));
  expect((await get('bytes=6000000-')).status).toBe(416);
  expect(Math.max(...asked)).toBeLessThanOrEqual(2_097_152);
});

test('a saved page is the only HTML that is shown, and nothing in it runs or asks', async () => {
  const page = { mime: 'text/html', bytes: new TextEncoder().encode('<p>words</p><script>alert(1)</script>') };
  const serve = serveEvidence(async () => page);
  const shown = await serve(new Request('evidence://page/e-1'));
  expect(shown.headers.get('content-type')).toBe('text/html');
  expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/);
  const bytes = await serve(new Request('evidence://evidence/e-1'));
  expect(bytes.headers.get('content-type')).toBe('application/octet-stream');
});
