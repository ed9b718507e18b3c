import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { isCompoundFile } from './shared/container/compound-file.ts';
import { yieldSoleMail } from './shared/mail/yield-mail.ts';
import { readMsg } from './shared/outlook/msg-file.ts';
import { outlookMail } from './shared/outlook/outlook-mail.ts';

/** Streams and folders that only a message has at its top; deeper ones may be a message inside a document. */
const atTop = /^(?:__properties_version1\.0$|__nameid_version1\.0(?:\/|$)|__substg1\.0_)/i;
const mark = Buffer.from('__substg1.0_', 'utf16le');

function detect(peek: Peek): Detection {
  if (!isCompoundFile(peek.head)) return notThis;
  if (peek.inside.some((name) => atTop.test(name))) {
    return { certainty: 'sure', because: 'It is a compound file with the parts of an Outlook message.' };
  }
  // Where the list of parts is lost, what is left of it or the name must tell.
  const told = Buffer.from(peek.head).includes(mark) || /\.(?:msg|oft)$/i.test(peek.name);
  return peek.inside.length === 0 && told
    ? { certainty: 'likely', because: 'It is a compound file, damaged, with marks or the name of an Outlook message.' }
    : notThis;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const message = readMsg(file.bytes);
  if (message === null) {
    throw new ReadRefusal(
      'The list of the parts of this Outlook message is missing or damaged, as when a download was cut off. It is kept; ask for a new copy, or open it in Outlook and print it.',
    );
  }
  yield* yieldSoleMail(outlookMail(message, context.zone), file, context);
}

/** A message, appointment or contact that Outlook saved as a file. */
export const outlookMessage: Reader = {
  id: 'msg',
  version: 1,
  label: 'Outlook message (.msg)',
  source: 'https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg',
  endings: ['.msg', '.oft'],
  detect,
  read,
};
