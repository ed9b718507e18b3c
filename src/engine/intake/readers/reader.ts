import type { ItemDraft } from '../../../contract/item.ts';

/** What a reader may look at before it says whether a file is of its format. */
export interface Peek {
  /** Name as received; a hint, never a reason by itself. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The first 64 KiB at most. */
  readonly head: Uint8Array;
  /** The head decoded as text, or null where it is binary. */
  readonly text: string | null;
}

export interface Detection {
  readonly certainty: 'sure' | 'likely' | 'no';
  /** One sentence a person can read: why this format was chosen. */
  readonly because: string;
}

/** The file being read; its bytes never change and never touch a disk outside the case file. */
export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface ReadContext {
  /** IANA zone that a person gave for times without one; null leaves them floating. */
  readonly zone: string | null;
  /** Languages for picture text, as Tesseract names them (`eng`, `spa`). */
  readonly ocrLanguages: readonly string[];
}

export interface SourceFacts {
  readonly pages?: number;
  readonly width?: number;
  readonly height?: number;
  /** EXIF orientation, 1–8. */
  readonly orientation?: number;
  readonly durationSec?: number;
  readonly encrypted?: boolean;
  /** Overrides the count of items for containers: file entries accounted for. */
  readonly entries?: number;
}

/** What a reader yields. One bad record is an `unreadable`, never an exception and never silence. */
export type Yielded =
  | { readonly kind: 'item'; readonly item: ItemDraft }
  | {
      readonly kind: 'member';
      /** Path inside the container, `/`-separated, as data only. */
      readonly name: string;
      readonly role: 'attachment' | 'entry';
      readonly bytes: Uint8Array;
    }
  | {
      /** A member that was seen but not taken (limit, traversal name, encrypted…). */
      readonly kind: 'refused-member';
      readonly name: string;
      readonly because: string;
    }
  | { readonly kind: 'unreadable'; readonly where: string; readonly because: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: SourceFacts };

/** One evidence format. A reader yields values; it never touches the case file, the clock, the network or another reader. */
export interface Reader {
  readonly id: string;
  readonly version: number;
  /** As an administrator would say it: "E-mail message (.eml)". */
  readonly label: string;
  /** Where the format is described. */
  readonly source: string;
  detect(peek: Peek): Detection;
  /** @throws ReadRefusal when nothing at all could be made of the file. */
  read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded>;
}

/** Nothing could be made of the file; the message says in plain English what is wrong and what to do. */
export class ReadRefusal extends Error {
  override readonly name = 'ReadRefusal';
}
