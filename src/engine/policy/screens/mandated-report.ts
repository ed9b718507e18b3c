import type { MandatedReport } from '../../../contract/suggest.ts';
import type { Scene } from '../scene/scene.ts';
import { quote, spansOf, wordsOf } from '../text/passage.ts';
import { findApproach } from './approach-to-student.ts';
import { findSafetyFacts } from './child-safety.ts';

/**
 * The investigator's own duty to report: it starts on the fact, whoever wrote it.
 * Source: Conn. Gen. Stat. 17a-101a to 17a-101d (12 hours from knowledge, written report within 48 hours of the oral one).
 */
export function screenMandatedReport(scene: Scene): MandatedReport {
  const known = screened.get(scene) ?? screen(scene);
  screened.set(scene, known);
  return known;
}

/** Asked twice of every item: as evidence for what examples taught, and for its own sake. */
const screened = new WeakMap<Scene, MandatedReport>();

function screen(scene: Scene): MandatedReport {
  const facts = findSafetyFacts(scene);
  const [first] = facts;
  if (first === undefined) {
    const approach = findApproach(scene);
    const [words] = approach;
    if (words !== undefined) {
      return {
        flag: true,
        because: `${quote(wordsOf(words))} in an employee’s private message may be a sexual approach to a student. Whoever learns of it may have to report within hours, whatever becomes of the complaint.`,
        spans: [...spansOf(approach)],
      };
    }
    return { flag: false, because: 'No words that start a duty to report were found; that clears nothing.', spans: [] };
  }
  const where =
    first.hit.field.name === 'notes'
      ? ' in the notes'
      : first.hit.field.name === 'thread'
        ? ' earlier in the thread'
        : '';
  const labels = [...new Set(facts.map((fact) => fact.kind.label))];
  return {
    flag: true,
    because: `${quote(wordsOf(first.hit))}${where} points to ${labels.join(' and to ')}. Whoever learns of it may have to report within hours, whatever becomes of the complaint.`,
    spans: [...spansOf(facts.map((fact) => fact.hit))],
  };
}
