import { z } from 'zod';
import { Timestamp } from './case.ts';

export const BackupSettings = z.strictObject({
  /** Whether a backup is made when a case that was changed is closed. */
  automatic: z.boolean(),
  /** Where backups are laid; null is beside the case file. */
  folder: z.string().nullable(),
  /** How many of a case are kept; older ones go when a newer one was made and looked through. */
  keep: z.int().min(1).max(100),
});
export type BackupSettings = z.infer<typeof BackupSettings>;

/** A copy of the whole case file as it was; it opens with what opened the case then. */
export const Backup = z.strictObject({
  path: z.string(),
  name: z.string(),
  at: Timestamp,
  bytes: z.number(),
});
export type Backup = z.infer<typeof Backup>;
