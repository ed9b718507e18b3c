import { z } from 'zod';
import { DayOrTime, EvidencePicture, ExhibitNumber, Line, Sha256, When } from './basics.ts';

/** An exhibit with its provenance. Numbers are given once and for good. */
export const Exhibit = z.strictObject({
  number: ExhibitNumber,
  /** Names given for a hearing: `Board 3`, `Union 2`. */
  aliases: z.array(Line),
  title: Line,
  /** What kind of thing it is, in words: `Screenshot (PNG)`. */
  form: Line,
  fileName: Line,
  sha256: Sha256,
  sizeBytes: z.int().min(0),
  pages: z.int().min(1).nullable(),
  receivedFrom: Line,
  receivedAt: DayOrTime,
  receivedBy: Line,
  howObtained: Line,
  /** Who took the picture or made the export; null where nobody said. */
  capturedBy: Line.nullable(),
  completeness: z.enum(['complete', 'cropped', 'excerpt', 'not-known']),
  /** When it was said or made, with its doubt, or a span in words for a source of many items; null where no date could be read. */
  when: z.union([When, Line]).nullable(),
  /** What the time rests on: `message header`, `shown on screen, no zone`. */
  timeRestsOn: Line.nullable(),
  /** What was taken out before this copy was made; null where nothing was. */
  redacted: Line.nullable(),
  pictures: z.array(EvidencePicture),
});
export type Exhibit = z.infer<typeof Exhibit>;
