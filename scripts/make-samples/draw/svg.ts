import sharp, { type Sharp } from 'sharp';
import { type Face, type Weight, widthOf, wrap } from '../fonts.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A picture under construction; coordinates are pixels of the finished picture. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly face: Face;
  readonly #parts: string[] = [];

  constructor(width: number, height: number, background: string, face: Face) {
    this.width = width;
    this.height = height;
    this.face = face;
    this.rectangle(0, 0, width, height, background);
  }

  raw(svg: string): void {
    this.#parts.push(svg);
  }

  rectangle(x: number, y: number, width: number, height: number, fill: string, radius = 0): void {
    this.raw(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`);
  }

  circle(x: number, y: number, radius: number, fill: string): void {
    this.raw(`<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`);
  }

  line(x: number, y: number, text: string, style: TextStyle): void {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    this.raw(
      `<text x="${x}" y="${y}" font-family="${this.face}, Noto Emoji" font-size="${style.size}" font-weight="${style.weight ?? 400}" ` +
        `fill="${style.fill ?? '#000000'}" text-anchor="${style.anchor ?? 'start'}" xml:space="preserve">${escaped}</text>`,
    );
  }

  /** Sets wrapped text; `y` is the first baseline. @returns the baseline after the last line. */
  paragraph(x: number, y: number, text: string, width: number, leading: number, style: TextStyle): number {
    let baseline = y;
    for (const line of this.wrapped(text, width, style)) {
      this.line(x, baseline, line, style);
      baseline += leading;
    }
    return baseline;
  }

  wrapped(text: string, width: number, style: TextStyle): readonly string[] {
    return wrap(text, width, style.size, this.face, style.weight ?? 400);
  }

  measure(text: string, style: TextStyle): number {
    return widthOf(text, style.size, this.face, style.weight ?? 400);
  }

  /** A round picture of a person, as the platforms draw it where there is none: initials on a colour. */
  avatar(x: number, y: number, radius: number, initials: string, fill: string): void {
    this.circle(x, y, radius, fill);
    const size = Math.round(radius * 0.8);
    this.line(x, y + size * 0.36, initials, { size, weight: 600, fill: '#ffffff', anchor: 'middle' });
  }

  toSvg(): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}">${this.#parts.join('')}</svg>`;
  }
}

export interface Crop {
  readonly top: number;
  readonly height: number;
}

/** What a phone writes into a screenshot: when it was taken, local time with its offset. */
export interface TakenAt {
  /** `2026:01:19 20:04:11`, as EXIF spells it. */
  readonly local: string;
  readonly offset: string;
}

export interface PictureOptions {
  readonly crop?: Crop;
  readonly takenAt?: TakenAt;
}

function cropped(canvas: Canvas, crop: Crop | undefined): Sharp {
  const picture = sharp(Buffer.from(canvas.toSvg())).flatten({ background: '#ffffff' });
  if (crop === undefined) return picture;
  return picture.extract({ left: 0, top: crop.top, width: canvas.width, height: crop.height });
}

function stamped(picture: Sharp, takenAt: TakenAt | undefined): Sharp {
  if (takenAt === undefined) return picture;
  return picture.withExif({
    IFD2: { DateTimeOriginal: takenAt.local, OffsetTimeOriginal: takenAt.offset, UserComment: 'Screenshot' },
  });
}

export function toPng(canvas: Canvas, options: PictureOptions = {}): Promise<Buffer> {
  const picture = cropped(canvas, options.crop).png({ palette: true, colours: 128, dither: 0, compressionLevel: 9 });
  return stamped(picture, options.takenAt).toBuffer();
}

/** @param quality  1–100, as JPEG writers count it */
export function toJpeg(canvas: Canvas, quality: number, options: PictureOptions = {}): Promise<Buffer> {
  return stamped(cropped(canvas, options.crop).jpeg({ quality }), options.takenAt).toBuffer();
}
