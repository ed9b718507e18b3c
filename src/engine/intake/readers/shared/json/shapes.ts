import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from '../../reader.ts';
import { type Told, withNotices } from '../chat/told.ts';
import { decodeText } from '../decode-text.ts';
import { dropLastRecord, headJson, type ParsedJson, parseJsonFile } from './parse-json.ts';

/** What a reading of one JSON file may look at besides its values. */
export interface JsonFile {
  readonly name: string;
  readonly zone: ReadContext['zone'];
}

/** One shape of JSON file that a reader knows. */
export interface Shape {
  /** One sentence: the marks by which it is known. */
  readonly because: string;
  /** Short name of the format where it differs from the reader's id. */
  readonly format?: string;
  readonly certainty: 'sure' | 'likely';
  /** Whether the values are of this shape; the end of a large file may be missing. */
  fits(root: unknown): boolean;
  told(root: unknown, file: JsonFile): Iterable<Told>;
}

/** Recognises a JSON file by the first of the shapes that fits its beginning. */
export function detectShape(peek: Peek, shapes: readonly Shape[]): Detection {
  const head = headJson(peek);
  if (head === null) return notThis;
  const shape = shapes.find((each) => each.fits(head.value));
  if (shape === undefined) return notThis;
  const { certainty, because, format } = shape;
  return format === undefined ? { certainty, because } : { certainty, because, format };
}

/** The first sign of a file that is no blank, so that JSON, pages and tables are told apart without decoding all of it. */
export const firstSign = (bytes: Uint8Array): string => decodeText(bytes.subarray(0, 4096)).text.trimStart().charAt(0);

/** Says of a file that breaks off what was read and what was not. */
export function* cutWarning(parsed: ParsedJson): Generator<Yielded> {
  if (parsed.trailing) {
    yield { kind: 'warning', text: 'Something that belongs to no entry follows the end of the data; it was not read.' };
  }
  if (!parsed.cut) return;
  yield { kind: 'warning', text: 'The file breaks off in the middle; what stands before was read.' };
  if (dropLastRecord(parsed)) {
    yield { kind: 'unreadable', where: 'end of the file', because: 'The file breaks off in the middle of this entry.' };
  }
}

/**
 * Reads a JSON file of one of the shapes.
 * @throws ReadRefusal where it is none of them; `what` names the export in the sentence.
 */
export function* readShape(
  file: SourceFile,
  context: ReadContext,
  shapes: readonly Shape[],
  what: string,
): Generator<Yielded> {
  const { parsed, warning } = parseJsonFile(file.bytes);
  if (warning !== null) yield { kind: 'warning', text: warning };
  const shape = parsed === null ? undefined : shapes.find((each) => each.fits(parsed.value));
  if (parsed === null || shape === undefined) {
    throw new ReadRefusal(
      `The file begins like ${what} but is damaged, so nothing could be read. It is kept; ask for a new export.`,
    );
  }
  yield* cutWarning(parsed);
  yield* withEmptyWarning(withNotices(shape.told(parsed.value, { name: file.name, zone: context.zone })));
}

/** Says so where an export holds nothing at all. */
export function* withEmptyWarning(values: Iterable<Yielded>): Generator<Yielded> {
  let said = false;
  for (const value of values) {
    said ||= value.kind !== 'facts';
    yield value;
  }
  if (!said) yield { kind: 'warning', text: 'The export holds no messages, posts or connections.' };
}
