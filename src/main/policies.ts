// What a page may do, as values: no Electron here, so that tests can read them anywhere.

/** The only origin a window ever shows. */
export const ownOrigin = 'app://evenhand';

const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true } as const;

/** To be registered once, before the app is ready. `corsEnabled` lets the page's own viewer read a document's bytes. */
export const ownSchemes = [
  { scheme: 'app', privileges },
  { scheme: 'evidence', privileges: { ...privileges, corsEnabled: true } },
];

/** The window's content security policy; the nonce is new at every load and stands in the page's own style elements; a response without one (a script, a worker) gives none. */
export function windowPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === '' ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' evidence: data: blob:",
    'media-src evidence:',
    'frame-src evidence:',
    "worker-src 'self'",
    "connect-src 'self' evidence:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The policy of evidence shown in a frame: no script, no request, an origin of its own. */
export const evidencePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
