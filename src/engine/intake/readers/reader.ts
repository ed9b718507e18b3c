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
  /** Names of what lies inside a zip archive or a compound file (old Office, Outlook); empty for anything else. */
  readonly inside: readonly string[];
  /** True where a file that begins as something else ends as a zip archive. */
  readonly endsAsZip?: boolean;
}

/**
 * How certain a reader is. `possible` is for readers that take whatever nobody else knows better (any text at all), so
 * that a format recognised by its shape (`likely`) or by its own marks (`sure`) always goes first.
 */
export type Certainty = 'sure' | 'likely' | 'possible' | 'no';

export interface Detection {
  readonly certainty: Certainty;
  /** One sentence a person can read: why this format was chosen. */
  readonly because: string;
  /** The format's short name where one reader reads several (`png`, `jpeg`); else the reader's id is its name. */
  readonly format?: string;
}

export const notThis: Detection = { certainty: 'no', because: '' };

/** Where a member stands in the containers around it, so that limits hold for the whole nest and not only for each layer. */
export interface Nesting {
  /** 0 for a file as it was handed in, 1 for a member of it, and so on. */
  readonly depth: number;
  /** Bytes of the outermost file. */
  readonly outermostBytes: number;
  /** Bytes already unpacked out of the outermost file, all layers together. */
  readonly unpackedBytes: number;
}

/** Files of the same export that may tell names which the file itself only gives marks of. */
export interface Beside {
  /** Name of the folder that the file lies in; null where it lies in none. */
  readonly folder: string | null;
  /** Each with how it lies to the file, as `shared/company/places.ts` writes it. */
  readonly files: readonly { readonly place: string; readonly bytes: Uint8Array }[];
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
  /** Left out for a file that was handed in as it is. */
  readonly nesting?: Nesting;
  /** Left out where nothing that tells names lies beside the file. */
  readonly beside?: Beside;
  /** A password that a person gave for this reading; it is used and nowhere kept. */
  readonly password?: string;
}

export interface SourceFacts {
  readonly pages?: number;
  readonly width?: number;
  readonly height?: number;
  /** EXIF orientation, 1–8. */
  readonly orientation?: number;
  readonly durationSec?: number;
  readonly encrypted?: boolean;
  /** How a picture looks, in 512 hex digits, by which copies of it are known. */
  readonly print?: string;
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
  /** Short name, printed as the format and, with the version, as the reader: `zip`, `zip@1`. */
  readonly id: string;
  readonly version: number;
  /** As an administrator would say it: "E-mail message (.eml)". */
  readonly label: string;
  /** Where the format is described. */
  readonly source: string;
  /** Usual endings of names, lower case, with the dot; they only break a tie between equally certain readers. */
  readonly endings: readonly string[];
  detect(peek: Peek): Detection;
  /** @throws ReadRefusal when nothing at all could be made of the file. */
  read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded>;
}

/** Nothing could be made of the file; the message says in plain English what is wrong and what to do. */
export class ReadRefusal extends Error {
  override readonly name = 'ReadRefusal';
}
