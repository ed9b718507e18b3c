import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { limits } from '../../../limits.ts';
import { facts, type Told } from '../chat/told.ts';
import { lookUp } from '../look-up.ts';
import { epochMoment, unreadableMoment } from '../moments.ts';
import { blankItem, party } from '../parties.ts';
import { type Tag, type Token, tagsOf } from './tags.ts';

/** The export writes the word "null" for what it does not know. */
function told(tag: Tag, attribute: string): string | null {
  const value = tag.text(attribute);
  return value === null || value === '' || value === 'null' ? null : value;
}

/** Milliseconds since 1970; some programs write seconds. `readable_date` is the clock of the phone and only shown. */
function momentOf(tag: Tag): Moment | null {
  const written = told(tag, 'date');
  if (written === null) return null;
  if (!/^\d{1,16}$/.test(written)) return unreadableMoment(written.slice(0, 200));
  const figure = Number(written);
  if (figure === 0) return null;
  return epochMoment(written, figure < 100_000_000_000 ? figure * 1000 : figure);
}

const unknownName = /^\(?unknown\)?$/i;

/** Who is on the other side: numbers are joined by `~`, names by commas. */
function others(tag: Tag): NamedParty[] {
  const numbers = (told(tag, 'address') ?? told(tag, 'number') ?? '')
    .split('~')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  // Super Backup writes `name`.
  const shown = told(tag, 'contact_name') ?? told(tag, 'name');
  const whole = shown === null || unknownName.test(shown) ? null : shown;
  const names = numbers.length > 1 ? (whole ?? '').split(/,\s*/) : [whole ?? ''];
  const paired = names.length === numbers.length;
  return numbers.flatMap((number, index) => {
    const name = paired ? (names[index] ?? '') : '';
    return party(unknownName.test(name) ? null : name, number) ?? [];
  });
}

const boxes: Readonly<Record<string, string>> = {
  3: 'draft, not sent',
  4: 'waiting to be sent',
  5: 'could not be sent',
  6: 'waiting to be sent',
};

const threadOf = (tag: Tag, people: readonly NamedParty[]): ItemDraft['thread'] => {
  const id = told(tag, 'address') ?? people.map((each) => each.handle).join('~');
  const names = people.flatMap((each) => each.name ?? []);
  return id === '' ? null : { id, title: names.length === 0 ? null : names.join(', ') };
};

function smsItem(tag: Tag, number: number): ItemDraft {
  const type = told(tag, 'type') ?? '';
  const received = type === '1';
  const people = others(tag);
  return {
    ...blankItem(`message ${number}`, 'sms'),
    platform: 'sms',
    // The owner of the phone is not named in the file.
    author: received ? (people[0] ?? null) : null,
    recipients: received ? [] : people,
    thread: threadOf(tag, people),
    audience: people.length > 1 ? 'group' : 'individual',
    sentAt: momentOf(tag),
    title: told(tag, 'subject'),
    text: told(tag, 'body') ?? '',
    facts: facts(
      ['Direction', received ? 'received by this phone' : type === '2' ? 'sent by this phone' : null],
      ['State', lookUp(boxes, type) ?? null],
      ['Date as the phone showed it', told(tag, 'readable_date') ?? told(tag, 'time')],
    ),
  };
}

interface Part {
  readonly name: string;
  readonly bytes: Buffer | null;
  readonly because: string;
}

interface OpenMms {
  readonly tag: Tag;
  readonly number: number;
  readonly text: string[];
  readonly parts: Part[];
  /** Addresses by their role: 137 from, 151 to, 130 copy, 129 hidden copy. */
  readonly addresses: { readonly address: string; readonly role: string }[];
}

function partName(tag: Tag, number: number, index: number): string {
  const given = told(tag, 'cl') ?? told(tag, 'fn') ?? told(tag, 'name');
  const kind = (told(tag, 'ct') ?? '').split(';')[0]?.split('/')[1] ?? 'bin';
  const name = given ?? `part-${index + 1}.${kind.replace(/[^a-z0-9]/gi, '').slice(0, 8) || 'bin'}`;
  // The same name comes back in many messages, so the message stands before it.
  return `message ${number}/${name}`;
}

