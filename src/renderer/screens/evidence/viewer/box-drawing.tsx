import { type PointerEvent, useState } from 'react';
import type { Box, TextRegion } from '../../../../contract/item.ts';
import type { Passage } from '../../../../contract/mapping.ts';
import { wordsOf } from './picture-lines.ts';

interface BoxDrawingProps {
  readonly text: string;
  readonly regions: readonly TextRegion[];
  /** What the passage says where no recognised words lie in the box. */
  readonly fallback: string;
  readonly onBox: (passage: Passage) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Smaller than this part of the picture's width or height, a drag was a slip of the hand. */
const leastSide = 0.01;

/** Lies over a picture while a box is drawn with the mouse; choosing lines from the list does the same by keyboard. */
export function BoxDrawing({ text, regions, fallback, onBox }: BoxDrawingProps) {
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const box = from === null || to === null ? null : boxBetween(from, to);
  const down = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom(pointOf(event));
    setTo(pointOf(event));
  };
  const up = () => {
    setFrom(null);
    if (box === null || box.width < leastSide || box.height < leastSide) return;
    const inside = regions.filter((region) => liesIn(region.box, box));
    const words = wordsOf(text, inside);
    onBox({ kind: 'box', page: inside[0]?.page ?? 1, box, text: words === '' ? fallback : words });
  };
  return (
    <div
      className="picture-drawing"
      onPointerDown={down}
      onPointerMove={(event) => from !== null && setTo(pointOf(event))}
      onPointerUp={up}
    >
      {box === null ? null : <span className="picture-box" data-kind="chosen" style={boxStyle(box)} />}
    </div>
  );
}

/** A box in fractions of its picture, as a style. */
export function boxStyle(box: Box) {
  return {
    left: `${box.x * 100}%`,
    top: `${box.y * 100}%`,
    width: `${box.width * 100}%`,
    height: `${box.height * 100}%`,
  };
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const rect = event.currentTarget.getBoundingClientRect();
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return { x: within((event.clientX - rect.left) / rect.width), y: within((event.clientY - rect.top) / rect.height) };
}

function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** A line belongs to a box when its middle lies inside. */
function liesIn(line: Box, box: Box): boolean {
  const x = line.x + line.width / 2;
  const y = line.y + line.height / 2;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
