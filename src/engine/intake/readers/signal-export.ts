import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { type Told, withNotices } from './shared/chat/told.ts';
import { decodeText } from './shared/decode-text.ts';
import { headJson, parseJson } from './shared/json/parse-json.ts';
import { withEmptyWarning } from './shared/json/shapes.ts';
import { listOf } from './shared/json/values.ts';
import { SignalLines, signalKind } from './shared/signal/lines.ts';
import { isSignalMarkdown, signalMarkdownTold } from './shared/signal/markdown.ts';
import { isSigtopText, sigtopTextTold } from './shared/signal/text.ts';

function lineKind(line: string): string | null {
  const plain = line.trim();
  return plain.startsWith('{') ? signalKind(parseJson(plain)?.value) : null;
}

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  if (isSigtopText(peek.text)) {
    return { certainty: 'sure', because: 'It is a conversation of Signal the way the program sigtop writes it.' };
  }
  if (isSignalMarkdown(peek.text)) {
    return {
      certainty: 'sure',
      because: 'It is a conversation of Signal the way the program signal-export writes it.',
    };
  }
  const because = 'Its entries are messages the way programs write those of Signal.';
  const lines = peek.text.split('\n', 200);
  if (lines.length > 1 && lines.slice(0, 50).some((line) => lineKind(line) !== null))
    return { certainty: 'sure', because };
  const head = headJson(peek);
  if (head === null) return notThis;
  const entries = Array.isArray(head.value) ? listOf(head.value).slice(0, 5) : [head.value];
  return entries.length > 0 && entries.every((each) => signalKind(each) !== null)
    ? { certainty: 'sure', because }
    : notThis;
}

function* jsonLines(text: string, zone: string | null): Generator<Told> {
  const signal = new SignalLines(zone);
  let number = 0;
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length : end + 1;
    number += 1;
    if (line === '') continue;
    const parsed = parseJson(line);
    if (parsed === null || parsed.cut)
      yield { kind: 'unreadable', where: `line ${number}`, because: 'The line breaks off or is damaged.' };
    else yield* signal.told(parsed.value, `line ${number}`);
  }
}

function* jsonList(text: string, zone: string | null): Generator<Told> {
  const signal = new SignalLines(zone);
  const parsed = parseJson(text);
  if (parsed?.cut === true)
    yield { kind: 'warning', text: 'The file breaks off in the middle; what stands before was read.' };
  for (const [index, each] of listOf(parsed?.value).entries()) yield* signal.told(each, `message ${index + 1}`);
}

function toldOf(text: string, zone: string | null): Iterable<Told> {
  if (isSigtopText(text)) return sigtopTextTold(text, zone);
  if (isSignalMarkdown(text)) return signalMarkdownTold(text, zone);
  return text.trimStart().startsWith('[') ? jsonList(text, zone) : jsonLines(text, zone);
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const decoded = decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  yield* withEmptyWarning(withNotices(toldOf(decoded.text, context.zone)));
}

/** Messages of Signal in the readable forms that exist: its own plain export, sigtop, signal-export and signal-cli. */
export const signalExport: Reader = {
  id: 'signal',
  version: 1,
  label: 'Signal messages (JSON or text)',
  source: 'https://github.com/tbvdm/sigtop',
  endings: ['.jsonl', '.ndjson', '.json', '.txt', '.md'],
  detect,
  read,
};
