import type { ItemDraft, TextRegion } from '../../../../../../contract/item.ts';
import type { Moment } from '../../../../../../contract/moment.ts';
import { blankItem } from '../../parties.ts';
import { distance, type Pixels } from '../colours.ts';
import type { RecognisedText } from '../recognise-words.ts';
import { type Bubble, bubblesOf } from './bubbles.ts';
import { linesOf, type PictureLine } from './lines.ts';
import { clockAtEnd, isClock, saysComposer, saysMark, saysWhen } from './shown-words.ts';

/** Fewer bubbles than these are a button or a card, not a conversation. */
const FEWEST = 2;
/** Share of the words below the head that must lie on bubbles. */
const MOSTLY = 0.55;
/** How much nearer to its own edge of the screen a bubble lies than to the other one, as a share of the width. */
const LEANS = 0.06;

type Side = 'left' | 'right';

interface Placed {
  readonly bubble: Bubble;
  readonly side: Side;
}

/**
 * The messages of a conversation that was photographed off a screen: by bubbles, their colour and the edge they lean to.
 * Empty where that cannot be told with some certainty; the picture is one item then, as it always is.
 */
export function picturedTalk(words: RecognisedText, pixels: Pixels): readonly ItemDraft[] {
  const lines = linesOf(words);
  const { bubbles, plain } = bubblesOf(lines, pixels);
  const placed = withoutComposer(sidesOf(bubbles));
  const [first] = placed;
  if (placed.length < FEWEST || first === undefined || !isTalk(placed, plain)) return [];
  const head = headOf(plain, bubbles, first.bubble.top);
  const between = plain.filter(({ box }) => box.y > first.bubble.top - 0.06);
  const named = placed.map((one, at) => nameOver(one, placed[at - 1], between, head));
  const group = new Set(named.filter((name) => name !== null)).size > 1;
  let shown: string | null = null;
  return placed.flatMap((one, at) => {
    const above = linesBetween(between, placed[at - 1]?.bubble.bottom ?? 0, one.bubble.top);
    shown = above.filter(({ text }) => saysWhen(text)).at(-1)?.text ?? shown;
    const below = linesBetween(between, one.bubble.bottom, placed[at + 1]?.bubble.top ?? 2);
    const mark = below.find(({ text }) => saysMark(text))?.text ?? null;
    const name = one.side === 'right' ? null : (named[at] ?? (group ? null : head));
    const item = messageOf(one, at, { words, head, name, shown, mark });
    return item.text === '' ? [] : [item];
  });
}

/** Bubbles that lean to one edge; what fills the width or stands in the middle is no message. */
function sidesOf(bubbles: readonly Bubble[]): readonly Placed[] {
  return bubbles.flatMap((bubble) => {
    const lean = bubble.left - (1 - bubble.right);
    if (Math.abs(lean) < LEANS) return [];
    return [{ bubble, side: lean < 0 ? ('left' as const) : ('right' as const) }];
  });
}

/** The field in which the next message would be written, and the buttons beside it. */
function withoutComposer(placed: readonly Placed[]): readonly Placed[] {
  const field = (one: Placed) => saysComposer(one.bubble.lines.map(({ text }) => text).join(' '));
  const end = placed.findLastIndex((one) => !field(one));
  return placed.slice(0, end + 1);
}

/** Bubbles of one side begin, or end, at one line down the screen; boxes of a page lie anywhere. */
const ONE_LINE = 0.04;
const ALIGNED = 0.75;
/** A bubble is never as wide as the screen. */
const WIDEST = 0.86;

function isAligned(placed: readonly Placed[], side: Side): boolean {
  const edges = placed
    .filter((one) => one.side === side)
    .map(({ bubble }) => (side === 'left' ? bubble.left : bubble.right));
  if (edges.length < 2) return true;
  const usual = [...edges].sort((a, b) => a - b)[Math.floor(edges.length / 2)] ?? 0;
  return edges.filter((edge) => Math.abs(edge - usual) <= ONE_LINE).length / edges.length >= ALIGNED;
}

/** All bubbles of the right side are of one colour (two, where one is chosen); so a page with boxes is none. */
function isTalk(placed: readonly Placed[], plain: readonly PictureLine[]): boolean {
  const top = placed[0]?.bubble.top ?? 0;
  const inside = placed.reduce((sum, { bubble }) => sum + lettersOf(bubble.lines), 0);
  const outside = lettersOf(plain.filter(({ box, text }) => box.y > top && !saysWhen(text) && !saysMark(text)));
  const colours = (side: Side) => {
    const seen: Bubble[] = [];
    for (const { bubble } of placed.filter((one) => one.side === side)) {
      if (!seen.some(({ colour }) => distance(colour, bubble.colour) <= 24)) seen.push(bubble);
    }
    return seen.length;
  };
  const wide = placed.filter(({ bubble }) => bubble.right - bubble.left > WIDEST).length;
  return (
    inside / Math.max(1, inside + outside) >= MOSTLY &&
    colours('left') <= 2 &&
    colours('right') <= 2 &&
    isAligned(placed, 'left') &&
    isAligned(placed, 'right') &&
    wide === 0
  );
}

