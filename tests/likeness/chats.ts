import sharp from 'sharp';

/** One line of a drawn conversation. */
export interface Bubble {
  readonly side: 'left' | 'right';
  readonly words: string;
  /** A time in the middle of the screen before this line, as the phone writes it. */
  readonly before?: string;
  /** A name over the bubble, as group chats show it. */
  readonly name?: string;
  /** A small time inside the bubble's corner. */
  readonly clock?: string;
  /** A line under the bubble: `Delivered`, `Read 9:42 PM`. */
  readonly mark?: string;
}

export interface Look {
  readonly ground: string;
  readonly left: string;
  readonly right: string;
  readonly leftInk: string;
  readonly rightInk: string;
  readonly ink: string;
  readonly headGround: string;
}

export const looks = {
  imessage: {
    ground: '#ffffff',
    left: '#e9e9eb',
    right: '#0b84fe',
    leftInk: '#111111',
    rightInk: '#ffffff',
    ink: '#8a8a8e',
    headGround: '#f6f6f6',
  },
  dark: {
    ground: '#000000',
    left: '#262629',
    right: '#0b84fe',
    leftInk: '#ffffff',
    rightInk: '#ffffff',
    ink: '#98989f',
    headGround: '#161616',
  },
  whatsapp: {
    ground: '#efe7de',
    left: '#ffffff',
    right: '#d9fdd3',
    leftInk: '#111b21',
    rightInk: '#111b21',
    ink: '#667781',
    headGround: '#008069',
  },
  messenger: {
    ground: '#ffffff',
    left: '#f0f0f0',
    right: '#7b3ff2',
    leftInk: '#050505',
    rightInk: '#ffffff',
    ink: '#65676b',
    headGround: '#ffffff',
  },
} as const satisfies Record<string, Look>;

const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A telephone's screenshot of a conversation, 1170 pixels wide, as PNG. */
export async function screenshot(
  head: string,
  bubbles: readonly Bubble[],
  look: Look = looks.imessage,
): Promise<Buffer> {
  const parts: string[] = [];
  const write: Write = (x, y, words, size, fill, anchor = 'start') => {
    parts.push(
      `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`,
    );
  };
  let y = 300;
  for (const bubble of bubbles) {
    if (bubble.before !== undefined) write(585, y + 20, bubble.before, 30, look.ink, 'middle');
    if (bubble.before !== undefined) y += 70;
    if (bubble.name !== undefined) write(70, y + 10, bubble.name, 30, look.ink);
    if (bubble.name !== undefined) y += 30;
    y += drawBubble(bubble, look, y, parts, write);
    if (bubble.mark !== undefined) {
      const left = bubble.side === 'left';
      write(left ? 60 : 1110, y + 30, bubble.mark, 26, look.ink, left ? 'start' : 'end');
      y += 44;
    }
    y += 24;
  }
  const height = Math.max(y + 200, 1400);
  const headInk = look.headGround === '#008069' ? '#ffffff' : look.leftInk;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1170" height="${height}">
    <rect width="100%" height="100%" fill="${look.ground}"/><rect width="100%" height="230" fill="${look.headGround}"/>
    <text x="80" y="70" font-family="DejaVu Sans" font-size="38" fill="${headInk}">9:41</text>
    <text x="585" y="180" font-family="DejaVu Sans" font-size="44" font-weight="bold" fill="${headInk}" text-anchor="middle">${escaped(head)}</text>
    ${parts.join('\n')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

type Write = (x: number, y: number, words: string, size: number, fill: string, anchor?: string) => void;

/** @returns how much room it took, downwards */
function drawBubble(bubble: Bubble, look: Look, y: number, parts: string[], write: Write): number {
  const lines = wrapped(bubble.words);
  const width = Math.max(...lines.map((line) => line.length)) * 23 + 80 + (bubble.clock === undefined ? 0 : 130);
  const height = lines.length * 52 + 44;
  const x = bubble.side === 'left' ? 40 : 1130 - width;
  const [fill, ink] = bubble.side === 'left' ? [look.left, look.leftInk] : [look.right, look.rightInk];
  parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="36" fill="${fill}"/>`);
  for (const [at, line] of lines.entries()) write(x + 36, y + 62 + at * 52, line, 38, ink);
  if (bubble.clock !== undefined) write(x + width - 24, y + height - 16, bubble.clock, 26, ink, 'end');
  return height + 14;
}

function wrapped(words: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 30) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
