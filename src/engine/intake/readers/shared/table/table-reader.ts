import type { Peek, ReadContext, Reader, SourceFile, Yielded } from '../../reader.ts';
import { detectTable, readTableShape, type TableShape } from './shapes.ts';

export interface TableFormat {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  /** As in "a LinkedIn export". */
  readonly what: string;
  readonly shapes: readonly TableShape[];
  /** Tables with headings so common that only the usual name of the file beside them makes them likely. */
  readonly byName?: { readonly name: RegExp; readonly shape: TableShape };
}

/** A reader of a format that is nothing but tables with known headings. */
export function tableReader({ id, label, source, what, shapes, byName }: TableFormat): Reader {
  const all = byName === undefined ? shapes : [...shapes, byName.shape];
  return {
    id,
    version: 1,
    label,
    source,
    endings: ['.csv'],
    detect: (peek: Peek) => {
      const sure = detectTable(peek, shapes);
      if (sure.certainty !== 'no' || byName === undefined || !byName.name.test(peek.name)) return sure;
      return detectTable(peek, [byName.shape]);
    },
    async *read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
      yield* readTableShape(file, context, all, what);
    },
  };
}
