import type { ItemDraft } from '../../../contract/item.ts';
import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { decodeText } from './shared/decode-text.ts';
import { blankItem, party } from './shared/parties.ts';

/** `00:01:02,500 --> 00:01:04,000` with what players may add after it; hours may be missing in WebVTT. */
const timeLine =
  /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3})(?:\s.*)?$/;

function detect(peek: Peek): Detection {
  const start = peek.text?.slice(0, 4096) ?? '';
  if (/^\ufeff?WEBVTT(?:[ \t\n\r]|$)/.test(start))
    return { certainty: 'sure', because: 'It begins with the mark of a caption file (WebVTT).', format: 'vtt' };
  const lines = start
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const [first = '', second = ''] = lines;
  return timeLine.test(first) || (/^\s*\d+\s*$/.test(first) && timeLine.test(second))
    ? {
        certainty: 'sure',
        because: 'It begins with a caption: a number and the times between which it shows.',
        format: 'srt',
      }
    : notThis;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '', rlm: '' };

/** Words without the marks of style that caption files allow; `{\an8}` places a line at the top. */
function plain(words: string): string {
  return words
    .replace(/<[^<>\n]{0,200}>|\{\\[^{}\n]{0,60}\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (whole, name: string) => named[name] ?? whole)
    .trim();
}

/** Who speaks, as WebVTT writes it: `<v Ms. Ortiz>`. */
function speaker(words: string): string | null {
  return /<v(?:\.[^\s>]{0,60})?\s+([^<>\n]{1,200})>/.exec(words)?.[1]?.trim() ?? null;
}

function cueOf(lines: readonly string[], at: number, number: number, title: string): ItemDraft | null {
  const times = timeLine.exec(lines[at] ?? '');
  if (times === null) return null;
  const words = lines.slice(at + 1).join('\n');
  const span = `${times[1]?.replace(',', '.')} to ${times[2]?.replace(',', '.')}`;
  return {
    ...blankItem(`caption ${number}, at ${times[1]?.replace(',', '.')}`, 'video-transcript'),
    author: party(speaker(words), null),
    thread: { id: 'captions', title },
    text: plain(words).slice(0, limits.itemTextCharacters),
    facts: [{ label: 'Time in the recording', value: span }],
  };
}

/** Blocks of lines with nothing between them; an empty line ends a block. */
function* blocks(text: string): Iterable<{ readonly lines: readonly string[]; readonly from: number }> {
  let lines: string[] = [];
  let number = 0;
  for (const line of `${text}\n`.split('\n')) {
    number += 1;
    if (line.trim() !== '') {
      lines.push(line);
      continue;
    }
    if (lines.length > 0) yield { lines, from: number - lines.length };
    lines = [];
  }
  if (lines.length > 0) yield { lines, from: number - lines.length + 1 };
}

const notCues = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

async function* read(file: SourceFile): AsyncIterable<Yielded> {
  const decoded = decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  let cues = 0;
  for (const { lines, from } of blocks(text)) {
    if (notCues.test(lines[0] ?? '')) continue;
    const at = lines.findIndex((line) => timeLine.test(line));
    const cue = at < 0 || at > 1 ? null : cueOf(lines, at, cues + 1, file.name);
    if (cue === null) {
      yield { kind: 'unreadable', where: `line ${from}`, because: 'no times stand before these words' };
      continue;
    }
    cues += 1;
    yield { kind: 'item', item: cue };
  }
  if (cues === 0)
    throw new ReadRefusal(
      'No caption could be read in this file. It is kept; ask for a new copy, or type what is said.',
    );
}

/** Captions of a recording; each is an item with its time in the recording. */
export const captions: Reader = {
  id: 'captions',
  version: 1,
  label: 'Captions (SRT, WebVTT)',
  source: 'https://www.w3.org/TR/webvtt1/',
  endings: ['.srt', '.vtt'],
  detect,
  read,
};
