import type { PDFPageProxy } from 'pdfjs-dist';
import { areaOf, combined, covered, type Matrix, matrixFrom, moved, type PageBox, unchanged } from './drawing-state.ts';

/** What a page draws, as far as it decides which of its letters can be seen. */
export interface SeenText {
  /** Words that lie under a box or a smaller picture drawn after them. */
  readonly under: readonly string[];
  /** Words drawn in the colour of the paper, or not drawn at all on a page without a picture. */
  readonly unseen: readonly string[];
  /** True where unseen letters lie over or under a picture of the whole page: a program that recognises letters put them. */
  readonly recognisedLayer: boolean;
  /** Share (0–1) of the page that its largest picture covers. */
  readonly pictureShare: number;
  /** True where anything is drawn at all. */
  readonly draws: boolean;
}

/** More steps than any page of words has; what stands after them is not looked at. */
const mostSteps = 300_000;

interface Drawn {
  readonly order: number;
  readonly box: PageBox;
}
interface Words extends Drawn {
  readonly text: string;
  readonly unseen: boolean;
  readonly white: boolean;
}
interface Fill extends Drawn {
  readonly colour: string;
  readonly kind: 'picture' | 'rectangle' | 'drawing';
}

interface State {
  readonly matrix: Matrix;
  readonly colour: string;
  readonly alpha: number;
  readonly blends: boolean;
  readonly mode: number;
  readonly size: number;
  readonly letterGap: number;
  readonly wordGap: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

const fresh: State = {
  matrix: unchanged,
  colour: '#000000',
  alpha: 1,
  blends: false,
  mode: 0,
  size: 0,
  letterGap: 0,
  wordGap: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

type Operations = Readonly<Record<string, number>>;

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

function isGlyph(value: unknown): value is Glyph {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'width') === 'number';
}

class Drawing {
  private state: State = fresh;
  private readonly kept: State[] = [];
  private textMatrix: Matrix = unchanged;
  private lineMatrix: Matrix = unchanged;
  private order = 0;
  readonly words: Words[] = [];
  readonly fills: Fill[] = [];
  draws = false;
  private readonly page: PageBox;

  constructor(page: PageBox) {
    this.page = page;
  }

  private change(changes: Partial<State>): void {
    this.state = { ...this.state, ...changes };
  }

  private move(x: number, y: number): void {
    this.lineMatrix = combined(this.lineMatrix, [1, 0, 0, 1, x, y]);
    this.textMatrix = this.lineMatrix;
  }

  take(name: string, args: readonly unknown[]): void {
    this.order += 1;
    const figure = Number(args[0]);
    if (this.takeState(name, args, figure)) return;
    if (name === 'showText') this.showText(args[0]);
    else if (name === 'constructPath') this.fillPath(args);
    else if (/^paint(?:Image|InlineImage|JpegX|ImageMask|SolidColor)/.test(name))
      this.fill(moved(this.state.matrix, 0, 0, 1, 1), 'picture');
    else if (name === 'shadingFill') this.draws = true;
  }

  private takeState(name: string, args: readonly unknown[], figure: number): boolean {
    switch (name) {
      case 'save':
        if (this.kept.length < 500) this.kept.push(this.state);
        return true;
      case 'beginAnnotation': {
        if (this.kept.length < 500) this.kept.push(this.state);
        const place = combined(matrixFrom([args[2]]) ?? unchanged, matrixFrom([args[3]]) ?? unchanged);
        this.state = { ...fresh, matrix: place };
        return true;
      }
      case 'restore':
      case 'endAnnotation':
      case 'paintFormXObjectEnd':
        this.state = this.kept.pop() ?? this.state;
        return true;
      case 'paintFormXObjectBegin': {
        if (this.kept.length < 500) this.kept.push(this.state);
        const matrix = matrixFrom([args[0]]);
        if (matrix !== null) this.change({ matrix: combined(this.state.matrix, matrix) });
        return true;
      }
      case 'transform': {
        const matrix = matrixFrom(args);
        if (matrix !== null) this.change({ matrix: combined(this.state.matrix, matrix) });
        return true;
      }
      case 'setFillRGBColor':
        this.change({ colour: typeof args[0] === 'string' ? args[0].toLowerCase() : '' });
        return true;
      case 'setFillColorN':
      case 'setFillTransparent':
        this.change({ colour: '' });
        return true;
      case 'setGState':
        this.takeGraphics(args[0]);
        return true;
      default:
        return this.takeText(name, args, figure);
    }
  }