function addPart(open: OpenMms, tag: Tag): void {
  const kind = (told(tag, 'ct') ?? '').toLowerCase();
  if (kind === 'application/smil') return;
  const words = told(tag, 'text');
  if (kind.startsWith('text/plain')) {
    if (words !== null) open.text.push(words);
    return;
  }
  const name = partName(tag, open.number, open.parts.length);
  const raw = tag.raw('data');
  if (raw === null)
    open.parts.push({ name, bytes: null, because: 'The backup was made without the files of messages.' });
  else if (raw.length * 0.75 > limits.memberBytes)
    open.parts.push({ name, bytes: null, because: 'It is larger than the limit for one file in an archive.' });
  else open.parts.push({ name, bytes: Buffer.from(raw.toString('latin1'), 'base64'), because: '' });
}

const self = 'insert-address-token';

function mmsItem(open: OpenMms): ItemDraft {
  const { tag, number } = open;
  const people = others(tag);
  const received = told(tag, 'msg_box') === '1';
  const from = open.addresses.find((each) => each.role === '137')?.address ?? null;
  const sender = from === null || from === self ? null : from;
  const named = (address: string): NamedParty | null =>
    people.find((each) => sameNumber(each.handle, address)) ?? party(null, address);
  const author = received
    ? sender === null
      ? people.length === 1
        ? (people[0] ?? null)
        : null
      : named(sender)
    : null;
  return {
    ...blankItem(`message ${number}`, 'sms'),
    platform: 'mms',
    author,
    recipients: received ? people.filter((each) => each !== author && people.length > 1) : people,
    thread: threadOf(tag, people),
    audience: people.length > 1 ? 'group' : 'individual',
    sentAt: momentOf(tag),
    title: told(tag, 'sub'),
    text: open.text.join('\n'),
    attachments: open.parts.map((each) => each.name),
    facts: facts(
      ['Direction', received ? 'received by this phone' : 'sent by this phone'],
      ['State', lookUp(boxes, told(tag, 'msg_box') ?? '') ?? null],
      ['Message number', told(tag, 'm_id')],
      ['Date as the phone showed it', told(tag, 'readable_date') ?? told(tag, 'time')],
    ),
  };
}

/** Numbers are written with and without the country's code. */
function sameNumber(one: string | null, other: string): boolean {
  const [a, b] = [one ?? '', other].map((each) => each.replace(/\D/g, ''));
  if (one === other) return true;
  return (
    a !== undefined &&
    b !== undefined &&
    a.length >= 7 &&
    b.length >= 7 &&
    (a.endsWith(b.slice(-10)) || b.endsWith(a.slice(-10)))
  );
}

const callKinds: Readonly<Record<string, string>> = {
  1: 'Incoming call',
  2: 'Outgoing call',
  3: 'Missed call',
  4: 'Call that went to voicemail',
  5: 'Rejected call',
  6: 'Refused call',
};

function callItem(tag: Tag, number: number): ItemDraft {
  const type = told(tag, 'type') ?? '';
  const people = others(tag);
  const outgoing = type === '2';
  const [other] = people;
  const seconds = told(tag, 'duration');
  const kind = lookUp(callKinds, type) ?? 'Call';
  const who = other?.name ?? other?.handle ?? 'a number that was withheld';
  return {
    ...blankItem(`call ${number}`, 'event'),
    platform: 'telephone',
    author: outgoing ? null : (other ?? null),
    recipients: outgoing ? people : [],
    sentAt: momentOf(tag),
    title: kind,
    text: `${kind} ${outgoing ? 'to' : 'from'} ${who}${seconds === null ? '' : `, ${seconds} seconds`}`,
    facts: facts(
      ['Seconds', seconds],
      ['Date as the phone showed it', told(tag, 'readable_date') ?? told(tag, 'time')],
    ),
  };
}

class Backup {
  #open: OpenMms | null = null;
  #messages = 0;
  #calls = 0;
  #count: number | null = null;
  #doctype = false;
  #drafts = 0;
  readonly #seen = new Set<string>();
  #again = 0;

