import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DocumentError } from '../input/document-error.ts';
import { readCharacterMap } from './character-map.ts';

const require = createRequire(import.meta.url);

/** The families that documents are set in, in the order in which they are asked for a glyph. */
const families = [
  {
    family: 'Source Serif 4',
    files: [
      'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
      'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
      'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
    ],
  },
  { family: 'Inter', files: ['inter/400Regular/Inter_400Regular.ttf', 'inter/600SemiBold/Inter_600SemiBold.ttf'] },
  { family: 'Noto Sans', files: ['noto-sans/400Regular/NotoSans_400Regular.ttf'] },
  { family: 'Noto Emoji', files: ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'] },
  { family: 'Noto Sans Arabic', files: ['noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'] },
  { family: 'Noto Sans SC', files: ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'] },
] as const;

export interface LoadedFamily {
  readonly family: string;
  readonly blobs: readonly Buffer[];
  /** True where every file of the family, whatever its weight and slope, has a glyph for the code point. */
  readonly has: (codePoint: number) => boolean;
}

const loaded = new Map<string, LoadedFamily>();

function loadFamily({ family, files }: (typeof families)[number]): LoadedFamily {
  const known = loaded.get(family);
  if (known !== undefined) return known;
  const blobs = files.map(readFont);
  const maps = blobs.map(readCharacterMap);
  const result = { family, blobs, has: (codePoint: number) => maps.every((map) => map.has(codePoint)) };
  loaded.set(family, result);
  return result;
}

function readFont(file: string): Buffer {
  const path = resolveFont(file);
  if (path === null || !existsSync(path))
    throw new DocumentError('document-font-missing', `The font file ${file} is missing. Install Evenhand again.`);
  return readFileSync(path);
}

function resolveFont(file: string): string | null {
  try {
    return require.resolve(`@expo-google-fonts/${file}`);
  } catch {
    return null;
  }
}

/**
 * The families needed to set these characters (code points), in order of preference. Source Serif 4 and Inter always
 * come; the others only where a character needs them: the Chinese one alone weighs 10 MB. A character that no
 * family has is returned in `missing`.
 */
export function fontsFor(codePoints: ReadonlySet<number>): {
  readonly families: readonly LoadedFamily[];
  readonly missing: ReadonlySet<number>;
} {
  const chosen: LoadedFamily[] = [];
  let left = [...codePoints].filter((codePoint) => codePoint !== 0x0a);
  for (const entry of families) {
    if (left.length === 0 && chosen.length >= 2) break;
    const family = loadFamily(entry);
    const rest = left.filter((codePoint) => !family.has(codePoint));
    // Labels are set in Inter with Source Serif behind it, so what either has the other borrows.
    if (chosen.length < 2 || rest.length < left.length) chosen.push(family);
    left = rest;
  }
  return { families: chosen, missing: new Set(left) };
}
