import { nameWithAudience, type Scene } from '../scene/scene.ts';
import { isNegated, isReported } from '../text/cues.ts';
import {
  findIn,
  foldedPosition,
  type Hit,
  quote,
  sentenceAt,
  spansOf,
  type TextField,
  wordsOf,
} from '../text/passage.ts';
import { hasAnyOf } from '../text/phrases.ts';
import type { Detector, Signal } from './detector.ts';

const job =
  '(?:teacher|coach|head coach|assistant coach|principal|vice principal|assistant principal|superintendent|counselor|librarian|secretary|custodian|nurse|para(?:professional|educator)?|aide|advisor|adviser|dean|department (?:head|chair)|athletic director|director|bus driver|educator|school psychologist|maestr[oa]|profesora?|secretari[ao]|enfermer[ao]|(?:sub)?director[a]?|entrenador[a]?|consejer[oa])';

/** The author names an own position: `as a teacher at…`, `I teach at…`. */
const selfTitle = new RegExp(
  `\\b(?:(?:as|speaking as|being|i'?m|i am|im|proud|soy|como) (?:a |an |the |un |una |el |la |your )?(?:[\\w-]+ ){0,4}${job}|i (?:teach|coach|work|am employed)(?: \\w+){0,4} (?:at|for|in|with)|i (?:teach|coach|work) (?:there|here)|(?:sou|eu sou) (?:o |a |um |uma )?(?:tecnic[oa]|professora?|diretora?|secretari[oa])|trabajo (?:en|para)|enseno en|doy clases en)\\b`,
  'g',
);

/** A line of a signature, a profile or an introduction: position with subject, grade or place. */
const titleLine = new RegExp(
  `(?:^|[|,•·\\-–—@\\n] ?)\\s*(?:[\\w./&-]+ ){0,4}${job}(?: of \\w+)?\\s*(?:$|[|,•·\\n@-]|\\bat\\b|\\bfor\\b|\\bin\\b)`,
  'g',
);

const jobAlone = new RegExp(`\\b${job}\\b`, 'g');

/** Schools and districts by the form of their names, where the input does not name its own. */
const institution =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}.'’-]+\s+){1,3}(?:(?:Senior |Junior |Jr\.? )?(?:High|Middle|Elementary|Primary|Magnet|Charter|Regional|Technical)(?:\s+School)?|Public Schools|School District|Board of Education|Academy|ISD|BOE)(?![\p{L}])/gu;

const employer =
  /\b(?:(?:our|my|this|the) (?:school )?(?:district|school system|board of ed(?:ucation)?|superintendent)|(?:nuestro|mi|el) distrito(?: escolar)?)\b/g;

const opinion = hasAnyOf([
  "i (?:think|believe|feel|say|can't believe|cant believe|disagree|oppose|support|refuse|urge)",
  String.raw`in my opinion|imo|imho|should|shouldn't|must|vote|voting|wrong|disgrace\w*|ridiculous|stupid`,
  String.raw`idiot\w*|shame\w*|joke|waste|corrupt\w*|disgust\w*|outrag\w*|hate|terrible|awful|worst|fed up`,
  String.raw`sick of|tired of|failing|clueless|incompetent|unfair|lies|lying|scam|boycott|resign|fire|condemn\w*`,
  String.raw`reject\w*|demand\w*|stands? (?:with|against|for|by)|coward\w*|clown\w*|poison\w*|evil|traitor\w*`,
  String.raw`crook\w*|fake|hoax|ruin\w*|destroy\w*|overrated|pathetic|embarrass\w*|lazy|useless|creo que|pienso`,
  String.raw`(?:telling|tell) (?:you|them|everyone)|te digo|les digo|e digo|ladra\w*|ladrao|urge`,
  String.raw`opino|verguenza|ridiculo|deberia\w*`,
]);

const cheer = hasAnyOf([
  "go|let's go|vamos|congrats|congratulations|proud of|great (?:job|game|win|night)|way to go|good luck",
  'come (?:out|see|support)|join us|see you|tickets|tonight at|game (?:at|vs)|felicidades|orgullos[oa]',
]);

