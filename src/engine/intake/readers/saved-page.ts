import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { dataPictures } from './shared/page/data-pictures.ts';
import { beginsLikePage, decodePage } from './shared/page/page-charset.ts';
import { pageItem } from './shared/page/page-item.ts';

function detect(peek: Peek): Detection {
  // A page that carries an archive after its end (SingleFile makes such) is letters only at its beginning.
  const text = peek.text ?? Buffer.from(peek.head.subarray(0, 8192)).toString('latin1');
  if (beginsLikePage(text)) return { certainty: 'likely', because: 'It begins the way web pages do.' };
  if (peek.text === null) return notThis;
  const start = peek.text.trimStart().slice(0, 200);
  const piece = /^<(?:!--|div|p|table|title|meta|style|center|font|h[1-6])\b/i.test(start);
  return piece && /<\/(?:div|p|table|span|a|ul|h[1-6]|center|font)>/i.test(peek.text)
    ? { certainty: 'likely', because: 'It is made of the elements of a web page.' }
    : notThis;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const decoded = decodePage(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.includes('PK\x05\x06', 0, 'latin1')) {
    yield {
      kind: 'warning',
      text: 'The page also carries a zip archive after its words; only the page was read. Save the archive by itself and add it, if what it holds matters.',
    };
  }
  const { item, warnings, pictures } = pageItem({
    html: decoded.text,
    locator: 'whole page',
    url: null,
    capturedAt: null,
    zone: context.zone,
  });
  for (const text of warnings) yield { kind: 'warning', text };
  const members = dataPictures(pictures);
  const names = members.flatMap((member) => (member.kind === 'member' ? [member.name] : []));
  const facts = [...item.facts, { label: 'Encoding', value: decoded.encoding }];
  yield { kind: 'item', item: { ...item, attachments: names, facts } };
  yield* members;
}

/** A web page as a browser or an extension saved it; shown words, hidden words and what it says of itself. */
export const savedPage: Reader = {
  id: 'html',
  version: 1,
  label: 'Web page (HTML)',
  source: 'https://html.spec.whatwg.org/multipage/parsing.html',
  endings: ['.html', '.htm', '.xhtml'],
  detect,
  read,
};