  *token(token: Token): Generator<Told> {
    if ('doctype' in token) this.#doctype = true;
    else if ('cut' in token) yield* this.#cut();
    else if (token.closing) yield* this.#closing(token);
    else yield* this.#opening(token);
  }

  *#cut(): Generator<Told> {
    yield { kind: 'warning', text: 'The file breaks off in the middle; what stands before was read.' };
    yield {
      kind: 'unreadable',
      where: `after entry ${this.#messages + this.#calls}`,
      because: 'The file breaks off in the middle of this entry.',
    };
    this.#open = null;
  }

  *#closing(tag: Tag): Generator<Told> {
    if (tag.name === 'mms' && this.#open !== null) yield* this.#finish(this.#open);
  }

  *#opening(tag: Tag): Generator<Told> {
    if (tag.name === 'smses' || tag.name === 'calls' || tag.name === 'allsms') {
      const count = told(tag, 'count');
      if (count !== null && /^\d{1,9}$/.test(count)) this.#count = Number(count);
    } else if (tag.name === 'sms') {
      this.#messages += 1;
      this.#note(tag, told(tag, 'body') ?? '');
      if (told(tag, 'type') === '3') this.#drafts += 1;
      yield { kind: 'item', item: smsItem(tag, this.#messages) };
    } else if (tag.name === 'call') {
      this.#calls += 1;
      yield { kind: 'item', item: callItem(tag, this.#calls) };
    } else if (tag.name === 'mms') {
      if (this.#open !== null) yield* this.#finish(this.#open);
      this.#messages += 1;
      this.#open = { tag, number: this.#messages, text: [], parts: [], addresses: [] };
      if (tag.selfClosing) yield* this.#finish(this.#open);
    } else if (this.#open !== null) this.#inside(this.#open, tag);
  }

  #inside(open: OpenMms, tag: Tag): void {
    if (tag.name === 'part') addPart(open, tag);
    else if (tag.name === 'addr')
      open.addresses.push({ address: told(tag, 'address') ?? '', role: told(tag, 'type') ?? '' });
  }

  *#finish(open: OpenMms): Generator<Told> {
    this.#open = null;
    this.#note(open.tag, `${open.text.join('\n')}${told(open.tag, 'm_id') ?? ''}`);
    yield { kind: 'item', item: mmsItem(open) };
    for (const part of open.parts) {
      if (part.bytes === null) yield { kind: 'refused-member', name: part.name, because: part.because };
      else yield { kind: 'member', name: part.name, role: 'attachment', bytes: part.bytes };
    }
  }

  /** Backups that were put together hold the same message more than once. */
  #note(tag: Tag, words: string): void {
    const key = [
      told(tag, 'address'),
      told(tag, 'date'),
      told(tag, 'type') ?? told(tag, 'msg_box'),
      words.slice(0, 200),
    ].join('\u0000');
    if (this.#seen.has(key)) this.#again += 1;
    else if (this.#seen.size < 500_000) this.#seen.add(key);
  }

  *end(): Generator<Told> {
    if (this.#open !== null) {
      yield { kind: 'warning', text: 'The file breaks off in the middle; what stands before was read.' };
      yield {
        kind: 'unreadable',
        where: `message ${this.#open.number}`,
        because: 'The file breaks off in the middle of this message.',
      };
    }
    const found = this.#messages + this.#calls;
    if (this.#count !== null && this.#count !== found) {
      yield { kind: 'warning', text: `The file says that it holds ${this.#count} entries; ${found} were found.` };
    }
    if (this.#again > 0) yield { kind: 'warning', text: `${this.#again} messages stand in the file more than once.` };
    if (this.#doctype)
      yield { kind: 'warning', text: 'The file declares a document type; nothing of it was followed.' };
  }
}

/** The messages or calls of a backup, with the files of its multimedia messages. */
export function* backupTold(bytes: Buffer): Generator<Told> {
  const backup = new Backup();
  for (const token of tagsOf(bytes)) yield* backup.token(token);
  yield* backup.end();
}
