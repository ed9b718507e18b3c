/** One record of an Excel file; those that go on in others are put together, each piece kept. */
export interface ExcelRecord {
  readonly kind: number;
  /** Place of the record in the stream. */
  readonly at: number;
  /** The record and those that continue it. */
  readonly pieces: readonly Buffer[];
}

const continues = 0x3c;

/** The records of the stream of a workbook (MS-XLS, 2.1.4), one after the other. */
export function* excelRecords(stream: Buffer): Generator<ExcelRecord, void> {
  let at = 0;
  while (at + 4 <= stream.length) {
    const start = at;
    const kind = stream.readUInt16LE(at);
    const pieces: Buffer[] = [];
    do {
      const length = stream.readUInt16LE(at + 2);
      pieces.push(stream.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    } while (at + 4 <= stream.length && stream.readUInt16LE(at) === continues);
    yield { kind, at: start, pieces };
  }
}

/** Reads figures and words across the pieces of a record. */
export class PieceReader {
  private piece = 0;
  private at = 0;
  private readonly pieces: readonly Buffer[];

  constructor(pieces: readonly Buffer[]) {
    this.pieces = pieces;
  }

  private current(): Buffer | null {
    for (;;) {
      const piece = this.pieces[this.piece];
      if (piece === undefined) return null;
      if (this.at < piece.length) return piece;
      this.piece += 1;
      this.at = 0;
    }
  }

  ended(): boolean {
    return this.current() === null;
  }

  byte(): number {
    const piece = this.current();
    const value = piece?.[this.at] ?? 0;
    this.at += 1;
    return value;
  }

  two(): number {
    return this.byte() + this.byte() * 256;
  }

  four(): number {
    return this.two() + this.two() * 65_536;
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      const piece = this.current();
      if (piece === null) return;
      const step = Math.min(left, piece.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** Letters; where they go on in the next piece, that one begins by saying anew how wide they are. */
  private letters(count: number, wideAtFirst: boolean): string {
    let wide = wideAtFirst;
    let text = '';
    for (let left = count; left > 0; ) {
      const before = this.piece;
      const piece = this.current();
      if (piece === null) break;
      if (this.piece !== before) {
        wide = (this.byte() & 1) === 1;
        continue;
      }
      const width = wide ? 2 : 1;
      const step = Math.min(left, Math.floor((piece.length - this.at) / width));
      if (step === 0) {
        this.at = piece.length;
        continue;
      }
      text += piece.subarray(this.at, this.at + step * width).toString(wide ? 'utf16le' : 'latin1');
      this.at += step * width;
      left -= step;
    }
    return text;
  }

  /** A string with a head that tells its width, its formats and how it is spoken (MS-XLS, 2.5.293 and 2.5.294). */
  string(lengthBytes: 1 | 2): string {
    const count = lengthBytes === 1 ? this.byte() : this.two();
    const flags = this.byte();
    const formats = (flags & 8) === 0 ? 0 : this.two();
    const spoken = (flags & 4) === 0 ? 0 : this.four();
    const text = this.letters(count, (flags & 1) === 1);
    this.skip(formats * 4 + spoken);
    return text;
  }
}
