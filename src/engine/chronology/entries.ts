import type { ChronologyEntry, ChronologyKind } from '../../contract/chronology.ts';
import type { ItemDraft } from '../../contract/item.ts';
import type { Moment } from '../../contract/moment.ts';
import { type ReadableDb, text, textOrNull } from '../case-file/index.ts';
import { complaints } from '../complaint/index.ts';
import { allegations, findings } from '../finding/index.ts';
import { receipts } from '../intake/index.ts';
import { itemById } from '../items/index.ts';
import { mappings } from '../mapping/index.ts';
import { people, Recognition } from '../people/index.ts';
import { events } from '../procedure/index.ts';
import type { Session } from '../session.ts';
import { wallTime } from '../wall-time.ts';

/** An entry with the kind of event that it came from, which remarks on the order rest on. */
export interface Dated {
  readonly entry: ChronologyEntry;
  readonly event: string | null;
  /** False for evidence that somebody other than an employee complained of is known to have made. */
  readonly ownConduct: boolean;
}

/** Everything that has a time, in its order, and how many linked items have none that could be read; what is only a day comes before what has an hour of it. */
export function entriesOf(session: Session, db: ReadableDb): { readonly dated: Dated[]; readonly undated: number } {
  const zone = session.district?.timeZone ?? null;
  const wall = (at: string) => wallTime(at, zone);
  // A sample stands still: what was recorded while it was replayed belongs to the day on which its story ends.
  const { standsAt } = session;
  const written = (at: string) => wall(standsAt !== null && Date.parse(at) > Date.parse(standsAt) ? standsAt : at);
  const linked = linkedItems(db);
  const evidence = fromEvidence(db, linked);
  const others = byOthers(db, linked);
  const dated = [
    ...[
      ...evidence,
      ...fromComplaints(db, wall),
      ...fromReceipts(db, wall),
      ...fromResponses(db, wall),
      ...fromFindings(db, written),
      ...fromDocuments(db, written),
    ].map((entry) => ({ entry, event: null, ownConduct: !others.has(entry.id) })),
    ...fromEvents(db, wall),
  ].sort((a, b) => a.entry.order.localeCompare(b.entry.order) || a.entry.id.localeCompare(b.entry.id));
  return { dated, undated: linked.size - evidence.length };
}

/** Items that somebody linked, as far as they stand; each once, for whomever an allegation names. */
function linkedItems(db: ReadableDb): ReadonlyMap<string, ReadonlySet<string>> {
  const respondentOf = new Map(allegations(db).map(({ id, respondentId }) => [id, respondentId]));
  const linked = new Map<string, Set<string>>();
  for (const link of mappings(db, { itemId: null, allegationId: null, policy: null, clause: null })) {
    const about = linked.get(link.itemId) ?? new Set<string>();
    const respondent = link.allegationId === null ? undefined : respondentOf.get(link.allegationId);
    if (respondent !== undefined) about.add(respondent);
    linked.set(link.itemId, about);
  }
  return linked;
}

function fromEvidence(db: ReadableDb, linked: ReturnType<typeof linkedItems>): ChronologyEntry[] {
  const recognition = new Recognition(people(db));
  return [...linked].flatMap(([id, about]): ChronologyEntry[] => {
    const item = itemById(db, id)?.item;
    const order = orderOf(item?.sentAt ?? null);
    if (item === undefined || order === null) return [];
    return [
      {
        id: `evidence:${id}`,
        kind: 'conduct',
        order,
        moment: item.sentAt,
        words: itemWords(item, recognition),
        certain: item.sentAt?.certainty === 'stated',
        source: { room: 'evidence', id },
        about: [...about],
      },
    ];
  });
}

/** Items whose author is known to be no respondent, or has a name that is none of theirs: a witness, the police, an office. */
function byOthers(db: ReadableDb, linked: ReturnType<typeof linkedItems>): ReadonlySet<string> {
  const recognition = new Recognition(people(db));
  return new Set(
    [...linked.keys()].flatMap((id) => {
      const author = itemById(db, id)?.item.author ?? null;
      if (author === null) return [];
      const person = recognition.find(author.name, author.handle);
      const isMail = (itemById(db, id)?.item.kind ?? null) === 'email';
      const isOther = person === null ? isMail : person.caseRole !== 'respondent';
      return isOther ? [`evidence:${id}`] : [];
    }),
  );
}

const KINDS: Readonly<Partial<Record<ItemDraft['kind'], string>>> = {
  post: 'Post',
  comment: 'Comment',
  reply: 'Reply',
  sms: 'Text message',
  email: 'E-mail',
  'direct-message': 'Direct message',
  'group-message': 'Group message',
  'chat-line': 'Chat message',
  picture: 'Picture',
  document: 'Document',
  page: 'Page',
  connection: 'Connection',
};

