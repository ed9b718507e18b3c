import { nameWithAudience, type Scene } from '../scene/scene.ts';
import { isFiction } from '../text/cues.ts';
import { before, findIn, type Hit, quote, type TextField, wordsOf } from '../text/passage.ts';
import { hasAnyOf } from '../text/phrases.ts';
import { findReferents, type Referent, referentsNear, referentWords } from '../text/referents.ts';
import { employmentKinds, listKinds, type SensitiveKind, sensitiveKinds } from './sensitive-facts.ts';

/** A confidential fact told about somebody: what, about whom, and how surely. */
export interface ToldFact {
  readonly kind: SensitiveKind;
  readonly person: Referent['kind'];
  /** Fraction 0–1. */
  readonly strength: number;
  readonly student: boolean;
  readonly reason: string;
  readonly hits: readonly Hit[];
}

/** How well each form of reference identifies one person, fraction 0–1. */
const identifies: Readonly<Record<Referent['kind'], number>> = {
  named: 0.97,
  initials: 0.9,
  colleague: 0.85,
  'single-student': 0.84,
  pronoun: 0.74,
  group: 0.35,
  'own-family': 0,
  self: 0,
  reader: 0,
};

const schoolWords = hasAnyOf([
  'students?|kids?|kiddos?|pupils?|class(?:room)?|period|homeroom|grade|grader|freshman|sophomore',
  'school|teacher|teach|teaching|lesson|homework|recess|cafeteria|roster|my players?|guidance|counselor',
  'social worker|alumn[oa]s?|estudiantes?|escuela|clase|maestr[oa]|salon',
]);

/** Talk about a subject in general: nobody's file. */
const general = hasAnyOf([
  String.raw`awareness|fundrais\w+|donat\w+|workshop|training|webinar|conference|article|study|studies|research`,
  'statistics|percent of|legislature|lawmakers|bill|funding|policy|policies|rates?|nationwide',
  'across the (?:country|state)|month|season is|paperwork|meetings all|podcast',
]);

const professionalSport = hasAnyOf([
  'nfl|nba|mlb|nhl|wnba|fifa|ufc|league|commissioner|playoffs?|quarterback|fantasy|games? suspension',
  String.raw`\d+[- ]games?|yellow card|red card|liga|seleccion`,
]);

/** Confidential facts that an item's words tell about identifiable people, strongest first. */
export function findToldFacts(scene: Scene): readonly ToldFact[] {
  const schooled = speaksOfSchool(scene);
  const facts = scene.fields.flatMap((field) => factsIn(field, schooled));
  return facts.sort((a, b) => b.strength - a.strength);
}

function speaksOfSchool(scene: Scene): boolean {
  if (scene.recipients.some((party) => party.standing === 'student')) return true;
  const fields = [
    ...scene.fields,
    ...scene.thread.map((message) => message.field),
    ...(scene.notes ? [scene.notes] : []),
  ];
  return fields.some((field) => schoolWords.test(field.folded.words));
}

function factsIn(field: TextField, schooled: boolean): readonly ToldFact[] {
  const facts: ToldFact[] = [];
  let referents: readonly Referent[] | null = null;
  for (const kind of [...sensitiveKinds, ...employmentKinds]) {
    for (const hit of findIn(field, kind.pattern)) {
      referents ??= findReferents(field);
      const fact = factFrom(kind, hit, referentsNear(hit, referents), schooled);
      if (fact !== null) facts.push(fact);
    }
  }
  for (const kind of listKinds) {
    for (const hit of findIn(field, kind.pattern)) facts.push(listFact(kind, hit));
  }
  return facts;
}

function listFact(kind: SensitiveKind, hit: Hit): ToldFact {
  return {
    kind,
    person: 'group',
    strength: kind.strength,
    student: true,
    reason: `${quote(wordsOf(hit))} speaks of ${kind.label}.`,
    hits: [hit],
  };
}

function factFrom(kind: SensitiveKind, hit: Hit, near: readonly Referent[], schooled: boolean): ToldFact | null {
  if (isFiction(hit) || professionalSport.test(hit.sentence.words)) return null;
  const person = whoIsMeant(kind, hit, near);
  if (person === null) return null;
  const isStudent = kind.employment !== true && (kind.schooling || person.kind === 'single-student' || schooled);
  // A private person's health or family, outside of anything to do with the school, is no business of the employer.
  if (!isStudent && person.kind !== 'colleague' && kind.employment !== true) return null;
  if (kind.employment === true && person.kind !== 'colleague') return null;
  const vague = general.test(hit.sentence.words) && person.kind !== 'named' && person.kind !== 'initials';
  const strength = kind.strength * identifies[person.kind] * (vague ? 0.5 : 1);
  const personHit: Hit = { ...hit, start: person.start, end: person.end };
  return {
    kind,
    person: person.kind,
    strength,
    student: isStudent && person.kind !== 'colleague',
    reason: `${quote(wordsOf(hit))} speaks of ${kind.label} and ${quote(referentWords(hit.field, person))} ${whoClause(person, isStudent)}.`,
    hits: [hit, personHit],
  };
}

function whoClause(person: Referent, student: boolean): string {
  if (person.kind === 'group') return 'of a group in which a reader may recognise somebody';
  if (person.kind === 'pronoun') return 'of one person whom the thread or the readers may identify';
  if (person.kind === 'colleague') return 'of somebody who works there';
  return student ? 'of one student' : 'of one person';
}

