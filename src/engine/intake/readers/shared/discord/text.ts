import type { Moment } from '../../../../../contract/moment.ts';
import { asQuoted, facts, fileName, oneUnderOther, type Told } from '../chat/told.ts';
import { mailMoment } from '../mail-date.ts';
import { blankItem, party } from '../parties.ts';
import { cellDate } from '../table/table-date.ts';
import { type DayOrder, findDayOrder, momentOf, type WrittenDay } from '../written-date.ts';

const rule = /^={20,80}$/;
const headLine = /^\[([^\]]{8,40})\] (\S.{0,80}?)( \(pinned\))?$/;
const partLine = /^\{(Attachments|Embed|Embeds|Stickers|Reactions)\}$/;

/** Sentences that the exporter writes for what nobody said. */
export const isExporterSentence = (words: string): boolean =>
  /^(?:Joined the server\.|Pinned a message\.|Started a thread\.|Left the group\.|Added .{1,80} to the group\.|Removed .{1,80} from the group\.|Started a call that lasted \d.{0,20} minutes\.|Changed the channel (?:name: .{1,100}|icon\.))$/.test(
    words.trim(),
  );

export function isExporterText(text: string): boolean {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n', 12)
    .map((each) => each.replace(/\r$/, ''));
  return rule.test(lines[0] ?? '') && /^Guild: /.test(lines[1] ?? '') && /^Channel: /.test(lines[2] ?? '');
}

interface Block {
  readonly at: number;
  readonly written: string;
  readonly author: string;
  readonly pinned: boolean;
  readonly words: string[];
  readonly parts: Map<string, string[]>;
}

const readable = (written: string): boolean =>
  cellDate(written, '', null) !== null || mailMoment(written, null).local !== null;

function beginBlock(line: string, index: number, before: string): Block | null {
  const head = before.trim() === '' ? headLine.exec(line) : null;
  if (head === null || !readable(head[1] ?? '')) return null;
  const [, written = '', author = '', pinned] = head;
  return { at: index + 1, written, author, pinned: pinned !== undefined, words: [], parts: new Map() };
}

function addLine(block: Block, line: string, part: string): string {
  const begins = partLine.exec(line)?.[1];
  if (begins !== undefined) return begins;
  if (part === '') block.words.push(line);
  else if (line.trim() !== '') block.parts.set(part, [...(block.parts.get(part) ?? []), line]);
  return part;
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let part = '';
  for (const [index, line] of lines.entries()) {
    const begun = beginBlock(line, index, lines[index - 1] ?? '');
    const open = blocks.at(-1);
    if (begun !== null) {
      blocks.push(begun);
      part = '';
    } else if (open !== undefined) {
      if (rule.test(line)) break;
      part = addLine(open, line, part);
    }
  }
  return blocks;
}

function orderOf(blocks: readonly Block[]): ReturnType<typeof findDayOrder> {
  const slashed: WrittenDay[] = [];
  for (const { written } of blocks) {
    const date = cellDate(written, '', null);
    if (date?.kind === 'written' && date.slashed) slashed.push(date.written.day);
  }
  return findDayOrder({ slashed, chronological: true, proofs: [] });
}

function sentAtOf(written: string, order: DayOrder | null, zone: string | null): Moment {
  const date = cellDate(written, '', zone);
  if (date === null) return mailMoment(written, zone);
  return date.kind === 'fixed' ? date.moment : momentOf(date.written, order, zone);
}

/** The messages of a text file of DiscordChatExporter. Its times are those of the exporting computer, without a zone. */
export function* exporterTextTold(text: string, zone: string | null): Generator<Told> {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((each) => each.replace(/\r$/, ''));
  const [guild, channel] = [lines[1]?.slice(7).trim() ?? '', lines[2]?.slice(9).trim() ?? ''];
  const title = [guild, channel].filter((each) => each !== '').join(' / ');
  const blocks = blocksOf(lines);
  const { order, warning } = orderOf(blocks);
  if (warning !== null) yield { kind: 'warning', text: warning };
  for (const block of blocks) {
    const words = block.words.join('\n').trim();
    if (isExporterSentence(words)) {
      yield { kind: 'notice', text: `${block.written} ${block.author}: ${words}` };
      continue;
    }
    const parts = (name: string): string => (block.parts.get(name) ?? []).join('\n');
    const preview = oneUnderOther(parts('Embed'), parts('Embeds'));
    yield {
      kind: 'item',
      item: {
        ...blankItem(`line ${block.at}`, 'chat-line'),
        platform: 'discord',
        author: party(block.author, block.author),
        thread: { id: title, title },
        sentAt: sentAtOf(block.written, order, zone),
        text: oneUnderOther(words, preview === '' || words === '' ? preview : asQuoted(preview)),
        attachments: (block.parts.get('Attachments') ?? []).map((each) => fileName(each.trim())),
        facts: facts(
          ['Reaction', parts('Reactions')],
          ['Stickers', parts('Stickers')],
          ['Pinned', block.pinned ? 'yes' : null],
        ),
      },
    };
  }
  const count = /^Exported ([\d,. \u00a0\u202f]+) message/m.exec(text.slice(-400))?.[1]?.replace(/\D/g, '');
  if (count !== undefined && Number(count) !== blocks.length) {
    yield { kind: 'warning', text: `The file says that it holds ${count} messages; ${blocks.length} were found.` };
  }
}
