import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { withNotices } from './shared/chat/told.ts';
import { isMessagesPage, messagesPageTold } from './shared/imessage/page.ts';
import { isMessagesText, messagesTextTold } from './shared/imessage/text.ts';
import { withEmptyWarning } from './shared/json/shapes.ts';
import { decodePage } from './shared/page/page-charset.ts';

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  if (isMessagesPage(peek.text)) {
    return { certainty: 'sure', because: 'It is a page with messages the way imessage-exporter writes them.' };
  }
  return isMessagesText(peek.text)
    ? { certainty: 'sure', because: 'Its messages begin with a date and a name the way imessage-exporter writes them.' }
    : notThis;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const decoded = decodePage(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  const told = isMessagesPage(decoded.text)
    ? messagesPageTold(decoded.text, context.zone)
    : messagesTextTold(decoded.text, context.zone);
  yield* withEmptyWarning(withNotices(told));
}

/** A conversation of Apple's Messages as imessage-exporter writes it; its times are those of the computer, without a zone. */
export const imessageExport: Reader = {
  id: 'imessage',
  version: 1,
  label: 'iMessage export (TXT or HTML)',
  source: 'https://github.com/ReagentX/imessage-exporter',
  endings: ['.txt', '.html'],
  detect,
  read,
};
