/** The pictures that the program makes of itself (`npm run screenshots`), by the room they show. */
export type HandbookPicture = 'overview' | 'evidence' | 'clause-grid' | 'findings' | 'steps' | 'documents' | 'record';

export interface HandbookSection {
  readonly heading: string;
  readonly text: readonly string[];
  /** What to do, in order. */
  readonly steps?: readonly string[];
}

export interface HandbookPage {
  readonly title: string;
  /** One sentence under the title and in the list. */
  readonly about: string;
  readonly picture?: { readonly name: HandbookPicture; readonly words: string };
  readonly sections: readonly HandbookSection[];
}
