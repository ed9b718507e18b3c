import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** Hours in which a person works, in the district's zone: `07:30`–`14:45`. */
export const WorkingHours = z.strictObject({
  days: z.string(),
  from: z.string().regex(/^\d\d:\d\d$/),
  to: z.string().regex(/^\d\d:\d\d$/),
});
export type WorkingHours = z.infer<typeof WorkingHours>;

/** A district's settings: one file, made once, handed to everybody who investigates. */
export const District = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** True for the shipped, invented sample districts; every screen and document says so. */
  sample: z.boolean(),
  /** Names and nicknames by which posts refer to the district, its schools and teams. */
  aliases: z.array(z.string()),
  timeZone: z.string(),
  calendar: z.string().nullable(),
  letterhead: z.strictObject({
    lines: z.array(z.string()).min(1),
    superintendent: z.string(),
  }),
  policies: z.array(
    z.strictObject({
      policy: z.string(),
      version: z.string(),
      inForceFrom: Day,
      inForceTo: Day.nullable(),
    }),
  ),
  units: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      certified: z.boolean(),
      union: z.string().nullable(),
      /** Agreement pack id and version; null where the unit has no agreement. */
      agreement: z.strictObject({ id: z.string(), version: z.string() }).nullable(),
    }),
  ),
  laws: z.array(z.string()),
  people: z.array(
    z.strictObject({
      name: z.string(),
      role: z.string(),
      unit: z.string().nullable(),
      position: z.string().nullable(),
      workingHours: z.array(WorkingHours),
    }),
  ),
  /** The key under which the district can open its cases when passphrase and recovery sheet are lost; its private half is kept away. */
  escrow: z.strictObject({ holder: z.string().min(1), publicKey: z.string() }).optional(),
  contacts: z.array(z.strictObject({ what: z.string(), name: z.string(), how: z.string() })),
});
export type District = z.infer<typeof District>;

export const DistrictSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  sample: z.boolean(),
  policies: z.array(z.string()),
});
