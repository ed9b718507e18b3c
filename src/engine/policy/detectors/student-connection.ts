import { studentsReached } from '../scene/counterpart.ts';
import type { Scene } from '../scene/scene.ts';
import { isNegated, isReported } from '../text/cues.ts';
import { findIn, quote, sentenceOf, spansOf } from '../text/passage.ts';
import { anyOf } from '../text/phrases.ts';
import type { Detector, Signal } from './detector.ts';

const connected = anyOf([
  '(?:friend|follow) request',
  String.raw`(?:accepted|accept|added|add|friended|followed|following|following back|follow(?:ed)? back|sent|requested|approved)\b[^.!?]{0,40}\b(?:request|friends?|follow\w*|snap(?:chat)?|insta\w*|facebook|fb|tiktok|bereal|ig)`,
  '(?:started|began|is now|are now|now) (?:following|friends)|friended|add me|follow me|followed you',
  'me sigue|sigueme|agregame|solicitud de amistad|empezo a seguir|acepto la solicitud|aceptada',
]);
const aboutStudents =
  /\b(?:my|our|a|the|some|all|current|his|her) (?:\w+ ){0,2}(?:students?|kids|players?|freshm[ae]n|sophomores?|juniors?|seniors?|class|team)\b|\b(?:mis|un|una|los) (?:alumn[oa]s?|estudiantes?)\b/;
const past = /\b(?:former|graduat\w+|alumni|after they graduate|once they graduate|ex-?alumn\w+)\b/;

/** A teacher or administrator who "friends" or "follows" a student; others are not named by that sentence. */
export const studentConnection: Detector = {
  id: 'student-connection',
  version: 1,
  label: 'A friend or follow link between a teacher or administrator and a student',
  detect(scene): readonly Signal[] {
    if (scene.account === 'district') return [];
    const { role } = scene.author;
    // "It shall be deemed inappropriate for a teacher or administrator": a coach or an aide is not held to that sentence.
    if (role !== null && role !== 'teacher' && role !== 'administrator') return [];
    return scene.kind === 'connection' ? fromConnection(scene) : fromWords(scene);
  },
};

function fromConnection(scene: Scene): readonly Signal[] {
  const reached = studentsReached({ ...scene, oneToOne: 'yes' });
  const [student] = reached.students;
  if (student === undefined || reached.former) return [];
  const hits = scene.fields.flatMap((field) => findIn(field, connected));
  const questions = ['Who asked whom, and when?'];
  if (scene.author.role === null) questions.push('Is the author a teacher or an administrator?');
  const network = scene.platform === null ? 'a social networking site' : capital(scene.platform);
  const link: Signal = {
    weighs: 'for',
    strength: scene.author.role === null ? 0.64 : 0.86,
    reason: `${capital(scene.author.described)} is linked to a student on ${network}.`,
    spans: spansOf(hits),
    questions,
  };
  if (student.relative !== 'yes') return [link];
  return [
    link,
    { weighs: 'against', strength: 0.6, reason: 'The student is a relative of the author.', spans: [], questions: [] },
  ];
}

function fromWords(scene: Scene): readonly Signal[] {
  const toStudent = studentsReached(scene);
  if (toStudent.former || toStudent.students.some((student) => student.relative === 'yes')) return [];
  const found = scene.fields.flatMap((field) =>
    findIn(field, connected).filter((hit) => {
      if (isNegated(hit) || isReported(hit) || past.test(hit.sentence.words)) return false;
      return toStudent.students.length > 0 || aboutStudents.test(hit.sentence.words);
    }),
  );
  const first = found[0];
  if (first === undefined) return [];
  return [
    {
      weighs: 'for',
      strength: toStudent.students.length > 0 ? 0.72 : 0.64,
      reason: `${quote(sentenceOf(first))} speaks of a friend or follow link between ${scene.author.described} and a student.`,
      spans: spansOf(found),
      questions: ['Did such a link exist, who asked whom, and when?'],
    },
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
