import { z } from 'zod';

/**
 * When something was said or made, with its doubt. Never the time of import.
 *
 * `local` is the wall clock as the source tells it (`2026-03-10T10:42:00`, or `2026-03-10` when only the day is known).
 * `instant` is set (UTC, ending in `Z`) only where the source fixes it; a floating time keeps `instant: null`.
 */
export const Moment = z.strictObject({
  /** The words of the date as they stand in the source. */
  asWritten: z.string(),
  /** `YYYY-MM-DDTHH:MM:SS` or `YYYY-MM-DD`; null where no reading could be made. */
  local: z.string().nullable(),
  /** `YYYY-MM-DDTHH:MM:SSZ`; null where no zone fixes the instant. */
  instant: z.string().nullable(),
  /** IANA zone or offset (`-04:00`) that the source or a person gave; null where none was given. */
  zone: z.string().nullable(),
  basis: z.enum([
    'epoch',
    'offset',
    'utc-labelled',
    'zone-labelled',
    'floating-local',
    'container',
    'file-time',
    'person',
  ]),
  precision: z.enum(['second', 'minute', 'day']),
  certainty: z.enum(['stated', 'ambiguous', 'assumed']),
  /** All possible `local` readings when `certainty` is `ambiguous` (day/month or month/day), else empty. */
  readings: z.array(z.string()),
});
export type Moment = z.infer<typeof Moment>;
