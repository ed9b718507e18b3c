import { speakingForDistrict } from '../detectors/speaking-for-district.ts';
import type { Scene } from '../scene/scene.ts';
import { hasAnyOf } from '../text/phrases.ts';
import type { ExceptionRule } from './exception.ts';

const business = hasAnyOf([
  'permission slip|field trip|conference|parent[- ]teacher|homework|assignment|curriculum|report cards?',
  'progress reports?|schedule|dismissal|open house|back[- ]to[- ]school|picture day|practice|tryouts?',
  'rehearsal|concert|attendance|class (?:list|news|trip|supplies)|lesson|unit test|study guide|pickup',
  'drop[- ]off|supply list|pta|iep meeting|library books?|due (?:on|by|date)|register|registration',
  'bus (?:route|schedule)|early release|snow day|reunion de padres|tarea|permiso|excursion',
  'calificaciones',
]);

/** Official in nature and serving the mission of the District: both are needed. */
export const officialCommunication: ExceptionRule = {
  id: 'official-communication',
  weigh(scene) {
    const question = 'Was this an official communication that serves the mission of the District?';
    if (scene.account === 'district') {
      const personal = speakingForDistrict.detect(scene).length > 0;
      return personal
        ? {
            applies: 'unknown',
            because: 'It was sent from a District account, but may give a personal view.',
            questions: [question],
          }
        : { applies: 'yes', because: 'It was sent from a District account on the District’s business.', questions: [] };
    }
    if (!isBusinessWithThoseConcerned(scene)) {
      return scene.account === 'personal'
        ? {
            applies: 'no',
            because: 'It stands on a personal account and is no school business by its words.',
            questions: [],
          }
        : {
            applies: 'unknown',
            because: 'Whether it was sent in an official capacity is not known.',
            questions: [question],
          };
    }
    if (scene.account === 'personal') {
      return {
        applies: 'unknown',
        because: 'The words are about school business, but it was sent from a personal account.',
        questions: [question],
      };
    }
    return {
      applies: 'yes',
      because: 'The words are about school business and it went to people of the school.',
      questions: [],
    };
  },
};

function isBusinessWithThoseConcerned(scene: Scene): boolean {
  const concerned =
    scene.recipients.length > 0 &&
    scene.recipients.every(
      (party) => party.standing === 'parent' || party.standing === 'student' || party.employee === 'yes',
    );
  return concerned && scene.fields.some((field) => business.test(field.folded.words));
}
