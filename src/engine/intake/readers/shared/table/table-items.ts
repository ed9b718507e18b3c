import type { ItemDraft } from '../../../../../contract/item.ts';
import { limits } from '../../../limits.ts';
import type { Yielded } from '../../reader.ts';
import { blankItem } from '../parties.ts';
import { findColumns } from './columns.ts';
import { messageRows } from './message-rows.ts';
import type { Row } from './table-text.ts';

/** One table of a file that holds several. */
export interface NamedTable {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The words of a table: tabs between cells, a line for each row, empty rows left out. */
function tableWords(rows: readonly Row[]): string {
  return rows
    .map((row) => row.join('\t').replace(/\t+$/, ''))
    .filter((line) => line !== '')
    .join('\n');
}

const headed = ({ name, rows }: NamedTable): string => `[Sheet ${name}]\n${tableWords(rows)}`;

/**
 * The items of a file of tables: the rows of those whose columns are those of messages, else one document of all its
 * words. Beside tables of messages the words of the others are kept as a part of the file that is not counted.
 * @param whole the document that stands for the file, words and facts still missing
 */
export function* tableItems(
  tables: readonly NamedTable[],
  whole: ItemDraft,
  zone: string | null,
  beside = '',
): Iterable<Yielded> {
  const others: NamedTable[] = [];
  let messages = 0;
  for (const table of tables) {
    const columns = findColumns(table.rows);
    if (columns === null) others.push(table);
    else {
      messages += 1;
      yield* messageRows(table.rows, columns, {
        place: tables.length > 1 ? `sheet "${table.name}", ` : '',
        title: table.name,
        zone,
      });
    }
  }
  const words = [...others.filter((table) => table.rows.length > 0).map(headed), beside].filter((each) => each !== '');
  const text = words.join('\n\n').slice(0, limits.itemTextCharacters);
  if (messages === 0) yield { kind: 'item', item: { ...whole, text } };
  else if (text !== '') {
    const item = { ...blankItem('other sheets', 'document'), title: whole.title, text, derived: 'caption' } as const;
    yield { kind: 'item', item: { ...item, attachments: whole.attachments } };
  }
}