  private takeText(name: string, args: readonly unknown[], figure: number): boolean {
    switch (name) {
      case 'beginText':
        this.textMatrix = unchanged;
        this.lineMatrix = unchanged;
        return true;
      case 'setFont':
        this.change({ size: Number(args[1]) });
        return true;
      case 'setTextRenderingMode':
        this.change({ mode: figure });
        return true;
      case 'setCharSpacing':
        this.change({ letterGap: figure });
        return true;
      case 'setWordSpacing':
        this.change({ wordGap: figure });
        return true;
      case 'setHScale':
        this.change({ stretch: figure > 10 ? figure / 100 : figure });
        return true;
      case 'setLeading':
        this.change({ leading: -figure });
        return true;
      case 'setTextRise':
        this.change({ rise: figure });
        return true;
      case 'moveText':
      case 'setLeadingMoveText':
        this.move(figure, Number(args[1]));
        return true;
      case 'nextLine':
        this.move(0, this.state.leading);
        return true;
      case 'setTextMatrix': {
        this.textMatrix = matrixFrom(args) ?? this.textMatrix;
        this.lineMatrix = this.textMatrix;
        return true;
      }
      default:
        return false;
    }
  }

  private takeGraphics(pairs: unknown): void {
    for (const pair of Array.isArray(pairs) ? pairs : []) {
      if (!Array.isArray(pair)) continue;
      if (pair[0] === 'ca') this.change({ alpha: Number(pair[1]) });
      // A marker pen darkens what it lies on and hides nothing.
      if (pair[0] === 'BM') this.change({ blends: pair[1] !== 'source-over' });
      if (pair[0] === 'Font' && Array.isArray(pair[1])) this.change({ size: Number(pair[1][1]) });
    }
  }

  private showText(glyphs: unknown): void {
    const { size, letterGap, wordGap, stretch, mode, colour, alpha, rise } = this.state;
    let text = '';
    let width = 0;
    for (const glyph of Array.isArray(glyphs) ? glyphs : []) {
      if (typeof glyph === 'number') {
        width -= (glyph / 1000) * size * stretch;
        if (glyph < -200) text += ' ';
      } else if (isGlyph(glyph)) {
        text += glyph.unicode;
        width += ((glyph.width / 1000) * size + letterGap + (glyph.isSpace ? wordGap : 0)) * stretch;
      }
    }
    const matrix = combined(this.state.matrix, this.textMatrix);
    this.textMatrix = combined(this.textMatrix, [1, 0, 0, 1, width, 0]);
    if (text.trim() === '') return;
    this.draws = true;
    const box = moved(matrix, 0, rise - size * 0.15, width, rise + size * 0.75);
    const unseen = mode === 3 || mode === 7 || alpha < 0.02;
    this.words.push({ order: this.order, box, text, unseen, white: mode !== 1 && colour === '#ffffff' });
  }

