/** The files of a folder that was chosen, by their paths within the copy; empty where there is no copy among them. */
export function chosen(list: FileList): ReadonlyMap<string, File> {
  return withinCopy([...list].map((file) => [file.webkitRelativePath || file.name, file] as const));
}

/** The files of a folder that was dropped. */
export async function dropped(items: DataTransferItemList): Promise<ReadonlyMap<string, File>> {
  // Asked for at once: after the first wait the browser forgets what was dropped.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files: (readonly [string, File])[] = [];
  for (const entry of entries) await collect(entry, files);
  return withinCopy(files);
}

async function collect(entry: FileSystemEntry, files: (readonly [string, File])[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.push([entry.fullPath.replace(/^\//, ''), file]);
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      // A reader hands out a hundred at a time, and an empty list at the end.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const one of some) await collect(one, files);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Takes off the folders above the copy: the copy is where `bagit.txt` lies, nearest to the top. */
function withinCopy(files: readonly (readonly [string, File])[]): ReadonlyMap<string, File> {
  const depth = (path: string) => path.split('/').length;
  const [top] = files
    .map(([path]) => path)
    .filter((path) => path === 'bagit.txt' || path.endsWith('/bagit.txt'))
    .sort((one, other) => depth(one) - depth(other));
  if (top === undefined) return new Map();
  const above = top.slice(0, -'bagit.txt'.length);
  return new Map(
    files.filter(([path]) => path.startsWith(above)).map(([path, file]) => [path.slice(above.length), file]),
  );
}
