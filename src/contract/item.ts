import { z } from 'zod';
import { Moment } from './moment.ts';

export const ItemKind = z.enum([
  'post',
  'comment',
  'reply',
  'direct-message',
  'group-message',
  'sms',
  'email',
  'profile',
  'signature',
  'photo-caption',
  'story',
  'review',
  'video-transcript',
  'chat-line',
  'connection',
  'page',
  'document',
  'picture',
  'recording',
  'contact',
  'event',
]);
export type ItemKind = z.infer<typeof ItemKind>;

export const Audience = z.enum(['public', 'friends', 'group', 'individual', 'unlisted']);
export type Audience = z.infer<typeof Audience>;

/** A name as the source shows it, with the address, number or handle beside it where there is one. */
export const NamedParty = z.strictObject({ name: z.string().nullable(), handle: z.string().nullable() });
export type NamedParty = z.infer<typeof NamedParty>;

/** A box in fractions of the picture or page (0–1, origin top left), or null for text without a place. */
export const Box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof Box>;

/** A run of an item's text (UTF-16 code units, end exclusive) and where it stands on a page or picture. */
export const TextRegion = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  /** 1-based page; 1 for pictures. */
  page: z.int().min(1),
  box: Box,
  /** OCR confidence as a fraction 0–1; null for text that was not recognised by machine. */
  confidence: z.number().nullable(),
});
export type TextRegion = z.infer<typeof TextRegion>;

/** One thing somebody said or did, as a reader found it in a source. */
export const ItemDraft = z.strictObject({
  /** Where in the source, in words a person can follow: `line 14`, `page 2`, `row 7`. */
  locator: z.string(),
  kind: ItemKind,
  platform: z.string().nullable(),
  author: NamedParty.nullable(),
  recipients: z.array(NamedParty),
  /** Conversation or mail thread; items of one thread share the id within a source. */
  thread: z.strictObject({ id: z.string(), title: z.string().nullable() }).nullable(),
  audience: Audience.nullable(),
  sentAt: Moment.nullable(),
  /** Subject, page title or document title. */
  title: z.string().nullable(),
  text: z.string(),
  url: z.string().nullable(),
  /** Names of files that belong to this item; bound to their evidence when they are received. */
  attachments: z.array(z.string()),
  /** True where the platform says it was edited or deleted; null where the format cannot say. */
  edited: z.boolean().nullable(),
  deleted: z.boolean().nullable(),
  /**
   * An item made from another one (a signature line, a quoted reply), or a person's description of what no machine reads;
   * never counted as an item of its own.
   */
  derived: z.enum(['signature', 'quoted-reply', 'caption', 'description', 'pictured-message']).nullable(),
  regions: z.array(TextRegion),
  /** Other facts of the format worth showing (EXIF camera, message id…), already in plain words. */
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
});
export type ItemDraft = z.infer<typeof ItemDraft>;
