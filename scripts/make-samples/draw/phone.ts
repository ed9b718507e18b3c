import { Canvas } from './svg.ts';

/** An iPhone 13 screen, in pixels. */
export const iphone = { width: 1170, height: 2532 } as const;
/** A common Android screen, in pixels. */
export const android = { width: 1080, height: 2340 } as const;

function signalBars(canvas: Canvas, x: number, y: number, ink: string): void {
  for (const [index, height] of [14, 20, 27, 34].entries()) {
    canvas.rectangle(x + index * 14, y - height, 9, height, ink, 3);
  }
}

function wifi(canvas: Canvas, x: number, y: number, ink: string): void {
  const arc = (radius: number): string =>
    `<path d="M ${x - radius} ${y - radius} A ${radius * 1.42} ${radius * 1.42} 0 0 1 ${x + radius} ${y - radius}" fill="none" stroke="${ink}" stroke-width="6" stroke-linecap="round"/>`;
  canvas.raw(arc(24) + arc(14));
  canvas.circle(x, y - 5, 5, ink);
}

function battery(canvas: Canvas, x: number, y: number, ink: string, level: number): void {
  canvas.raw(
    `<rect x="${x}" y="${y - 34}" width="68" height="34" rx="10" fill="none" stroke="${ink}" stroke-width="3" opacity="0.5"/>`,
  );
  canvas.rectangle(x + 5, y - 29, Math.round(58 * level), 24, ink, 6);
  canvas.rectangle(x + 71, y - 23, 5, 12, ink, 2);
}

/** A blank iPhone screen with its status bar and home bar. @param battery  fraction 0–1 */
export function iphoneScreen(clock: string, background: string, ink: string, level: number): Canvas {
  const canvas = new Canvas(iphone.width, iphone.height, background, 'Inter');
  canvas.line(150, 108, clock, { size: 50, weight: 600, fill: ink, anchor: 'middle' });
  signalBars(canvas, 888, 106, ink);
  wifi(canvas, 986, 106, ink);
  battery(canvas, 1030, 106, ink, level);
  canvas.rectangle(385, 2496, 400, 14, ink, 7);
  return canvas;
}

/** A blank Android screen with its status bar. @param level  battery as a fraction 0–1 */
export function androidScreen(clock: string, background: string, ink: string, level: number): Canvas {
  const canvas = new Canvas(android.width, android.height, background, 'Noto Sans');
  canvas.line(48, 72, clock, { size: 38, weight: 600, fill: ink });
  signalBars(canvas, 836, 72, ink);
  wifi(canvas, 926, 72, ink);
  battery(canvas, 968, 72, ink, level);
  canvas.rectangle(390, 2308, 300, 10, ink, 5);
  return canvas;
}
