import { limits } from '../limits.ts';
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
import { MailThreads } from './shared/mail/mail-threads.ts';
import { WarningTally } from './shared/mail/warning-tally.ts';
import { MemberGate, yieldMail } from './shared/mail/yield-mail.ts';
import { outlookMail } from './shared/outlook/outlook-mail.ts';
import { isPst, NodeDatabase } from './shared/outlook/pst/node-database.ts';
import { PstStore, type StoredMessage } from './shared/outlook/pst/pst-messages.ts';

function detect(peek: Peek): Detection {
  return isPst(peek.head)
    ? { certainty: 'sure', because: 'It begins with the marks of an Outlook data file (!BDN).' }
    : notThis;
}

const lost =
  'Nothing could be read from this Outlook data file; its table of contents is missing or damaged, as when a copy was cut off. It is kept; ask for a new copy, or repair a copy with Outlook’s own tool (scanpst) and add that too.';

function opened(file: SourceFile): NodeDatabase {
  const database = NodeDatabase.open(file.bytes);
  if (database?.veiledUnknown === true) {
    throw new ReadRefusal(
      'This Outlook data file is encrypted by the organisation it comes from, and the key is not in it. It is kept; ask the organisation’s administrator for an export without encryption.',
    );
  }
  if (database === null || database.nodes.size === 0) throw new ReadRefusal(lost);
  return database;
}

function* yieldStored(
  store: PstStore,
  stored: StoredMessage,
  number: number,
  shared: { tally: WarningTally; threads: MailThreads; gate: MemberGate; zone: string | null },
): Iterable<Yielded> {
  const place = `message ${number}`;
  const message = store.read(stored.node);
  if (message === null) {
    yield { kind: 'unreadable', where: place, because: 'its list of properties is damaged or lost' };
    return;
  }
  const mail = outlookMail(message, shared.zone);
  for (const text of mail.warnings) shared.tally.add(text, number);
  const facts = [...mail.item.facts, { label: 'Folder', value: stored.folder.join(' / ') }];
  if (stored.unlisted) facts.push({ label: 'State', value: 'in the file, but in no folder’s list: deleted or moved' });
  const deleted = stored.unlisted || mail.item.deleted;
  const item = shared.threads.placed({ ...mail.item, facts, deleted });
  yield* yieldMail({ ...mail, item }, { locator: place, folder: place }, shared.gate);
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const database = opened(file);
  const store = new PstStore(database);
  const tally = new WarningTally();
  const shared = {
    tally,
    threads: new MailThreads(),
    gate: new MemberGate(file.bytes.length, context),
    zone: context.zone,
  };
  let count = 0;
  for (const stored of store.messages()) {
    count += 1;
    if (count > limits.mailboxMessages) break;
    yield* yieldStored(store, stored, count, shared);
  }
  if (count === 0) {
    if (database.damaged) throw new ReadRefusal(lost);
    yield { kind: 'warning', text: 'The Outlook data file holds no messages.' };
  }
  yield* tally.warnings();
  if (database.damaged) {
    yield { kind: 'warning', text: 'The Outlook data file is damaged or cut off; messages may be missing from it.' };
  }
  if (count > limits.mailboxMessages) {
    const text = `The first ${limits.mailboxMessages} messages of the file were read; the rest are beyond the limit and were not.`;
    yield { kind: 'warning', text };
  }
}

/** A data file of Outlook: a whole mailbox with its folders (.pst, .ost). */
export const outlookStore: Reader = {
  id: 'pst',
  version: 1,
  label: 'Outlook data file (.pst, .ost)',
  source: 'https://learn.microsoft.com/openspecs/office_file_formats/ms-pst',
  endings: ['.pst', '.ost', '.nst'],
  detect,
  read,
};
