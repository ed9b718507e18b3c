/** One entry of a tar archive put together by hand. */
export interface MadeTarEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** `0` file (default), `5` folder, `2` link, `3` device, `L` long name, `x` pax record. */
  readonly type?: string;
  /** What the header says of the size, where it differs from the truth. */
  readonly declaredSize?: number;
  readonly prefix?: string;
}

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

function header({ name, content = '', type = '0', declaredSize, prefix = '' }: MadeTarEntry): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, 'utf8');
  block.write(octal(0o644, 7), 100, 'latin1');
  block.write(octal(declaredSize ?? Buffer.byteLength(content), 11), 124, 'latin1');
  block.write(octal(1_773_000_000, 11), 136, 'latin1');
  block.write(' '.repeat(8), 148, 'latin1');
  block.write(type, 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.write(prefix, 345, 155, 'utf8');
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** A tar archive with the entries as they are given, ended by two empty blocks. */
export function makeTar(entries: readonly MadeTarEntry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const content = Buffer.from(entry.content ?? '');
    const filling = Buffer.alloc((512 - (content.length % 512)) % 512);
    return [header(entry), content, filling];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** The records of a pax header, each with its own length in front. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest);
  while (String(length).length + Buffer.byteLength(rest) !== length) length += 1;
  return `${length}${rest}`;
}
