import { crc32 } from 'node:zlib';
import type { SevenZipModuleFactory } from '7z-wasm';

/** Packs files as 7-Zip does; `switches` as on its command line (`-pSecret`, `-mhe=on`). */
export async function makeSevenZip(
  files: Readonly<Record<string, string | Buffer>>,
  switches: readonly string[] = [],
): Promise<Buffer> {
  const loaded: { default: SevenZipModuleFactory } = await import('7z-wasm');
  const program = await loaded.default({ print: () => undefined, printErr: () => undefined });
  program.FS.mkdir('/in');
  program.FS.chdir('/in');
  for (const [name, content] of Object.entries(files)) {
    const folder = name.split('/').slice(0, -1).join('/');
    if (folder !== '') program.FS.mkdir(folder);
    program.FS.writeFile(name, Buffer.from(content));
  }
  program.callMain(['a', '-y', ...switches, '/made.7z', '*']);
  return Buffer.from(program.FS.readFile('/made.7z'));
}

const vint = (value: number): Buffer => {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest >= 128 ? (rest % 128) | 0x80 : rest);
    if (rest < 128) return Buffer.from(bytes);
  }
};

/** A block of RAR 5: checksum, size, then the header itself. */
function rarBlock(header: Buffer, data: Buffer = Buffer.alloc(0)): Buffer {
  const sized = Buffer.concat([vint(header.length), header]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(sized));
  return Buffer.concat([sum, sized, data]);
}

/** A RAR archive (version 5) whose files are stored as they are, put together after its published description. */
export function makeRar(
  files: readonly (readonly [name: string, content: string])[],
  { volume = false }: { readonly volume?: boolean } = {},
): Buffer {
  const main = rarBlock(Buffer.concat([vint(1), vint(0), vint(volume ? 1 : 0)]));
  const entries = files.map(([name, content]) => {
    const data = Buffer.from(content);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(data));
    const nameBytes = Buffer.from(name);
    const header = Buffer.concat([
      vint(2), // file
      vint(2), // a data area follows
      vint(data.length),
      vint(4), // a checksum is told
      vint(data.length),
      vint(0o100644),
      sum,
      vint(0), // stored
      vint(1), // made on Unix
      vint(nameBytes.length),
      nameBytes,
    ]);
    return rarBlock(header, data);
  });
  const end = rarBlock(Buffer.concat([vint(5), vint(0), vint(0)]));
  return Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), main, ...entries, end]);
}
