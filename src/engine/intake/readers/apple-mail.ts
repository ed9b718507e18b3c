import type { ItemDraft } from '../../../contract/item.ts';
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
import { headLetters, tellingHeaders } from './shared/mail/mail-heads.ts';
import { type ReadMail, yieldSoleMail } from './shared/mail/yield-mail.ts';

/** The count of bytes of the message, alone on the first line. */
const countLine = /^(\d{1,12})[ \t]*\r?\n/;

function detect(peek: Peek): Detection {
  const text = headLetters(peek.head);
  const count = countLine.exec(text);
  if (count === null) return notThis;
  const known = tellingHeaders(text.slice(count[0].length));
  if (known.size < 2) return notThis;
  return {
    certainty: 'sure',
    because: 'It begins with a count of bytes and then the headers of an e-mail (Apple Mail).',
  };
}

/** The marks of Apple Mail in the list of properties after the message: bit 0 read, 1 deleted, 2 answered, 4 flagged. */
function factsAfter(rest: string): { facts: ItemDraft['facts']; deleted: boolean } {
  const flags = Number(/<key>flags<\/key>\s*<integer>(\d{1,19})<\/integer>/.exec(rest)?.[1] ?? 'NaN');
  if (!Number.isFinite(flags)) return { facts: [], deleted: false };
  // The figure has more than 32 bits; the lowest are what counts here.
  const low = flags % 32;
  const words = ['read', 'deleted', 'answered', 'encrypted', 'flagged'].filter((_, bit) => (low >> bit) % 2 === 1);
  const state = words.length === 0 ? 'not read' : words.join(', ');
  return { facts: [{ label: 'State in Apple Mail', value: state }], deleted: words.includes('deleted') };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const all = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const found = countLine.exec(all.toString('latin1', 0, 32));
  const start = found?.[0].length ?? 0;
  const end = start + Number(found?.[1] ?? all.length);
  const mail = readInternetMessage(all.subarray(start, end), context.zone);
  const { facts, deleted } = factsAfter(all.toString('utf8', Math.min(end, all.length)).slice(0, 100_000));
  const item = { ...mail.item, facts: [...mail.item.facts, ...facts], deleted: deleted ? true : mail.item.deleted };
  const cut = end > all.length ? ['The message is shorter than its first line says; it may be cut off.'] : [];
  const whole: ReadMail = { ...mail, item, warnings: [...mail.warnings, ...cut] };
  yield* yieldSoleMail(whole, file, context);
}

/** One message of Apple Mail: a count of bytes, the message, and a list of its marks. */
export const appleMail: Reader = {
  id: 'emlx',
  version: 1,
  label: 'Apple Mail message (.emlx)',
  source: 'https://www.loc.gov/preservation/digital/formats/fdd/fdd000615.shtml',
  endings: ['.emlx'],
  detect,
  read,
};
