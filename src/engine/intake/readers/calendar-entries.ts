import type { ItemDraft, NamedParty } from '../../../contract/item.ts';
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
import { decodeText } from './shared/decode-text.ts';
import { calendarTime, type OwnZone, ownZone } from './shared/directory/calendar-time.ts';
import {
  bytesOf,
  type Component,
  type ContentLine,
  components,
  firstParameter,
  isBinary,
  lineNamed,
  wordsOf,
} from './shared/directory/content-lines.ts';
import { repeatWords } from './shared/directory/repeat-words.ts';
import { headLetters } from './shared/mail/mail-heads.ts';
import { blankItem, party } from './shared/parties.ts';

function detect(peek: Peek): Detection {
  // Looked for in the bytes too, so that a calendar with damage in it is still known for one.
  const found = /^\uFEFF?\s*BEGIN:(VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY)\s/i.exec(
    peek.text ?? headLetters(peek.head),
  );
  if (found === null) return notThis;
  return { certainty: 'sure', because: `It begins with BEGIN:${found[1]?.toUpperCase()}, as calendar files do.` };
}

const entryKinds = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY']);

/** Zones may be described after the entries that use them, so that they are gathered first. */
function ownZones(bytes: Uint8Array): Map<string, OwnZone> {
  const zones = new Map<string, OwnZone>();
  const source = { wanted: new Set(['VTIMEZONE']), onStray: () => undefined, onOuter: () => undefined };
  for (const component of components(bytes, source)) {
    const name = lineNamed(component, 'TZID')?.raw.trim();
    if (component.name === 'VTIMEZONE' && name !== undefined) zones.set(name, ownZone(component));
  }
  return zones;
}

function partyOf(line: ContentLine): NamedParty | null {
  const address = wordsOf(line).replace(/^mailto:/i, '');
  const name = firstParameter(line, 'CN');
  const decoded = name === null ? null : decodeText(Buffer.from(name, 'latin1')).text.replaceAll("^'", '"');
  return party(decoded === address ? null : decoded, /^(?:invalid:nomail)$/i.test(address) ? null : address);
}

const told: readonly (readonly [string, string])[] = [
  ['LOCATION', 'Place'],
  ['STATUS', 'Status'],
  ['CLASS', 'Access'],
  ['CATEGORIES', 'Categories'],
  ['UID', 'Entry id'],
  ['SEQUENCE', 'Version'],
  ['CREATED', 'Made'],
  ['LAST-MODIFIED', 'Last changed'],
  ['DTSTAMP', 'Written out'],
  ['PERCENT-COMPLETE', 'Done, per cent'],
];

interface Told {
  readonly zones: ReadonlyMap<string, OwnZone>;
  readonly zone: string | null;
  readonly method: string | null;
  readonly unknownZones: Set<string>;
}

function timeOf(component: Component, name: string, shared: Told): ItemDraft['sentAt'] {
  const line = lineNamed(component, name);
  if (line === null) return null;
  const { moment, unknownZone } = calendarTime(line, shared.zones, shared.zone);
  if (unknownZone !== null) shared.unknownZones.add(unknownZone);
  return moment;
}

function factsOf(component: Component, shared: Told): ItemDraft['facts'] {
  const facts: ItemDraft['facts'] = [];
  const add = (label: string, value: string | null | undefined): void => {
    if (value != null && value !== '') facts.push({ label, value: value.slice(0, 1000) });
  };
  const shown = (name: string): string | null => {
    const moment = timeOf(component, name, shared);
    return moment === null
      ? null
      : [moment.local ?? moment.asWritten, moment.zone].filter((each) => each !== null).join(' ');
  };
  add('Ends', shown('DTEND'));
  add('Lasts', lineNamed(component, 'DURATION')?.raw);
  add('Due', shown('DUE'));
  for (const [name, label] of told) {
    const line = lineNamed(component, name);
    add(label, line === null ? null : wordsOf(line));
  }
  const rule = lineNamed(component, 'RRULE')?.raw;
  add('Repeats', rule === undefined ? null : repeatWords(rule));
  for (const line of component.lines) {
    if (line.name === 'EXDATE') add('Does not take place', line.raw);
    else if (line.name === 'RDATE') add('Also takes place', line.raw);
    else if (line.name === 'ATTACH' && !isBinary(line)) add('Attachment kept elsewhere, not fetched', wordsOf(line));
  }
  add('Instead of the repetition', shown('RECURRENCE-ID'));
  const alarms = component.inner.filter((each) => each.name === 'VALARM').length;
  if (alarms > 0) add('Reminders', String(alarms));
  add('Sent as', shared.method);
  return facts;
}

