import { mail } from './mails.ts';

/** The line that opens a message in a mailbox. */
export const fromLine = (who = 'ana@example.org'): string => `From ${who} Tue Mar 10 10:42:00 2026`;

/** Messages as a mailbox of the dialect mboxrd: lines that begin with `From ` (or `>From `…) get one `>` more. */
export function mboxrd(messages: readonly string[], breaks = '\n', opening: readonly string[] = []): string {
  return messages
    .map((message, index) => {
      const lines = message.split('\r\n').map((line) => (/^>*From /.test(line) ? `>${line}` : line));
      return `${opening[index] ?? fromLine()}${breaks}${lines.join(breaks)}${breaks}${breaks}`;
    })
    .join('');
}

/** The same mail many times, each with its own id and words. */
export function numberedMails(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    mail({
      headers: [`Message-ID: <n${index}@example.org>`, `Subject: Note ${index}`],
      body: `words of note ${index}`,
    }),
  );
}

/** One DER element. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const figures = Buffer.alloc(4);
  figures.writeUInt32BE(length);
  return Buffer.concat([Buffer.from([tag, 0x84]), figures, content]);
}

/** An element without a length of its own, as streaming programs write it. */
export function openEnded(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.from([0, 0])]);
}

const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

/** A CMS package of the kind named by the last figure of its object id: 2 signed, 3 enveloped. */
export function cms(kind: 2 | 3, content: Uint8Array, streamed = false): Buffer {
  const half = Math.ceil(content.length / 2);
  const words = streamed
    ? openEnded(0x24, der(0x04, content.subarray(0, half)), der(0x04, content.subarray(half)))
    : der(0x04, content);
  const wrap = streamed ? openEnded : der;
  const info = wrap(0x30, objectId('2a864886f70d010701'), wrap(0xa0, words));
  const signed = wrap(0x30, der(0x02, Buffer.from([1])), der(0x31), info, der(0x31));
  return wrap(0x30, objectId(`2a864886f70d01070${kind}`), wrap(0xa0, signed));
}
