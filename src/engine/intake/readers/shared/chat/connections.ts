import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { blankItem, party } from '../parties.ts';
import { facts } from './told.ts';

/** How an export says that two accounts are connected. The account that the export is of is hardly ever named in it. */
export type Link =
  | 'friend'
  | 'former-friend'
  | 'request-sent'
  | 'request-received'
  | 'follows'
  | 'followed-by'
  | 'unfollowed'
  | 'blocked'
  | 'close-friend'
  | 'contact'
  | 'declined';

const sentences: Readonly<Record<Link, (name: string) => string>> = {
  friend: (name) => `Friend of this account: ${name}`,
  'former-friend': (name) => `No longer a friend of this account: ${name}`,
  'request-sent': (name) => `Friend or follow request of this account to ${name}`,
  'request-received': (name) => `Friend or follow request to this account from ${name}`,
  follows: (name) => `This account follows ${name}`,
  'followed-by': (name) => `${name} follows this account`,
  unfollowed: (name) => `This account no longer follows ${name}`,
  blocked: (name) => `This account blocked ${name}`,
  'close-friend': (name) => `Close friend of this account: ${name}`,
  contact: (name) => `Contact of this account: ${name}`,
  declined: (name) => `Friend or follow request that was declined or withdrawn: ${name}`,
};

/** True where the other person did it: then that person is the author, and the account of the export is not named. */
const byOther = (link: Link): boolean => link === 'followed-by' || link === 'request-received';

export interface Connected {
  readonly link: Link;
  readonly name: string | null;
  readonly handle: string | null;
  readonly sentAt: Moment | null;
  readonly platform: string;
  readonly locator: string;
  readonly url?: string | null;
  readonly more?: ItemDraft['facts'];
}

/** One connection between accounts as an item; null where nobody is named. */
export function connectionItem(connected: Connected): ItemDraft | null {
  const other = party(connected.name, connected.handle);
  if (other === null) return null;
  const { link } = connected;
  return {
    ...blankItem(connected.locator, 'connection'),
    platform: connected.platform,
    author: byOther(link) ? other : null,
    recipients: byOther(link) ? [] : [other],
    sentAt: connected.sentAt,
    text: sentences[link](other.name ?? other.handle ?? ''),
    url: connected.url ?? null,
    facts: [...facts(['Connection', link.replaceAll('-', ' ')]), ...(connected.more ?? [])],
  };
}
