import { z } from 'zod';
import { ItemDraft } from '../../contract/item.ts';

/** Pieces in which bytes travel between the processes, so that neither holds a large file twice. */
export const pieceBytes = 4 * 1024 * 1024;

/** What is no larger than this travels in the message that announces it: a message costs more than a few bytes do. */
export const inlineBytes = 64 * 1024;

/** Batches that may be on their way unread before the worker waits for the reader of the results. */
export const openBatches = 4;

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const FewBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= inlineBytes);
const Name = z.string().max(4096);

const SourceFacts = z.strictObject({
  pages: z.int().min(0).exactOptional(),
  width: z.int().min(0).exactOptional(),
  height: z.int().min(0).exactOptional(),
  orientation: z.int().min(1).max(8).exactOptional(),
  durationSec: z.number().min(0).exactOptional(),
  encrypted: z.boolean().exactOptional(),
  print: z
    .string()
    .regex(/^[0-9a-e]{512}$/)
    .exactOptional(),
  entries: z.int().min(0).exactOptional(),
});

/** A file begins. Where its bytes are few they come along, and it is read at once; else they follow in pieces, then `go`. */
export const ToWorker = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    name: z.string(),
    sha256: z.string(),
    size: z.int().min(0),
    bytes: FewBytes.nullable(),
    context: z.strictObject({
      zone: z.string().nullable(),
      ocrLanguages: z.array(z.string()).readonly(),
      nesting: z
        .strictObject({ depth: z.int(), outermostBytes: z.int(), unpackedBytes: z.int() })
        .readonly()
        .exactOptional(),
      beside: z
        .strictObject({
          folder: z.string().nullable(),
          files: z.array(z.strictObject({ place: z.string(), bytes: Bytes })).readonly(),
        })
        .readonly()
        .exactOptional(),
      password: z.string().exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('piece'), bytes: Bytes }),
  z.strictObject({ kind: z.literal('go') }),
  /** One batch was taken; another may be sent. */
  z.strictObject({ kind: z.literal('taken') }),
]);
export type ToWorker = z.infer<typeof ToWorker>;

export const Recognition = z.strictObject({
  kind: z.literal('recognised'),
  /** Short name of the format: `zip`, `png`. */
  format: z.string(),
  reader: z.string(),
  version: z.int(),
  label: z.string(),
  certainty: z.enum(['sure', 'likely', 'possible']),
  /** One sentence: why this format was chosen. */
  because: z.string(),
  /** True where the name's ending promises another format than the content is. */
  nameDisagrees: z.boolean(),
});
export type Recognition = z.infer<typeof Recognition>;

/** What readers yield, but for large members, whose bytes travel in pieces. */
export const Value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), item: ItemDraft }),
  z.strictObject({ kind: z.literal('member'), name: Name, role: z.enum(['attachment', 'entry']), bytes: FewBytes }),
  z.strictObject({ kind: z.literal('refused-member'), name: Name, because: z.string() }),
  z.strictObject({ kind: z.literal('unreadable'), where: z.string(), because: z.string() }),
  z.strictObject({ kind: z.literal('warning'), text: z.string() }),
  z.strictObject({ kind: z.literal('facts'), facts: SourceFacts }),
]);
export type Value = z.infer<typeof Value>;

const OneFromWorker = z.discriminatedUnion('kind', [
  /** Ready for a file. */
  z.strictObject({ kind: z.literal('ready') }),
  /** Bytes of memory in use, for systems where the parent cannot see it. */
  z.strictObject({ kind: z.literal('memory'), bytes: z.number() }),
  Recognition,
  /** The last batch of a file comes with its end and is answered by nothing. */
  z.strictObject({ kind: z.literal('batch'), values: z.array(Value), last: z.literal(true).exactOptional() }),
  z.strictObject({
    kind: z.literal('member'),
    name: Name,
    role: z.enum(['attachment', 'entry']),
    size: z.int().min(0),
  }),
  /** A piece of the member announced last; counts as a batch. */
  z.strictObject({ kind: z.literal('member-piece'), bytes: Bytes }),
  z.strictObject({ kind: z.literal('done') }),
  /** Nothing could be made of the file; the words are for a person. */
  z.strictObject({ kind: z.literal('refused'), because: z.string() }),
  /** The reader itself failed: a defect, told as such. */
  z.strictObject({ kind: z.literal('broken') }),
]);
export type FromWorker = z.infer<typeof OneFromWorker>;

/** What comes over the line: short messages of one file together, since each passage costs more than what it carries. */
export const Passage = z.array(OneFromWorker);
export type Passage = z.infer<typeof Passage>;
