import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import type { ReadContext, Yielded } from '../../reader.ts';
import { fact } from '../chat/told.ts';
import { parseJsonFile } from '../json/parse-json.ts';

/** A conversation as another file of the export describes it. */
export interface KnownThread {
  readonly id: string;
  readonly title: string | null;
  readonly members: readonly NamedParty[];
  readonly kind: 'direct-message' | 'group-message' | null;
}

/** What the other files of an export tell of the people in it. */
export interface Company {
  /** Files that told something, for the reader of the item. */
  readonly from: readonly string[];
  /** Who is behind a mark or number. */
  readonly names: ReadonlyMap<string, NamedParty>;
  /** Whose account the export is of. */
  readonly owner: NamedParty | null;
  /** Kinds of item that only the owner can have made where no author is named. */
  readonly ownersKinds: ReadonlySet<ItemDraft['kind']>;
  /** The conversation that the file is a part of. */
  readonly thread: KnownThread | null;
  /** Puts names in the place of marks within words. */
  readonly inWords: (words: string) => string;
}

export const noCompany: Company = {
  from: [],
  names: new Map(),
  owner: null,
  ownersKinds: new Set(),
  thread: null,
  inWords: (words) => words,
};

/** The JSON of the file at this place, or null where there is none that can be read. */
export function valueAt(context: ReadContext, place: string): unknown {
  const file = context.beside?.files.find((each) => each.place === place);
  if (file === undefined) return null;
  return parseJsonFile(file.bytes).parsed?.value ?? null;
}

/** Names, owner and conversation of the company in the place of the marks that a file gives; marks nobody knows stay. */
export async function* withCompany(
  values: AsyncIterable<Yielded> | Iterable<Yielded>,
  company: Company,
): AsyncGenerator<Yielded> {
  let first = true;
  for await (const value of values) {
    if (value.kind !== 'item') {
      yield value;
      continue;
    }
    const item = joined(value.item, company);
    const told = first && company.from.length > 0 && item !== value.item;
    yield {
      kind: 'item',
      item: told ? { ...item, facts: [...item.facts, fact('Names taken from', company.from.join(', '))] } : item,
    };
    if (told) first = false;
  }
}

function joined(item: ItemDraft, company: Company): ItemDraft {
  const { thread, owner } = company;
  const byOwner = item.author === null && owner !== null && company.ownersKinds.has(item.kind);
  const author = byOwner ? owner : item.author === null ? null : named(item.author, company);
  const recipients = item.recipients.map((each) => named(each, company));
  const text = company.inWords(item.text);
  const facts = item.facts.map((each) => ({ ...each, value: company.inWords(each.value) }));
  const next = { ...item, author, recipients, text, facts };
  const whole = thread === null ? next : inThread(next, thread, author);
  return JSON.stringify(whole) === JSON.stringify(item) ? item : whole;
}

function named(party: NamedParty, { names }: Company): NamedParty {
  if (party.name !== null || party.handle === null) return party;
  return names.get(party.handle) ?? party;
}

function inThread(item: ItemDraft, thread: KnownThread, author: NamedParty | null): ItemDraft {
  const others = thread.members.filter((each) => each.handle !== author?.handle || each.name !== author.name);
  const two = thread.kind === 'direct-message' && others.length === 1;
  return {
    ...item,
    kind: thread.kind !== null && item.kind === 'chat-line' ? thread.kind : item.kind,
    thread: { id: thread.id, title: thread.title },
    recipients: item.recipients.length === 0 && two ? [...others] : item.recipients,
    audience:
      item.audience ?? (thread.kind === null ? null : thread.kind === 'direct-message' ? 'individual' : 'group'),
  };
}
