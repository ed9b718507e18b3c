import type { ZipPackage } from '../container/zip-package.ts';
import type { Notes, Relationship } from './parts.ts';

/** Ties that wait for a click or name a part of the same file harmlessly. */
const waiting = new Set(['hyperlink', 'comments', 'person', 'people']);

const hostOf = (target: string): string =>
  /^[a-z][a-z0-9+.-]*:[\\/]{2,}([^\\/?#]+)/i.exec(target)?.[1] ?? target.slice(0, 200);

/** Notes what a program would load from outside when it opens the file. */
export function noteExternal(relationships: readonly Relationship[], notes: Notes): void {
  for (const { type, target, external } of relationships) {
    if (!external || waiting.has(type)) continue;
    const what = type === 'attachedTemplate' ? 'a template' : type === 'image' ? 'a picture' : `content ("${type}")`;
    notes.warnings.add(`The file asks for ${what} from outside (${hostOf(target)}); it was not fetched.`);
  }
}

/** Notes macros, controls and signatures by the parts that hold them. */
export function noteActive(zip: ZipPackage, notes: Notes): void {
  const has = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  if (has(/(?:^|\/)vbaProject\.bin$/i))
    notes.warnings.add('The file holds macros (small programs); they were not run.');
  if (has(/(?:^|\/)activeX\//i)) notes.warnings.add('The file holds controls (ActiveX); they were not run.');
  if (has(/(?:^|\/)macrosheets\//i)) notes.warnings.add('The file holds macro sheets; they were not run.');
  if (has(/(?:^|\/)externalLinks\//i))
    notes.warnings.add('The file refers to cells of other files; they were not opened.');
  if (zip.broken) notes.warnings.add('The table of contents of the file is damaged; parts of it may be missing.');
}

/** Fields that fetch or run something when a program updates them. */
export function noteField(instruction: string, notes: Notes): void {
  const found = /^\s*(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|DATABASE|LINK)\b/i.exec(instruction)?.[1];
  if (found !== undefined)
    notes.warnings.add(
      `The file holds a field that fetches or starts something (${found.toUpperCase()}); it was not followed.`,
    );
}
