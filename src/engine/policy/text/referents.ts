import { foldedPosition, type Hit, originalOf, sentenceAt, type TextField } from './passage.ts';
import { anyOf } from './phrases.ts';

/** Who a sentence speaks of, as far as its form tells. No list of names: a name of any origin has the same form. */
export interface Referent {
  readonly kind:
    | 'named'
    | 'initials'
    | 'single-student'
    | 'colleague'
    | 'pronoun'
    | 'group'
    | 'own-family'
    | 'self'
    | 'reader';
  /** Range in the folded words of the field. */
  readonly start: number;
  readonly end: number;
}

const learner =
  '(?:student|kid|kiddo|pupil|child|boy|girl|player|athlete|swimmer|runner|wrestler|cheerleader|freshman|freshmen|sophomore|junior|senior|kindergart[a-z]*|(?:first|second|third|fourth|fifth|sixth|seventh|eighth)[- ]grader|\\d+(?:st|nd|rd|th)[- ]grader|ninth[- ]grader|tenth[- ]grader|teen|one)';
const learners =
  '(?:students|kids|kiddos|pupils|children|boys|girls|players|athletes|swimmers|runners|wrestlers|freshmen|sophomores|juniors|seniors|graders|class|classes|period|homeroom|section|team|roster|bunch|group)';