/** A word that means somebody's student, where `a girl` could be anybody's. */
function isPupil(hit: Hit, referent: Referent): boolean {
  if (referent.kind !== 'single-student') return false;
  return /student|pupil|kiddo|grader|player|class|period|homeroom|alumn|estudiante/.test(
    hit.field.folded.words.slice(referent.start, referent.end + 12),
  );
}

const preference: readonly Referent['kind'][] = [
  'named',
  'initials',
  'single-student',
  'colleague',
  'group',
  'pronoun',
];

/** The person a sensitive fact is about; null where it is the author, the author's family or the reader. */
function whoIsMeant(kind: SensitiveKind, hit: Hit, near: readonly Referent[]): Referent | null {
  // `I failed algebra`: the author's own history.
  if (
    /\b(?:i|i've|ive|i'm|im|yo|we)(?: \w+){0,1} $/.test(before(hit)) &&
    !/^(?:gave|caught)\b/.test(hit.field.folded.words.slice(hit.start, hit.end))
  )
    return null;
  const wanted = kind.employment === true ? ['colleague'] : preference;
  const others = near.filter((referent) => wanted.includes(referent.kind) && !covers(hit, referent));
  const nearest = closestBefore(hit, near);
  const ownFamily = near.some((referent) => referent.kind === 'own-family' && referent.start >= hit.sentence.start);
  if (nearest !== null && (nearest.kind === 'self' || nearest.kind === 'reader' || nearest.kind === 'own-family')) {
    if (!tellsOfAnother(hit, others)) return null;
  }
  // `My son Ben has an IEP`: the name is the family's.
  if (ownFamily && !others.some((referent) => isPupil(hit, referent))) return null;
  for (const wantedKind of preference) {
    const found = others.find((referent) => referent.kind === wantedKind);
    if (found !== undefined) return found;
  }
  return lowerCaseSubject(hit);
}

/** `my student Marcus has…`, `I just suspended Marcus`: somebody else stands between the author's pronoun and the fact, or right after it. */
function tellsOfAnother(hit: Hit, others: readonly Referent[]): boolean {
  return others.some(
    (referent) => referent.kind !== 'pronoun' && referent.kind !== 'group' && Math.abs(referent.start - hit.end) < 60,
  );
}

function closestBefore(hit: Hit, near: readonly Referent[]): Referent | null {
  let closest: Referent | null = null;
  for (const referent of near) {
    if (referent.start >= hit.start || covers(hit, referent)) continue;
    if (
      closest === null ||
      referent.start > closest.start ||
      (referent.start === closest.start && referent.end > closest.end)
    )
      closest = referent;
  }
  return closest;
}

/** True where the reference is part of the sensitive words themselves (`told me that`). */
function covers(hit: Hit, referent: Referent): boolean {
  return referent.kind !== 'pronoun' && referent.start >= hit.start && referent.end <= hit.end;
}

const notSubjects =
  /^(?:i|we|they|you|it|who|that|this|there|what|kids|students|people|everyone|everybody|nobody|someone|somebody|anyone|one|and|but|or|if|when|just|always|never|almost|also|not|license|account|game|season|practice|driver|service|he|she|class|the|a|an|my|your|getting|got|players|parents|boys|girls|seniors|juniors|freshmen|guys|others|teachers|teens|has|is|was|his|this)$/;

/** `marcus got suspended`: a name that was typed without its capital still stands where a subject stands. */
function lowerCaseSubject(hit: Hit): Referent | null {
  if (!/^(?:got|was|gets|has|is|keeps|failed|flunked)\b/.test(hit.field.folded.words.slice(hit.start, hit.end)))
    return null;
  const lead = /(?:^|[.!?,;:\n] ?|\b(?:so|and|that|omg|ugh|lol) )([a-z][a-z'-]{2,})\s+$/.exec(before(hit));
  const word = lead?.[1];
  if (word === undefined || notSubjects.test(word)) return null;
  const start = hit.start - (lead?.[0].length ?? 0) + (lead?.[0].indexOf(word) ?? 0);
  return { kind: 'named', start, end: start + word.length };
}

/** Who received the fact, for a sentence and for the weight. */
export interface Reach {
  readonly against: number;
  readonly sentence: string;
  readonly questions: readonly string[];
}

/** What speaks against a disclosure: people who had to know, or nobody to whom it was told. */
export function reachOf(scene: Scene): Reach {
  const to = nameWithAudience(scene);
  const parties = scene.recipients;
  const closed =
    scene.audience === null ||
    scene.audience === 'individual' ||
    scene.audience === 'group' ||
    scene.audience === 'unlisted';
  const working = parties.length > 0 && parties.every((party) => party.employee === 'yes');
  if (closed && working) {
    const official =
      scene.account === 'district' ||
      scene.kind === 'email' ||
      parties.every((party) => party.standing === 'supervisor');
    return {
      against: official ? 0.75 : 0.4,
      sentence: `It went only to people who work there, in ${to}.`,
      questions: ['Did each recipient need to know it for the work?'],
    };
  }
  if (closed && parties.length === 1 && parties[0]?.standing === 'parent') {
    return {
      against: 0.72,
      sentence: `It went to one parent, in ${to}.`,
      questions: ['Is the recipient a parent of the student spoken of?'],
    };
  }
  if (scene.kind === 'document' && parties.length === 0 && scene.audience === null) {
    return {
      against: 0.45,
      sentence: 'Nothing shows that the document was given to anybody.',
      questions: ['Who received this document?'],
    };
  }
  const open = scene.audience === null && parties.length === 0;
  return { against: 0, sentence: `It was told in ${to}.`, questions: open ? ['Who could see it?'] : [] };
}
