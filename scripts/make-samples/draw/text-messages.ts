import { androidScreen, iphoneScreen } from './phone.ts';
import type { Canvas } from './svg.ts';

export type ChatLine =
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'in' | 'out'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string };

export interface ChatScene {
  readonly clock: string;
  /** Battery, as a fraction 0–1. */
  readonly battery: number;
  readonly contact: string;
  readonly initials: string;
  readonly lines: readonly ChatLine[];
}

interface Look {
  readonly left: { readonly fill: string; readonly ink: string };
  readonly right: { readonly fill: string; readonly ink: string };
  readonly faint: string;
  readonly size: number;
  readonly margin: number;
  readonly maximum: number;
}

function bubble(canvas: Canvas, y: number, line: ChatLine, look: Look): number {
  const colours = line.kind === 'in' ? look.left : look.right;
  const style = { size: look.size, fill: colours.ink };
  const leading = Math.round(look.size * 1.28);
  const lines = canvas.wrapped(line.text, look.maximum, style);
  const widest = Math.max(...lines.map((each) => canvas.measure(each, style)));
  const width = Math.round(widest + look.size * 1.5);
  const height = Math.round(lines.length * leading + look.size * 0.82);
  const x = line.kind === 'in' ? look.margin : canvas.width - look.margin - width;
  canvas.rectangle(x, y, width, height, colours.fill, Math.min(52, height / 2));
  canvas.paragraph(x + look.size * 0.75, y + look.size * 1.3, line.text, look.maximum, leading, style);
  return y + height;
}

function conversation(canvas: Canvas, top: number, lines: readonly ChatLine[], look: Look): void {
  let y = top;
  let before: ChatLine['kind'] | null = null;
  for (const line of lines) {
    if (line.kind === 'time' || line.kind === 'note') {
      y += line.kind === 'time' ? 62 : 40;
      const x = line.kind === 'time' ? canvas.width / 2 : canvas.width - look.margin;
      const anchor = line.kind === 'time' ? 'middle' : 'end';
      canvas.line(x, y, line.text, { size: Math.round(look.size * 0.68), weight: 600, fill: look.faint, anchor });
      y += 26;
    } else {
      y = bubble(canvas, y + (before === line.kind ? 8 : 24), line, look);
    }
    before = line.kind;
  }
}

const light: Look = {
  left: { fill: '#e9e9eb', ink: '#000000' },
  right: { fill: '#1f9d48', ink: '#ffffff' },
  faint: '#707075',
  size: 48,
  margin: 44,
  maximum: 740,
};

/** A text-message conversation (SMS, hence green) on an iPhone. */
export function iphoneTexts(scene: ChatScene): Canvas {
  const canvas = iphoneScreen(scene.clock, '#ffffff', '#000000', scene.battery);
  canvas.rectangle(0, 140, canvas.width, 250, '#f6f6f7');
  canvas.raw(
    '<path d="M 72 226 L 44 258 L 72 290" fill="none" stroke="#0a7aff" stroke-width="9" stroke-linecap="round"/>',
  );
  canvas.avatar(585, 228, 70, scene.initials, '#8e93a3');
  canvas.line(585, 352, `${scene.contact} ›`, { size: 38, fill: '#000000', anchor: 'middle' });
  canvas.rectangle(0, 389, canvas.width, 2, '#d1d1d6');
  conversation(canvas, 410, scene.lines, light);
  canvas.raw('<rect x="150" y="2344" width="970" height="104" rx="52" fill="none" stroke="#c8c8cd" stroke-width="3"/>');
  canvas.line(196, 2412, 'Text Message', { size: 46, fill: '#a2a2a8' });
  canvas.circle(84, 2396, 46, '#e9e9eb');
  canvas.line(84, 2414, '+', { size: 56, fill: '#707075', anchor: 'middle' });
  return canvas;
}

const dark: Look = {
  left: { fill: '#2c3036', ink: '#e6e8ec' },
  right: { fill: '#0b5394', ink: '#ffffff' },
  faint: '#aeb3bb',
  size: 44,
  margin: 40,
  maximum: 690,
};

/** A text-message conversation on an Android phone in its dark colours. */
export function androidTexts(scene: ChatScene): Canvas {
  const canvas = androidScreen(scene.clock, '#131519', '#e6e8ec', scene.battery);
  canvas.raw(
    '<path d="M 76 158 L 44 188 L 76 218 M 46 188 H 108" fill="none" stroke="#e6e8ec" stroke-width="7" stroke-linecap="round"/>',
  );
  canvas.avatar(190, 188, 46, scene.initials, '#5b6fb5');
  canvas.line(262, 204, scene.contact, { size: 46, fill: '#e6e8ec' });
  conversation(canvas, 262, scene.lines, dark);
  canvas.rectangle(40, 2170, 1000, 100, '#2c3036', 50);
  canvas.line(90, 2234, 'Text message', { size: 42, fill: '#aeb3bb' });
  return canvas;
}
