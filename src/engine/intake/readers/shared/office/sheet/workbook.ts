import type { ZipPackage } from '../../container/zip-package.ts';
import { noteExternal } from '../active-content.ts';
import { eventsOf, type Notes, partText, type Relationship, relationshipsOf } from '../parts.ts';
import { showsDate } from './cell-dates.ts';

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  /** Hidden from whoever opens the file. */
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** Whether the style of a cell, by its number, shows a date. */
  readonly dateStyles: readonly boolean[];
}

async function sheetsOf(
  zip: ZipPackage,
  part: string,
  ties: readonly Relationship[],
  notes: Notes,
): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const xml = await partText(zip, part, notes);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  for (const event of xml === null ? [] : eventsOf(xml, notes)) {
    if (event.kind !== 'open') continue;
    const { attributes } = event;
    if (event.local === 'workbookPr') from1904 = /^(?:1|true|on)$/i.test(attributes.get('date1904') ?? '');
    if (event.local !== 'sheet') continue;
    const id = attributes.get('r:id') ?? [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
    const target = ties.find((tie) => tie.id === id)?.target;
    const hidden = /hidden/i.test(attributes.get('state') ?? '');
    if (target !== undefined)
      sheets.push({ name: attributes.get('name') ?? `Sheet ${sheets.length + 1}`, part: target, hidden });
  }
  return { sheets, from1904 };
}

/** Shared strings by their number; words that only tell how another word is spoken are left out. */
async function stringsOf(zip: ZipPackage, part: string, notes: Notes): Promise<string[]> {
  const xml = await partText(zip, part, notes);
  const strings: string[] = [];
  let text = '';
  let letters = false;
  let spoken = false;
  for (const event of xml === null ? [] : eventsOf(xml, notes)) {
    if (event.kind === 'text') text += letters && !spoken ? event.text : '';
    else if (event.local === 't') letters = event.kind === 'open';
    else if (event.local === 'rPh') spoken = event.kind === 'open';
    else if (event.local === 'si' && event.kind === 'open') text = '';
    else if (event.local === 'si') strings.push(text);
  }
  return strings;
}

async function dateStylesOf(zip: ZipPackage, part: string, notes: Notes): Promise<boolean[]> {
  const xml = await partText(zip, part, notes);
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  for (const event of xml === null ? [] : eventsOf(xml, notes)) {
    if (event.kind === 'text') continue;
    if (event.local === 'cellXfs') inCells = event.kind === 'open';
    if (event.kind !== 'open') continue;
    const number = Number(event.attributes.get('numFmtId') ?? 0);
    if (event.local === 'numFmt') codes.set(number, event.attributes.get('formatCode') ?? '');
    else if (event.local === 'xf' && inCells) styles.push(showsDate(number, codes.get(number) ?? null));
  }
  return styles;
}

/** What a workbook tells of its sheets, its words and its way of writing dates (SpreadsheetML). */
export async function readWorkbook(zip: ZipPackage, notes: Notes): Promise<Workbook> {
  const top = await relationshipsOf(zip, '', notes);
  const part = top.find((tie) => tie.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const ties = await relationshipsOf(zip, part, notes);
  noteExternal(ties, notes);
  const target = (type: string, otherwise: string): string =>
    ties.find((tie) => tie.type === type)?.target ?? otherwise;
  const { sheets, from1904 } = await sheetsOf(zip, part, ties, notes);
  const strings = await stringsOf(zip, target('sharedStrings', 'xl/sharedStrings.xml'), notes);
  const dateStyles = await dateStylesOf(zip, target('styles', 'xl/styles.xml'), notes);
  return { sheets, from1904, strings, dateStyles };
}
