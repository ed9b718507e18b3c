import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { isTiktok, isTiktokText, tiktokTextTold, tiktokTold, utcWarning } from './shared/accounts/tiktok.ts';
import { withNotices } from './shared/chat/told.ts';
import { decodeText } from './shared/decode-text.ts';
import { detectShape, firstSign, readShape, type Shape, withEmptyWarning } from './shared/json/shapes.ts';

const shapes: readonly Shape[] = [
  {
    because: 'Its parts are those of the data that TikTok hands out.',
    certainty: 'sure',
    fits: isTiktok,
    told: (root, file) => utcWarning(tiktokTold(root, file.zone), file.zone),
  },
];

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  if (isTiktokText(peek.text)) {
    return { certainty: 'sure', because: 'It holds entries with date and words the way TikTok writes them as text.' };
  }
  return detectShape(peek, shapes);
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  if (/[{[]/.test(firstSign(file.bytes))) {
    yield* readShape(file, context, shapes, 'a TikTok export');
    return;
  }
  const decoded = decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  yield* withEmptyWarning(withNotices(utcWarning(tiktokTextTold(decoded.text, context.zone), context.zone)));
}

/** The data that TikTok hands out, as JSON or as text: chats, posts, comments, followers, profile. */
export const tiktokExport: Reader = {
  id: 'tiktok',
  version: 1,
  label: 'TikTok export (JSON or text)',
  source: 'https://support.tiktok.com/en/account-and-privacy/personalized-ads-and-data/requesting-your-data',
  endings: ['.json', '.txt'],
  detect,
  read,
};
