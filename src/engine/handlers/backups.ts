import { backupSettings, backupsOf, keepBackupSettings, startBackup, takeBackup } from '../backups/index.ts';
import type { HandlersFor } from '../handler.ts';

export const backupHandlers: HandlersFor<'backup'> = {
  'backup.settings': { kind: 'engine', run: ({ host }) => backupSettings(host.profileDir) },
  'backup.settings-keep': {
    kind: 'engine',
    run: ({ host }, settings) => keepBackupSettings(host.profileDir, settings),
  },
  'backup.list': {
    kind: 'engine',
    run: ({ host }, { casePath }) => [...backupsOf(casePath, backupSettings(host.profileDir))],
  },
  'backup.make': { kind: 'engine', run: (engine) => startBackup(engine) },
  'backup.take': {
    kind: 'engine',
    run: async (_engine, { backup, to }) => {
      await takeBackup(backup, to);
      return { path: to };
    },
  },
};
