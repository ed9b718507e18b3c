import { createHash } from 'node:crypto';
import { DocumentError } from '../input/document-error.ts';

/** PDF/A admits properties of other schemas only where an extension schema describes them (ISO 19005-2, 6.6.2.3.3). */
const accessibilityExtension = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('');

/**
 * Adds the PDF/UA-1 claim to a PDF/A-2a file that also met PDF/UA-1, as an incremental update of two objects: the catalog
 * (show the title) and the metadata (the claim). The bytes before it stay untouched.
 * Error: `document-standard-not-met` where the file is not built as the typesetter builds it.
 */
export function claimBothStandards(archive: Uint8Array): Uint8Array {
  // Latin-1 keeps one character per byte, so offsets in the text are offsets in the file.
  const pdf = Buffer.from(archive).toString('latin1');
  const startOfTable = numberAfter(pdf, /startxref\s+(\d+)\s+%%EOF\s*$/);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+\d+\s+%%EOF\s*$/.exec(pdf)?.[1] ?? fail('it has no trailer');
  const root = numberAfter(trailer, /\/Root (\d+) 0 R/);
  const offsets = readTable(pdf, startOfTable);
  const catalog = objectAt(pdf, root, offsets);
  const metadataNumber = numberAfter(catalog, /\/Metadata (\d+) 0 R/);

  const packet = streamOf(objectAt(pdf, metadataNumber, offsets));
  const metadata = withAccessibilityClaim(packet);
  const stream = `<< /Type /Metadata /Subtype /XML /Length ${metadata.length} >>\nstream\n${metadata}\nendstream`;
  const shown = withTitleShown(catalog);
  return Buffer.concat([
    archive,
    update(pdf, trailer, startOfTable, [
      [root, shown.trim()],
      [metadataNumber, stream],
    ]),
  ]);
}

/** PDF/UA-1 (ISO 14289-1, 7.1) asks that a window shows the document's title and not its file name. */
function withTitleShown(catalog: string): string {
  if (catalog.includes('/DisplayDocTitle')) return catalog;
  if (catalog.includes('/ViewerPreferences <<'))
    return catalog.replace('/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true');
  return catalog.replace('<<', '<<\n  /ViewerPreferences << /DisplayDocTitle true >>');
}

function withAccessibilityClaim(packet: string): string {
  const claimed = packet
    .replace('xmlns:pdfaid=', 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"  xmlns:pdfaid=')
    .replace('<pdfaExtension:schemas><rdf:Bag>', `<pdfaExtension:schemas><rdf:Bag>${accessibilityExtension}`)
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>');
  const added = ['xmlns:pdfuaid=', '<pdfuaid:part>1</pdfuaid:part>', 'PDF/UA identification schema'];
  return added.every((part) => claimed.includes(part)) ? claimed : fail('its metadata is built in another way');
}

function update(
  pdf: string,
  trailer: string,
  previous: number,
  objects: readonly (readonly [number, string])[],
): Buffer {
  let body = pdf.endsWith('\n') ? '' : '\n';
  let table = 'xref\n';
  for (const [number, content] of [...objects].sort((a, b) => a[0] - b[0])) {
    table += `${number} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const [, permanent = fail('it has no identifier')] =
    /\/ID \[\s*(\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/.exec(trailer) ?? [];
  // The second half of the identifier names this version of the bytes; a hash of them keeps it repeatable.
  const version = createHash('sha256').update(pdf, 'latin1').update(body, 'latin1').digest('hex').slice(0, 32);
  const kept = trailer.replace(/\/ID \[[\s\S]*?\]\s*$/, '').trim();
  const closing = `trailer\n<<\n  ${kept}\n  /ID [${permanent} <${version}>]\n  /Prev ${previous}\n>>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`;
  return Buffer.from(body + table + closing, 'latin1');
}

/** Byte offsets of the objects in a plain cross-reference table. */
function readTable(pdf: string, start: number): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  const table = /^xref\s+([\s\S]*?)trailer/.exec(pdf.slice(start))?.[1] ?? fail('it has no plain table of objects');
  let next = 0;
  for (const line of table.trim().split(/\r?\n/)) {
    const [first = '', second = '', state] = line.trim().split(/\s+/);
    if (state === undefined) next = Number(first);
    else {
      if (state === 'n') offsets.set(next, Number(first));
      next += 1;
    }
    if (second === '') fail('its table of objects cannot be read');
  }
  return offsets;
}

function objectAt(pdf: string, number: number, offsets: ReadonlyMap<number, number>): string {
  const offset = offsets.get(number) ?? fail(`object ${number} is missing`);
  const end = pdf.indexOf('\nendobj', offset);
  const head = `${number} 0 obj`;
  if (end < 0 || !pdf.startsWith(head, offset)) fail(`object ${number} is not where the table says`);
  return pdf.slice(offset + head.length, end);
}

function streamOf(object: string): string {
  if (object.includes('/Filter')) fail('its metadata is compressed');
  return /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1] ?? fail('its metadata has no stream');
}

function numberAfter(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? fail(`${pattern.source} was not found`));
}

function fail(reason: string): never {
  throw new DocumentError('document-standard-not-met', 'Both standards could not be claimed in one file.', [reason]);
}
