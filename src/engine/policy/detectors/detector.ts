import type { SuggestSpan } from '../../../contract/suggest.ts';
import type { Scene } from '../scene/scene.ts';

/** What one detector noticed. Weighed with others before anything is suggested; never evidence. */
export interface Signal {
  readonly weighs: 'for' | 'against';
  /** Fraction 0–1: how much of the way from nothing to certainty (for), or from certainty to nothing (against), this goes alone. */
  readonly strength: number;
  /** One sentence that an administrator could read aloud. */
  readonly reason: string;
  /** Words that carry it; empty where circumstances do. */
  readonly spans: readonly SuggestSpan[];
  /** What would have to be known to be surer. */
  readonly questions: readonly string[];
  /** Whose conduct it is about, where it is not the author's: words that somebody received may put a duty on the receiver. */
  readonly about?: 'author' | 'receiver';
}

/** One way of noticing one concern. Pure: the same scene always gives the same signals. */
export interface Detector {
  /** The file's name. */
  readonly id: string;
  readonly version: number;
  /** What it looks for, as an administrator would say it. */
  readonly label: string;
  detect(scene: Scene): readonly Signal[];
}
