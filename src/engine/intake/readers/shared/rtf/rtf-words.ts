import type { Place } from './rtf-document.ts';

/** Words of command that stand for letters. */
export const letters: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  nestrow: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  endash: '\u2013',
  emdash: '\u2014',
  enspace: ' ',
  emspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
};

/** Signs after a backslash that stand for letters. */
export const symbols: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

/** Character sets of fonts and their code pages (RTF 1.9.1, "Font Table"). */
export const fontPages: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10_000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

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
