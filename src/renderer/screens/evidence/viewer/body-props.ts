import type { Passage } from '../../../../contract/mapping.ts';
import type { TextMark } from './passages.ts';
import type { OpenItem } from './use-item.ts';

/** What every way of showing an item needs. */
export interface BodyProps {
  readonly item: OpenItem;
  readonly marks: readonly TextMark[];
  /** What is marked now and not linked yet. */
  readonly passage: Passage | null;
  readonly onPassage: (passage: Passage | null) => void;
}
