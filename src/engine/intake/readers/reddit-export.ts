import type { Reader } from './reader.ts';
import { redditFriends, redditTables } from './shared/accounts/reddit.ts';
import { tableReader } from './shared/table/table-reader.ts';

/** Tables of the data that Reddit hands out. */
export const redditExport: Reader = tableReader({
  id: 'reddit',
  label: 'Reddit export (CSV)',
  source: 'https://support.reddithelp.com/hc/en-us/articles/360043048352',
  what: 'a Reddit export',
  shapes: redditTables,
  byName: { name: /^friends\.csv$/i, shape: redditFriends },
});
