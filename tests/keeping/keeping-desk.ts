import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { openCase, verifyCase } from '../../src/verifier/index.ts';
import type { Desk } from '../engine/desk.ts';

/** A picture with these words on it, as PNG, in which `needle` also stands as plain bytes. */
export async function pictureOf(words: string, needle: string, colour = '#ffffff'): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="100%" height="100%" fill="${colour}"/>
    <rect x="40" y="40" width="300" height="60" fill="#336699"/>
    <text x="40" y="200" font-family="DejaVu Sans" font-size="56" fill="#111111">${words}</text></svg>`;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  return withText(png, needle);
}

/** The same PNG with a text chunk before its end, as picture editors write them. */
function withText(png: Uint8Array, needle: string): Uint8Array {
  const data = Buffer.from(`Comment\0${needle}`, 'latin1');
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write('tEXt', 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  const end = Buffer.from(png).lastIndexOf('IEND', undefined, 'latin1') - 4;
  return Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A zip archive of these files, stored as they are. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>, packed = false): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const data = packed ? deflateRawSync(bytes) : Buffer.from(bytes);
    const title = Buffer.from(name, 'utf8');
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(packed ? 8 : 0, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(title.length, 22);
    locals.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, title, data]));
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, title]));
    at += 30 + title.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** How often a needle stands in the case file, its journal and the files beside it, in three ways of writing letters. */
export function needlesIn(desk: Desk, needle: string): readonly string[] {
  const folder = dirname(desk.path);
  const ways = [Buffer.from(needle, 'utf8'), Buffer.from(needle.toLowerCase(), 'utf8'), Buffer.from(needle, 'utf16le')];
  return readdirSync(folder)
    .filter((name) => name.startsWith('case.evenhand') && existsSync(join(folder, name)))
    .filter((name) => {
      const bytes = readFileSync(join(folder, name));
      return ways.some((way) => bytes.includes(way));
    });
}

/** The independent check of the closed case. */
export function verified(desk: Desk) {
  const opened = openCase(desk.path, null);
  try {
    return verifyCase(opened, null);
  } finally {
    opened.close();
  }
}

export const instruction = {
  instructedBy: 'Dana Whitlock, state’s attorney’s office',
  instructedOn: '2026-03-12',
  reference: 'letter of 12 March 2026, no. 26-0417',
} as const;
