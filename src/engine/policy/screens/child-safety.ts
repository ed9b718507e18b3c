import { studentsReached } from '../scene/counterpart.ts';
import type { Party } from '../scene/party.ts';
import type { Scene } from '../scene/scene.ts';
import { isFiction, isJest, isNegated, isReported, isSport, neighbourhood } from '../text/cues.ts';
import { before, findIn, type Hit, type TextField } from '../text/passage.ts';
import { hasAnyOf } from '../text/phrases.ts';
import { disclosureKinds } from './child-safety-disclosures.ts';
import { aboutTheSubject, everydayIdiom, type SafetyKind, safetyKinds } from './child-safety-phrases.ts';

/** A fact about a child's safety, and where it was read. */
export interface SafetyFact {
  readonly kind: SafetyKind;
  readonly hit: Hit;
  /** Who wrote the words; null for the investigator's own notes. */
  readonly writer: Party | null;
}

const childWords = hasAnyOf([
  'student|students|kid|kids|child|children|boy|girl|minor|freshman|sophomore|junior|senior',
  String.raw`\d+(?:st|nd|rd|th) grader|grader|pupil|teen|teenager|player|my class|my homeroom|period|classmate`,
  'son|daughter|baby|step ?(?:mom|mother|dad|father)|foster|little (?:brother|sister)|alumn[oa]s?',
  'estudiantes?|nin[oa]s?|hij[oa]s?|menor|nen[ae]s?|chamac[oa]s?|muchach[oa]s?|atletas?|menin[oa]s?|alun[oa]s?',
  String.raw`elev|timoun|little ones?|riders?|advisory|yearbook|sub-?1\d|\w+ (?:block|period)|\d(?:er|ro|do|to|mo|vo|no|ano)`,
]);
const ownPast = hasAnyOf([
  String.raw`when i was (?:a kid|a child|little|young|growing up|\d+|in (?:school|high school|middle school))`,
  String.raw`growing up|back in (?:my|the) (?:day|\d+)|years ago|my childhood|as a (?:kid|child)`,
  'cuando (?:yo )?era (?:nin[oa]|chic[oa])',
]);
const adultTrouble = /\b(?:adult|nursing home|my (?:husband|wife|ex|boss|coworker))\b/;

const everyKind: readonly SafetyKind[] = [...safetyKinds, ...disclosureKinds];

/** Facts in the item, its thread and the notes that concern a child's safety; games, idiom, stories and lessons left out. */
export function findSafetyFacts(scene: Scene): readonly SafetyFact[] {
  const sources: readonly { readonly field: TextField; readonly writer: Party | null }[] = [
    ...scene.fields.map((field) => ({ field, writer: scene.author })),
    ...scene.thread.map((message) => ({ field: message.field, writer: message.party })),
    ...(scene.notes === null ? [] : [{ field: scene.notes, writer: null }]),
  ];
  return sources.flatMap(({ field, writer }) =>
    everyKind.flatMap((kind) =>
      findIn(field, kind.pattern)
        .filter((hit) => isFact(kind, hit, writer, scene))
        .map((hit) => ({ kind, hit, writer })),
    ),
  );
}

function isFact(kind: SafetyKind, hit: Hit, writer: Party | null, scene: Scene): boolean {
  const around = neighbourhood(hit);
  if (aboutTheSubject.test(around) && !/\b(?:told me|said (?:he|she)|my student|one of my|confided)\b/.test(around))
    return false;
  if (isFiction(hit) || ownPast.test(around)) return false;
  if (
    kind.id === 'abuse' &&
    isSport(hit) &&
    !/\b(?:bruis|belt|home|mom|dad|parent|held|broom|cinturon|cable|mwen|manman)/.test(around)
  )
    return false;
  if (kind.id === 'violence') return isThreat(hit, writer);
  if (kind.id === 'self-harm' && isIdiom(hit)) return false;
  // `He didn't hit me` denies; `don't want to live` is itself the fact.
  if (kind.id !== 'self-harm' && kind.id !== 'neglect' && isDenied(hit)) return false;
  return !kind.needsChild || concernsChild(hit, writer, scene);
}

function isDenied(hit: Hit): boolean {
  return (
    isNegated(hit) &&
    !/\b(?:not|never) (?:safe|ok|okay|tell)\b/.test(before(hit)) &&
    !/\b(?:(?:don't|dont|please don't) (?:tell|say)|no (?:le|se lo|les) (?:dig|cuent|avis)\w*|pa (?:di|rele))\b/.test(
      before(hit),
    )
  );
}

