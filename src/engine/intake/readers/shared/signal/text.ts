import type { ItemDraft } from '../../../../../contract/item.ts';
import { facts, type Told } from '../chat/told.ts';
import { mailMoment } from '../mail-date.ts';
import { blankItem, party, phoneOf } from '../parties.ts';

/** Blocks of `From: … / Type: … / Sent: …`, a blank line, words: the text form of the program sigtop. */
export const isSigtopText = (text: string): boolean => {
  const head = text.slice(0, 64 * 1024);
  return (
    /^Conversation: .+\r?\n/.test(head.replace(/^\ufeff/, '')) &&
    /^From: .+\r?\nType: \w+/m.test(head) &&
    /^Sent: /m.test(head)
  );
};

const named = /^([A-Z][A-Za-z]+(?: [a-z]+)?): ?(.*)$/;

interface Block {
  readonly at: number;
  readonly heads: [string, string][];
  readonly words: string[];
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let inHead = false;
  for (const [index, line] of lines.entries()) {
    const begins = /^From: /.test(line) && /^(?:Type|Sent|Received): /.test(lines[index + 1] ?? '');
    const open = blocks.at(-1);
    if (begins) {
      blocks.push({ at: index + 1, heads: [['From', line.slice(6)]], words: [] });
      inHead = true;
    } else if (open !== undefined && inHead) {
      const found = named.exec(line);
      if (line === '') inHead = false;
      else if (found !== null) open.heads.push([found[1] ?? '', found[2] ?? '']);
    } else open?.words.push(line);
  }
  return blocks;
}

function personOf(words: string): { name: string; handle: string | null } {
  const found = /^(.*?) \((\+?[\d\s-]{5,20})\)$/.exec(words);
  return found === null ? { name: words, handle: phoneOf(words) } : { name: found[1] ?? '', handle: found[2] ?? null };
}

function itemOf(block: Block, conversation: string | null, zone: string | null): ItemDraft {
  const all = (name: string): string[] => block.heads.filter(([head]) => head === name).map(([, value]) => value);
  const { name, handle } = personOf(all('From')[0] ?? '');
  const sent = all('Sent')[0];
  return {
    ...blankItem(`line ${block.at}`, 'chat-line'),
    platform: 'signal',
    author: party(name, handle),
    thread: { id: conversation ?? 'chat', title: conversation },
    sentAt: sent === undefined ? null : mailMoment(sent, zone),
    text: block.words.join('\n').trim(),
    attachments: all('Attachment').map((each) => each.replace(/ \([^()]{0,80}\)$/, '')),
    edited: all('Edited').length > 0 || all('Version').length > 0,
    deleted: all('Deleted').length > 0 ? true : null,
    facts: [
      ...all('Reaction').map((value) => ({ label: 'Reaction', value })),
      ...facts(
        ['Direction', all('Type')[0] ?? null],
        ['Received', all('Received')[0] ?? null],
        ['Answer to', all('Quote')[0] ?? null],
      ),
    ],
  };
}

export function* sigtopTextTold(text: string, zone: string | null): Generator<Told> {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((each) => each.replace(/\r$/, ''));
  const conversation = /^Conversation: (.+)$/.exec(lines[0] ?? '')?.[1] ?? null;
  for (const block of blocksOf(lines)) {
    const type = block.heads.find(([head]) => head === 'Type')?.[1] ?? 'incoming';
    if (/^(?:incoming|outgoing)$/.test(type)) yield { kind: 'item', item: itemOf(block, conversation, zone) };
    else yield { kind: 'notice', text: [type, ...block.words].join(' ').trim() };
  }
}
