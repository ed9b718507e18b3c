import type { Moment } from '../../../../../contract/moment.ts';
import { facts, fileName, type Told } from '../chat/told.ts';
import { unreadableMoment } from '../moments.ts';
import { blankItem, party } from '../parties.ts';
import { cellAt, type HeadedTable } from '../table/sure-table.ts';
import { type CellDate, cellDate } from '../table/table-date.ts';
import { type DayOrder, findDayOrder, momentOf, type WrittenDay } from '../written-date.ts';
import { isExporterSentence } from './text.ts';

function sentAtOf(date: CellDate | null, written: string, order: DayOrder | null, zone: string | null): Moment | null {
  if (date === null) return written === '' ? null : unreadableMoment(written);
  return date.kind === 'fixed' ? date.moment : momentOf(date.written, order, zone);
}

/** The rows of a table of DiscordChatExporter. Its dates are those of the exporting computer, without a zone. */
export function* discordRow(table: HeadedTable, zone: string | null): Generator<Told> {
  const rows = table.rows.slice(table.headerRow + 1);
  const dates = rows.map((row) => cellDate(cellAt(table, row, 'date'), '', zone));
  const slashed: WrittenDay[] = dates.flatMap((date) =>
    date?.kind === 'written' && date.slashed ? [date.written.day] : [],
  );
  const order = findDayOrder({ slashed, chronological: true, proofs: [] });
  if (order.warning !== null) yield { kind: 'warning', text: order.warning };
  for (const [index, row] of rows.entries()) {
    const written = cellAt(table, row, 'date').trim();
    const words = cellAt(table, row, 'content');
    if (isExporterSentence(words)) {
      yield { kind: 'notice', text: `${written} ${cellAt(table, row, 'author')}: ${words}` };
      continue;
    }
    const attachments = cellAt(table, row, 'attachments').split(/,(?=\s*(?:https?:|[\w./\\-]+\.\w{1,5}$))/);
    yield {
      kind: 'item',
      item: {
        ...blankItem(`row ${table.headerRow + index + 2}`, 'chat-line'),
        platform: 'discord',
        author: party(cellAt(table, row, 'author'), cellAt(table, row, 'author')),
        sentAt: sentAtOf(dates[index] ?? null, written, order.order, zone),
        text: words,
        attachments: attachments.map((each) => fileName(each.trim())).filter((each) => each !== ''),
        facts: facts(
          ['Account number', cellAt(table, row, 'authorid')],
          ['Reactions', cellAt(table, row, 'reactions')],
        ),
      },
    };
  }
}
