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
import { detectShape, firstSign, readShape, type Shape, withEmptyWarning } from './shared/json/shapes.ts';
import { decodePage } from './shared/page/page-charset.ts';
import { isTelegramChat, isTelegramExport, telegramChatTold, telegramExportTold } from './shared/telegram/json.ts';
import { isTelegramPage, telegramPageTold } from './shared/telegram/page.ts';

const shapes: readonly Shape[] = [
  {
    because: 'It holds one chat the way Telegram Desktop exports it.',
    certainty: 'sure',
    fits: isTelegramChat,
    told: (root, file) => telegramChatTold(root, file.zone),
  },
  {
    because: 'It holds the chats of an account the way Telegram Desktop exports them.',
    certainty: 'sure',
    fits: isTelegramExport,
    told: (root, file) => telegramExportTold(root, file.zone),
  },
];

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  if (isTelegramPage(peek.text)) {
    return { certainty: 'sure', because: 'It is a page with messages the way Telegram Desktop exports them.' };
  }
  return detectShape(peek, shapes);
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  if (firstSign(file.bytes) !== '<') {
    yield* readShape(file, context, shapes, 'a Telegram export');
    return;
  }
  const decoded = decodePage(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  yield* withEmptyWarning(withNotices(telegramPageTold(decoded.text, context.zone)));
}

/** Chats that Telegram Desktop exported, as JSON or as pages. */
export const telegramExport: Reader = {
  id: 'telegram',
  version: 1,
  label: 'Telegram export (JSON or HTML)',
  source: 'https://telegram.org/blog/export-and-more',
  endings: ['.json', '.html'],
  detect,
  read,
};
