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
import { withNotices } from './shared/chat/told.ts';
import { withCompany } from './shared/company/company.ts';
import { xCompany } from './shared/company/x.ts';
import { decodeText } from './shared/decode-text.ts';
import { headJson, parseJson, parseJsonFile, withoutAssignment } from './shared/json/parse-json.ts';
import { cutWarning, withEmptyWarning } from './shared/json/shapes.ts';
import { xKind, xTold } from './shared/x/archive.ts';

const assignments = /^(?:window\.YTD\.|Grailbird\.data\.)/;

/** Parts that hold what somebody wrote or with whom; the others (devices, adverts) are kept and read as plain text. */
const telling =
  /^window\.YTD\.(?:tweets?|deleted_tweets?|community_tweet|direct_messages?(?:_group)?|account|profile|follower|following|block|note_tweet)\.|^Grailbird\.data\.tweets/;

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  const assigned = withoutAssignment(peek.text);
  if (assigned !== null) {
    if (!assignments.test(assigned.name)) return notThis;
    const head = parseJson(assigned.json);
    const known = head !== null && xKind(head.value) !== null;
    if (!known && !telling.test(assigned.name)) return notThis;
    return {
      certainty: 'sure',
      because: `It begins with "${assigned.name} =", as the files of an X (Twitter) archive do.`,
    };
  }
  // Somebody took the name off, so that programs can read it.
  const head = headJson(peek);
  return head !== null && xKind(head.value) !== null
    ? { certainty: 'likely', because: 'Its entries are those of an X (Twitter) archive, without the name before them.' }
    : notThis;
}

/** The bytes of the value, without the name before it and the semicolon after it. */
function valueBytes(bytes: Uint8Array, name: string | null): Uint8Array {
  if (name === null) return bytes;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = /[{[]/.exec(view.toString('latin1', 0, 4096).slice(view.indexOf('=')))?.index ?? 0;
  let end = bytes.length;
  while (end > 0 && /[\s;]/.test(String.fromCharCode(bytes[end - 1] ?? 0))) end -= 1;
  return bytes.subarray(view.indexOf('=') + begins, end);
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const assigned = withoutAssignment(decodeText(file.bytes.subarray(0, 4096)).text);
  const { parsed, warning } = parseJsonFile(valueBytes(file.bytes, assigned?.name ?? null));
  if (warning !== null) yield { kind: 'warning', text: warning };
  if (parsed === null) {
    throw new ReadRefusal(
      'The file begins like a part of an X (Twitter) archive but is damaged, so nothing could be read. It is kept; ask for a new archive.',
    );
  }
  yield* cutWarning(parsed);
  const told = withEmptyWarning(withNotices(xTold(parsed.value, assigned?.name ?? file.name, context.zone)));
  yield* withCompany(told, xCompany(context));
}

/** One file of the archive that X (Twitter) hands out: posts, direct messages, account, profile, followers. */
export const xArchive: Reader = {
  id: 'x-archive',
  version: 2,
  label: 'X (Twitter) archive (.js)',
  source: 'https://help.x.com/en/managing-your-account/how-to-download-your-x-archive',
  endings: ['.js'],
  detect,
  read,
};
