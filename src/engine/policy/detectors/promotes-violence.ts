import { isFiction, isJest, isNegated, isReported, isSport, neighbourhood } from '../text/cues.ts';
import { after, before, findIn, type Hit, originalOf, quote, spansOf, type TextField } from '../text/passage.ts';
import { hasAnyOf } from '../text/phrases.ts';
import { findReferents } from '../text/referents.ts';
import type { Detector, Signal } from './detector.ts';
import { idioms, target, type ViolentFamily, violentFamilies } from './violent-phrases.ts';

/** Words of the item that speak for violence against people, with how surely. */
interface ViolentWords {
  readonly family: ViolentFamily;
  readonly hit: Hit;
  readonly strength: number;
  readonly jest: boolean;
  readonly towardsStudents: boolean;
}

const students = hasAnyOf([
  'students?|kids?|kiddos?|class|period|homeroom|graders?|freshm[ae]n|sophomores?|juniors?|seniors?',
  'brats?|pupils?|children|alumnos?|estudiantes?|ninos?',
]);
const ownFamily =
  /^\s+(?:my|our|mi|mis) (?:\w+ ){0,2}(?:husband|wife|spouse|partner|boyfriend|girlfriend|brother|sister|son|daughter|mom|dad|mother|father|roommate|sibling|dog|cat|cats|dogs|puppy|esposo|marido|hermano|hermana|hijo|hija|self)\b/;
const anyFamily =
  /\b(?:my|our|mi) (?:\w+ )?(?:husband|wife|spouse|partner|boyfriend|girlfriend|brother|sister|roommate|dog|cat|toddler|esposo|marido|hermano|hermana)\b/;
const thing = hasAnyOf([
  'photos?|pictures?|video|film|movie|scene|ball|shot|nail|drum|drums|posters?|banner|ornaments?|lights',
  String.raw`paintings?|piece|eggs|cream|bug|bugs|weeds|wasps?|spider|spiders|mosquito\w*|mice|mouse|printer`,
  'copier|laptop|computer|car|budget|bill|policy|proposal|program|pig|deer|chicken|dough|batter|piano',
  'target|candles?|calories|foul|flag|stockings',
]);
const condemns =
  /\b(?:condemn\w*|horrif\w+|heartbroken|heartbreaking|tragic|tragedy|devastat\w+|rest in peace|rip|vigil|thoughts and prayers|victims?|survivors?|awful|terrible|sickening|prevent|end|stop) \b[^.!?]*\b(?:violence|shootings?|shot|killed|stabbed|abuse|bullying)\b|\bviolence (?:is|has) (?:never|no|not)\b/;
const hunting = hasAnyOf([
  String.raw`hunt\w*|deer|buck|doe|turkey|duck|ducks|elk|boar|coyotes?|venison|antlers?|clay|skeet|trap team`,
  'biathlon|archery|paintball|laser tag|nerf|airsoft',
]);

/** Words that call for, threaten, wish, praise or joke about violence against people. */
export const promotesViolence: Detector = {
  id: 'promotes-violence',
  version: 1,
  label: 'Words that call for, threaten, wish or praise violence against people',
  detect(scene): readonly Signal[] {
    const found = scene.fields.flatMap(findViolentWords).sort((a, b) => b.strength - a.strength);
    const first = found[0];
    if (first === undefined) return [];
    const questions = first.jest
      ? ['Was it meant and taken as a joke, and by whom?']
      : ['What came before and after these words?'];
    if (first.towardsStudents) questions.push('Should a threat assessment be made?');
    return [
      {
        weighs: 'for',
        strength: first.strength,
        reason: `${quote(originalOf(first.hit.field, first.hit.start, first.hit.end))} ${first.family.label}${first.towardsStudents ? ', and the words around it speak of students' : ''}.`,
        spans: spansOf(found.filter((one) => one.strength >= first.strength - 0.25).map((one) => one.hit)),
        questions,
      },
    ];
  },
};

/** All words in a field that speak for violence against people: games, stories, idiom, reports and condemnations left out. */
function findViolentWords(field: TextField): readonly ViolentWords[] {
  return violentFamilies.flatMap((family) =>
    findIn(field, family.pattern).flatMap((hit) => {
      const weighed = weigh(family, hit);
      return weighed === null ? [] : [weighed];
    }),
  );
}

function weigh(family: ViolentFamily, found: Hit): ViolentWords | null {
  const hit = family.needsTarget ? withTarget(found) : found;
  if (hit === null || isHarmless(family, hit)) return null;
  const towardsStudents = students.test(neighbourhood(hit));
  const jest = isJest(hit);
  const strength = family.strength + (towardsStudents ? 0.06 : 0) - (jest ? 0.2 : 0);
  return { family, hit, strength, jest, towardsStudents };
}

function isHarmless(family: ViolentFamily, hit: Hit): boolean {
  const matched = hit.field.folded.words.slice(hit.start, hit.end);
  const around = `${matched}${after(hit).slice(0, 40)}`;
  if (idioms.test(around) && idioms.exec(around)?.index !== undefined && startsInside(around, matched.length))
    return true;
  if (isNegated(hit) || /\b(?:not|never|nobody|no one|n't|dont|wouldnt|didnt)\b|n't\b/.test(matched)) return true;
  if (isReported(hit) || isFiction(hit) || condemns.test(neighbourhood(hit))) return true;
  if (family.id === 'call' && thing.test(`${before(hit).slice(-40)} ${after(hit).slice(0, 20)}`)) return true;
  if (hunting.test(neighbourhood(hit)) && family.id !== 'body') return true;
  // `We should kill them tonight` before a game; harm to a body (`break his legs`) is no way to talk of one.
  return family.sporting && isSport(hit);
}

function startsInside(around: string, length: number): boolean {
  const index = around.search(idioms);
  return index !== -1 && index < length;
}

/** What may stand between a verb and a capitalised name: nothing, or `van`, `de la`… */
const nameParticles = /^\s(?:(?:van|von|der|de|del|la|bin|ibn|al|el|da|dos|di) )*$/;

/** Widens a hit over the person it is aimed at; null where it is aimed at nobody. */
function withTarget(hit: Hit): Hit | null {
  const rest = after(hit);
  if (ownFamily.test(rest)) return null;
  const person = target.exec(rest);
  if (person !== null) {
    const aimed = { ...hit, end: hit.end + person[0].length };
    return isAboutFamily(aimed, person[0]) ? null : aimed;
  }
  const name = findReferents(hit.field).find(
    (referent) =>
      (referent.kind === 'named' || referent.kind === 'colleague') &&
      referent.start > hit.end &&
      nameParticles.test(hit.field.folded.words.slice(hit.end, referent.start)),
  );
  return name === undefined ? null : { ...hit, end: name.end };
}

/** `My husband left the milk out. I am going to kill him.` */
function isAboutFamily(hit: Hit, person: string): boolean {
  if (!/^\s+(?:him|her|them|'em|em)$/.test(person)) return false;
  const around = neighbourhood(hit);
  return anyFamily.test(around) && !students.test(around);
}
