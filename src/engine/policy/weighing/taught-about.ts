import type { Clause, PolicyPack } from '../../../contract/policy.ts';
import { concernById } from '../concerns/catalogue.ts';
import type { Signal } from '../detectors/detector.ts';
import type { LearnedReading, Verdict } from '../learned/judge.ts';
import type { Scene } from '../scene/scene.ts';
import { quote, spansOf, wordsOf } from '../text/passage.ts';

export type Reason = Pick<Signal, 'reason' | 'spans' | 'questions'>;

interface Taught extends Pick<Verdict, 'score' | 'plausible'> {
  /** Made only where it is needed. */
  readonly reason: () => Reason;
}

/** What somebody who can breach nothing wrote may show what an employee learned from it. */
const received = 'reportable-concern-learned';

/** What examples taught about one clause of one item; null where they taught nothing about it. */
export function taughtAbout(
  pack: PolicyPack,
  clause: Clause,
  scene: Scene,
  learned: () => LearnedReading | null,
): Taught | null {
  const byOthers = scene.author.employee === 'no';
  if (byOthers && !(clause.concerns.includes(received) && scene.recipients.some(({ employee }) => employee === 'yes')))
    return null;
  const reading = learned();
  const verdict = reading?.ofClause(pack.id, clause.id, clause.concerns) ?? null;
  if (reading === null || verdict === null) return null;
  return {
    score: byOthers ? verdict.sure : verdict.score,
    plausible: byOthers || verdict.plausible,
    reason() {
      const hits = reading.carriedBy(pack.id, clause.id, clause.concerns);
      const [first] = hits;
      const label = concernById(clause.concerns[0] ?? '')?.label ?? clause.label;
      const meanings = reading.meanings(hits);
      const about = meanings.length === 0 ? '' : `, and speaks of ${meanings.join(' and of ')}`;
      const likeOthers = `resembles items that people wanted to look at under “${label}”`;
      const words = first === undefined ? null : quote(wordsOf(first));
      const who = byOthers ? `An employee received ${words ?? 'it'}; it` : (words ?? 'By its circumstances it');
      return {
        reason: `${who} ${likeOthers}${words === null ? '' : about}.`,
        spans: spansOf(hits),
        questions: [
          byOthers
            ? 'Which employee read it, when, and what did they do?'
            : 'What was meant, and what came before and after?',
        ],
      };
    },
  };
}
