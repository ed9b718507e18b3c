import { z } from 'zod';

export const SalvageOrder = z.strictObject({
  /** The damaged case file; it is only read. */
  path: z.string().min(1),
  passphrase: z.string().nullable(),
  /** Absent or empty; what is saved lies there in clear. */
  folder: z.string().min(1),
});

export const SalvagedTable = z.strictObject({
  name: z.string(),
  rows: z.int(),
  /** False where damaged pages lie among its rows: how many were there is not known. */
  whole: z.boolean(),
});
export type SalvagedTable = z.infer<typeof SalvagedTable>;

/** What became of one received file. */
export const SalvagedSource = z.strictObject({
  number: z.int(),
  name: z.string(),
  sha256: z.string(),
  /** Where its bytes were written, exactly as received; null where they are gone. */
  file: z.string().nullable(),
  /** Out of sight in the case (locked, or set apart for counsel), and so not given out here either. */
  closed: z.boolean(),
});
export type SalvagedSource = z.infer<typeof SalvagedSource>;

/** `what-was-saved.json`, beside the same in words. */
export const SalvageReport = z.strictObject({
  sources: z.array(SalvagedSource),
  documents: z.array(SalvagedSource),
  /** Stored bytes that no readable line names any more, written under their hash. */
  unnamed: z.array(z.string()),
  tables: z.array(SalvagedTable),
});
export type SalvageReport = z.infer<typeof SalvageReport>;
