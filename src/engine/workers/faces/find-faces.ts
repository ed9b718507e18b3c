import sharp from 'sharp';
import type { Box } from '../../../contract/item.ts';
import { openable } from '../../intake/readers/shared/picture/openable.ts';
import type { Field } from './layers.ts';
import { look, MEAN_COLOUR, type Seen } from './network.ts';
import { readWeights, type Weights } from './weights.ts';

/** The same limit as for reading a picture's words. */
const MOST_PIXELS = 100_000_000;
/** Sides of the squares that are looked at: small ones see large faces, the large one small faces in the background. */
const SIDES = [416, 608, 1024] as const;
/** What is less sure than this is not shown: a person has to look at every face that is. */
const SUREST = 0.4;
/** Two boxes that share more of their area than this are one face. */
const SHARED = 0.3;
/** Boxes of the network end at chin and brow; hair and ears show who it is as well. */
const WIDER = 0.15;

let weights: Weights | null = null;

/** The picture's size as it stands upright, and its faces in fractions of that, the surest first. */
interface Found {
  readonly width: number;
  readonly height: number;
  readonly faces: Seen[];
}

/** Finds faces in a picture. Nothing is fetched, nothing is kept. */
export async function findFaces(bytes: Uint8Array): Promise<Found> {
  weights ??= readWeights();
  const readable = await openable(bytes);
  const { data: upright, info } = await sharp(readable, {
    limitInputPixels: MOST_PIXELS,
    animated: false,
    failOn: 'error',
  })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const seen: Seen[] = [];
  for (const side of SIDES) {
    const { square, width, height } = await squareOf(upright, side);
    for (const { box, score } of look(square, weights, SUREST)) {
      seen.push({ score, box: within(box, side / width, side / height) });
    }
  }
  const faces = eachOnce(seen).map(({ box, score }) => ({ score, box: wider(box) }));
  return { width: info.width, height: info.height, faces };
}

/** The picture in the upper left of a black square, as the network was trained to see it. */
async function squareOf(picture: Buffer, side: number): Promise<{ square: Field; width: number; height: number }> {
  const { data, info } = await sharp(picture)
    .resize({ width: side, height: side, fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const square = { height: side, width: side, channels: 3, data: new Float32Array(side * side * 3) };
  const black = MEAN_COLOUR.map((mean) => -mean / 255);
  for (let at = 0; at < square.data.length; at += 1) square.data[at] = black[at % 3] ?? 0;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = (row * width + column) * channels;
      const to = (row * side + column) * 3;
      for (let colour = 0; colour < 3; colour += 1) {
        // A grey picture has one channel, which is all three colours.
        const value = data[from + Math.min(colour, channels - 1)] ?? 0;
        square.data[to + colour] = (value - (MEAN_COLOUR[colour] ?? 0)) / 255;
      }
    }
  }
  return { square, width, height };
}

function within(box: Box, across: number, down: number): Box {
  return clipped({ x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down });
}

function wider({ x, y, width, height }: Box): Box {
  const [more, taller] = [width * WIDER, height * WIDER];
  return clipped({ x: x - more, y: y - 2 * taller, width: width + 2 * more, height: height + 3 * taller });
}

function clipped({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return { x: left, y: top, width: Math.min(1, x + width) - left, height: Math.min(1, y + height) - top };
}

/** Of boxes that lie on one another the surest stays. */
function eachOnce(seen: readonly Seen[]): Seen[] {
  const kept: Seen[] = [];
  for (const one of [...seen].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => shareOf(one.box, other.box) < SHARED)) kept.push(one);
  }
  return kept;
}

/** How much of the smaller box lies in the other, 0–1. */
function shareOf(one: Box, other: Box): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (across <= 0 || down <= 0) return 0;
  return (across * down) / Math.min(one.width * one.height, other.width * other.height);
}
