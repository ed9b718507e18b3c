import type { Yielded } from '../../reader.ts';
import type { ZipPackage } from '../container/zip-package.ts';

const readable =
  /\.(?:png|jpe?g|gif|webp|bmp|tiff?|heic|mp4|mov|m4a|m4v|mp3|wav|3gp|aac|ogg|avi|docx|docm|xlsx|xlsm|pptx|pptm|pdf|doc|xls|ppt|rtf|html?|mht|txt|csv|eml|msg|zip)$/i;

/** Pictures, recordings and files that lie in an Office file, as members; vector drawings and packed objects are named. */
export async function embeddedFiles(
  zip: ZipPackage,
  folders: RegExp,
): Promise<{ members: Yielded[]; others: string[] }> {
  const members: Yielded[] = [];
  const others: string[] = [];
  for (const name of zip.names) {
    if (!folders.test(name) || name.endsWith('/')) continue;
    if (!readable.test(name)) {
      others.push(name);
      continue;
    }
    const part = await zip.read(name);
    if (part.kind === 'bytes') members.push({ kind: 'member', name, role: 'attachment', bytes: part.bytes });
    else
      members.push({ kind: 'refused-member', name, because: part.kind === 'refused' ? part.because : 'it is missing' });
  }
  return { members, others };
}

/** Names of the members that were taken, for an item's list of attachments. */
export function memberNames(members: readonly Yielded[]): string[] {
  return members.flatMap((member) => (member.kind === 'member' ? [member.name] : []));
}