const wordLines = new Set(['DESCRIPTION', 'LOCATION', 'COMMENT', 'CONTACT']);

interface Entry {
  readonly item: ItemDraft;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

function filesOf(component: Component, number: number): Entry['files'] {
  return component.lines
    .filter((line) => line.name === 'ATTACH' && isBinary(line))
    .map((line, index) => {
      const name = firstParameter(line, 'FILENAME') ?? firstParameter(line, 'X-FILENAME') ?? `attachment ${index + 1}`;
      return { name: `entry ${number}/${name.replace(/[\r\n]/g, ' ')}`, bytes: bytesOf(line) };
    });
}

function entryOf(component: Component, number: number, shared: Told): Entry {
  const words = (name: string): string | null => {
    const line = lineNamed(component, name);
    const text = line === null ? '' : wordsOf(line);
    return text === '' ? null : text;
  };
  const organiser = lineNamed(component, 'ORGANIZER');
  const uid = words('UID');
  const title = words('SUMMARY');
  const files = filesOf(component, number);
  const item: ItemDraft = {
    ...blankItem(`entry ${number}, line ${component.at}`, 'event'),
    platform: 'calendar',
    author: organiser === null ? null : partyOf(organiser),
    recipients: component.lines
      .filter((line) => line.name === 'ATTENDEE')
      .map((line) => partyOf(line))
      .filter((each) => each !== null),
    thread: uid === null ? null : { id: uid, title },
    // When it takes place; a task without a beginning is placed at its end, a note where it was made.
    sentAt:
      ['DTSTART', 'DUE', 'COMPLETED', 'CREATED', 'DTSTAMP']
        .map((name) => timeOf(component, name, shared))
        .find((moment) => moment !== null && moment.local !== null) ?? timeOf(component, 'DTSTART', shared),
    title,
    text: component.lines
      .filter((line) => wordLines.has(line.name))
      .map((line) => wordsOf(line))
      .filter((text) => text !== '')
      .join('\n'),
    url: words('URL'),
    attachments: files.map((file) => file.name),
    facts: factsOf(component, shared),
  };
  return { item, files };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const zones = ownZones(file.bytes);
  const unknownZones = new Set<string>();
  let method: string | null = null;
  let strays = 0;
  let count = 0;
  let cut = false;
  const source = {
    wanted: entryKinds,
    onStray: () => {
      strays += 1;
    },
    onOuter: (line: ContentLine) => {
      if (line.name === 'METHOD') method = wordsOf(line);
    },
  };
  for (const component of components(file.bytes, source)) {
    count += 1;
    cut ||= !component.closed;
    const { item, files } = entryOf(component, count, { zones, zone: context.zone, method, unknownZones });
    yield { kind: 'item', item };
    for (const { name, bytes } of files) yield { kind: 'member', name, role: 'attachment', bytes };
  }
  if (count === 0 && strays > 0) {
    throw new ReadRefusal(
      'No entry could be read from this calendar file. It is kept; ask for a new export of the calendar.',
    );
  }
  if (count === 0) yield { kind: 'warning', text: 'The calendar holds no entries.' };
  if (cut) yield { kind: 'warning', text: 'The file ends in the middle of an entry; it may be cut off.' };
  if (strays > 0)
    yield { kind: 'warning', text: `${strays} lines follow no rule of calendar files and were not read.` };
  for (const name of unknownZones) {
    const text = `The time zone "${name}" is not known and not described in the file; times in it are shown without a zone.`;
    yield { kind: 'warning', text };
  }
}

/** Entries of a calendar: appointments, tasks and notes (iCalendar, vCalendar). */
export const calendarEntries: Reader = {
  id: 'ics',
  version: 2,
  label: 'Calendar (.ics)',
  source: 'https://www.rfc-editor.org/rfc/rfc5545',
  endings: ['.ics', '.ical', '.vcs', '.ifb'],
  detect,
  read,
};
