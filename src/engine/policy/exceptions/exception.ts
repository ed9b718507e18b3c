import type { ExceptionId } from '../../../contract/policy.ts';
import type { SuggestedException } from '../../../contract/suggest.ts';
import type { Scene } from '../scene/scene.ts';

/** What the facts say about an exception. `yes` takes the suggestion away; with anything open it stays and shows this. */
export interface ExceptionView {
  readonly applies: SuggestedException['applies'];
  /** One sentence that an administrator could read aloud. */
  readonly because: string;
  readonly questions: readonly string[];
}

/** One exception. Pure; null where the item gives no occasion to speak of it. */
export interface ExceptionRule {
  readonly id: ExceptionId;
  weigh(scene: Scene): ExceptionView | null;
}
