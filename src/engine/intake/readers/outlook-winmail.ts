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
import { outlookMail } from './shared/outlook/outlook-mail.ts';
import { isTnef, readTnef } from './shared/outlook/tnef-file.ts';

function detect(peek: Peek): Detection {
  return isTnef(peek.head)
    ? { certainty: 'sure', because: 'It begins with the marks of the package in which Outlook sends formatted mail.' }
    : notThis;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const message = readTnef(file.bytes);
  if (message === null || (message.properties.values.size === 0 && message.attachments.length === 0)) {
    throw new ReadRefusal(
      'Nothing could be taken out of this Outlook package (winmail.dat); it is cut off or damaged. It is kept; ask the sender to send the message again as plain text or HTML.',
    );
  }
  const mail = outlookMail(message, context.zone);
  // The mail around the package carries the date and the names; that this one has none is no fault of it.
  const warnings = mail.warnings.filter((text) => text !== 'The message carries no date.');
  yield* yieldSoleMail({ ...mail, warnings }, file, context);
}

/** The package `winmail.dat`, in which Outlook hides a mail's formatted words and its attachments (TNEF). */
export const outlookWinmail: Reader = {
  id: 'tnef',
  version: 1,
  label: 'Outlook package (winmail.dat)',
  source: 'https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxtnef',
  endings: ['.tnef'],
  detect,
  read,
};
