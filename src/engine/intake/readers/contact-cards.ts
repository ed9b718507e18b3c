import type { ItemDraft } from '../../../contract/item.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import {
  bytesOf,
  type Component,
  type ContentLine,
  components,
  isBinary,
  lineNamed,
  piecesOf,
  wordsOf,
} from './shared/directory/content-lines.ts';
import { lookUp } from './shared/look-up.ts';
import { nameOfSubject } from './shared/mail/attachment-names.ts';
import { headLetters } from './shared/mail/mail-heads.ts';
import { blankItem } from './shared/parties.ts';

function detect(peek: Peek): Detection {
  return /^\uFEFF?\s*BEGIN:VCARD\s/i.test(peek.text ?? headLetters(peek.head))
    ? { certainty: 'sure', because: 'It begins with BEGIN:VCARD, as contact cards do.' }
    : notThis;
}

/** What a card says of somebody, in the order in which it is shown. */
const told: Readonly<Record<string, string>> = {
  NICKNAME: 'Nickname',
  TEL: 'Telephone',
  EMAIL: 'E-mail address',
  IMPP: 'Messenger',
  'X-AIM': 'Messenger (AIM)',
  'X-ICQ': 'Messenger (ICQ)',
  'X-JABBER': 'Messenger (Jabber)',
  'X-MSN': 'Messenger (MSN)',
  'X-SKYPE': 'Messenger (Skype)',
  'X-SKYPE-USERNAME': 'Messenger (Skype)',
  'X-QQ': 'Messenger (QQ)',
  'X-SOCIALPROFILE': 'Profile',
  SOCIALPROFILE: 'Profile',
  'X-TWITTER': 'Profile (Twitter)',
  URL: 'Web address',
  ORG: 'Organisation',
  TITLE: 'Position',
  ROLE: 'Role',
  ADR: 'Address',
  BDAY: 'Birthday',
  ANNIVERSARY: 'Anniversary',
  RELATED: 'Related person',
  'X-ABRELATEDNAMES': 'Related person',
  CATEGORIES: 'Categories',
  'X-PHONETIC-FIRST-NAME': 'Sound of the given name',
  'X-PHONETIC-LAST-NAME': 'Sound of the family name',
  UID: 'Card id',
  REV: 'Last changed',
  SOURCE: 'Kept at',
};

/** Apple writes its own labels as `_$!<Mobile>!$_`. */
const plainLabel = (label: string): string => label.replace(/^_\$!<(.*)>!\$_$/, '$1');

const silentTypes = new Set(['pref', 'internet', 'voice', 'x400', 'quoted-printable', 'base64', 'b', 'uri', 'text']);

function kindsOf(line: ContentLine, labels: ReadonlyMap<string, string>): string {
  const own = line.group === null ? undefined : labels.get(line.group);
  const service = line.parameters.get('X-SERVICE-TYPE') ?? [];
  const types = [...(line.parameters.get('TYPE') ?? []), ...service].map((each) => each.toLowerCase());
  const kinds = own === undefined ? types.filter((each) => each !== '' && !silentTypes.has(each)) : [own];
  return [...new Set(kinds)].join(', ');
}

function shownValue(line: ContentLine): string {
  if (line.name === 'ADR' || line.name === 'ORG')
    return piecesOf(line, ';')
      .filter((each) => each !== '')
      .join(', ');
  const words = wordsOf(line);
  return /^(?:TEL|EMAIL|IMPP)$/.test(line.name) ? words.replace(/^(?:tel|mailto|x-apple|im|xmpp):/i, '') : words;
}

function factsOf(card: Component): ItemDraft['facts'] {
  const labels = new Map<string, string>();
  for (const line of card.lines) {
    if (line.name === 'X-ABLABEL' && line.group !== null) labels.set(line.group, plainLabel(wordsOf(line)));
  }
  const facts: ItemDraft['facts'] = [];
  for (const line of card.lines) {
    const label = lookUp(told, line.name);
    const value = label === undefined || isBinary(line) ? '' : shownValue(line);
    if (label === undefined || value === '') continue;
    const kinds = kindsOf(line, labels);
    facts.push({ label: kinds === '' ? label : `${label} (${kinds})`, value: value.slice(0, 1000) });
  }
  return facts;
}

