import type { Box } from '../../../contract/item.ts';
import { convolve3, convolveApart, type Field, greatestOf4, mixChannels } from './layers.ts';
import type { Weights } from './weights.ts';

/** A place that looks like a face: its box in fractions of the square that was looked at, and how sure, 0–1. */
export interface Seen {
  readonly box: Box;
  readonly score: number;
}

/** The mean colour that the network was trained with, taken off before it looks. */
export const MEAN_COLOUR = [117.001, 114.697, 97.404] as const;

/** Shapes of boxes that the network reckons from, in cells. */
const SHAPES = [
  { width: 1.603231, height: 2.094468 },
  { width: 6.041143, height: 7.080126 },
  { width: 2.882459, height: 3.518061 },
  { width: 4.266906, height: 5.178857 },
  { width: 9.041765, height: 10.66308 },
] as const;
const VALUES_PER_SHAPE = 5;

/**
 * Looks at a square of colours and names every place that looks like a face. The network is the “tiny face detector” of
 * face-api.js, whose weights the package brings; it is run here in plain numbers, so that it needs nothing but them.
 * @param square colours less their mean, divided by 255
 */
export function look(square: Field, weights: Weights, surest: number): Seen[] {
  const of = (name: string): Float32Array => {
    const found = weights.get(name);
    if (found === undefined) throw new Error(`The face network lacks its weights “${name}”.`);
    return found;
  };
  let field = greatestOf4(convolve3(square, of('conv0/filters'), of('conv0/bias')), 2);
  for (const layer of ['conv1', 'conv2', 'conv3', 'conv4', 'conv5']) {
    const made = convolveApart(
      field,
      of(`${layer}/depthwise_filter`),
      of(`${layer}/pointwise_filter`),
      of(`${layer}/bias`),
    );
    field = greatestOf4(made, layer === 'conv5' ? 1 : 2);
  }
  return placesIn(mixChannels(field, of('conv8/filters'), of('conv8/bias'), false), surest);
}

const squashed = (value: number): number => 1 / (1 + Math.exp(-value));

function placesIn({ width, height, channels, data }: Field, surest: number): Seen[] {
  const seen: Seen[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      for (const [index, shape] of SHAPES.entries()) {
        const at = (row * width + column) * channels + index * VALUES_PER_SHAPE;
        const value = (offset: number): number => data[at + offset] ?? 0;
        const score = squashed(value(4));
        if (score < surest) continue;
        const box = {
          width: (Math.exp(value(2)) * shape.width) / width,
          height: (Math.exp(value(3)) * shape.height) / height,
        };
        const x = (column + squashed(value(0))) / width - box.width / 2;
        const y = (row + squashed(value(1))) / height - box.height / 2;
        seen.push({ box: { x, y, ...box }, score });
      }
    }
  }
  return seen;
}
