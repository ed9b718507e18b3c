import type { ItemDraft } from '../../../../../contract/item.ts';
import { fact, facts, fileName, type Told } from '../chat/told.ts';
import { isoMoment } from '../page/iso-moment.ts';
import { blankItem, party } from '../parties.ts';

const start = /^\[(\d{4}-\d{2}-\d{2}),? (\d{2}:\d{2}(?::\d{2})?)\] ([^:\n]{1,80}): ?(.*)$/;
const media = /!?\[([^\]\n]{0,300})\]\((\.?\/?media\/[^)\n]{1,400})\)/g;
const reaction = /^\(- (.{1,200}) -\)\s*$/;

/**
 * `chat.md` of the program signal-export. WhatsApp of some countries writes its dates alike, so that pictures or reactions
 * in the program's own way must stand in it.
 */
export function isSignalMarkdown(text: string): boolean {
  const lines = text.split('\n', 400);
  const begins = lines.find((line) => line.trim() !== '') ?? '';
  return start.test(begins) && lines.some((line) => /\]\(\.\/media\//.test(line) || reaction.test(line));
}

interface Block {
  readonly at: number;
  readonly written: string;
  readonly author: string;
  readonly lines: string[];
}

function itemOf(block: Block, zone: string | null): ItemDraft {
  const words: string[] = [];
  const quoted: string[] = [];
  const reactions: ItemDraft['facts'] = [];
  const attachments: string[] = [];
  for (const line of block.lines) {
    const reacted = reaction.exec(line);
    for (const found of line.matchAll(media)) attachments.push(fileName(found[2] ?? ''));
    const plain = line.replace(media, '').replace(/ {2}$/, '');
    if (reacted !== null)
      for (const each of (reacted[1] ?? '').split(/, (?=[^,]{1,80}: )/)) reactions.push(fact('Reaction', each));
    else if (plain.startsWith('>')) quoted.push(plain.replace(/^> ?/, ''));
    else words.push(plain);
  }
  return {
    ...blankItem(`line ${block.at}`, 'chat-line'),
    platform: 'signal',
    author: party(block.author, null),
    sentAt: isoMoment(block.written, zone),
    text: words.join('\n').trim(),
    attachments,
    facts: [...reactions, ...facts(['Answer to', quoted.join('\n').trim()])],
  };
}

export function* signalMarkdownTold(text: string, zone: string | null): Generator<Told> {
  let block: Block | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    const found = start.exec(line);
    if (found === null) block?.lines.push(line);
    else {
      if (block !== null) yield { kind: 'item', item: itemOf(block, zone) };
      block = {
        at: index + 1,
        written: `${found[1] ?? ''} ${found[2] ?? ''}`,
        author: found[3] ?? '',
        lines: [found[4] ?? ''],
      };
    }
  }
  if (block !== null) yield { kind: 'item', item: itemOf(block, zone) };
}
