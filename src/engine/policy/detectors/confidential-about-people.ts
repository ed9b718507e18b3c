import type { Scene } from '../scene/scene.ts';
import { spansOf } from '../text/passage.ts';
import { findToldFacts, reachOf, type ToldFact } from './confidential-facts.ts';
import type { Detector, Signal } from './detector.ts';

/** Sensitive facts about a student, a family or a colleague, known from the work and told to others. */
export const confidentialAboutPeople: Detector = {
  id: 'confidential-about-people',
  version: 1,
  label: 'Health, marks, discipline, family or personnel matters of somebody who can be identified',
  detect: (scene) => signalsFrom(scene, findToldFacts(scene)),
};

/** The same facts where they are about a student. */
export const studentInformation: Detector = {
  id: 'student-information',
  version: 1,
  label: 'Health, marks, discipline, records or family matters of a student who can be identified',
  detect: (scene) =>
    signalsFrom(
      scene,
      findToldFacts(scene).filter((fact) => fact.student),
    ),
};

function signalsFrom(scene: Scene, facts: readonly ToldFact[]): readonly Signal[] {
  const strongest = facts[0];
  if (strongest === undefined) return [];
  const reach = reachOf(scene);
  const carrying = facts.filter((fact) => fact.strength >= strongest.strength - 0.2);
  const told: Signal = {
    weighs: 'for',
    strength: strongest.strength,
    reason: `${strongest.reason} ${reach.against === 0 ? reach.sentence : ''}`.trim(),
    spans: spansOf(carrying.flatMap((fact) => fact.hits)),
    questions: [...questionsAbout(strongest), ...reach.questions],
  };
  if (reach.against === 0) return [told];
  return [told, { weighs: 'against', strength: reach.against, reason: reach.sentence, spans: [], questions: [] }];
}

function questionsAbout(fact: ToldFact): readonly string[] {
  if (fact.person === 'named' || fact.person === 'initials') return ['How did the author come to know this?'];
  return ['Can readers tell who is meant?', 'How did the author come to know this?'];
}
