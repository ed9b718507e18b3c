/** Windows code page numbers whose names are not simply `windows-…` or `cp…`. */
const names: ReadonlyMap<number, string> = new Map([
  [437, 'cp437'],
  [850, 'cp850'],
  [852, 'cp852'],
  [866, 'cp866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10000, 'macintosh'],
  [20127, 'us-ascii'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [21866, 'koi8-u'],
  [50220, 'iso-2022-jp'],
  [50221, 'iso-2022-jp'],
  [50222, 'iso-2022-jp'],
  [50225, 'iso-2022-kr'],
  [51932, 'euc-jp'],
  [51949, 'euc-kr'],
  [52936, 'hz-gb-2312'],
  [54936, 'gb18030'],
  [65000, 'utf-7'],
  [65001, 'utf-8'],
]);

/** The name of the encoding that a Windows code page stands for; null for 0 and for figures that are no code page. */
export function encodingOfCodePage(page: number | null): string | null {
  if (page === null || page <= 0) return null;
  const named = names.get(page);
  if (named !== undefined) return named;
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  return page >= 28591 && page <= 28605 ? `iso-8859-${page - 28590}` : null;
}
