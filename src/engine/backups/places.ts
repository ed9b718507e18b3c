import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Backup, BackupSettings } from '../../contract/backup.ts';

/** `Harbor.evenhand.2026-03-10T14-42-05-120Z.backup`: no colon, which Windows does not take, and in order by name. */
const NAME = /\.(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.backup$/;

/** Where the next backup of a case goes: never where one lies already. @param now an instant with its offset */
export function nextBackup(casePath: string, { folder }: BackupSettings, now: string): string {
  for (let instant = new Date(now).getTime(); ; instant += 1) {
    const stamp = new Date(instant).toISOString().slice(0, 23).replaceAll(/[:.]/g, '-');
    const path = join(folder ?? dirname(casePath), `${basename(casePath)}.${stamp}Z.backup`);
    if (!existsSync(path)) return path;
  }
}

/** The backups of a case, the newest first: beside it, and in the folder that the settings name. */
export function backupsOf(casePath: string, { folder }: BackupSettings): readonly Backup[] {
  const folders = new Set([dirname(casePath), ...(folder === null ? [] : [folder])]);
  return [...folders]
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .filter((path) => basename(path).startsWith(`${basename(casePath)}.`))
    .flatMap((path) => {
      const [, day, hour, minute, second, thousandth] = NAME.exec(path) ?? [];
      if (day === undefined) return [];
      const at = `${day}T${hour}:${minute}:${second}.${thousandth}Z`;
      return [{ path, name: basename(path), at, bytes: statSync(path).size }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
