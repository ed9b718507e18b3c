import type { NamedParty } from '../../../../../contract/item.ts';
import type { ReadContext } from '../../reader.ts';
import { type Fields, fieldsOf, listOf, markAt, wordsAt } from '../json/values.ts';
import { lookUp } from '../look-up.ts';
import { party } from '../parties.ts';
import { type Company, type KnownThread, noCompany, valueAt } from './company.ts';

const OWN_WORDS = ['chat-line', 'direct-message', 'group-message'] as const;

/** The package holds the owner's own messages only: who that is stands in user.json, where they were written in channel.json. */
export function discordCompany(context: ReadContext): Company {
  const user = fieldsOf(valueAt(context, '../../account/user.json'));
  const owner = party(wordsAt(user, 'global_name') ?? wordsAt(user, 'username'), wordsAt(user, 'username'));
  const id = markAt(user, 'id');
  const channel = fieldsOf(valueAt(context, 'channel.json'));
  const index = fieldsOf(valueAt(context, '../index.json'));
  const thread = threadOf(channel, index, { id, owner });
  return {
    ...noCompany,
    from: [...(owner === null ? [] : ['user.json']), ...(thread === null ? [] : ['channel.json'])],
    names: new Map(id === null || owner === null ? [] : [[id, owner]]),
    owner,
    ownersKinds: new Set(OWN_WORDS),
    thread,
  };
}

/** Kinds of channel, by number in older packages and by name in newer ones. */
const KINDS: Readonly<Record<string, 'direct-message' | 'group-message'>> = {
  '1': 'direct-message',
  DM: 'direct-message',
  '3': 'group-message',
  GROUP_DM: 'group-message',
};

function threadOf(
  channel: Fields,
  index: Fields,
  own: { readonly id: string | null; readonly owner: NamedParty | null },
): KnownThread | null {
  const id = markAt(channel, 'id');
  if (id === null) return null;
  const kind = lookUp(KINDS, markAt(channel, 'type') ?? '') ?? null;
  const server = wordsAt(fieldsOf(channel['guild']), 'name');
  const name = wordsAt(channel, 'name');
  const title = wordsAt(index, id) ?? (name === null || server === null ? name : `${name} in ${server}`);
  const others = listOf(channel['recipients']).filter((mark) => typeof mark === 'string' && mark !== own.id);
  // `Direct Message with rosa#0` names the other one, whom channel.json only gives the number of.
  const other =
    kind === 'direct-message' ? /^Direct Message with (.{1,100}?)(?:#0)?$/.exec(title ?? '')?.[1] : undefined;
  const members = others.flatMap((mark) => party(null, String(mark)) ?? []);
  return {
    id,
    title,
    members:
      other === undefined || members.length !== 1 ? members : [{ name: other, handle: members[0]?.handle ?? null }],
    kind,
  };
}