const patterns: readonly { readonly kind: Referent['kind']; readonly pattern: RegExp }[] = [
  {
    kind: 'own-family',
    pattern:
      /\b(?:my|our|mi|mis|nuestr[oa]s?) (?:own |little |big |younger |older |youngest |oldest |middle |twin |\d+ ?(?:yo|y\/o|year[- ]old) )?(?:son|sons|daughter|daughters|stepson|stepdaughter|toddler|husband|wife|spouse|partner|fiancee?|boyfriend|girlfriend|mom|mum|mama|mother|dad|papa|father|parents|brother|sister|sibling|niece|nephew|cousin|aunt|uncle|grand\w+|nana|abuel[oa]|hij[oa]s?|espos[oa]|marido|mujer|herman[oa]|sobrin[oa]|prim[oa]|(?:neighbou?r|friend|roommate|landlord|ex|boss)(?:'?s)?(?: (?:kid|kids|son|daughter|boy|girl|child))?|dog|cat|puppy|own (?:kid|child|kids|children))\b/g,
  },
  {
    kind: 'single-student',
    pattern: new RegExp(
      `\\b(?:(?:1|one|two|2|three|3|a couple|a few) of (?:my|our|the|these|those|his|her) (?:[\\w'-]+ ){0,3}${learners}|(?:a|an|this|that|my|our|the|another|certain|some|one) (?:[\\w'-]+ ){0,2}${learner}(?: of (?:mine|ours))?|the (?:[\\w'-]+ )?(?:twins|brothers|sisters|siblings|triplets) in (?:my|our|the)|(?:my|our|the) \\w+ (?:twins|siblings) in (?:my|our)|whose (?:mom|mother|dad|father|parents|family|brother|sister)|(?:name )?(?:starts|begins|rhymes) with(?: an?)? [a-z]+|${learner} (?:in (?:my|our|the|room|\\d)|who|named|with the|\\(initials)|(?:un|una|uno de mis|una de mis|este|esta|ese|esa|mi) (?:alumn[oa]s?|estudiantes?|nin[oa]s?|muchach[oa]s?|chic[oa]s?|jugador[ae]?s?))\\b`,
      'g',
    ),
  },
  {
    kind: 'group',
    pattern: new RegExp(
      `\\b(?:my|our|the|these|those|all|half|most|some|mis|los|las) (?:[\\w'-]+ ){0,3}(?:${learners}|alumnos|alumnas|estudiantes|ninos|ninas|clase)\\b`,
      'g',
    ),
  },
  {
    kind: 'colleague',
    pattern: anyOf([
      String.raw`(?:a|another|one of (?:my|our|the)|this|that|my|our|the) (?:[\w'-]+ ){0,2}(?:coworker|co-worker|colleague|teammate|principal|assistant principal|vice principal|secretary|custodian|janitor|para|aide|sub|substitute|superintendent|counselor|librarian|gym teacher|math teacher|teacher|nurse|department head)`,
      String.raw`(?:mr|mrs|ms|miss|dr|coach|principal|senor|senora|profe|maestr[oa])\.? [a-z][a-z'-]+`,
      'un[oa]? (?:companer[oa]|colega)',
    ]),
  },
  { kind: 'pronoun', pattern: /\b(?:he|she|him|her|his|hers|he's|she's|el nino|la nina|ella)\b/g },
  { kind: 'self', pattern: /\b(?:i|i'm|im|i've|ive|i'll|i'd|me|my|mine|myself|yo)\b/g },
  { kind: 'reader', pattern: /\b(?:you|your|yours|you're|youre|you've|ur|usted|tu|su hij[oa])\b/g },
];

/** Capitalised words that begin sentences or name days, months and school things rather than people. */
const notNames = new Set(
  (
    'a all also don won can didn isn wasn doesn couldn wouldn shouldn aren haven hasn ain y am an and another any anyone are as at back be because been before being best big both but by can cant come coach congrats congratulations ' +
    'day dear did do does done dont every everyone finally first for friday from get getting give go going good got great had half happy has have he hello her here hey hi his ' +
    'honestly hope how hoy i if im in is it its iep just kids la last late let like literally look los love lunch made make many maybe meanwhile me monday more most mr mrs ms my ' +
    'need never new next nice no nobody nope not nothing now of off oh ok okay on once one only or our out over parent parents people please por poor proud que ' +
    'really remember room saturday say school see seriously she shout so some somebody someone sometimes sorry special spring still student students sunday super sure ' +
    'take teacher teachers tell thank thanks that the their them then there these they thing things this those thursday time to today tomorrow tonight too trying tuesday two un una ' +
    'update us very was watching we wednesday week well went were what when where which who why winter wish with without wow yes yesterday you your ' +
    'january february march july september october november december christmas thanksgiving easter halloween god lord english spanish math science ' +
    'history algebra geometry biology chemistry physics art music pe gym google facebook instagram snapchat tiktok twitter youtube zoom remind netflix covid adhd dcf cps gpa sat act ' +
    'american america connecticut principal counselor board district public high middle elementary academy grade fall team varsity el ella mi mis nuestra nuestro hay esta este ese cuando como'
  ).split(' '),
);

/** Words that are as often a month or a verb as somebody's name; only their place in the sentence tells. */
const ambiguousNames = new Set(['april', 'may', 'june', 'august', 'summer', 'will', 'jesus']);

// `DeShawn`, `McKenzie`, `O’Brien`, `Jean-Luc` and names in scripts without capitals have to count like `Marcus`.
const namePart = String.raw`\p{Lu}(?=[\p{L}\p{M}'’-]*\p{Ll})[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*`;
const nameShape = new RegExp(
  String.raw`(?<![\p{L}\p{N}@#])(?:${namePart}|\p{Lo}[\p{Lo}\p{M}]+)(?:\s+(?:${namePart}|\p{Lu}\.))?(?![\p{L}\p{N}])`,
  'gu',
);
const initialShape = /(?<![\p{L}\p{N}.])\p{Lu}\.\s?(?:\p{Lu}\.?)?(?![\p{L}\p{N}])/gu;
/** What follows a name at the start of a sentence, where a capital tells nothing. */
const afterSubject =
  /^(?:'s\b|\s+(?:is|was|has|had|got|gets|just|still|keeps|kept|failed|fails|failing|flunked|told|said|says|can't|cant|will|won't|wont|never|always|needs|needed|came|comes|lives|went|goes|did|didn't|does|doesn't|and|who|from|in|has|tiene|esta|fue|es|no|reprobo|vive)\b)/;

/** Fields are never changed, so what was found in one stays true for as long as it lives. */
const remembered = new WeakMap<TextField, readonly Referent[]>();

/** Everybody a field speaks of, by kinds; ranges are in the folded words. */
export function findReferents(field: TextField): readonly Referent[] {
  const known = remembered.get(field) ?? lookForReferents(field);
  remembered.set(field, known);
  return known;
}

function lookForReferents(field: TextField): readonly Referent[] {
  const found: Referent[] = [];
  const { words } = field.folded;
  for (const { kind, pattern } of patterns) {
    for (const match of words.matchAll(pattern))
      found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  // `My neighbor's kid` is nobody's student.
  const familiar = found.filter((referent) => referent.kind === 'own-family');
  const kept = found.filter(
    (referent) =>
      referent.kind !== 'single-student' ||
      !familiar.some((other) => other.start < referent.end && referent.start < other.end),
  );
  return [...findNames(field), ...kept];
}

function findNames(field: TextField): readonly Referent[] {
  const found: Referent[] = [];
  for (const match of field.original.matchAll(nameShape)) {
    const range = foldedRange(field, match.index, match.index + match[0].length);
    if (range !== null && isName(field, range, match[0])) found.push({ kind: 'named', ...range });
  }
  for (const match of field.original.matchAll(initialShape)) {
    if (/^I\b/.test(match[0]) || /^(?:P\.?E|A\.?M|P\.?M|U\.?S)\.?$/.test(match[0])) continue;
    const range = foldedRange(field, match.index, match.index + match[0].length);
    if (range !== null) found.push({ kind: 'initials', ...range });
  }
  return found;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function isName(field: TextField, range: Range, written: string): boolean {
  const { words } = field.folded;
  const first = written.toLowerCase().split(/[\s'’]/)[0] ?? '';
  const folded = first.normalize('NFD').replace(/\p{Mn}/gu, '');
  if (notNames.has(folded)) return false;
  if (ambiguousNames.has(folded)) return standsAsSubject(field, range);
  // Titles belong to colleagues and parents, who are found by their own pattern.
  if (
    /\b(?:mr|mrs|ms|miss|dr|coach|principal|profe)\.? $/.test(words.slice(Math.max(0, range.start - 12), range.start))
  )
    return false;
  // An institution's or a place's name, not a person's.
  if (
    /^\s*(?:high|middle|elementary|public|regional|academy|school|schools|street|avenue|ave|road|park|county|university|college|hospital|church|fc|united)\b/.test(
      words.slice(range.end, range.end + 14),
    )
  )
    return false;
  const lead = words.slice(sentenceAt(field, range.start)?.sentence.start ?? 0, range.start);
  if (/[a-z0-9]/.test(lead)) return true;
  const possessive = /['’]s$/.test(written);
  return possessive || /\s/.test(written) || afterSubject.test(words.slice(range.end, range.end + 16));
}

/** `April is failing` speaks of somebody, `April is Autism Acceptance Month` does not. */
function standsAsSubject(field: TextField, range: Range): boolean {
  const { words } = field.folded;
  const sentence = sentenceAt(field, range.start)?.sentence.words ?? '';
  if (/\b(?:months?|awareness|break|vacation|school|lord|christ|church|god|amen|weather|calendar)\b/.test(sentence))
    return false;
  const possessive = words.slice(range.start, range.end).endsWith("'s");
  return (
    possessive ||
    afterSubject.test(words.slice(range.end, range.end + 16)) ||
    /\b(?:for|with|and|told) $/.test(words.slice(Math.max(0, range.start - 6), range.start))
  );
}

function foldedRange(field: TextField, start: number, end: number): Range | null {
  const { ends } = field.folded;
  const first = foldedPosition(field, start);
  let last = first;
  while (last < ends.length && (ends[last] ?? 0) <= end) last += 1;
  return last <= first ? null : { start: first, end: last };
}

/** The words of a referent as they stand in the original. */
export function referentWords(field: TextField, referent: Referent): string {
  return originalOf(field, referent.start, referent.end);
}

/** The referents in the sentence of a hit, or in the sentence before it where it has none. */
export function referentsNear(hit: Hit, all: readonly Referent[]): readonly Referent[] {
  const inside = within(all, hit.sentence.start, hit.sentence.end);
  const previous = hit.field.sentences[hit.sentenceIndex - 1];
  const telling = inside.filter(
    (referent) => referent.kind !== 'pronoun' && referent.kind !== 'self' && referent.kind !== 'reader',
  );
  if (telling.length > 0 || previous === undefined) return inside;
  return [
    ...inside,
    ...within(all, previous.start, previous.end).filter(
      (referent) => referent.kind !== 'self' && referent.kind !== 'reader',
    ),
  ];
}

function within(all: readonly Referent[], start: number, end: number): readonly Referent[] {
  return all.filter((referent) => referent.start >= start && referent.start < end);
}
