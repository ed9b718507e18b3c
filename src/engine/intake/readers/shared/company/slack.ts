import type { NamedParty } from '../../../../../contract/item.ts';
import type { ReadContext } from '../../reader.ts';
import { fieldsOf, listOf, objectsIn, wordsAt } from '../json/values.ts';
import { party } from '../parties.ts';
import { type Company, type KnownThread, noCompany, valueAt } from './company.ts';

/** Lists of conversations, and what a conversation of each list is. */
const LISTS = [
  { place: '../channels.json', kind: null },
  { place: '../groups.json', kind: null },
  { place: '../mpims.json', kind: 'group-message' },
  { place: '../dms.json', kind: 'direct-message' },
] as const;

/** A day of a channel has marks only: who is behind them stands in users.json, what the folder is in four lists beside it. */
export function slackCompany(context: ReadContext): Company {
  const names = new Map<string, NamedParty>();
  for (const user of objectsIn(valueAt(context, '../users.json'))) {
    const id = wordsAt(user, 'id');
    const profile = fieldsOf(user['profile']);
    const name = wordsAt(profile, 'real_name') ?? wordsAt(user, 'real_name') ?? wordsAt(profile, 'display_name');
    const known = party(name ?? wordsAt(user, 'name'), id);
    if (id !== null && known !== null) names.set(id, known);
  }
  const thread = threadOf(context, names);
  return {
    ...noCompany,
    from: [...(names.size > 0 ? ['users.json'] : []), ...(thread?.list == null ? [] : [thread.list])],
    names,
    thread: thread?.thread ?? null,
    inWords: (words) =>
      names.size === 0 ? words : words.replace(/@?\b[UW][A-Z0-9]{6,14}\b/g, (mark) => inPlaceOf(mark, names)),
  };
}

function inPlaceOf(mark: string, names: ReadonlyMap<string, NamedParty>): string {
  const plain = mark.replace(/^@/, '');
  const name = names.get(plain)?.name;
  return name == null ? mark : `${mark.slice(0, mark.length - plain.length)}${name}`;
}

/** A channel's folder bears its name, that of a conversation of two its number. */
function threadOf(
  context: ReadContext,
  names: ReadonlyMap<string, NamedParty>,
): { readonly thread: KnownThread; readonly list: string | null } | null {
  const folder = context.beside?.folder ?? null;
  if (folder === null) return null;
  for (const { place, kind } of LISTS) {
    const entry = objectsIn(valueAt(context, place)).find((each) => [each['name'], each['id']].includes(folder));
    if (entry === undefined) continue;
    const marks = listOf(entry['members']).filter((each) => typeof each === 'string');
    const members = marks.flatMap((mark) => names.get(mark) ?? party(null, mark) ?? []);
    const shown =
      kind === null
        ? `#${wordsAt(entry, 'name') ?? folder}`
        : members.map(({ name, handle }) => name ?? handle).join(', ');
    return {
      thread: { id: wordsAt(entry, 'id') ?? folder, title: shown, members, kind },
      list: place.slice(3),
    };
  }
  return { thread: { id: folder, title: `#${folder}`, members: [], kind: null }, list: null };
}
