import type { Peek, ReadContext, Reader, SourceFile, Yielded } from '../../reader.ts';
import { type Company, withCompany } from '../company/company.ts';
import { detectShape, readShape, type Shape } from './shapes.ts';

export interface JsonFormat {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  /** As in "a Slack export". */
  readonly what: string;
  readonly shapes: readonly Shape[];
  /** Raised whenever the same bytes are read otherwise; 1 where it is left out. */
  readonly version?: number;
  /** Who the people are, as other files of the same export tell. */
  readonly company?: (context: ReadContext) => Company;
}

/** A reader of a format that is nothing but JSON files of known shapes. */
export function jsonReader({ id, label, source, what, shapes, version = 1, company }: JsonFormat): Reader {
  return {
    id,
    version,
    label,
    source,
    endings: ['.json'],
    detect: (peek: Peek) => detectShape(peek, shapes),
    async *read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
      const values = readShape(file, context, shapes, what);
      yield* company === undefined ? values : withCompany(values, company(context));
    },
  };
}
