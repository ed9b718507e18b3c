import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { raise } from '../../contract/errors.ts';

/** Names that need no escape in a manifest and mean the same on every system (RFC 8493, 2.1.3 and 6). */
const SAFE_PATH = /^(?:[a-z0-9_][a-zA-Z0-9_.-]*\/)*[a-zA-Z0-9_][a-zA-Z0-9_.-]*$/;

export interface Written {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes a bag beside its place and moves it there when it is whole, so that a crash leaves a copy or none. Payload files
 * go under `data/`; every other file is a tag file.
 */
export class BagWriter {
  readonly #target: string;
  readonly #part: string;
  readonly #files = new Map<string, Written>();
  readonly #open = new Set<BagFile>();

  private constructor(target: string) {
    this.#target = target;
    this.#part = join(dirname(target), `${basename(target)}.evenhand-copy.part`);
  }

  /** @throws export-folder-taken, case-folder-missing */
  static async at(target: string): Promise<BagWriter> {
    assertFree(target);
    const writer = new BagWriter(target);
    try {
      // What an earlier attempt left lies in clear text: it goes first.
      await rm(writer.#part, { recursive: true, force: true });
      await mkdir(writer.#part);
    } catch {
      raise('case-folder-missing', { path: target });
    }
    return writer;
  }

  get payload(): { readonly files: number; readonly bytes: number } {
    const payload = [...this.#files].filter(([path]) => path.startsWith('data/'));
    return { files: payload.length, bytes: payload.reduce((sum, [, { bytes }]) => sum + bytes, 0) };
  }

  async add(path: string, content: string | Uint8Array | Iterable<Uint8Array>): Promise<Written> {
    const file = await this.open(path);
    for (const piece of piecesOf(content)) await file.write(piece);
    return file.end();
  }

  /** A file that grows line by line. */
  async open(path: string): Promise<BagFile> {
    if (!SAFE_PATH.test(path) || this.#files.has(path))
      throw new Error(`broken belief: ${path} is a new and safe name`);
    const whole = join(this.#part, path);
    await mkdir(dirname(whole), { recursive: true });
    const file = new BagFile(await open(whole, 'wx'), (written) => {
      this.#open.delete(file);
      this.#files.set(path, written);
    });
    this.#open.add(file);
    return file;
  }

  /** The lines of `manifest-sha256.txt`: every payload file. */
  get manifest(): string {
    return linesOf([...this.#files].filter(([path]) => path.startsWith('data/')));
  }

  /** The lines of `tagmanifest-sha256.txt`: every other file written until now. */
  get tagManifest(): string {
    return linesOf([...this.#files].filter(([path]) => !path.startsWith('data/')));
  }

  /** Moves the finished copy to its place. */
  async finish(): Promise<void> {
    assertFree(this.#target);
    if (existsSync(this.#target)) rmdirSync(this.#target);
    await rename(this.#part, this.#target);
  }

  /** Takes away what was written. */
  async giveUp(): Promise<void> {
    for (const file of this.#open) await file.drop();
    await rm(this.#part, { recursive: true, force: true });
  }
}

/** One file being written, hashed on the way. */
export class BagFile {
  readonly #handle: FileHandle;
  readonly #done: (written: Written) => void;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #waiting: Uint8Array[] = [];
  #held = 0;

  constructor(handle: FileHandle, done: (written: Written) => void) {
    this.#handle = handle;
    this.#done = done;
  }

  async write(content: string | Uint8Array): Promise<void> {
    const piece = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    this.#hash.update(piece);
    this.#bytes += piece.length;
    this.#waiting.push(piece);
    this.#held += piece.length;
    if (this.#held >= 1_048_576) await this.#flush();
  }

  async end(): Promise<Written> {
    try {
      await this.#flush();
      await this.#handle.sync();
    } finally {
      await this.#handle.close();
    }
    const written = { sha256: this.#hash.digest('hex'), bytes: this.#bytes };
    this.#done(written);
    return written;
  }

  async drop(): Promise<void> {
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    const pieces = this.#waiting;
    this.#waiting = [];
    this.#held = 0;
    if (pieces.length > 0) await this.#handle.writev(pieces);
  }
}

function* piecesOf(content: string | Uint8Array | Iterable<Uint8Array>): Iterable<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content;
  else yield* content;
}

function linesOf(files: readonly (readonly [string, Written])[]): string {
  return files
    .map(([path, { sha256 }]) => `${sha256}  ${path}\n`)
    .sort((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1))
    .join('');
}

/** @throws export-folder-taken */
function assertFree(path: string): void {
  if (existsSync(path) && !isEmptyFolder(path)) raise('export-folder-taken', { path });
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}
