export interface MailParts {
  readonly headers?: readonly string[];
  readonly body?: string;
}

const usual = [
  'From: Dana Whitfield <dana.whitfield@example.org>',
  'To: Jose Ruiz <jose@example.org>',
  'Subject: Field trip',
  'Date: Tue, 10 Mar 2026 10:42:00 -0400',
  'Message-ID: <trip-1@example.org>',
  'MIME-Version: 1.0',
];

/** A mail with the usual headers; `headers` are added, or take the place of those of the same name. */
export function mail({ headers = [], body = '' }: MailParts): string {
  const nameOf = (line: string): string => (line.split(':', 1)[0] ?? '').toLowerCase();
  const replaced = new Set(headers.map(nameOf));
  const kept = usual.filter((line) => !replaced.has(nameOf(line)));
  return [...kept, ...headers.filter((line) => !line.endsWith(': -')), '', body].join('\r\n');
}

/** Parts with one boundary, each with its own headers before a blank line. */
export function multipart(boundary: string, parts: readonly string[]): string {
  return `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
}

/** A mail of `depth` multiparts, one inside the other. */
export function nestedMail(depth: number): string {
  let inner = 'Content-Type: text/plain\r\n\r\nthe innermost words';
  for (let level = 0; level < depth; level += 1) {
    inner = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n${multipart(`b${level}`, [inner])}`;
  }
  return `From: a@example.org\r\nTo: b@example.org\r\nSubject: deep\r\nDate: Tue, 10 Mar 2026 10:42:00 -0400\r\n${inner}`;
}
