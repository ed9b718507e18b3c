import type { Told } from '../chat/told.ts';
import { answerLine, datePattern, deletedLine, keyOf, type Shown, shownItem, unsentLine } from './message.ts';

const dateLine = new RegExp(String.raw`^( *)(${datePattern})(?: \(([^()]{1,200})\))?$`);
const announcement = new RegExp(String.raw`^(${datePattern}) (?!\()(\S.*)$`);
const editedRow = /^(?:Edited .{1,80} later: |Edited: )/;
const reactionHead = /^(?:Tapbacks|Reactions):$/;
const reactionLine = /^ *(?:.{1,40} by .{1,100}|.{0,40}[Ss]ticker from .{1,300})$/;
const pathLine = /^(?:~\/|\/|attachments\/|\.{0,2}\/|[A-Za-z]:\\)\S.{0,400}\.\w{2,5}$/;
const appLine = /^(?:Sent with|Started sharing|Stopped sharing) .{1,60}$/;

export function isMessagesText(text: string): boolean {
  const lines = text
    .split('\n')
    .slice(0, 400)
    .map((each) => each.replace(/\r$/, ''));
  const at = lines.findIndex((each) => each.trim() !== '');
  const first = lines[at] ?? '';
  const dated = lines.filter((each, index) => dateLine.test(each) && (lines[index + 1] ?? '').trim() !== '').length;
  return dated > 0 && (dateLine.test(first) || announcement.test(first));
}

interface Block {
  readonly at: number;
  readonly indent: number;
  readonly date: string;
  readonly read: string | null;
  readonly lines: string[];
}

type Piece = Block | { readonly notice: string };

/** Where the reader stands while it goes through the lines. */
interface Place {
  readonly pieces: Piece[];
  /** The message that the next line belongs to. */
  open: Block | null;
  /** The message at the margin under which answers are shown. */
  parent: Block | null;
}

function beginPiece(place: Place, line: string, index: number, afterBlank: boolean): boolean {
  const date = dateLine.exec(line);
  if (date !== null) {
    const indent = date[1]?.length ?? 0;
    const block: Block = { at: index + 1, indent, date: date[2] ?? '', read: date[3] ?? null, lines: [] };
    place.pieces.push(block);
    place.open = block;
    if (indent === 0) place.parent = block;
    return true;
  }
  const announced = afterBlank ? announcement.exec(line) : null;
  if (announced === null) return false;
  place.pieces.push({ notice: `${announced[1] ?? ''} ${announced[2] ?? ''}` });
  place.open = null;
  place.parent = null;
  return true;
}

/** Splits the file at the dates; what is deeper indented is an answer shown once more under the message it answers. */
function piecesOf(lines: readonly string[]): readonly Piece[] {
  const place: Place = { pieces: [], open: null, parent: null };
  for (const [index, line] of lines.entries()) {
    if (beginPiece(place, line, index, index === 0 || (lines[index - 1] ?? '').trim() === '')) continue;
    const { open } = place;
    if (open === null) continue;
    const backAtMargin = open.indent > 0 && line.trim() !== '' && !line.startsWith(' ');
    if (backAtMargin) place.open = place.parent;
    place.open?.lines.push(line.slice(place.open.indent));
  }
  return place.pieces;
}

interface Body {
  readonly text: string[];
  readonly attachments: string[];
  readonly reactions: string[];
  readonly edits: string[];
  deleted: boolean;
  answers: boolean;
  readonly more: { label: string; value: string }[];
}

const editedFirst = new RegExp(`^(${datePattern}) (.*)$`);

function addLine(body: Body, line: string, inReactions: boolean): boolean {
  if (reactionHead.test(line)) return true;
  if (inReactions && reactionLine.test(line)) {
    body.reactions.push(line.trim());
    return true;
  }
  const first = editedFirst.exec(line);
  if (line === answerLine) body.answers = true;
  else if (line === deletedLine || unsentLine.test(line)) body.deleted = true;
  else if (pathLine.test(line)) body.attachments.push(line.trim());
  else if (line === 'Attachment missing!')
    body.more.push({ label: 'Media', value: 'sent, but not on the computer that made the export' });
  else if (appLine.test(line)) body.more.push({ label: 'Shown by the app', value: line });
  else if (first !== null) {
    body.edits.push(line);
    body.text.push(first[2] ?? '');
  } else if (editedRow.test(line)) {
    body.edits.push(line);
    // The last version is what everybody saw in the end; the earlier ones are kept as facts.
    body.text.splice(0, body.text.length, line.replace(editedRow, ''));
  } else body.text.push(line.replaceAll('\ufffc', ''));
  return false;
}

function shownOf(block: Block): Shown {
  const [sender = '', ...rest] = block.lines;
  const body: Body = { text: [], attachments: [], reactions: [], edits: [], deleted: false, answers: false, more: [] };
  let inReactions = false;
  for (const line of rest) inReactions = addLine(body, line, inReactions);
  return {
    ...body,
    at: `line ${block.at}`,
    date: block.date,
    read: block.read,
    sender: sender.trim(),
    text: body.text.join('\n').trim(),
  };
}

/** The messages of one conversation. An answer that stands only under the message it answers is an item too. */
export function* messagesTextTold(text: string, zone: string | null): Generator<Told> {
  const lines = text.split('\n').map((each) => each.replace(/\r$/, ''));
  const top = new Set<string>();
  for (const block of piecesOf(lines)) if ('lines' in block && block.indent === 0) top.add(keyOf(shownOf(block)));
  for (const block of piecesOf(lines)) {
    if ('notice' in block) yield { kind: 'notice', text: block.notice };
    else {
      const shown = shownOf(block);
      if (block.indent > 0 && top.has(keyOf(shown))) continue;
      if (block.indent > 0) top.add(keyOf(shown));
      yield { kind: 'item', item: shownItem(shown, zone) };
    }
  }
}
