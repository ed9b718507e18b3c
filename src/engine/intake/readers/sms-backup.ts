import { type Detection, notThis, type Peek, type Reader, type SourceFile, type Yielded } from './reader.ts';
import { withNotices } from './shared/chat/told.ts';
import { decodeText } from './shared/decode-text.ts';
import { parseJson } from './shared/json/parse-json.ts';
import { firstSign, withEmptyWarning } from './shared/json/shapes.ts';
import { backupTold } from './shared/sms/backup.ts';
import { isAndroidRow, rowsTold } from './shared/sms/rows.ts';

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  const line = peek.text.slice(0, Math.max(peek.text.indexOf('\n'), 0)) || peek.text;
  if (line.startsWith('{') && isAndroidRow(parseJson(line)?.value)) {
    return { certainty: 'sure', because: 'Each line is a text message the way SMS Import / Export writes it.' };
  }
  const start = peek.text.replace(
    /^(?:[\s\ufeff]|<\?[^>]{0,400}>|<!--[\s\S]{0,4000}?-->|<!doctype[^>[]{0,400}(?:\[[\s\S]{0,8000}?\])?\s*>)*/i,
    '',
  );
  if (!/^<(?:smses|calls|allsms)[\s>/]/.test(start)) return notThis;
  const holds = /<(?:sms|mms|call)\s/.test(peek.text) || /^<(?:smses|calls|allsms)[^>]{0,300}\bcount\s*=/.test(start);
  return holds
    ? { certainty: 'sure', because: 'It is a list of text messages or calls the way SMS Backup & Restore writes it.' }
    : notThis;
}

/** Bytes of UTF-8; a file in two-byte letters is turned into them first. */
function utf8Of(bytes: Uint8Array): { readonly bytes: Buffer; readonly warning: string | null } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[1] === 0;
  if (!wide) return { bytes: view, warning: null };
  const decoded = decodeText(bytes);
  return { bytes: Buffer.from(decoded.text), warning: decoded.warning };
}

async function* read(file: SourceFile): AsyncIterable<Yielded> {
  if (firstSign(file.bytes) === '{') {
    const decoded = decodeText(file.bytes);
    if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
    yield* withEmptyWarning(withNotices(rowsTold(decoded.text)));
    return;
  }
  const { bytes, warning } = utf8Of(file.bytes);
  if (warning !== null) yield { kind: 'warning', text: warning };
  yield* withEmptyWarning(withNotices(backupTold(bytes)));
}

/** Text and multimedia messages, or calls, of an Android phone, as the apps SMS Backup & Restore and SMS Import / Export write them. */
export const smsBackup: Reader = {
  id: 'sms-backup',
  version: 1,
  label: 'Text messages of an Android phone (XML or NDJSON)',
  source: 'https://www.synctech.com.au/sms-backup-restore/fields-in-xml-backup-files/',
  endings: ['.xml', '.ndjson'],
  detect,
  read,
};
