import type { NamedParty } from '../../../../../contract/item.ts';
import type { ReadContext } from '../../reader.ts';
import { snapchatAccountTold, snapchatFriendsTold } from '../accounts/snapchat.ts';
import type { Told } from '../chat/told.ts';
import { type Company, noCompany, valueAt } from './company.ts';

/** Chats name user names only: whose they are stands in account.json and friends.json beside them. */
export function snapchatCompany(context: ReadContext): Company {
  const account = valueAt(context, 'account.json');
  const friends = valueAt(context, 'friends.json');
  const known = [
    ...(account === null ? [] : partiesIn(snapchatAccountTold(account, null))),
    ...(friends === null ? [] : partiesIn(snapchatFriendsTold(friends, null))),
  ];
  const names = new Map<string, NamedParty>();
  for (const each of known) if (each.handle !== null && each.name !== null) names.set(each.handle, each);
  if (names.size === 0) return noCompany;
  return {
    ...noCompany,
    from: [...(account === null ? [] : ['account.json']), ...(friends === null ? [] : ['friends.json'])],
    names,
  };
}

function partiesIn(told: Iterable<Told>): NamedParty[] {
  return [...told].flatMap((each) =>
    each.kind === 'item' ? [each.item.author, ...each.item.recipients].filter((one) => one !== null) : [],
  );
}
