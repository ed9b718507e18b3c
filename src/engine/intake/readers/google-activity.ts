import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import {
  isMyActivity,
  isMyActivityPage,
  myActivityPageTold,
  myActivityTold,
} from './shared/accounts/google-activity.ts';
import { youtubeTables } from './shared/accounts/youtube.ts';
import { withNotices } from './shared/chat/told.ts';
import { detectShape, firstSign, readShape, type Shape, withEmptyWarning } from './shared/json/shapes.ts';
import { decodePage } from './shared/page/page-charset.ts';
import { detectTable, readTableShape } from './shared/table/shapes.ts';

const shapes: readonly Shape[] = [
  {
    because: 'Its entries have a header, a title and a time the way "My Activity" of Google Takeout does.',
    certainty: 'sure',
    fits: isMyActivity,
    told: (root, file) => myActivityTold(root, file.zone),
  },
];

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  if (isMyActivityPage(peek.text)) {
    return {
      certainty: 'sure',
      because: 'It is a page with entries the way "My Activity" of Google Takeout writes them.',
    };
  }
  const table = detectTable(peek, youtubeTables);
  return table.certainty === 'no' ? detectShape(peek, shapes) : table;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const start = firstSign(file.bytes);
  if (/[{[]/.test(start)) yield* readShape(file, context, shapes, 'a file of Google Takeout');
  else if (start !== '<') yield* readTableShape(file, context, youtubeTables, 'a file of Google Takeout');
  else {
    const decoded = decodePage(file.bytes);
    if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
    yield* withEmptyWarning(withNotices(myActivityPageTold(decoded.text, context.zone)));
  }
}

/** "My Activity" and YouTube of Google Takeout: what somebody searched, watched, wrote and subscribed to. */
export const googleActivity: Reader = {
  id: 'google-activity',
  version: 1,
  label: 'Google My Activity or YouTube export (JSON, HTML or CSV)',
  source: 'https://support.google.com/accounts/answer/3024190',
  endings: ['.json', '.html', '.csv'],
  detect,
  read,
};