/** The name as the card shows it, else put together from its pieces, else what it is filed under. */
function nameOf(card: Component): string | null {
  const shown = lineNamed(card, 'FN');
  const name = shown === null ? '' : wordsOf(shown);
  if (name !== '') return name;
  const pieces = lineNamed(card, 'N');
  const [family = '', given = '', more = '', before = '', after = ''] = pieces === null ? [] : piecesOf(pieces, ';');
  const joined = [before, given, more, family, after].filter((each) => each !== '').join(' ');
  if (joined !== '') return joined;
  const organisation = lineNamed(card, 'ORG') ?? lineNamed(card, 'NICKNAME');
  return organisation === null ? null : shownValue(organisation) || null;
}

const pictureKinds: Readonly<Record<string, string>> = { jpeg: '.jpg', jpg: '.jpg', png: '.png', gif: '.gif' };

/** A picture or sound in the card: as letters, or as an address that holds its bytes (`data:`). */
function filesOf(card: Component, folder: string, name: string | null): { name: string; bytes: Uint8Array }[] {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const line of card.lines) {
    const what = { PHOTO: 'photo', LOGO: 'logo', SOUND: 'sound', KEY: 'key' }[line.name];
    if (what === undefined) continue;
    const inside = /^data:([\w/+.-]{0,80})[^,]{0,80};base64,(.*)$/is.exec(line.raw);
    if (inside === null && !isBinary(line)) continue;
    const types = [inside?.[1]?.split('/').at(-1) ?? '', ...(line.parameters.get('TYPE') ?? [])];
    const ending =
      types.map((each) => lookUp(pictureKinds, each.toLowerCase())).find((each) => each !== undefined) ?? '';
    const bytes = inside === null ? bytesOf(line) : Buffer.from(inside[2] ?? '', 'base64');
    files.push({ name: `${folder}/${nameOfSubject(name) ?? 'contact'} ${what}${ending}`, bytes });
  }
  return files;
}

function* yieldCard(card: Component, number: number): Iterable<Yielded> {
  const title = nameOf(card);
  const facts = factsOf(card);
  const agents = card.inner.map((inner) => nameOf(inner)).filter((each) => each !== null);
  for (const agent of agents) facts.push({ label: 'Acts through', value: agent });
  const files = filesOf(card, `card ${number}`, title);
  const notes = card.lines.filter((line) => line.name === 'NOTE').map((line) => wordsOf(line));
  const shown = facts.filter((fact) => !/^(?:Card id|Last changed|Kept at)/.test(fact.label));
  const item: ItemDraft = {
    ...blankItem(`card ${number}, line ${card.at}`, 'contact'),
    platform: 'contacts',
    title,
    text: [title ?? '', ...shown.map((fact) => `${fact.label}: ${fact.value}`), ...notes]
      .filter((each) => each !== '')
      .join('\n'),
    attachments: files.map((file) => file.name),
    facts,
  };
  yield { kind: 'item', item };
  for (const { name, bytes } of files) yield { kind: 'member', name, role: 'attachment', bytes };
}

async function* read(file: SourceFile): AsyncIterable<Yielded> {
  let count = 0;
  let strays = 0;
  let cut = false;
  const source = {
    wanted: new Set(['VCARD']),
    onStray: () => {
      strays += 1;
    },
    onOuter: () => undefined,
  };
  for (const card of components(file.bytes, source)) {
    count += 1;
    cut ||= !card.closed;
    yield* yieldCard(card, count);
  }
  if (count === 0)
    throw new ReadRefusal('No card could be read from this file. It is kept; ask for a new export of the contacts.');
  if (cut) yield { kind: 'warning', text: 'The file ends in the middle of a card; it may be cut off.' };
  if (strays > 0) yield { kind: 'warning', text: `${strays} lines follow no rule of contact cards and were not read.` };
}

/** Contact cards, one or many in a file (vCard 2.1, 3.0 and 4.0). */
export const contactCards: Reader = {
  id: 'vcf',
  version: 2,
  label: 'Contact cards (.vcf)',
  source: 'https://www.rfc-editor.org/rfc/rfc6350',
  endings: ['.vcf', '.vcard'],
  detect,
  read,
};
