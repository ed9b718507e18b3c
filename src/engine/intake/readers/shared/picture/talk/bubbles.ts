import { type Colour, distance, type Pixels, squareOf, Tally } from '../colours.ts';
import type { PictureLine } from './lines.ts';

export interface Bubble {
  readonly lines: readonly PictureLine[];
  readonly colour: Colour;
  /** Edges in fractions of the picture's width. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Levels (0–255) by which a bubble differs from the ground it lies on, and by which one bubble's colour may vary. */
const OFF_GROUND = 6;
const ONE_COLOUR = 12;
/** Pixels of another colour that compression may leave inside a bubble, one after the other. */
const SPECKS = 3;

/** Lines on coloured bubbles, put together bubble by bubble, and the lines that lie on the ground itself. */
export function bubblesOf(lines: readonly PictureLine[], pixels: Pixels): { bubbles: Bubble[]; plain: PictureLine[] } {
  const tally = new Tally(pixels);
  const ground = groundOf(tally, pixels);
  const bubbles: Bubble[] = [];
  const plain: PictureLine[] = [];
  for (const line of lines) {
    const colour = tally.mostFrequent(squareAround(line, pixels));
    if (distance(colour, ground) < OFF_GROUND) {
      plain.push(line);
      continue;
    }
    const last = bubbles.at(-1);
    if (
      last !== undefined &&
      distance(last.colour, colour) <= ONE_COLOUR &&
      isFilledBetween(last, line, colour, pixels)
    ) {
      bubbles[bubbles.length - 1] = joined(last, line, pixels);
    } else bubbles.push(alone(line, colour, pixels));
  }
  return { bubbles, plain };
}

/** Side of the squares from which the ground is told, in pixels; the tally counts no more than 65,535 of one colour. */
const TILE = 60;

/** The colour that most squares have, of the part of a screen that is neither its head nor its keyboard. */
function groundOf(tally: Tally, pixels: Pixels): Colour {
  const tiles: Colour[] = [];
  for (let y = Math.floor(pixels.height * 0.15); y < pixels.height * 0.85; y += TILE) {
    for (let x = 0; x < pixels.width; x += TILE) tiles.push(tally.mostFrequent(squareOf(pixels, x, y, TILE)));
  }
  const alike = (colour: Colour) => tiles.filter((other) => distance(colour, other) <= OFF_GROUND / 2).length;
  return tiles.reduce((best, colour) => (alike(colour) > alike(best) ? colour : best), tiles[0] ?? [255, 255, 255]);
}

function squareAround({ box }: PictureLine, { width, height }: Pixels) {
  const pad = box.height * 0.25;
  return {
    fromX: Math.max(0, Math.floor(box.x * width)),
    toX: Math.min(width, Math.ceil((box.x + box.width) * width)),
    fromY: Math.max(0, Math.floor((box.y - pad) * height)),
    toY: Math.min(height, Math.ceil((box.y + box.height + pad) * height)),
  };
}

function colourAt({ data, width, channels }: Pixels, x: number, y: number): Colour {
  const at = (y * width + x) * channels;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/**
 * Whether no ground lies between a bubble and the next line below it: down some column inside both, one colour runs from the
 * one to the other. Several are tried, since a letter or the round corner of a bubble may stand in the way of one.
 */
function isFilledBetween(bubble: Bubble, line: PictureLine, colour: Colour, pixels: Pixels): boolean {
  const from = Math.floor(bubble.bottom * pixels.height);
  const to = Math.floor(line.box.y * pixels.height);
  const left = Math.max(bubble.left, line.box.x);
  const right = Math.min(bubble.right, line.box.x + line.box.width);
  return [left - 0.015, left + 0.004, (left + right) / 2, right - 0.01].some((share) => {
    const x = Math.min(pixels.width - 1, Math.max(0, Math.floor(share * pixels.width)));
    for (let y = from; y <= to; y++) if (distance(colourAt(pixels, x, y), colour) > ONE_COLOUR) return false;
    return true;
  });
}

function alone(line: PictureLine, colour: Colour, pixels: Pixels): Bubble {
  const { left, right } = edges(line, colour, pixels);
  return { lines: [line], colour, left, right, top: line.box.y, bottom: line.box.y + line.box.height };
}

function joined(bubble: Bubble, line: PictureLine, pixels: Pixels): Bubble {
  const { left, right } = edges(line, bubble.colour, pixels);
  return {
    ...bubble,
    lines: [...bubble.lines, line],
    left: Math.min(bubble.left, left),
    right: Math.max(bubble.right, right),
    bottom: Math.max(bubble.bottom, line.box.y + line.box.height),
  };
}

/** How far the bubble's colour reaches to both sides of a line, just above its letters. */
function edges({ box }: PictureLine, colour: Colour, pixels: Pixels): { left: number; right: number } {
  const { width, height } = pixels;
  const y = Math.max(0, Math.floor((box.y - box.height * 0.15) * height));
  const walk = (from: number, step: number): number => {
    let last = from;
    for (let x = from, off = 0; x >= 0 && x < width && off <= SPECKS; x += step) {
      const inside = distance(colourAt(pixels, x, y), colour) <= ONE_COLOUR;
      off = inside ? 0 : off + 1;
      if (inside) last = x;
    }
    return last / width;
  };
  return {
    left: walk(Math.floor(box.x * width), -1),
    right: walk(Math.min(width - 1, Math.ceil((box.x + box.width) * width)), 1),
  };
}