/** A District title or a reference to the District in what somebody writes for themselves. */
export const districtReference: Detector = {
  id: 'district-reference',
  version: 1,
  label: 'A District title or a reference to the District in a personal communication, signature lines included',
  detect(scene): readonly Signal[] {
    const found = scene.fields.flatMap((field) => referencesIn(field, scene));
    const best = found.sort((a, b) => b.strength - a.strength)[0];
    if (best === undefined) return [];
    const questions: string[] = [];
    if (scene.account === 'unknown') questions.push('Is this a personal account, or one that the District sponsors?');
    if (scene.disclaimerOnProfile === null && scene.kind !== 'email')
      questions.push('Did the profile carry a disclaimer when this was posted?');
    return [
      {
        weighs: 'for',
        strength: best.strength,
        reason: `${quote(wordsOf(best.hit).replace(/^[\s|,•·@–—-]+|[\s|,•·@–—-]+$/g, ''))} ${best.says} in ${nameWithAudience(scene)}, and no words there say that the views are the author’s own.`,
        spans: spansOf(found.map((one) => one.hit)),
        questions,
      },
    ];
  },
};

interface Reference {
  readonly hit: Hit;
  readonly strength: number;
  readonly says: string;
}

function referencesIn(field: TextField, scene: Scene): readonly Reference[] {
  const places = [...ownNames(field, scene), ...institutions(field)];
  const titles = [...findIn(field, selfTitle), ...(isCard(scene, field) ? findIn(field, titleLine) : [])].filter(
    (hit) => !isReported(hit) && !isNegated(hit),
  );
  // `SPS teacher`, `teacher, Sample High School`: a position right beside the place it is held at.
  for (const hit of findIn(field, jobAlone)) {
    const beside = places.some(
      (place) =>
        (place.start >= hit.end && place.start - hit.end <= 4) ||
        (hit.start >= place.end && hit.start - place.end <= 2),
    );
    if (beside && !isReported(hit) && !titles.some((title) => title.start <= hit.start && title.end >= hit.end))
      titles.push(hit);
  }
  const hasOpinion = opinion.test(field.folded.words);
  const references: Reference[] = [];
  for (const title of titles) {
    const placed = places.some(
      (place) => Math.abs(place.start - title.end) < 60 || Math.abs(title.start - place.end) < 60,
    );
    references.push({
      hit: title,
      strength: titleStrength(placed, hasOpinion, scene),
      says: placed ? 'gives the author’s position and names the school or District' : 'gives the author’s position',
    });
  }
  for (const place of places) {
    references.push({
      hit: place,
      strength: placeStrength(field, scene, titles.length > 0, hasOpinion),
      says: 'refers to the District or one of its schools',
    });
  }
  if (hasOpinion) {
    for (const hit of findIn(field, employer))
      references.push({ hit, strength: employerStrength(field), says: 'refers to the District' });
  }
  return references;
}

/** Profiles, signatures and the foot of an e-mail: places where a title stands as a line. */
function isCard(scene: Scene, field: TextField): boolean {
  if (scene.kind === 'profile' || scene.kind === 'signature') return true;
  return scene.kind === 'email' && field.original.includes('\n');
}

function titleStrength(placed: boolean, hasOpinion: boolean, scene: Scene): number {
  const card = scene.kind === 'signature' || scene.kind === 'email';
  if (placed) return card || hasOpinion ? 0.84 : scene.kind === 'profile' ? 0.7 : 0.62;
  if (card) return 0.56;
  return hasOpinion ? 0.55 : 0.3;
}

function placeStrength(field: TextField, scene: Scene, titled: boolean, hasOpinion: boolean): number {
  if (titled) return 0.3;
  // `Go Otters` is what a town says of its school; it is no title and no view.
  if (cheer.test(field.folded.words)) return 0.22;
  if (scene.kind === 'profile' || scene.kind === 'signature') return 0.6;
  return hasOpinion ? 0.6 : 0.3;
}

function employerStrength(field: TextField): number {
  return cheer.test(field.folded.words) ? 0.2 : 0.42;
}

function ownNames(field: TextField, scene: Scene): readonly Hit[] {
  return scene.districtNames.flatMap((name) =>
    findIn(field, new RegExp(`(?<![a-z0-9])${escapePattern(name)}(?:'s)?(?![a-z0-9])`, 'g')),
  );
}

const made = new Map<string, string>();

function escapePattern(name: string): string {
  const known = made.get(name) ?? name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  if (made.size < 1000) made.set(name, known);
  return known;
}

function institutions(field: TextField): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of field.original.matchAll(institution)) {
    const start = foldedPosition(field, match.index);
    const end = foldedPosition(field, match.index + match[0].length);
    const at = sentenceAt(field, start);
    if (at !== null && end > start) hits.push({ field, sentence: at.sentence, sentenceIndex: at.index, start, end });
    if (hits.length === 60) break;
  }
  return hits;
}
