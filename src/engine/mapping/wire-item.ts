import type { WorkingHours } from '../../contract/district.ts';
import type { ItemDraft, NamedParty } from '../../contract/item.ts';
import type { Moment } from '../../contract/moment.ts';
import type { Person } from '../../contract/person.ts';
import type { Approval } from '../../contract/person-records.ts';
import type { SuggestInput } from '../../contract/suggest.ts';
import type { StoredItem } from '../items/index.ts';
import { fold, type Recognition } from '../people/index.ts';
import type { Session } from '../session.ts';
import { disclaimerOn, localDay, onRecord } from './on-record.ts';

/** Stands for the sender of lines that an export shows without a name. */
export const OUTGOING: NamedParty = { name: null, handle: null };

export interface Surroundings {
  readonly session: Session;
  readonly recognition: Recognition;
  /** True where the day is one on which students attend; null where the calendar cannot say. */
  readonly isSchoolDay: (day: string) => boolean | null;
  /** Facts that a person recorded about the item or the case. */
  readonly facts: readonly string[];
  /** Approvals on file, of everybody. */
  readonly approvals: readonly Approval[];
  /** Whose phone or account the source was taken from; the sender of its outgoing lines. */
  readonly owner: Person | null;
  /** The other party of a conversation of two; null in a group or where it is not known. */
  readonly counterpart: NamedParty | null;
  /** The messages before it in its conversation, oldest first. */
  readonly before: readonly StoredItem[];
}

/** An item of the case in the shape that `suggest` reads: what is not known stays null and becomes a question. */
export function toSuggestInput(stored: StoredItem, around: Surroundings): SuggestInput {
  const { item } = stored;
  const author = authorOf(around, item);
  const account = accountOf(author, item.author);
  const isPicture = item.kind === 'picture';
  // An investigator's words about a picture or recording are not the words of whoever made it.
  const isDescription = item.derived === 'description';
  const notes = [...around.facts, ...onRecord(author, item.sentAt, around.approvals)];
  return {
    id: stored.id,
    item: {
      kind: item.kind,
      platform: item.platform,
      author:
        item.author === null && author !== null
          ? partyOfPerson(around, author, null)
          : partyOf(around, item.author, null),
      recipients: recipientsOf(around, item, author),
      audience: item.audience,
      sentAt: instantOf(item.sentAt),
      account: account === null ? null : account.owner,
      districtSponsored: account === null || account.owner === 'unknown' ? null : account.owner === 'district',
      text: isPicture || isDescription ? null : item.text,
      imageText: isPicture ? item.text : null,
      altText: isDescription ? item.text : null,
      url: item.url,
    },
    context: {
      threadBefore: around.before.map((earlier) => ({
        author: earlier.item.author?.name ?? null,
        role: authorOf(around, earlier.item)?.occupation ?? null,
        text: earlier.item.text,
      })),
      workingHours: hoursOf(author),
      schoolDay: dayOf(item.sentAt, around),
      approvalOnFile: null,
      disclaimerOnProfile: account === null ? null : disclaimerOn(account, localDay(item.sentAt)),
      notes: notes.length === 0 ? null : notes.join('\n'),
      timeZone: around.session.district?.timeZone ?? null,
      district:
        around.session.district === null
          ? null
          : { name: around.session.district.name, aliases: around.session.district.aliases },
    },
  };
}

function personOf(around: Surroundings, party: NamedParty | null): Person | null {
  return party === null ? null : around.recognition.find(party.name, party.handle);
}

/** Outgoing lines of an export name no sender: they are the owner's. */
function authorOf(around: Surroundings, item: ItemDraft): Person | null {
  if (item.author !== null) return personOf(around, item.author);
  return item.thread === null ? null : around.owner;
}

function recipientsOf(around: Surroundings, item: ItemDraft, author: Person | null) {
  if (item.recipients.length > 0) return item.recipients.map((recipient) => partyOf(around, recipient, author));
  if (item.author !== null && around.counterpart === OUTGOING && around.owner !== null) {
    return [partyOfPerson(around, around.owner, author)];
  }
  const other = around.counterpart === OUTGOING ? null : around.counterpart;
  return other === null ? [] : [partyOf(around, other, author)];
}

function partyOf(around: Surroundings, party: NamedParty | null, author: Person | null) {
  if (party === null) return null;
  const person = personOf(around, party);
  if (person !== null) return { ...partyOfPerson(around, person, author), name: party.name ?? party.handle };
  return { name: party.name ?? party.handle, role: null, unit: null, isRelativeOfAuthor: null };
}

function partyOfPerson(around: Surroundings, person: Person, author: Person | null) {
  const unit = around.session.district?.units.find(({ code }) => code === person.unit);
  return {
    name: person.name,
    role: person.occupation === 'unknown' ? null : person.occupation,
    unit: unit === undefined ? null : unit.certified ? 'certified' : 'non-certified',
    isRelativeOfAuthor:
      author === null ? null : author.relatives.includes(person.id) || person.relatives.includes(author.id),
  };
}

function accountOf(author: Person | null, party: NamedParty | null) {
  if (author === null || party === null) return null;
  const shown = [party.handle, party.name].filter((word) => word !== null).map(fold);
  return author.accounts.find(({ handle }) => shown.includes(fold(handle))) ?? null;
}

function hoursOf(author: Person | null): WorkingHours[] | null {
  return author === null || author.workingHours.length === 0 ? null : author.workingHours;
}

/** The instant where the source fixes it; else the wall clock without an offset, which leaves the zone open. */
function instantOf(moment: Moment | null): string | null {
  if (moment === null || moment.certainty === 'ambiguous') return null;
  if (moment.local !== null && moment.zone !== null && /^[+-]\d\d:\d\d$/.test(moment.zone)) {
    return moment.local + moment.zone;
  }
  return moment.instant ?? moment.local;
}

function dayOf(moment: Moment | null, around: Surroundings): boolean | null {
  const day = moment?.local?.slice(0, 10) ?? moment?.instant?.slice(0, 10);
  return day === undefined || moment?.certainty === 'ambiguous' ? null : around.isSchoolDay(day);
}
