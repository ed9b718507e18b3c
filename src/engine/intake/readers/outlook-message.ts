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
import { yieldSoleMail } from './shared/mail/yield-mail.ts';
import { isCompoundFile, readCompoundFile } from './shared/outlook/compound-file.ts';
import { readMsg } from './shared/outlook/msg-file.ts';
import { outlookMail } from './shared/outlook/outlook-mail.ts';

/** Names that only the folders and streams of a message bear. */
const marks = ['__properties_version1.0', '__nameid_version1.0', '__substg1.0_'].map((name) =>
  Buffer.from(name, 'utf16le'),
);

function detect(peek: Peek): Detection {
  if (!isCompoundFile(peek.head)) return notThis;
  const head = Buffer.from(peek.head.buffer, peek.head.byteOffset, peek.head.byteLength);
  const because = 'It is a compound file with the parts of an Outlook message.';
  if (marks.some((mark) => head.includes(mark))) return { certainty: 'sure', because };
  // The list of parts may lie behind what is looked at; then only the name can tell a message from a document.
  const listed = readCompoundFile(peek.head)?.root.children.length ?? 0;
  return listed === 0 && /\.(?:msg|oft)$/i.test(peek.name)
    ? { certainty: 'likely', because: 'It is a compound file with the name of an Outlook message.' }
    : notThis;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const message = readMsg(file.bytes);
  if (message === null) {
    throw new ReadRefusal(
      'The list of the parts of this Outlook message is missing or damaged, as when a download was cut off. It is kept; ask for a new copy, or open it in Outlook and print it.',
    );
  }
  yield* yieldSoleMail(outlookMail(message, context.zone), context);
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
