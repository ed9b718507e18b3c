import { limits } from '../../../limits.ts';
import type { Yielded } from '../../reader.ts';

/** Smaller pictures of pages are icons, dots and frames; larger ones are photos that somebody may have posted. */
export const iconBytes = 8 * 1024;
const mostPictures = 200;

function bytesOf(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma < 0 || !/;base64$/i.test(address.slice(0, comma).trim())) return null;
  if (address.length > limits.memberBytes) return null;
  return Buffer.from(address.slice(comma + 1).replace(/%([0-9a-f]{2})/gi, ''), 'base64');
}

/** The larger pictures that lie in a page as `data:` addresses, each once, as members of the page. */
export function dataPictures(addresses: readonly string[]): Yielded[] {
  const members: Yielded[] = [];
  for (const address of new Set(addresses)) {
    const bytes = bytesOf(address);
    if (bytes === null || bytes.length < iconBytes || members.length >= mostPictures) continue;
    const ending = (/^data:image\/(\w+)/i.exec(address)?.[1] ?? 'png').toLowerCase().replace('jpeg', 'jpg');
    members.push({ kind: 'member', name: `picture ${members.length + 1}.${ending}`, role: 'attachment', bytes });
  }
  return members;
}
