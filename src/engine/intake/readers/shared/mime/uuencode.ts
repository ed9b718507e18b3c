/** One line: a letter for its length, then four letters for three bytes each. */
export function uuLine(line: string): number[] | null {
  const length = (line.charCodeAt(0) - 32) & 63;
  if (length === 0) return [];
  const groups = Math.ceil(length / 3);
  // Some programs leave out the blanks at the end of the line, some add a letter as a check.
  if (line.length > groups * 4 + 3 || /[^ -`]/.test(line)) return null;
  const bytes: number[] = [];
  for (let group = 0; group < groups; group += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((index) => {
      const code = line.charCodeAt(1 + group * 4 + index);
      return Number.isNaN(code) ? 0 : (code - 32) & 63;
    });
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return bytes.slice(0, length);
}

/** The bytes of a part that says it is uuencoded, from its `begin` line to its `end`; as they are where neither stands. */
export function fromUuencode(bytes: Uint8Array): Uint8Array {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').split(/\r?\n/);
  const first = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const pieces: Uint8Array[] = [];
  for (const line of lines.slice(first + 1)) {
    if (/^end\s*$/.test(line)) break;
    const piece = line === '' ? [] : uuLine(line);
    if (piece === null) return bytes;
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}
