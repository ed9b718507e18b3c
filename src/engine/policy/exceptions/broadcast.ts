import { unprofessionalWithStudent } from '../detectors/unprofessional-with-student.ts';
import { studentsReached } from '../scene/counterpart.ts';
import type { Scene } from '../scene/scene.ts';
import { hasAnyOf } from '../text/phrases.ts';
import type { ExceptionRule, ExceptionView } from './exception.ts';

const wholeGroup = hasAnyOf([
  'team|class|club|squad|everyone|everybody|all (?:students|players|members|of you|parents|athletes)',
  String.raw`band|choir|orchestra|cast|crew|roster|varsity|jv|period \d|\d\w+ period|section|equipo|clase|club`,
  'todos',
]);
const toAll =
  /^\W*(?:(?:hi|hey|hello|hola|good (?:morning|evening|afternoon)|reminder|attention|ok)[ ,:!-]*)?(?:team|everyone|everybody|all|class|guys|y'all|folks|ladies|gentlemen|players|athletes|students|band|choir|cast|otters|todos|equipo|chicos|families)\b|\b(?:all (?:of you|players|members|students)|everyone|y'all|you all|the whole (?:team|class|club)|todos)\b/;
const onlySome =
  /\b(?:only|just) (?:\w+ )?(?:some|two|three|2|3|a few|certain|the captains|starters)\b|\bnot (?:all|everyone|the whole)\b/;

/** A "broadcast" to all members of a class, club or team that keeps to professional standards. */
export const broadcast: ExceptionRule = {
  id: 'broadcast',
  weigh(scene) {
    if (studentsReached(scene).students.length === 0) return null;
    if (scene.oneToOne !== 'no') return claimedBroadcast(scene);
    if (unprofessionalWithStudent.detect(scene).some((signal) => signal.weighs === 'for' && signal.strength >= 0.5)) {
      return {
        applies: 'no',
        because: 'It went to more than one student, but its words may not comport with professional standards.',
        questions: [],
      };
    }
    if (looksWhole(scene))
      return {
        applies: 'yes',
        because: 'It went to the whole class, club or team and not to one student.',
        questions: [],
      };
    return {
      applies: 'unknown',
      because: 'It went to more than one student; whether to all members of the class, club or team is not known.',
      questions: ['Did it go to every member of the class, club or team?'],
    };
  },
};

const sentToAll =
  /\b(?:sent|sending|went|texted|wrote|copied|mand\w+|envi\w+|mande[iy]) (?:\w+ ){0,4}(?:to )?(?:all|everyone|everybody|each of|the whole (?:team|class|squad|club|group)|tod[oa]s)\b|\bone by one\b/;

/** A message that lies before us as one to one person, and is said to have gone to all. */
function claimedBroadcast(scene: Scene): ExceptionView | null {
  const told = [...scene.fields, ...(scene.notes ? [scene.notes] : [])];
  if (!told.some((field) => sentToAll.test(field.folded.words))) return null;
  return {
    applies: 'unknown',
    because: 'It is said to have gone to everybody, and only the message to one student is at hand.',
    questions: ['Did the same message go to every member of the class, club or team?'],
  };
}

function looksWhole(scene: Scene): boolean {
  const notes = scene.notes?.folded.words ?? '';
  if (onlySome.test(notes)) return false;
  if (scene.recipients.length >= 5 || wholeGroup.test(notes)) return true;
  const names = scene.recipients.map((party) => (party.name ?? '').toLowerCase()).join(' ');
  const addressed = scene.fields.some((field) => toAll.test(field.folded.words));
  return wholeGroup.test(names) || addressed || (scene.audience === 'group' && scene.recipients.length <= 1);
}
