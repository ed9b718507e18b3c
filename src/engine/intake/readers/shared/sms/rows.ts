import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import { facts, fileName, type Told } from '../chat/told.ts';
import { parseJson } from '../json/parse-json.ts';
import { type Fields, fieldsOf, figureAt, has, isFields, listOf, markAt, objectsIn, wordsAt } from '../json/values.ts';
import { epochMoment } from '../moments.ts';
import { blankItem, party } from '../parties.ts';

/** A message as Android's own store has it, the way the app SMS Import / Export writes it. */
export const isAndroidRow = (value: unknown): boolean =>
  has(value, '_id', 'thread_id', 'date') && (has(value, 'address', 'body') || has(value, 'msg_box'));

const personOf = (value: unknown, fallback: string | null = null): NamedParty | null => {
  const fields = fieldsOf(value);
  return party(wordsAt(fields, '__display_name', 'display_name'), markAt(fields, 'address') ?? fallback);
};

const isOwn = (person: NamedParty | null): boolean => person?.handle === 'insert-address-token';

/** Text messages have milliseconds, multimedia messages seconds. */
function momentOf(row: Fields): ItemDraft['sentAt'] {
  const figure = figureAt(row, 'date');
  if (figure === null || figure <= 0) return null;
  return epochMoment(String(figure), figure < 100_000_000_000 ? figure * 1000 : figure);
}

function smsRow(row: Fields, where: string): ItemDraft {
  const received = markAt(row, 'type') === '1';
  const other = personOf(row);
  return {
    ...blankItem(where, 'sms'),
    platform: 'sms',
    author: received ? other : null,
    recipients: received || other === null ? [] : [other],
    thread: { id: markAt(row, 'thread_id') ?? 'thread', title: other?.name ?? null },
    audience: 'individual',
    sentAt: momentOf(row),
    text: wordsAt(row, 'body') ?? '',
    facts: facts(
      ['Direction', received ? 'received by this phone' : 'sent by this phone'],
      ['State', markAt(row, 'type') === '3' ? 'draft, not sent' : null],
    ),
  };
}

function mmsRow(row: Fields, where: string): ItemDraft {
  const parts = objectsIn(row['__parts'] ?? row['parts']).filter((each) => wordsAt(each, 'ct') !== 'application/smil');
  const isText = (part: Fields): boolean => (wordsAt(part, 'ct') ?? '').startsWith('text/plain');
  const received = markAt(row, 'msg_box') === '1';
  const sender = personOf(row['__sender_address'] ?? row['sender_address']);
  const recipients = listOf(row['__recipient_addresses'] ?? row['recipient_addresses']).flatMap(
    (each) => personOf(each) ?? [],
  );
  const others = recipients.filter((each) => !isOwn(each));
  return {
    ...blankItem(where, 'sms'),
    platform: 'mms',
    author: received && !isOwn(sender) ? sender : null,
    recipients: others,
    thread: { id: markAt(row, 'thread_id') ?? 'thread', title: null },
    audience: recipients.length > 1 ? 'group' : 'individual',
    sentAt: momentOf(row),
    title: wordsAt(row, 'sub'),
    text: parts
      .filter(isText)
      .flatMap((each) => wordsAt(each, 'text') ?? [])
      .join('\n'),
    attachments: parts
      .filter((each) => !isText(each))
      .flatMap((each) => fileName(wordsAt(each, '_data', 'cl', 'name') ?? '') || []),
    facts: facts(
      ['Direction', received ? 'received by this phone' : 'sent by this phone'],
      ['Message number', wordsAt(row, 'm_id')],
    ),
  };
}

const rowTold = (row: Fields, where: string): Told => ({
  kind: 'item',
  item: has(row, 'msg_box') ? mmsRow(row, where) : smsRow(row, where),
});

/** The messages of a file with one message a line. */
export function* rowsTold(text: string): Generator<Told> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line.trim());
    if (value === null || value.cut || !isFields(value.value) || !isAndroidRow(value.value)) {
      yield { kind: 'unreadable', where: `line ${index + 1}`, because: 'The line breaks off or is no message.' };
    } else yield rowTold(value.value, `line ${index + 1}`);
  }
}
