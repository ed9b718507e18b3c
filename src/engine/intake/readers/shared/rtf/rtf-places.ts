/** Where the words of a group go. */
export type Place =
  | 'body'
  | 'page'
  | 'note'
  | 'comment'
  | 'commenter'
  | 'field'
  | 'reviewers'
  | 'nowhere'
  | `info:${string}`;

/** Starred groups whose words are shown all the same: shapes and their text. */
export const fieldGroups = new Set(['shpinst', 'shppict', 'shptxt', 'ud']);

const nowhere = new Set(
  'fonttbl colortbl stylesheet pict object objdata listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl filetbl nonshppict bkmkstart bkmkend mmathPr mhtmltag sp sn sv atnid atnref atndate atnicn atrfstart atrfend listtext pgptbl wgrffmtfilter ftnsep ftnsepc aftnsep aftnsepc'.split(
    ' ',
  ),
);
const pages = /^(?:header|footer)[lrf]?$/;
const infos = new Set([
  'title',
  'author',
  'operator',
  'company',
  'subject',
  'keywords',
  'doccomm',
  'comment',
  'manager',
]);

/** Where the words of a group go whose purpose this word names; null where it names none. */
export function placeOf(name: string, now: Place): Place | null {
  // Inside the description of the file only its known pieces are of use.
  if (now === 'info:') return infos.has(name) ? `info:${name}` : null;
  if (name === 'info') return 'info:';
  if (nowhere.has(name)) return 'nowhere';
  if (pages.test(name)) return 'page';
  if (name === 'footnote') return 'note';
  if (name === 'annotation') return 'comment';
  if (name === 'atnauthor') return 'commenter';
  if (name === 'revtbl') return 'reviewers';
  return name === 'fldinst' ? 'field' : null;
}
