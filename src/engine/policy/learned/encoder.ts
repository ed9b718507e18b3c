/** The vector of a sentence as the encoder reads it; null where the sentence was not encoded. */
export type SentenceVectors = (plain: string) => Float32Array | null;
