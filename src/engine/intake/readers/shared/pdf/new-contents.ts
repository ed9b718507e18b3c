const objectStart = /(?:^|[\r\n\s])(\d{1,10})\s+(\d{1,5})\s+obj\b/g;

/** Object numbers of the pages whose whole description is still in the file, in its order. */
function pagesIn(text: string): string[] {
  const pages: string[] = [];
  const starts = [...text.matchAll(objectStart)];
  starts.forEach((start, index) => {
    const body = text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length);
    const head = body.slice(0, 4096);
    if (head.includes('endobj') && /\/Type\s*\/Page\b(?!s)/.test(head)) pages.push(`${start[1]} ${start[2]} R`);
  });
  return pages;
}

/** Numbers that no other object of a real file bears. */
const catalog = 9_999_990;
const tree = 9_999_991;

/**
 * A copy of a cut PDF with a table of contents of the pages that are left; null where none is (newer files keep their pages
 * in packed streams, of which nothing can be found this way).
 */
export function withNewContents(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages = pagesIn(file.toString('latin1'));
  if (pages.length === 0) return null;
  const contents = [
    '',
    `${catalog} 0 obj\n<< /Type /Catalog /Pages ${tree} 0 R >>\nendobj`,
    `${tree} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${pages.join(' ')}] >>\nendobj`,
    `trailer\n<< /Root ${catalog} 0 R /Size ${tree + 1} >>`,
    'startxref\n0\n%%EOF\n',
  ];
  return Buffer.concat([file, Buffer.from(contents.join('\n'), 'latin1')]);
}
