/** A field of meaning: words of four languages that speak of one thing. It judges nobody: the learned layer weighs what stands together. */
export interface Field {
  readonly id: string;
  /** What the words speak of, for a sentence. */
  readonly label: string;
  /** Folded words between blanks; a star stands for any ending. */
  readonly words: string;
}
