import { type Colour, distance, distanceToMixtures, type Pixels, type Square, squareOf, Tally } from './colours.ts';

/** Side of the squares that are looked at, in pixels: less than the space between a bubble's edge and its words. */
const side = 16;

/** A square of one colour and what it belongs to. */
interface Tile {
  readonly square: Square;
  readonly colour: Colour;
  /** True where nearly all of it is of that colour. */
  readonly plain: boolean;
  /** True where all of it is of that colour. */
  readonly even: boolean;
  /** True where it is part of a larger plain surface: a page or a bubble, and not a stroke of a large letter. */
  surface: boolean;
}

/** Plain squares that make a surface; the stroke of a large letter is narrower. */
const surfaceTiles = 8;
/** Share of a square that must be of one colour to make it plain. */
const plainShare = 0.9;
/** Greatest distance (0–255) of two colours that count as one; photographs and JPEG blur even a plain surface. */
const sameColour = 12;

class Tiles {
  readonly columns: number;
  readonly rows: number;
  private readonly tiles: Tile[] = [];

  constructor(pixels: Pixels, tally: Tally) {
    this.columns = Math.ceil(pixels.width / side);
    this.rows = Math.ceil(pixels.height / side);
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1) {
        const square = squareOf(pixels, column * side, row * side, side);
        const only = tally.onlyColour(square);
        const colour = only ?? tally.mostFrequent(square);
        const plain = only !== null || tally.shareNear(square, colour, sameColour) >= plainShare;
        this.tiles.push({ square, colour, plain, even: only !== null, surface: false });
      }
    }
    this.findSurfaces();
  }

  all(): readonly Tile[] {
    return this.tiles;
  }

  around(index: number, withCorners: boolean): Tile[] {
    const [row, column] = [Math.floor(index / this.columns), index % this.columns];
    const found: Tile[] = [];
    for (const index2 of this.neighbours(row, column, withCorners)) {
      const tile = this.tiles[index2];
      if (tile !== undefined) found.push(tile);
    }
    return found;
  }

  private neighbours(row: number, column: number, withCorners: boolean): number[] {
    const found: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(this.rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(this.columns - 1, column + 1); x += 1) {
        const straight = y === row || x === column;
        if ((y !== row || x !== column) && (withCorners || straight)) found.push(y * this.columns + x);
      }
    }
    return found;
  }

  private findSurfaces(): void {
    const seen = new Uint8Array(this.tiles.length);
    for (let start = 0; start < this.tiles.length; start += 1) {
      if (seen[start] === 1 || this.tiles[start]?.plain !== true) continue;
      const members = this.connected(start, seen);
      if (members.length < surfaceTiles) continue;
      for (const tile of members) tile.surface = true;
    }
  }

  /** The plain squares of like colour that hang together with the one at `start`. */
  private connected(start: number, seen: Uint8Array): Tile[] {
    const members: Tile[] = [];
    const waiting = [start];
    seen[start] = 1;
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const tile = this.tiles[index];
      if (tile === undefined) continue;
      members.push(tile);
      const [row, column] = [Math.floor(index / this.columns), index % this.columns];
      for (const next of this.neighbours(row, column, false)) {
        const other = this.tiles[next];
        if (seen[next] === 1 || other?.plain !== true || distance(other.colour, tile.colour) > sameColour) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    return members;
  }
}

/** What the words of a square may be written on: its surroundings' most frequent colour and the surfaces it touches. */
function backgroundsOf(pixels: Pixels, tiles: Tiles, index: number, tile: Tile, tally: Tally): Colour[] {
  const { fromX, fromY } = tile.square;
  const wide = (): Square => squareOf(pixels, fromX - side, fromY - side, 3 * side);
  const found: Colour[] = [tile.surface ? tile.colour : tally.mostFrequent(wide())];
  for (const other of tiles.around(index, true)) {
    const known = found.some((colour) => distance(colour, other.colour) <= sameColour);
    if (other.surface && !known) found.push(other.colour);
  }
  return found;
}

/**
 * Makes every word dark on white, whatever its colours: each pixel becomes its distance from the background it stands on.
 * Recognition loses white words on coloured bubbles otherwise, and with them one side of a conversation.
 * @returns one byte of brightness a pixel.
 */
export function evenOut(pixels: Pixels): Uint8Array {
  const out = new Uint8Array(pixels.width * pixels.height);
  const tally = new Tally(pixels);
  const tiles = new Tiles(pixels, tally);
  for (const [index, tile] of tiles.all().entries()) {
    if (tile.surface && tile.even) {
      // Nothing stands on it.
      const { fromX, toX, fromY, toY } = tile.square;
      for (let y = fromY; y < toY; y += 1) out.fill(255, y * pixels.width + fromX, y * pixels.width + toX);
      continue;
    }
    const backgrounds = backgroundsOf(pixels, tiles, index, tile, tally);
    const [first = tile.colour, ...others] = backgrounds;
    tally.eachPixel(tile.square, (r, g, b, at) => {
      let least = distance([r, g, b], first);
      for (const other of others) least = Math.min(least, distanceToMixtures([r, g, b], first, other));
      out[at] = 255 - least;
    });
  }
  return out;
}
