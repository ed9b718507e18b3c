interface Named {
  readonly name: string;
  readonly value: string;
}

/** As much of a recorded request as is needed to find secrets in it. */
export interface Recorded {
  readonly request: {
    readonly url: string;
    readonly headers: readonly Named[];
    readonly cookies: readonly unknown[];
    readonly postData?: { readonly text: string; readonly params: readonly Named[] } | null | undefined;
  };
  readonly response: { readonly headers: readonly Named[]; readonly cookies: readonly unknown[] };
}

const secretName =
  /token|secret|passw|pwd|session|\bsid\b|auth|api[-_]?key|\bkey\b|signature|\bsig\b|\bcode\b|csrf|xsrf|jwt|credential|otp|\bpin\b/i;

/** An address with the values of parameters that may open an account left out. */
export function withoutSecrets(address: string): string {
  const bare = address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@\s]{1,500}@/i, '$1');
  return bare.replace(
    /([?&#;])([^=&#;\s]{1,200})=([^&#;\s]{1,8000})/g,
    (whole, before: string, name: string, value: string) =>
      secretName.test(name) || /^[\w.~%-]{40,}$/.test(value) ? `${before}${name}=[left out]` : whole,
  );
}

function countOf(entries: readonly Recorded[], holds: (entry: Recorded) => boolean): number {
  return entries.filter(holds).length;
}

const hasHeader = (headers: readonly Named[], name: RegExp): boolean =>
  headers.some((header) => name.test(header.name));

/**
 * A sentence that names what in a recording opens somebody's account, and never its value; null where nothing does.
 */
export function secretsIn(entries: readonly Recorded[]): string | null {
  const cookies = countOf(
    entries,
    ({ request, response }) =>
      request.cookies.length > 0 ||
      response.cookies.length > 0 ||
      hasHeader(request.headers, /^cookie$/i) ||
      hasHeader(response.headers, /^set-cookie$/i),
  );
  const headers = countOf(entries, ({ request }) =>
    hasHeader(request.headers, /^(?:proxy-)?authorization$|^x-.*(?:token|auth|key)/i),
  );
  const addresses = countOf(entries, ({ request }) => withoutSecrets(request.url) !== request.url);
  const forms = countOf(
    entries,
    ({ request }) =>
      (request.postData?.params ?? []).some((each) => secretName.test(each.name)) ||
      /(?:passw|pwd|token|secret)[^=:]{0,40}["']?\s*[=:]/i.test(request.postData?.text.slice(0, 100_000) ?? ''),
  );
  const found = [
    cookies > 0 ? `cookies (${cookies} requests)` : '',
    headers > 0 ? `log-in headers (${headers})` : '',
    addresses > 0 ? `tokens in addresses (${addresses})` : '',
    forms > 0 ? `passwords or tokens in forms (${forms})` : '',
  ].filter((each) => each !== '');
  if (found.length === 0) return null;
  return `The recording holds what may open somebody's account: ${found.join(', ')}. None of it was copied into the words; hand the file itself to nobody who need not have it.`;
}
