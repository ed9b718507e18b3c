import type { Peek, ReadContext, Reader, SourceFile, Yielded } from '../../reader.ts';
import { detectShape, readShape, type Shape } from './shapes.ts';

export interface JsonFormat {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  /** As in "a Slack export". */
  readonly what: string;
  readonly shapes: readonly Shape[];
}

/** A reader of a format that is nothing but JSON files of known shapes. */
export function jsonReader({ id, label, source, what, shapes }: JsonFormat): Reader {
  return {
    id,
    version: 1,
    label,
    source,
    endings: ['.json'],
    detect: (peek: Peek) => detectShape(peek, shapes),
    async *read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
      yield* readShape(file, context, shapes, what);
    },
  };
}
