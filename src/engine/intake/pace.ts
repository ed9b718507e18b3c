/** How long a file of its kind takes to read; pictures and scanned pages wait for the words of everything else. */
type Slowness = 'quick' | 'large' | 'pages' | 'picture';

const order: readonly Slowness[] = ['quick', 'large', 'pages', 'picture'];
/** From so many bytes on even a quick file holds the others up. */
const LARGE = 16_000_000;
/** Milliseconds that a file is taken to need before any of its kind was read; measured on two cores. */
const expected: Readonly<Record<Slowness, number>> = { quick: 40, large: 4000, pages: 900, picture: 1800 };

interface Waiting {
  readonly name: string;
  readonly bytes: number;
}

/** By name and size alone: a wrong guess costs a place in the queue and nothing else. */
function slownessOf({ name, bytes }: Waiting): Slowness {
  if (/\.(png|jpe?g|jfif|webp|gif|tiff?|bmp|heic|heif|avif)$/i.test(name)) return 'picture';
  if (/\.pdf$/i.test(name)) return 'pages';
  return bytes >= LARGE ? 'large' : 'quick';
}

/** Files that wait to be read: quick ones first, recognition of words last; otherwise the order of receipt. */
export class ReadingQueue<File extends Waiting> {
  readonly #waiting: Readonly<Record<Slowness, File[]>> = { quick: [], large: [], pages: [], picture: [] };

  get size(): number {
    return order.reduce((sum, slowness) => sum + this.#waiting[slowness].length, 0);
  }

  push(files: readonly File[]): void {
    for (const file of files) this.#waiting[slownessOf(file)].push(file);
  }

  next(): File | undefined {
    const first = order.find((slowness) => this.#waiting[slowness].length > 0);
    return first === undefined ? undefined : this.#waiting[first].shift();
  }

  /** Whole seconds until all of these and the given ones are read. */
  secondsLeft(pace: Pace, running: readonly File[]): number {
    const waiting = order.reduce((sum, slowness) => sum + this.#waiting[slowness].length * pace.expect(slowness), 0);
    const begun = running.reduce((sum, file) => sum + pace.expect(slownessOf(file)) / 2, 0);
    return Math.ceil((waiting + begun) / pace.readers / 1000);
  }
}

/** Learns from the files that were read how long the rest will take. */
export class Pace {
  readonly #spent = new Map<Slowness, { files: number; ms: number }>();
  readonly readers: number;

  /** @param readers how many files are read at a time */
  constructor(readers: number) {
    this.readers = readers;
  }

  read(file: Waiting, ms: number): void {
    const slowness = slownessOf(file);
    const { files, ms: before } = this.#spent.get(slowness) ?? { files: 0, ms: 0 };
    this.#spent.set(slowness, { files: files + 1, ms: before + ms });
  }

  /** Milliseconds for a file of a kind. The first guess counts as one file, so that a single odd one does not decide. */
  expect(slowness: Slowness): number {
    const { files, ms } = this.#spent.get(slowness) ?? { files: 0, ms: 0 };
    return (ms + expected[slowness]) / (files + 1);
  }
}
