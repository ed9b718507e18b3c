import { strFromU8, unzipSync } from 'fflate';
import type { FileImage, FileText, Opened } from './leak-job.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Everything of a Word file in which words can stand: each part's text, its attributes, its very name; and its pictures. */
export function openDocx(bytes: Uint8Array): Opened {
  const texts: FileText[] = [];
  const images: FileImage[] = [];
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    texts.push({ where: `the name of the part ${name}`, text: name });
    if (/\.(xml|rels)$/.test(name)) texts.push(...textsOf(name, strFromU8(content)));
    else if (name.startsWith('word/media/')) images.push({ kind: 'encoded', where: name, bytes: content });
    else texts.push({ where: name, text: Buffer.from(content).toString('latin1') });
  }
  return { texts, images };
}

function textsOf(name: string, xml: string): readonly FileText[] {
  // Runs of one paragraph are one text; a paragraph, a cell or a break ends it.
  const words = unescaped(
    xml
      .replace(/<w:tab\b[^>]*>/g, ' ')
      .replace(/<w:(?:br|cr)\b[^>]*>/g, '\n')
      .replace(/<\/w:(?:p|tc)>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );
  const attributes = [...xml.matchAll(/[\w:]+="([^"]*)"/g)].map(([, value = '']) => unescaped(value));
  return [
    { where: `the text of ${name}`, text: words },
    { where: `an attribute in ${name}`, text: attributes.join('\n') },
  ];
}

function unescaped(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-fA-F]+);/g, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex === 'x' ? 16 : 10)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}
