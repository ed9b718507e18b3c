import { z } from 'zod';
import { Citation, documentHead, EvidencePicture, Line, Person, Prose, QuotedClause, Words } from './basics.ts';

/** One paragraph or table cell: words and citations in the order they are read. */
export const Run = z.array(z.union([z.string(), Citation])).min(1);
export type Run = z.infer<typeof Run>;

/** What a part of a composed document is built of; the templates and the Word writer know each of these and nothing else. */
export const Block = z.discriminatedUnion('block', [
  z.strictObject({ block: z.literal('paragraphs'), text: Prose.min(1) }),
  z.strictObject({ block: z.literal('list'), ordered: z.boolean(), items: z.array(Run).min(1) }),
  /** A sentence that must not be overlooked: that no conclusion has been reached. */
  z.strictObject({ block: z.literal('stress'), text: Line }),
  /** Small print: the source of a rule, what is not confirmed. */
  z.strictObject({ block: z.literal('note'), text: Line }),
  /** Says that something is absent, so that no part is empty. */
  z.strictObject({ block: z.literal('absent'), text: Line }),
  z.strictObject({ block: z.literal('facts'), rows: z.array(z.strictObject({ name: Line, value: Run })).min(1) }),
  z.strictObject({
    block: z.literal('table'),
    header: z.array(Line).min(1),
    /** Relative widths, one a column. */
    widths: z.array(z.number().positive()).min(1),
    rows: z.array(z.array(Run)).min(1),
  }),
  z.strictObject({
    block: z.literal('clauses'),
    title: Line,
    adopted: Line,
    clauses: z.array(QuotedClause).min(1),
  }),
  z.strictObject({ block: z.literal('quote'), words: Words, citation: Citation.nullable() }),
  z.strictObject({ block: z.literal('picture'), name: Line, picture: EvidencePicture }),
  /** A hash that can be copied whole. */
  z.strictObject({ block: z.literal('hash'), name: Line, value: Line }),
  /** Lines to be signed and dated by hand. */
  z.strictObject({ block: z.literal('signatures'), lines: z.array(z.strictObject({ who: Line })).min(1) }),
]);
export type Block = z.infer<typeof Block>;

export const Part = z.strictObject({
  /** Stable within its kind: edits and comparisons find it by this name. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Null only for a letter's opening, which stands under its salutation. */
  heading: Line.nullable(),
  /** Level of the heading; records may go one deeper. */
  level: z.union([z.literal(1), z.literal(2)]).default(1),
  /** For an exhibit's part: where citations lead. */
  anchor: Line.nullable().default(null),
  startsPage: z.boolean().default(false),
  blocks: z.array(Block).min(1),
});
export type Part = z.output<typeof Part>;

/** What makes a document a letter; a record has none of it. */
const LetterFrame = z.strictObject({
  to: z.strictObject({ name: Line, role: Line, addressLines: z.array(Line), salutation: Line }),
  from: Person,
  /** How it is served: `by hand, with a copy to be signed for`. */
  delivery: Line,
  copies: z.array(Line),
});
export type LetterFrame = z.infer<typeof LetterFrame>;

export const DocumentLanguage = z.enum(['en', 'es']);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

/**
 * Frozen input of every letter and record that is composed of parts: what each kind must and must not contain stands in its
 * own file under `kinds/`.
 */
export const ComposedInput = z.strictObject({
  kind: Line,
  composed: z.literal(true),
  title: Line,
  ...documentHead,
  language: DocumentLanguage,
  /** Who prepared it, for the metadata and a record's first page. */
  preparedBy: Person,
  /** Said under the title: who may read it, what it is kept apart from. */
  marking: Line.nullable(),
  letter: LetterFrame.nullable(),
  /** Set smaller, so that it stands on one page. */
  onePage: z.boolean().default(false),
  parts: z.array(Part).min(1),
});
export type ComposedInput = z.output<typeof ComposedInput>;

/** What does not hold together, a sentence each. */
export function composedProblems(input: ComposedInput): readonly string[] {
  const ids = input.parts.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  const uneven = input.parts
    .flatMap(({ id, blocks }) => blocks.map((block) => ({ id, block })))
    .filter(
      ({ block }) =>
        block.block === 'table' &&
        (block.widths.length !== block.header.length || block.rows.some((row) => row.length !== block.header.length)),
    );
  return [
    ...twice.map((id) => `The part ${id} stands twice.`),
    ...uneven.map(({ id }) => `A table in the part ${id} has rows of another length than its header.`),
    ...(input.parts[0]?.heading === null && input.letter === null ? ['A record begins with a heading.'] : []),
  ];
}

/** The pictures of a composed document, each once. */
export function composedPictures(input: ComposedInput): readonly Pick<EvidencePicture, 'file' | 'covered'>[] {
  const all = input.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === 'picture' ? [block.picture] : [])),
  );
  const byFile = new Map<string, Pick<EvidencePicture, 'file' | 'covered'>>();
  for (const { file, covered } of all) {
    byFile.set(file, { file, covered: [...(byFile.get(file)?.covered ?? []), ...covered] });
  }
  return [...byFile.values()];
}
