import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { readInternetMessage } from './shared/mail/internet-message.ts';
import { headLetters, isFromLine, tellingHeaders } from './shared/mail/mail-heads.ts';
import { yieldSoleMail } from './shared/mail/yield-mail.ts';

function detect(peek: Peek): Detection {
  const text = (peek.text ?? headLetters(peek.head)).replace(/^\uFEFF/, '').trimStart();
  if (/^Snapshot-Content-Location:/im.test(text.slice(0, 8192))) return notThis;
  // A mailbox begins like one message; it is one only where a second `From ` line never comes.
  if (text.startsWith('From ') && (text.match(/^From .{4,340}$/gm) ?? []).filter(isFromLine).length > 1) return notThis;
  const known = tellingHeaders(text);
  const because = `It begins with the header lines of an e-mail (${[...known].slice(0, 4).join(', ')}).`;
  const addressed = known.has('from') || known.has('received') || known.has('return-path');
  if (addressed && known.size >= 3) return { certainty: 'sure', because };
  // One header alone could be the first line of any note; with the usual ending it is a message that somebody cut short.
  const enough = known.size >= 2 || (known.size === 1 && /\.(eml|email)$/i.test(peek.name));
  return enough ? { certainty: 'likely', because } : notThis;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  yield* yieldSoleMail(readInternetMessage(file.bytes, context.zone), file, context);
}

/** One e-mail message with its attachments (RFC 5322 and MIME). */
export const emailMessage: Reader = {
  id: 'eml',
  version: 3,
  label: 'E-mail message (.eml)',
  source: 'https://www.rfc-editor.org/rfc/rfc5322',
  endings: ['.eml', '.email'],
  detect,
  read,
};
