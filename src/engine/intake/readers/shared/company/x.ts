import type { NamedParty } from '../../../../../contract/item.ts';
import type { ReadContext } from '../../reader.ts';
import { decodeText } from '../decode-text.ts';
import { parseJson, withoutAssignment } from '../json/parse-json.ts';
import { fieldsOf, listOf, markAt, wordsAt } from '../json/values.ts';
import { party } from '../parties.ts';
import { type Company, noCompany } from './company.ts';

const OWN_WORDS = ['post', 'reply', 'profile', 'connection'] as const;

/** The files of posts do not say whose they are, and messages give numbers: account.js beside them names the account. */
export function xCompany(context: ReadContext): Company {
  const file = context.beside?.files.find(({ place }) => place === 'account.js');
  const assigned = file === undefined ? null : withoutAssignment(decodeText(file.bytes).text);
  const root = assigned === null ? null : (parseJson(assigned.json)?.value ?? null);
  const account = fieldsOf(fieldsOf(listOf(root)[0])['account']);
  const owner = party(wordsAt(account, 'accountDisplayName'), wordsAt(account, 'username'));
  const id = markAt(account, 'accountId');
  if (owner === null) return noCompany;
  const names = new Map<string, NamedParty>(id === null ? [] : [[id, owner]]);
  return { ...noCompany, from: ['account.js'], names, owner, ownersKinds: new Set(OWN_WORDS) };
}