  private fillPath(args: readonly unknown[]): void {
    const [operation, data, around] = args;
    // A path that only cuts out a part of the page leaves no mark on it.
    this.draws ||= operation !== this.endPath;
    if (typeof operation !== 'number' || !this.fillOperations.has(operation)) return;
    const [path]: unknown[] = Array.isArray(data) ? data : [];
    if (!ArrayBuffer.isView(path) || !ArrayBuffer.isView(around)) return;
    // A rectangle has few corners; what has more is a drawing: ground for words on it, but others may be seen through it.
    const kind = path.byteLength > 30 * 4 ? 'drawing' : 'rectangle';
    const [left, bottom, right, top] = Array.from(Object.values(around), Number);
    if (left === undefined || bottom === undefined || right === undefined || top === undefined) return;
    this.fill(moved(this.state.matrix, left, bottom, right, top), kind);
  }
  fillOperations: ReadonlySet<number> = new Set();
  endPath = -1;

  private fill(box: PageBox, kind: Fill['kind']): void {
    this.draws = true;
    if (this.state.blends || (this.state.alpha < 0.9 && kind !== 'picture')) return;
    const clipped = {
      left: Math.max(box.left, this.page.left),
      bottom: Math.max(box.bottom, this.page.bottom),
      right: Math.min(box.right, this.page.right),
      top: Math.min(box.top, this.page.top),
    };
    if (areaOf(clipped) > 0 && this.fills.length < 5000) {
      this.fills.push({ order: this.order, box: clipped, colour: kind === 'picture' ? '' : this.state.colour, kind });
    }
  }
}

const joined = (words: readonly Words[]): string[] => {
  const lines: { text: string; bottom: number }[] = [];
  for (const { text, box } of words) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.bottom - box.bottom) < 2) last.text += ` ${text}`;
    else lines.push({ text, bottom: box.bottom });
  }
  return lines.map((line) => line.text.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
};

/** Compares each run of words with what is drawn before and after it. */
function judged(drawing: Drawing, page: PageBox): SeenText {
  const { words, fills, draws } = drawing;
  const share = (fill: Fill): number => areaOf(fill.box) / Math.max(1, areaOf(page));
  const pictureShare = Math.min(1, Math.max(0, ...fills.filter((fill) => fill.kind === 'picture').map(share)));
  const scanned = pictureShare > 0.5;
  const under: Words[] = [];
  const unseen: Words[] = [];
  let recognised = false;
  for (const run of words) {
    const later = fills.filter((fill) => fill.order > run.order && fill.kind !== 'drawing');
    const over = later.filter((fill) => covered(run.box, fill.box) > 0.8);
    const wholePage = over.some((fill) => fill.kind === 'picture' && share(fill) > 0.5);
    const ground = fills.findLast((fill) => fill.order < run.order && covered(run.box, fill.box) > 0.5);
    if (run.unseen || wholePage) {
      if (scanned) recognised = true;
      else unseen.push(run);
    } else if (over.length > 0) under.push(run);
    else if (run.white && (ground === undefined || ground.colour === '#ffffff')) unseen.push(run);
  }
  return { under: joined(under), unseen: joined(unseen), recognisedLayer: recognised, pictureShare, draws };
}

/**
 * Finds the words of a page that nobody sees who looks at it: under boxes and pictures, in the colour of the paper, or
 * never drawn. Notes that lie on the page are drawn last and count too.
 */
export async function seenText(page: PDFPageProxy): Promise<SeenText> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const operations: Operations = OPS;
  const names = new Map(Object.entries(operations).map(([name, number]) => [number, name]));
  const list = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const box: PageBox = { left, bottom, right, top };
  const drawing = new Drawing(box);
  drawing.fillOperations = new Set(
    [...names]
      .filter(([, name]) => /^(?:eoF|f)ill(?:Stroke)?$|^closeE?[oO]?[fF]illStroke$/.test(name))
      .map(([number]) => number),
  );
  drawing.endPath = OPS.endPath;
  const steps = Math.min(list.fnArray.length, mostSteps);
  for (let step = 0; step < steps; step += 1) {
    const args: unknown = list.argsArray[step];
    drawing.take(
      names.get(list.fnArray[step] ?? -1) ?? '',
      Array.isArray(args) ? args : ArrayBuffer.isView(args) ? [args] : [],
    );
  }
  return judged(drawing, box);
}
