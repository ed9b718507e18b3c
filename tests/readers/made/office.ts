import { type MadeEntry, makeZip } from './zips.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const relType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Tie {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

export function relationships(ties: readonly Tie[]): string {
  const each = ties.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${relType}/${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

const contentType = 'application/vnd.openxmlformats-officedocument';

/** The list of the kinds of parts; programs refuse a file whose main part it does not name. */
const types = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${contentType}.wordprocessingml.document.main+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.spreadsheetml.sheet.main+xml"/><Override PartName="/ppt/presentation.xml" ContentType="${contentType}.presentationml.presentation.main+xml"/></Types>`;

const core = `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Statement</dc:title><dc:creator>awhit</dc:creator><cp:lastModifiedBy>Dana Whitfield</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-10T14:42:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-11T09:00:00Z</dcterms:modified></cp:coreProperties>`;

/** A paragraph of one run. */
export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export interface MadeDocx {
  readonly body: string;
  readonly ties?: readonly Tie[];
  readonly parts?: readonly MadeEntry[];
}

/** A Word document as Word writes it, with the parts that a test adds. */
export function makeDocx({ body, ties = [], parts = [] }: MadeDocx): Buffer {
  return makeZip([
    { name: '[Content_Types].xml', content: types },
    {
      name: '_rels/.rels',
      content: relationships([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]),
    },
    { name: 'word/document.xml', content: `${xml}<w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', content: relationships(ties) },
    { name: 'docProps/core.xml', content: core },
    ...parts,
  ]);
}

/** A part of a Word document of its own: a header, footnotes, comments. */
export const wordPart = (element: string, inner: string): string => `${xml}<w:${element} ${w}>${inner}</w:${element}>`;

export interface MadeSlide {
  readonly text: string;
  readonly notes?: string;
  readonly hidden?: boolean;
}

const a =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const shape = (text: string): string => `<p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

/** Slides in the order of the presentation, which is not that of their file names. */
export function makePptx(slides: readonly MadeSlide[]): Buffer {
  const last = slides.length;
  const parts: MadeEntry[] = slides.flatMap(({ text, notes, hidden }, index) => {
    const number = last - index;
    const slide = {
      name: `ppt/slides/slide${number}.xml`,
      content: `${xml}<p:sld ${a}${hidden === true ? ' show="0"' : ''}><p:cSld><p:spTree>${shape(text)}</p:spTree></p:cSld></p:sld>`,
    };
    if (notes === undefined) return [slide];
    return [
      slide,
      {
        name: `ppt/slides/_rels/slide${number}.xml.rels`,
        content: relationships([{ id: 'rId1', type: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` }]),
      },
      {
        name: `ppt/notesSlides/notesSlide${number}.xml`,
        content: `${xml}<p:notes ${a}><p:cSld>${shape(notes)}</p:cSld></p:notes>`,
      },
    ];
  });
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 10}"/>`).join('');
  return makeZip([
    { name: '[Content_Types].xml', content: types },
    {
      name: '_rels/.rels',
      content: relationships([{ id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' }]),
    },
    {
      name: 'ppt/presentation.xml',
      content: `${xml}<p:presentation ${a}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      content: relationships(
        slides.map((_, index) => ({
          id: `rId${index + 10}`,
          type: 'slide',
          target: `slides/slide${last - index}.xml`,
        })),
      ),
    },
    { name: 'docProps/core.xml', content: core },
    ...parts,
  ]);
}

const office =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"';

export interface MadeOdf {
  readonly kind: 'text' | 'spreadsheet' | 'presentation';
  readonly body: string;
  readonly styles?: string;
  readonly masters?: string;
  readonly manifest?: string;
  readonly parts?: readonly MadeEntry[];
}

/** An OpenDocument file as LibreOffice writes it. */
export function makeOdf({ kind, body, styles = '', masters = '', manifest = '', parts = [] }: MadeOdf): Buffer {
  return makeZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, method: 0 },
    {
      name: 'content.xml',
      content: `${xml}<office:document-content ${office}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      content: `${xml}<office:document-styles ${office}><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    },
    {
      name: 'meta.xml',
      content: `${xml}<office:document-meta ${office}><office:meta><dc:title>Statement</dc:title><meta:initial-creator>Ana Ruiz</meta:initial-creator><meta:creation-date>2026-03-10T10:42:07.123456789</meta:creation-date><meta:generator>LibreOffice/24.8</meta:generator></office:meta></office:document-meta>`,
    },
    {
      name: 'META-INF/manifest.xml',
      content: `${xml}<manifest:manifest xmlns:manifest="x">${manifest}</manifest:manifest>`,
    },
    ...parts,
  ]);
}

/** A cell: words, a number with the number of its style, or XML as it stands. */
export type MadeCell = string | number | { readonly value: number; readonly style: number } | { readonly xml: string };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly hidden?: boolean;
}

export interface MadeXlsx {
  readonly sheets: readonly MadeSheet[];
  readonly from1904?: boolean;
  readonly parts?: readonly MadeEntry[];
}

const letter = (column: number): string => String.fromCharCode(65 + column);
const safe = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A workbook as Excel writes it; style 1 shows a date and a time, style 2 a day, style 3 is of the book's own making. */
export function makeXlsx({ sheets, from1904 = false, parts = [] }: MadeXlsx): Buffer {
  const strings: string[] = [];
  const cellXml = (cell: MadeCell, reference: string): string => {
    if (typeof cell === 'string') {
      if (cell === '') return '';
      strings.push(cell);
      return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
    }
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    return 'xml' in cell ? cell.xml : `<c r="${reference}" s="${cell.style}"><v>${cell.value}</v></c>`;
  };
  const sheetParts = sheets.map(({ rows }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: `${xml}<worksheet xmlns="x"><sheetData>${rows
      .map(
        (row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${letter(c)}${r + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`,
  }));
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${safe(name)}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const shared = strings.map((each) => `<si><t xml:space="preserve">${safe(each)}</t></si>`).join('');
  return makeZip([
    { name: '[Content_Types].xml', content: types },
    {
      name: '_rels/.rels',
      content: relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map((_, index) => ({
          id: `rId${index + 1}`,
          type: 'worksheet',
          target: `worksheets/sheet${index + 1}.xml`,
        })),
        { id: 'rId90', type: 'sharedStrings', target: 'sharedStrings.xml' },
        { id: 'rId91', type: 'styles', target: 'styles.xml' },
      ]),
    },
    ...sheetParts,
    { name: 'xl/sharedStrings.xml', content: `${xml}<sst>${shared}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `${xml}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]mmm\\ d\\,\\ yyyy h:mm\\ AM/PM;@"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    { name: 'docProps/core.xml', content: core },
    ...parts,
  ]);
}
