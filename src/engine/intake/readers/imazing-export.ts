import type { Reader } from './reader.ts';
import { imazingTable } from './shared/accounts/imazing.ts';
import { tableReader } from './shared/table/table-reader.ts';

/** Messages of an iPhone as iMazing writes them into a table. */
export const imazingExport: Reader = tableReader({
  id: 'imazing',
  label: 'iMazing messages (CSV)',
  source: 'https://imazing.com/guides/how-to-export-iphone-messages-to-pdf-csv-or-text',
  what: 'an iMazing export',
  shapes: [imazingTable],
});
