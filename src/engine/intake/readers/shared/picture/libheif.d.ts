/** The part that is used of a library that comes without types of its own. */
declare module 'libheif-js/wasm-bundle.js' {
  export interface HeifPixels {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }

  /** A picture of the file, turned and mirrored as the file says. */
  export interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Fills the given pixels (RGBA); the answer is null where the picture cannot be decoded. */
    display(into: HeifPixels, then: (filled: HeifPixels | null) => void): void;
    free(): void;
  }

  export interface LibHeif {
    readonly HeifDecoder: new () => { decode(file: Uint8Array): readonly HeifImage[] };
  }

  const libheif: LibHeif;
  export default libheif;
}
