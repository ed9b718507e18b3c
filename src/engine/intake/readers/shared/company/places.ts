/**
 * Where an export keeps the names that its other files only give marks of, seen from the folder of the file that is read.
 * `^` stands for whichever folder above, so that a part of an export is enough.
 */
const places = [
  // Slack: the workspace's own lists lie above the folder of a channel.
  '../users.json',
  '../channels.json',
  '../groups.json',
  '../dms.json',
  '../mpims.json',
  // X (Twitter)
  'account.js',
  'profile.js',
  // Discord's own package
  'channel.json',
  '../index.json',
  '../../account/user.json',
  // Google Chat
  'group_info.json',
  // Facebook and Instagram
  '^/profile_information/profile_information.json',
  '^/personal_information/profile_information/profile_information.json',
  '^/personal_information/personal_information/personal_information.json',
  // Snapchat
  'account.json',
  'friends.json',
] as const;

/** Last parts of the names of files that hold such names, lower case. */
export const companionNames: ReadonlySet<string> = new Set(places.map((place) => place.split('/').at(-1) ?? place));

/** Endings of files that such names may be missing from. */
export const mayLackNames = /\.(?:json|js|csv|html?)$/i;

/** Folders above that a part of an export may lie in. */
const MOST_ABOVE = 8;

/**
 * How a file lies to another one of the same export, where names of the one may be told by the other; else null.
 * @param from path of the file that is read, @param to path of the other, both `/`-separated
 */
export function companionPlace(from: string, to: string): string | null {
  const folder = from.toLowerCase().split('/').slice(0, -1);
  const other = to.toLowerCase().split('/');
  return places.find((place) => liesAt(folder, other, place)) ?? null;
}

function liesAt(folder: readonly string[], other: readonly string[], place: string): boolean {
  if (place.startsWith('^/')) {
    const tail = place.slice(2).split('/');
    const above = other.slice(0, Math.max(0, other.length - tail.length));
    const near = folder.length - above.length;
    return (
      near >= 0 &&
      near <= MOST_ABOVE &&
      same(folder.slice(0, above.length), above) &&
      same(other.slice(above.length), tail)
    );
  }
  const parts = place.split('/');
  const up = parts.filter((part) => part === '..').length;
  if (up > folder.length) return false;
  const wanted = [...folder.slice(0, folder.length - up), ...parts.slice(up)];
  return same(wanted, other);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
