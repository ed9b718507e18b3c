import { limits } from '../limits.ts';
import { type Detection, notThis, type Peek, type Reader, type SourceFile, type Yielded } from './reader.ts';
import { decodeText } from './shared/decode-text.ts';
import { blankItem } from './shared/parties.ts';

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  return { certainty: 'possible', because: 'The bytes are letters, and no other format fits them better.' };
}

async function* read(file: SourceFile): AsyncIterable<Yielded> {
  const decoded = decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  const text = decoded.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const kept = text.slice(0, limits.itemTextCharacters);
  if (kept.length < text.length) {
    yield {
      kind: 'warning',
      text: `Only the first ${limits.itemTextCharacters.toLocaleString('en-US')} characters were read; the file holds ${text.length.toLocaleString('en-US')}.`,
    };
  }
  if (kept.trim() === '') yield { kind: 'warning', text: 'The file holds no words, only blank space.' };
  const facts = [{ label: 'Encoding', value: decoded.encoding }];
  yield { kind: 'item', item: { ...blankItem('whole file', 'document'), text: kept, facts } };
}

/** Any text that no other reader knows: one document, word for word. */
export const plainText: Reader = {
  id: 'text',
  version: 1,
  label: 'Plain text',
  source: 'https://encoding.spec.whatwg.org/',
  // Files of programs are letters too: an ending such as .json promises a form, and not what stands in it.
  endings: [
    '.txt',
    '.text',
    '.log',
    '.md',
    '.json',
    '.jsonl',
    '.ndjson',
    '.csv',
    '.tsv',
    '.xml',
    '.js',
    '.css',
    '.yml',
    '.yaml',
  ],
  detect,
  read,
};
