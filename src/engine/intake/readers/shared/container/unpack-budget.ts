import { limits } from '../../../limits.ts';
import { type Nesting, ReadRefusal } from '../../reader.ts';

/** Counts what comes out of the whole nest of archives against the size of the outermost file. */
export class UnpackBudget {
  private unpacked: number;
  private readonly allowed: number;

  constructor(size: number, nesting: Nesting | undefined) {
    const outermost = nesting?.outermostBytes ?? size;
    this.unpacked = nesting?.unpackedBytes ?? 0;
    this.allowed = Math.min(limits.unpackedBytes, Math.max(limits.unpackRatioFrom, outermost * limits.unpackRatio));
  }

  left(): number {
    return Math.max(0, this.allowed - this.unpacked);
  }

  spend(bytes: number): void {
    this.unpacked += bytes;
  }
}

/** @throws ReadRefusal where a container lies deeper in others than is followed. */
export function refuseTooDeep(nesting: Nesting | undefined): void {
  if ((nesting?.depth ?? 0) < limits.containerDepth) return;
  throw new ReadRefusal(
    `This archive lies inside ${limits.containerDepth} others, one in the other, and was not opened. It is kept; if it matters, save it by itself and add it as a file.`,
  );
}
