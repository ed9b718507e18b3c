import type { Reader } from './reader.ts';
import { linkedinComments, linkedinTables } from './shared/accounts/linkedin.ts';
import { tableReader } from './shared/table/table-reader.ts';

/** Tables of the copy of the data that LinkedIn hands out. */
export const linkedinExport: Reader = tableReader({
  id: 'linkedin',
  label: 'LinkedIn export (CSV)',
  source: 'https://www.linkedin.com/help/linkedin/answer/a1339364',
  what: 'a LinkedIn export',
  shapes: linkedinTables,
  byName: { name: /^comments\.csv$/i, shape: linkedinComments },
});
