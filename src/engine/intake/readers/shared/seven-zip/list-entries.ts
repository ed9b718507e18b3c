/** One entry as the list of an archive tells it. */
export interface ListedEntry {
  readonly name: string;
  /** Bytes when unpacked. */
  readonly size: number;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  readonly encrypted: boolean;
  /** True where a part of its bytes lies in another volume. */
  readonly split: boolean;
}

function kindOf(fields: ReadonlyMap<string, string>): ListedEntry['kind'] {
  const attributes = fields.get('Attributes') ?? '';
  if (fields.get('Folder') === '+' || /^\w*D/.test(attributes) || / d/.test(attributes)) return 'folder';
  const pointsAway = [fields.get('Symbolic Link'), fields.get('Hard Link')].some((to) => to !== undefined && to !== '');
  if (pointsAway || / l[rwx-]/.test(attributes)) return 'link';
  return / [bcps][rwx-]{9}/.test(attributes) ? 'special' : 'file';
}

function entryOf(lines: readonly string[]): ListedEntry | null {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(' = ');
    if (at > 0) fields.set(line.slice(0, at), line.slice(at + 3));
  }
  const name = fields.get('Path');
  if (name === undefined || !fields.has('Size')) return null;
  return {
    name: name.replaceAll('\\', '/'),
    size: Number(fields.get('Size') === '' ? 0 : fields.get('Size')),
    kind: kindOf(fields),
    encrypted: fields.get('Encrypted') === '+',
    split: fields.get('Split Before') === '+' || fields.get('Split After') === '+',
  };
}

/** Whether the archive is one of several volumes that belong together. */
export function isOneOfSeveral(printed: readonly string[]): boolean {
  const head = printed.slice(0, Math.max(0, printed.indexOf(rule)));
  return head.some((line) => line === 'Multivolume = +' || line.startsWith('ERROR = Missing volume'));
}

/** Stands before the first entry; what is above it describes the archive. */
const rule = '----------';

/**
 * The entries of a list in the long form of 7-Zip: "Name = value" lines, an empty line after each entry. Null where it
 * stopped before the first, as it does when the list itself is encrypted.
 */
export function listedEntries(printed: readonly string[]): readonly ListedEntry[] | null {
  const from = printed.indexOf(rule);
  if (from < 0) return null;
  const entries: ListedEntry[] = [];
  let lines: string[] = [];
  for (const line of [...printed.slice(from + 1), '']) {
    if (line.trim() !== '') {
      lines.push(line);
      continue;
    }
    const entry = entryOf(lines);
    if (entry !== null) entries.push(entry);
    lines = [];
  }
  return entries;
}
