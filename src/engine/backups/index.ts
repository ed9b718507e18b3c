export { backUpBeforeClosing, startBackup } from './back-up.ts';
export { noticeOfBackup } from './made.ts';
export { backupsOf } from './places.ts';
export { backupSettings, keepBackupSettings } from './settings.ts';
export { takeBackup } from './take.ts';