function isThreat(hit: Hit, writer: Party | null): boolean {
  const around = neighbourhood(hit);
  const matched = hit.field.folded.words.slice(hit.start, hit.end);
  if (
    /\b(?:time|it|two birds|for|the (?:lights|test|quiz|exam|bill|engine)|this|that (?:test|quiz|exam|burger))$/.test(
      matched,
    )
  )
    return false;
  if (
    hasAnyOf([
      'drill|simulation|water gun|nerf|squirt|glue gun|photo|hoops|basket|free throws?|three|threes|3s',
      'hunting|season opener|paintball|laser tag|fortnite|cod|call of duty|video ?game|xbox|ps5',
    ]).test(around)
  )
    return false;
  if (isSport(hit) && !/\b(?:gun|knife|glock|pistol|stab|weapon|shoot up|school|blade)\b/.test(matched)) return false;
  // `We're going to beat them Friday`: a game's talk even where no game is named.
  if (/\bbeat\b/.test(matched) && /\bwe'?(?:re|ll)\b|\bwe will\b/.test(matched)) return false;
  if (isJest(hit) && !/\b(?:gun|knife|glock|pistol|school|bomb|weapon|list)\b/.test(matched)) return false;
  if (isNegated(hit) && !/^(?:don't|dont|do not|nobody|no vengan)/.test(matched)) return false;
  if (/\b(?:my|mi) (?:husband|wife|brother|sister|cat|dog|roommate|esposo|marido|herman[oa])\b/.test(around))
    return false;
  // A grown person's tale of somebody's threat, far from any school, is no child's danger.
  if (
    isReported(hit) &&
    writer?.standing !== 'student' &&
    !childWords.test(hit.field.folded.words) &&
    !/\bschool|escuela\b/.test(around)
  )
    return false;
  // An employee's hot words about people are another question, unless they mean to do it.
  return (
    writer === null ||
    writer.employee !== 'yes' ||
    /\b(?:gun|knife|bomb|shoot|stab|kill|murder|weapon|pistol|glock|said|says|threat)/.test(matched)
  );
}

function isIdiom(hit: Hit): boolean {
  const around = neighbourhood(hit);
  const matched = hit.field.folded.words.slice(hit.start, hit.end);
  if (everydayIdiom.test(around)) return true;
  if (/\bcan't (?:do this|go on|take it)/.test(matched))
    return !/\b(?:pain|life|alive|hurt\w*|alone|crying|tired of (?:living|life)|end|die|nobody|no one)\b/.test(around);
  if (/\boverdos/.test(matched))
    return /\b(?:caffeine|coffee|sugar|candy|chocolate|cuteness|turkey|carbs|tv|netflix)\b/.test(around);
  if (
    /\bsuicide\b/.test(matched) &&
    /\bsuicides?\b[^.!?]{0,20}\b(?:drill|sprints?|run|court|practice|squad)\b|\b(?:run|ran|running|do|did) (?:\w+ )?suicides?\b/.test(
      around,
    )
  )
    return true;
  if (/\bsuicide squad\b/.test(around)) return true;
  // Somebody who laughs at words that a child wrote does not make them a joke.
  return isJest(hit) && !isReported(hit) && !/\b(?:cut|cutting|pills|plan|note|tonight|goodbye)\b/.test(around);
}

/** True where a child speaks, is spoken of, or is spoken to. */
function concernsChild(hit: Hit, writer: Party | null, scene: Scene): boolean {
  if (writer?.standing === 'student') return true;
  const { words } = hit.field.folded;
  const firstPerson = /\b(?:me|my|i|myself|mi|yo)\b/.test(hit.sentence.words);
  // A grown author speaking of the own self: not a child.
  if (writer !== null && writer.standing !== 'unknown' && firstPerson && !childWords.test(words))
    return studentsReached(scene).students.length > 0 && hit.field.name !== 'thread';
  if (childWords.test(words) || childWords.test(scene.notes?.folded.words ?? '')) return true;
  if (adultTrouble.test(words)) return false;
  if (
    scene.recipients.some((party) => party.standing === 'student') ||
    scene.thread.some((message) => message.party.standing === 'student')
  )
    return true;
  return writer === null || writer.standing === 'unknown';
}
