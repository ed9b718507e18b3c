import type { NamedParty } from '../../../../../contract/item.ts';
import type { ReadContext } from '../../reader.ts';
import type { Told } from '../chat/told.ts';
import { isProfile, profileTold } from '../meta/facebook.ts';
import { instagramProfileTold, isInstagramProfile } from '../meta/instagram.ts';
import { type Company, noCompany, valueAt } from './company.ts';

const OWN_WORDS = ['post', 'comment', 'reply', 'story', 'photo-caption', 'profile', 'connection', 'review'] as const;
const PLACES = [
  '^/profile_information/profile_information.json',
  '^/personal_information/profile_information/profile_information.json',
  '^/personal_information/personal_information/personal_information.json',
] as const;

/** Posts, comments and connections name nobody: the profile in the same export says whose account it is. */
export function metaCompany(context: ReadContext): Company {
  for (const place of PLACES) {
    const owner = ownerIn(valueAt(context, place));
    if (owner === null) continue;
    return { ...noCompany, from: [place.split('/').at(-1) ?? place], owner, ownersKinds: new Set(OWN_WORDS) };
  }
  return noCompany;
}

function ownerIn(root: unknown): NamedParty | null {
  if (isInstagramProfile(root)) return authorOf(instagramProfileTold(root));
  return isProfile(root) ? authorOf(profileTold(root)) : null;
}

function authorOf(told: Iterable<Told>): NamedParty | null {
  for (const each of told) if (each.kind === 'item') return each.item.author;
  return null;
}