function itemWords(item: ItemDraft, recognition: Recognition): string {
  const kind = KINDS[item.kind] ?? 'Item';
  const { name, handle } = item.author ?? { name: null, handle: null };
  const author = recognition.find(name, handle)?.name ?? name ?? handle;
  return author === null || author === undefined ? kind : `${kind} of ${author}`;
}

function orderOf(moment: Moment | null): string | null {
  return moment?.local ?? moment?.instant ?? null;
}

type Wall = (at: string) => string;

function recorded(
  kind: ChronologyKind,
  at: string,
  words: string,
  source: ChronologyEntry['source'],
  about: readonly string[],
): ChronologyEntry {
  return {
    id: `${source.room}:${source.id}`,
    kind,
    order: at,
    moment: null,
    words,
    certain: at.includes('T'),
    source,
    about: [...about],
  };
}

function fromComplaints(db: ReadableDb, wall: Wall): ChronologyEntry[] {
  return complaints(db).map(({ id, number, receivedAt, about }) =>
    recorded('complaint', wall(receivedAt), `Complaint ${number} was received`, { room: 'questions', id }, about),
  );
}

function fromReceipts(db: ReadableDb, wall: Wall): ChronologyEntry[] {
  return receipts(db)
    .filter(({ files }) => files > 0)
    .map(({ id, number, receivedAt, files }) => {
      const words = `Evidence was received: receipt sheet ${number}, ${files === 1 ? '1 file' : `${files} files`}`;
      return recorded('capture', wall(receivedAt), words, { room: 'evidence', id }, []);
    });
}

/** What an event is on the line; what is not named is a step of the procedure. */
const EVENTS: Readonly<Record<string, ChronologyKind>> = {
  'conduct-occurred': 'conduct',
  'content-deleted': 'conduct',
  'first-knowledge': 'knowledge',
  'mandated-report-knowledge': 'knowledge',
  'complaint-received': 'complaint',
  'complaint-signed': 'complaint',
  'evidence-captured': 'capture',
  'record-hold-sent': 'hold',
  'police-or-dcf-hold-started': 'hold',
  'police-or-dcf-hold-ended': 'hold',
  'title-ix-handoff-started': 'hold',
  'title-ix-handoff-ended': 'hold',
  'abeyance-started': 'hold',
  'abeyance-ended': 'hold',
  'interview-held': 'interview',
  'interview-declined': 'interview',
  'response-received': 'response',
  'response-lapsed': 'response',
  'predisciplinary-meeting-held': 'response',
  'predisciplinary-meeting-waived': 'response',
  'decision-made': 'decision',
  'discipline-issued': 'decision',
  'board-decision-made': 'decision',
  'closed-without-discipline': 'decision',
};

function fromEvents(db: ReadableDb, wall: Wall): Dated[] {
  return events(db)
    .filter(({ correctedBy, kind }) => correctedBy === null && kind !== 'gate-overridden')
    .map((event) => {
      const kind = EVENTS[event.kind] ?? (/-(served|given|notified|sent)$/.test(event.kind) ? 'notice' : 'procedure');
      const source = { room: 'steps', id: event.id } as const;
      const about = event.respondentId === null ? [] : [event.respondentId];
      return { entry: recorded(kind, wall(event.at), event.title, source, about), event: event.kind, ownConduct: true };
    });
}

const RESPONSES: Readonly<Record<string, string>> = {
  received: 'The employee’s response was received',
  lapsed: 'The time for a response ended without one',
  declined: 'The employee declined to respond',
};

function fromResponses(db: ReadableDb, wall: Wall): ChronologyEntry[] {
  return db.all('SELECT id, respondent_id, state, at FROM response WHERE withdrawn = 0 ORDER BY at').map((row) => {
    const source = { room: 'findings', id: text(row, 'id') } as const;
    const words = RESPONSES[text(row, 'state')] ?? 'The employee’s response';
    return recorded('response', wall(text(row, 'at')), words, source, [text(row, 'respondent_id')]);
  });
}

function fromFindings(db: ReadableDb, wall: Wall): ChronologyEntry[] {
  const all = new Map(allegations(db).map((allegation) => [allegation.id, allegation]));
  return findings(db).flatMap(({ id, allegationId, at }) => {
    const allegation = all.get(allegationId);
    if (allegation === undefined) return [];
    const words = `A finding on allegation ${allegation.number} was recorded`;
    return [recorded('finding', wall(at), words, { room: 'findings', id }, [allegation.respondentId])];
  });
}

function fromDocuments(db: ReadableDb, wall: Wall): ChronologyEntry[] {
  return db
    .all('SELECT id, number, title, respondent_id, issued_at FROM document WHERE withdrawn = 0 ORDER BY number')
    .map((row) => {
      const respondent = textOrNull(row, 'respondent_id');
      const source = { room: 'documents', id: text(row, 'id') } as const;
      const about = respondent === null ? [] : [respondent];
      return recorded('document', wall(text(row, 'issued_at')), `Issued: ${text(row, 'title')}`, source, about);
    });
}
