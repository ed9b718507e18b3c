import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { withNotices } from './shared/chat/told.ts';
import { withCompany } from './shared/company/company.ts';
import { discordCompany } from './shared/company/discord.ts';
import { decodeText } from './shared/decode-text.ts';
import { exporterTold, isExporterFile, isPackageFile, packageItem, packageTold } from './shared/discord/json.ts';
import { exporterPageTold, isExporterPage } from './shared/discord/page.ts';
import { discordRow } from './shared/discord/rows.ts';
import { exporterTextTold, isExporterText } from './shared/discord/text.ts';
import { detectShape, firstSign, readShape, type Shape, withEmptyWarning } from './shared/json/shapes.ts';
import { decodePage } from './shared/page/page-charset.ts';
import { cellAt, hasHeadings, headedTable } from './shared/table/sure-table.ts';
import { findDelimiter, readTable } from './shared/table/table-text.ts';

const shapes: readonly Shape[] = [
  {
    because: 'It holds a server, a channel and messages the way DiscordChatExporter writes them.',
    certainty: 'sure',
    fits: isExporterFile,
    told: (root, file) => exporterTold(root, file.zone),
  },
  {
    because: 'It holds messages the way Discord’s own data package does.',
    certainty: 'sure',
    fits: isPackageFile,
    told: (root, file) => packageTold(root, file.zone),
  },
];

const exporterHeadings = ['authorid', 'author', 'date', 'content', 'attachments', 'reactions'];
const packageHeadings = ['contents', 'id', 'timestamp', 'attachments'];

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  if (isExporterPage(peek.text)) {
    return { certainty: 'sure', because: 'It is a page with messages the way DiscordChatExporter writes them.' };
  }
  if (isExporterText(peek.text)) {
    return {
      certainty: 'sure',
      because: 'It begins with a server and a channel the way DiscordChatExporter writes text.',
    };
  }
  if (hasHeadings(peek, exporterHeadings) || hasHeadings(peek, packageHeadings)) {
    return { certainty: 'sure', because: 'It is a table whose headings are those of a Discord export.' };
  }
  return detectShape(peek, shapes);
}

function* readRows(text: string, zone: string | null): Generator<Yielded> {
  const found = findDelimiter(text);
  const table = found === null ? null : readTable(text, found.delimiter, limits.tableRows);
  if (table === null) {
    throw new ReadRefusal(
      'The table of Discord messages is damaged, so nothing could be read. It is kept; ask for a new export.',
    );
  }
  if (table.cut)
    yield { kind: 'warning', text: `Only the first ${limits.tableRows.toLocaleString('en-US')} rows were read.` };
  const exported = headedTable(table.rows, exporterHeadings);
  if (exported !== null) {
    yield* withNotices(discordRow(exported, zone));
    return;
  }
  const own = headedTable(table.rows, packageHeadings);
  if (own === null) return;
  for (const [index, row] of table.rows.entries()) {
    if (index <= own.headerRow) continue;
    const fields = {
      ID: cellAt(own, row, 'id'),
      Timestamp: cellAt(own, row, 'timestamp'),
      Contents: cellAt(own, row, 'contents'),
      Attachments: cellAt(own, row, 'attachments'),
    };
    yield { kind: 'item', item: packageItem(fields, index + 1, zone) };
  }
}

/** The names that lie beside a file are those of Discord's own package; other exports name everybody themselves. */
function read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  return withCompany(readAlone(file, context), discordCompany(context));
}

function* readAlone(file: SourceFile, context: ReadContext): Generator<Yielded> {
  const start = firstSign(file.bytes);
  if (start === '{' || start === '[') {
    yield* readShape(file, context, shapes, 'a Discord export');
    return;
  }
  const decoded = start === '<' ? decodePage(file.bytes) : decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  if (start === '<') yield* withEmptyWarning(withNotices(exporterPageTold(decoded.text, context.zone)));
  else if (start === '=') yield* withEmptyWarning(withNotices(exporterTextTold(decoded.text, context.zone)));
  else yield* withEmptyWarning(readRows(decoded.text, context.zone));
}

/** Channels and conversations of Discord: files of DiscordChatExporter, and the messages of Discord's own data package. */
export const discordExport: Reader = {
  id: 'discord',
  version: 2,
  label: 'Discord export (JSON, HTML, CSV or text)',
  source: 'https://github.com/Tyrrrz/DiscordChatExporter',
  endings: ['.json', '.html', '.csv', '.txt'],
  detect,
  read,
};
