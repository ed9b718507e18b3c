/** Pixels row by row, one byte a channel: red, green and blue first, or brightness alone. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Side of the squares whose background is told apart; wider than a letter of a phone screenshot, narrower than a bubble. */
const side = 32;
/** Steps of brightness per channel when the most frequent colour of a square is sought. */
const levelBits = 4;

const colourKey = (r: number, g: number, b: number): number => {
  const shift = 8 - levelBits;
  return ((r >> shift) << (2 * levelBits)) | ((g >> shift) << levelBits) | (b >> shift);
};

interface Square {
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
}

/** Calls `visit` with the colour and the index of each pixel of a square. */
function eachPixel(
  pixels: Pixels,
  square: Square,
  visit: (r: number, g: number, b: number, index: number) => void,
): void {
  const { data, width, channels } = pixels;
  const [green, blue] = channels >= 3 ? [1, 2] : [0, 0];
  for (let y = square.fromY; y < square.toY; y += 1) {
    for (let x = square.fromX; x < square.toX; x += 1) {
      const at = (y * width + x) * channels;
      visit(data[at] ?? 0, data[at + green] ?? 0, data[at + blue] ?? 0, y * width + x);
    }
  }
}

type Colour = readonly [number, number, number];

/** Mean of the most frequent colour of a square: what the words in it are written on. */
function backgroundOf(pixels: Pixels, square: Square, counts: Uint16Array): Colour {
  counts.fill(0);
  let best = 0;
  let most = 0;
  eachPixel(pixels, square, (r, g, b) => {
    const key = colourKey(r, g, b);
    const count = (counts[key] ?? 0) + 1;
    counts[key] = count;
    if (count <= most) return;
    most = count;
    best = key;
  });
  let [red, green, blue] = [0, 0, 0];
  eachPixel(pixels, square, (r, g, b) => {
    if (colourKey(r, g, b) !== best) return;
    red += r;
    green += g;
    blue += b;
  });
  return [red / most, green / most, blue / most];
}

function writeSquare(pixels: Pixels, square: Square, background: Colour, out: Uint8Array): void {
  const [red, green, blue] = background;
  eachPixel(pixels, square, (r, g, b, index) => {
    out[index] = 255 - Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue));
  });
}

/**
 * Makes every word dark on white, whatever its colours: each pixel becomes its distance from the background around it.
 * Recognition loses white words on coloured bubbles otherwise, and with them one side of a conversation.
 * @returns one byte of brightness a pixel.
 */
export function evenOut(pixels: Pixels): Uint8Array {
  const out = new Uint8Array(pixels.width * pixels.height);
  const counts = new Uint16Array(1 << (3 * levelBits));
  for (let y = 0; y < pixels.height; y += side) {
    for (let x = 0; x < pixels.width; x += side) {
      const square = {
        fromX: x,
        toX: Math.min(x + side, pixels.width),
        fromY: y,
        toY: Math.min(y + side, pixels.height),
      };
      writeSquare(pixels, square, backgroundOf(pixels, square, counts), out);
    }
  }
  return out;
}
