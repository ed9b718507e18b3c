const telling = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'received',
  'return-path',
  'mime-version',
  'message-id',
  'delivered-to',
  'reply-to',
  'sender',
  'dkim-signature',
  'content-type',
  'in-reply-to',
  'references',
  'x-mailer',
  'arc-seal',
  'authentication-results',
  'x-gm-thrid',
  'x-gmail-labels',
  'x-mozilla-status',
  'x-mozilla-status2',
  'x-mozilla-keys',
  'x-account-key',
  'x-uidl',
  'status',
  'x-status',
  'content-transfer-encoding',
  'content-length',
  'thread-index',
  'resent-from',
  'x-received',
  'envelope-to',
  'delivery-date',
  'x-original-to',
]);

/** Whether a lower-case name is one that headers of mail bear. */
export const isTellingHeader = (name: string): boolean => telling.has(name);

/** The names of the telling headers in the first lines of a text, before its first blank line; each once. */
export function tellingHeaders(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  let seen = false;
  for (const line of text.split(/\r\n|\n|\r/, 400)) {
    if (line.trim() === '' && seen) break;
    const name = /^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined) {
      seen = true;
      if (telling.has(name)) names.add(name);
    } else if (line.trim() !== '' && !/^[ \t]/.test(line) && !/^>?From /.test(line)) break;
  }
  return names;
}

/** The beginning of a file as letters even where some of its bytes are none, for headers are plain letters. */
export function headLetters(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
}

/**
 * Whether a line is the one that begins a message in a mailbox: `From `, somebody, and a date as C programs write it
 * (RFC 4155); Takeout writes `From 123@xxx Tue Mar 05 10:42:00 +0000 2024`.
 */
export function isFromLine(line: string): boolean {
  return /^From .{0,300}?\b(?:\p{L}{2,4}\.?,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6} {1,2}\d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6},?(?: \d{4})?|\d{4}-\d\d-\d\d)[ ,T]{1,2}\d{1,2}:\d\d/iu.test(
    line,
  );
}
