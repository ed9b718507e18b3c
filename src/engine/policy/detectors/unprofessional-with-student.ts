import { areRelatives, studentsReached } from '../scene/counterpart.ts';
import { nameOfKind, type Scene } from '../scene/scene.ts';
import { isNegated, isReported } from '../text/cues.ts';
import { findIn, type Hit, quote, spansOf, wordsOf } from '../text/passage.ts';
import { hasAnyOf } from '../text/phrases.ts';
import type { Detector, Signal } from './detector.ts';
import { romanticEmoji, unprofessionalFamilies } from './unprofessional-phrases.ts';

const business = hasAnyOf([
  'worksheets?|notes|textbook|whiteboard|practice|game|match|meet|rehearsal|homework|assignment|essay',
  'lab|quiz|test|project|permission slip|bus|field|gym|class|lesson|grade|scholarship|recommendation',
  'transcript|tryouts?|uniform|rides?|club|meeting|deadline|due|study guide|tutoring|make[- ]?up work',
  'ensayo|tarea|entrenamiento|partido|clase|examen',
]);
const aboutTeam = hasAnyOf([
  "team|everyone|all of you|you (?:all|guys)|y'all|seniors|we(?:'ll| will) miss you all|class of",
  'this (?:season|year)|in class|at practice|your (?:essay|project|work|test|homework)',
]);

/** Words or hours of a message to a student that leave the professional relationship; any employee, any channel. */
export const unprofessionalWithStudent: Detector = {
  id: 'unprofessional-with-student',
  version: 1,
  label: 'A message to a student that is not professional: secrecy, romance, private meetings, insults, late hours',
  detect(scene): readonly Signal[] {
    const reached = studentsReached(scene);
    if (reached.students.length === 0 || areRelatives(reached.students) || scene.kind === 'connection') return [];
    const alone = scene.oneToOne !== 'no';
    const found = unprofessionalFamilies
      .filter((family) => alone || !family.private)
      .flatMap((family) =>
        hitsOf(scene, family.pattern)
          .filter((hit) => isMeant(family.id, hit, alone))
          .map((hit) => ({ family, hit })),
      );
    const questions = reached.former ? ['Was the recipient a student at that time?'] : [];
    if (reached.inferred) questions.push('Was the recipient a student at that time?');
    const signals: Signal[] = [];
    const seen = new Set<string>();
    for (const { family } of found) {
      if (seen.has(family.id)) continue;
      seen.add(family.id);
      const hits = found.filter((one) => one.family.id === family.id).map((one) => one.hit);
      const [first] = hits;
      if (first === undefined) continue;
      signals.push({
        weighs: 'for',
        strength: family.strength,
        reason: `${quote(wordsOf(first))} in a ${nameOfKind(scene)} to a student ${family.label}.`,
        spans: spansOf(hits),
        questions: [...questions, 'What came before in this conversation?'],
      });
    }
    return [...signals, ...circumstances(scene, alone, signals.length > 0)];
  },
};

function hitsOf(scene: Scene, pattern: RegExp): readonly Hit[] {
  return scene.fields.flatMap((field) => findIn(field, pattern));
}

function isMeant(family: string, hit: Hit, alone: boolean): boolean {
  if (isReported(hit)) return false;
  // Secrecy is asked for in the negative; the other families are denied by it.
  if (family !== 'secrecy' && isNegated(hit)) return false;
  // A picture of the worksheet is school business.
  if (
    family === 'romantic' &&
    /\b(?:pics?|pictures?|photos?)/.test(hit.field.folded.words.slice(hit.start, hit.end)) &&
    business.test(hit.field.folded.words)
  )
    return false;
  // `We missed you at practice` is what a coach says to anybody.
  if (
    family === 'romantic' &&
    /\bwe (?:all )?$/.test(hit.field.folded.words.slice(Math.max(0, hit.start - 8), hit.start))
  )
    return false;
  if (family === 'romantic' && /\bmiss/.test(hit.field.folded.words.slice(hit.start, hit.end))) {
    return !aboutTeam.test(hit.sentence.words) && !business.test(hit.sentence.words);
  }
  return alone || !aboutTeam.test(hit.sentence.words) || family !== 'romantic';
}

/** Hearts and the small hours count only one-to-one, and little beside plain school business. */
function circumstances(scene: Scene, alone: boolean, wordsFound: boolean): readonly Signal[] {
  if (!alone) return [];
  const signals: Signal[] = [];
  const onBusiness = scene.fields.some((field) => business.test(field.folded.words));
  const emoji = hitsOf(scene, romanticEmoji);
  const [first] = emoji;
  if (first !== undefined) {
    signals.push({
      weighs: 'for',
      strength: onBusiness ? 0.3 : 0.5,
      reason: `${quote(wordsOf(first))} stands in a message to one student.`,
      spans: spansOf(emoji),
      questions: [],
    });
  }
  const minutes = scene.sent?.minutes;
  if (minutes !== undefined && scene.sent?.basis !== 'floating' && (minutes >= 22 * 60 || minutes < 5 * 60)) {
    signals.push({
      weighs: 'for',
      strength: onBusiness ? 0.2 : wordsFound ? 0.35 : 0.46,
      reason: `It was sent to one student at ${scene.sent?.shown ?? ''}, late at night.`,
      spans: [],
      questions: ['Why was it sent at that hour?'],
    });
  }
  return signals;
}
