import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of folders as the programs make them that copy files to other computers. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google Drive|GoogleDrive(-.+)?|My Drive)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^(Box|Box Sync|Box-Box)$/i, 'Box'],
  [/^(Nextcloud|ownCloud)\d*$/i, 'Nextcloud'],
  [/^pCloud ?Drive$/i, 'pCloud'],
];

/** What such programs leave in the folder at the top of what they copy. */
const LEFT: readonly (readonly [string, string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.stfolder', 'Syncthing'],
  ['.sync_folder', 'Nextcloud'],
  ['.owncloudsync.log', 'Nextcloud'],
  ['.tmp.drivedownload', 'Google Drive'],
];

/** The program that seems to copy the folder of this file to other computers; null where nothing tells of one. */
export function syncedBy(path: string): string | null {
  for (const part of path.split(/[/\\]/).slice(0, -1)) {
    const named = NAMED.find(([pattern]) => pattern.test(part));
    if (named !== undefined) return named[1];
  }
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const left = LEFT.find(([name]) => existsSync(join(folder, name)));
    if (left !== undefined) return left[1];
    if (dirname(folder) === folder) return null;
  }
}

/** What to say of a case file in such a folder; null elsewhere. */
export function noticeIfSynced(path: string): string | null {
  const by = syncedBy(path);
  if (by === null) return null;
  return `This case file lies in a folder that ${by} seems to copy to other computers. Two copies can grow apart there, and an older one can take the place of a newer one. Keep it in a folder that is not copied, and hand it on as a whole.`;
}
