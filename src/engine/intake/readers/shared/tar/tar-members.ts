import { limits } from '../../../limits.ts';
import { ReadRefusal, type Yielded } from '../../reader.ts';
import { beyondLimit, emptyArchive, noFileTaken } from '../container/archive-words.ts';
import { isBookkeeping, nameRefusal, uniqueName } from '../container/member-names.ts';
import { type TarEntry, tarEntries } from './tar-entries.ts';

function refusalOf(entry: TarEntry): string | null {
  const byName = nameRefusal(entry.name, limits);
  if (byName !== null) return byName;
  if (entry.kind === 'link') return 'it is a link to another file, not a file';
  if (entry.kind === 'special') return 'it is a device or another special file';
  if (entry.kind === 'sparse') return 'it is stored with gaps left out, in a way that cannot be unpacked here';
  if (entry.size > limits.memberBytes) {
    return `it has ${Math.ceil(entry.size / 1_000_000)} MB, more than the limit of ${Math.floor(limits.memberBytes / 1_000_000)} MB for one file`;
  }
  if (entry.bytes.length < entry.size) return 'its bytes end too early: the archive is cut off';
  return null;
}

interface Sorted {
  readonly entries: readonly TarEntry[];
  /** Files beyond the limit, counted and not named. */
  readonly beyond: number;
  /** Places, in bytes, where headers were damaged. */
  readonly damage: readonly number[];
}

function sorted(archive: Uint8Array): Sorted {
  const entries: TarEntry[] = [];
  const damage: number[] = [];
  let beyond = 0;
  for (const part of tarEntries(archive)) {
    if (part.kind === 'damage') damage.push(part.at);
    else if (part.kind === 'folder' || isBookkeeping(part.name)) continue;
    else if (entries.length < limits.containerEntries) entries.push(part);
    else beyond += 1;
  }
  return { entries, beyond, damage };
}

function* aboutAll({ entries, beyond, damage }: Sorted): Iterable<Yielded> {
  yield { kind: 'facts', facts: { entries: entries.length + beyond } };
  if (damage.length > 0) {
    const text = `The archive is damaged in ${damage.length} ${damage.length === 1 ? 'place' : 'places'} (first at byte ${damage[0]}); files may be missing there.`;
    yield { kind: 'warning', text };
  }
  if (beyond > 0) yield beyondLimit(entries.length, beyond);
  if (entries.length === 0 && damage.length === 0) yield emptyArchive;
}

/**
 * Every file of a tar archive as a member, or why it was not taken.
 * @throws ReadRefusal where no file at all could be taken.
 */
export function* tarMembers(archive: Uint8Array): Iterable<Yielded> {
  const found = sorted(archive);
  yield* aboutAll(found);
  const used = new Map<string, number>();
  let taken = 0;
  for (const entry of found.entries) {
    const name = uniqueName(entry.name, used);
    const because = refusalOf(entry);
    if (because !== null) yield { kind: 'refused-member', name, because };
    else {
      taken += 1;
      yield { kind: 'member', name, role: 'entry', bytes: entry.bytes };
    }
  }
  if (taken === 0 && (found.entries.length > 0 || found.damage.length > 0)) {
    throw new ReadRefusal(noFileTaken);
  }
}