function lettersOf(lines: readonly PictureLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** Above this stand the telephone's own clock and signs. */
const STATUS_BAR = 0.04;

/** The name at the head of the screen: the tallest line above the first message that is no clock and no date. */
function headOf(plain: readonly PictureLine[], bubbles: readonly Bubble[], top: number): string | null {
  const coloured = bubbles.flatMap(({ lines }) => lines).filter(({ box }) => box.y < top && box.y < 0.16);
  const above = [...plain, ...coloured].filter(({ box, text }) => {
    const name = text.replace(/[^\p{L}\p{N} .'’&-]/gu, '').trim();
    return (
      box.y > STATUS_BAR && box.y < Math.min(top, 0.16) && /\p{L}{3}/u.test(name) && !isClock(text) && !saysWhen(text)
    );
  });
  const tallest = [...above].sort((a, b) => b.box.height - a.box.height || b.box.y - a.box.y)[0];
  if (tallest === undefined) return null;
  const name = tallest.text.replace(/^[^\p{L}\p{N}+(]+|[^\p{L}\p{N}.)]+$/gu, '').trim();
  // The letters in the round picture beside it are its own initials.
  return name.replace(/^\p{L}{1,2}\s+(?=\p{Lu}\p{Ll})/u, '') || null;
}

function linesBetween(lines: readonly PictureLine[], from: number, to: number): readonly PictureLine[] {
  return lines.filter(({ box }) => box.y + box.height / 2 > from && box.y + box.height / 2 < to);
}

/** A name over a bubble of the left side, as groups show it; the name at the head is no name of a sender there. */
function nameOver(
  { bubble, side }: Placed,
  before: Placed | undefined,
  plain: readonly PictureLine[],
  head: string | null,
): string | null {
  if (side === 'right') return null;
  const above = linesBetween(plain, before?.bubble.bottom ?? bubble.top - 0.05, bubble.top).at(-1);
  if (above === undefined || saysWhen(above.text) || saysMark(above.text) || above.text === head) return null;
  const beside = Math.abs(above.box.x - bubble.left) < 0.08 && above.text.length <= 40;
  return beside && /^\p{Lu}/u.test(above.text) ? above.text : null;
}

interface Around {
  readonly words: RecognisedText;
  readonly head: string | null;
  readonly name: string | null;
  readonly shown: string | null;
  readonly mark: string | null;
}

function messageOf({ bubble, side }: Placed, at: number, around: Around): ItemDraft {
  const { text, regions } = textOf(bubble, around.words);
  const clock = clockAtEnd(text);
  const said = clock === null ? text : text.slice(0, text.length - clock.length).trimEnd();
  const when = [around.shown, clock?.clock ?? null].filter((part) => part !== null).join(' ');
  const party = around.head === null ? null : { name: around.head, handle: null };
  return {
    ...blankItem(`message ${at + 1} in the picture`, 'chat-line'),
    author: around.name === null ? null : { name: around.name, handle: null },
    recipients: side === 'right' && party !== null ? [party] : [],
    thread: { id: 'picture', title: around.head },
    sentAt: when === '' ? null : momentOf(when),
    text: said,
    derived: 'pictured-message',
    regions: regions.filter(({ end }) => end <= said.length),
    facts: [
      { label: 'Side', value: side === 'right' ? 'right: the owner of the phone' : 'left: the other side' },
      ...(around.mark === null ? [] : [{ label: 'Mark under it', value: around.mark }]),
      ...(around.name === null ? [] : [{ label: 'Name', value: nameWords(around) }]),
      { label: 'Made from', value: 'the words of the picture, by the place and colour of the bubbles' },
    ],
  };
}

function nameWords({ name, head }: Around): string {
  return name === head
    ? 'as it stands at the head of the screen; in a group that is the name of the group'
    : 'as it stands over the message';
}

/** The bubble's words as one text, each with its place on the picture. */
function textOf(bubble: Bubble, words: RecognisedText): { text: string; regions: TextRegion[] } {
  let text = '';
  const regions: TextRegion[] = [];
  for (const line of bubble.lines) {
    for (const region of line.words) {
      if (isNoise(words.text.slice(region.start, region.end), region.confidence)) continue;
      if (text !== '') text += ' ';
      const start = text.length;
      text += words.text.slice(region.start, region.end);
      regions.push({ ...region, start, end: text.length });
    }
  }
  return { text, regions };
}

/** Ticks, small clocks and edges of bubbles come out of recognition as letters that it is not sure of itself. */
function isNoise(word: string, confidence: number | null): boolean {
  if (confidence === null) return false;
  return confidence < 0.4 || (confidence < 0.75 && !/^[\p{L}\p{N}'’.,!?¿¡:;-]+$/u.test(word));
}

/** What the screen shows is kept in its own words: "Today" and "Tue" hang on the moment of the screenshot, which nobody knows. */
function momentOf(shown: string): Moment {
  return {
    asWritten: shown,
    local: null,
    instant: null,
    zone: null,
    basis: 'floating-local',
    precision: 'minute',
    certainty: 'assumed',
    readings: [],
  };
}
