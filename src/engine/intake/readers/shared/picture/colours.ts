/** Pixels row by row, one byte a channel: red, green and blue first, or brightness alone. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

export interface Square {
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
}

/** A square of the picture, cut at the picture's edges. */
export function squareOf(pixels: Pixels, x: number, y: number, side: number): Square {
  return {
    fromX: Math.max(0, x),
    toX: Math.min(x + side, pixels.width),
    fromY: Math.max(0, y),
    toY: Math.min(y + side, pixels.height),
  };
}

/** How far two colours are apart: the greatest difference of a channel. */
export function distance(a: Colour, b: Colour): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}

/** How far a colour is from the nearest mixture of two others; the edge of a bubble is made of such mixtures. */
export function distanceToMixtures(colour: Colour, from: Colour, to: Colour): number {
  const [dr, dg, db] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const length = dr * dr + dg * dg + db * db;
  const along = (colour[0] - from[0]) * dr + (colour[1] - from[1]) * dg + (colour[2] - from[2]) * db;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, along / length));
  return distance(colour, [from[0] + share * dr, from[1] + share * dg, from[2] + share * db]);
}

/** Steps of brightness a channel when the most frequent colour of a square is sought, as a power of two. */
const levelBits = 4;
const shift = 8 - levelBits;

function key(r: number, g: number, b: number): number {
  return ((r >> shift) << (2 * levelBits)) | ((g >> shift) << levelBits) | (b >> shift);
}

/** Counts the colours of squares of one picture, in memory that is used again for each. */
export class Tally {
  private readonly pixels: Pixels;
  private readonly counts = new Uint16Array(1 << (3 * levelBits));

  constructor(pixels: Pixels) {
    this.pixels = pixels;
  }

  /** Calls `visit` with the colour and the index of each pixel of a square. */
  eachPixel(square: Square, visit: (r: number, g: number, b: number, index: number) => void): void {
    const { data, width, channels } = this.pixels;
    const [green, blue] = channels >= 3 ? [1, 2] : [0, 0];
    for (let y = square.fromY; y < square.toY; y += 1) {
      for (let x = square.fromX; x < square.toX; x += 1) {
        const at = (y * width + x) * channels;
        visit(data[at] ?? 0, data[at + green] ?? 0, data[at + blue] ?? 0, y * width + x);
      }
    }
  }

  /** The colour of a square that has one alone, as most squares of a page have; null for any other. */
  onlyColour(square: Square): Colour | null {
    const { data, width, channels } = this.pixels;
    const rowBytes = (square.toX - square.fromX) * channels;
    const first = (square.fromY * width + square.fromX) * channels;
    for (let y = square.fromY; y < square.toY; y += 1) {
      const row = (y * width + square.fromX) * channels;
      for (let at = 0; at < rowBytes; at += 1) {
        if (data[row + at] !== data[first + (at % channels)]) return null;
      }
    }
    const [green, blue] = channels >= 3 ? [1, 2] : [0, 0];
    return [data[first] ?? 0, data[first + green] ?? 0, data[first + blue] ?? 0];
  }

  /** Mean of the most frequent colour of a square. */
  mostFrequent(square: Square): Colour {
    const { counts } = this;
    const { data, width, channels } = this.pixels;
    const [green, blue] = channels >= 3 ? [1, 2] : [0, 0];
    counts.fill(0);
    let best = 0;
    let most = 0;
    // Written out, since every pixel passes here up to ten times.
    for (let y = square.fromY; y < square.toY; y += 1) {
      const end = (y * width + square.toX) * channels;
      for (let at = (y * width + square.fromX) * channels; at < end; at += channels) {
        const colour = key(data[at] ?? 0, data[at + green] ?? 0, data[at + blue] ?? 0);
        const count = (counts[colour] ?? 0) + 1;
        counts[colour] = count;
        if (count <= most) continue;
        most = count;
        best = colour;
      }
    }
    let [reds, greens, blues] = [0, 0, 0];
    for (let y = square.fromY; y < square.toY; y += 1) {
      const end = (y * width + square.toX) * channels;
      for (let at = (y * width + square.fromX) * channels; at < end; at += channels) {
        const [r, g, b] = [data[at] ?? 0, data[at + green] ?? 0, data[at + blue] ?? 0];
        if (key(r, g, b) !== best) continue;
        reds += r;
        greens += g;
        blues += b;
      }
    }
    return [reds / most, greens / most, blues / most];
  }

  /** Share (0–1) of a square's pixels that are no farther than `within` from a colour. */
  shareNear(square: Square, colour: Colour, within: number): number {
    let near = 0;
    let all = 0;
    this.eachPixel(square, (r, g, b) => {
      all += 1;
      if (distance([r, g, b], colour) <= within) near += 1;
    });
    return all === 0 ? 0 : near / all;
  }
}
