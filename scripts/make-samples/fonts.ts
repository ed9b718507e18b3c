import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const packages = path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');

export type Face = 'Inter' | 'Noto Sans';
export type Weight = 400 | 600 | 700;

const files: Readonly<Record<Face, Readonly<Record<Weight, string>>>> = {
  Inter: {
    400: 'inter/400Regular/Inter_400Regular.ttf',
    600: 'inter/600SemiBold/Inter_600SemiBold.ttf',
    700: 'inter/700Bold/Inter_700Bold.ttf',
  },
  'Noto Sans': {
    400: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
    600: 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
    700: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
};

/** Points fontconfig at the fonts in node_modules only, so that pictures look alike on every developer's machine. */
export function offerBundledFonts(): void {
  const cache = mkdtempSync(path.join(tmpdir(), 'sample-fonts-'));
  const folders = ['inter', 'noto-sans', 'noto-emoji']
    .map((name) => `<dir>${path.join(packages, name)}</dir>`)
    .join('');
  const configuration = path.join(cache, 'fonts.conf');
  writeFileSync(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${cache}</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = configuration;
}

/** The fonts as bytes, for the PDF print-outs. */
export function fontBlobs(): readonly Buffer[] {
  const text = Object.values(files).flatMap((weights) => Object.values(weights));
  return [...text, 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf'].map((name) =>
    readFileSync(path.join(packages, name)),
  );
}

interface Metrics {
  readonly unitsPerEm: number;
  advanceOf(codePoint: number): number | null;
}

const known = new Map<string, Metrics>();

function tablesOf(font: Buffer): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  return tables;
}

function unicodeTable(font: Buffer, cmap: number): number {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) === 4) return at;
  }
  throw new Error('The font has no character table of format 4.');
}

function glyphOf(font: Buffer, table: number, codePoint: number): number {
  const doubled = font.readUInt16BE(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    if (font.readUInt16BE(table + 14 + at) < codePoint) continue;
    const start = font.readUInt16BE(table + 16 + doubled + at);
    if (start > codePoint) return 0;
    const delta = font.readUInt16BE(table + 16 + doubled * 2 + at);
    const rangeAt = table + 16 + doubled * 3 + at;
    const range = font.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    return font.readUInt16BE(rangeAt + range + (codePoint - start) * 2);
  }
  return 0;
}

function metricsOf(face: Face, weight: Weight): Metrics {
  const name = files[face][weight];
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const font = readFileSync(path.join(packages, name));
  const tables = tablesOf(font);
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`The font ${name} has no table ${tag}.`);
    return offset;
  };
  const cmap = unicodeTable(font, at('cmap'));
  const long = font.readUInt16BE(at('hhea') + 34);
  const metrics: Metrics = {
    unitsPerEm: font.readUInt16BE(at('head') + 18),
    advanceOf(codePoint) {
      const glyph = codePoint > 0xffff ? 0 : glyphOf(font, cmap, codePoint);
      return glyph === 0 ? null : font.readUInt16BE(at('hmtx') + Math.min(glyph, long - 1) * 4);
    },
  };
  known.set(name, metrics);
  return metrics;
}

/** Width of a line in pixels; a character the font lacks (an emoji) counts as 1.25 em. */
export function widthOf(text: string, size: number, face: Face, weight: Weight): number {
  const metrics = metricsOf(face, weight);
  let units = 0;
  for (const character of text) {
    units += metrics.advanceOf(character.codePointAt(0) ?? 0) ?? metrics.unitsPerEm * 1.25;
  }
  return (units / metrics.unitsPerEm) * size;
}

/** Breaks a text into lines no wider than `width` pixels; line feeds in the text are kept. */
export function wrap(text: string, width: number, size: number, face: Face, weight: Weight): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer, size, face, weight) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });
}
