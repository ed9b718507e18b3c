import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { windowPolicy } from './policies.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** @returns the file that an address names inside the folder, null where it names none or points outside. */
export function fileOf(folder: string, address: string): string | null {
  let path: string;
  try {
    const url = new URL(address);
    if (url.host !== 'evenhand') return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null; // not an address, or a broken escape
  }
  // A name that means something else to some system: a drive or stream, a Windows separator, the end of a C string.
  if (/[:\\\0]/.test(path)) return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(folder + sep) && extname(file) in types ? file : null;
}

/** Answers `app://evenhand/…` with the built window, and nothing beside it. @param folder absolute */
export function serveWindow(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const file = fileOf(folder, request.url);
    const bytes = file && (await readFile(file).catch(() => null));
    if (!file || !bytes)
      return new Response(null, { status: 404, headers: { 'content-security-policy': windowPolicy('') } });
    const isPage = extname(file) === '.html';
    const nonce = isPage ? randomBytes(16).toString('base64') : '';
    const body = isPage ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(bytes);
    return new Response(body, {
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': windowPolicy(nonce),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  };
}
