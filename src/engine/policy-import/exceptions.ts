import type { ClauseException, ExceptionId, PolicyPack } from '../../contract/policy.ts';
import { type Span, sentencesIn } from './sentences.ts';

/** A passage that takes something out of the rule; `id` is null where Evenhand has no test for its kind. */
export interface FoundException {
  readonly id: ExceptionId | null;
  readonly words: string;
}

const CUE =
  /\b(?:unless\b|except(?:ing)?\b(?! that rule)|with the exception of|exceptions?: |other than\b|without (?:first |prior |express |written |the )*(?:approval|permission|authori[sz]ation|consent|indicating|a disclaimer|stating|making clear)|(?:this|the) (?:provision|prohibition|policy|restriction|requirement|section) (?:does|shall|will) not apply|(?:are|is) not prohibited|nothing in this (?:policy|section)|must (?:seek|obtain|have|receive) (?:prior |written )*(?:approval|permission|authori[sz]ation))/gi;

const KINDS: readonly (readonly [ExceptionId, RegExp])[] = [
  ['relatives', /\b(?:relatives?|family members?|own child(?:ren)?|related to|parent of)\b/i],
  ['emergency', /\bemergenc(?:y|ies)\b/i],
  ['broadcast', /\ball members of|\bbroadcast\b|\b(?:whole|entire) (?:class|team|group|club)|\bgroup messages?\b/i],
  [
    'school-project',
    /\bschool projects?\b|\binstructional (?:purposes?|activit\w+)|\beducational purposes?\b|\bclass(?:room)? (?:projects?|assignments?|activit\w+)/i,
  ],
  [
    'disclaimer-present',
    /\bdisclaimers?\b|\bviews? (?:expressed )?(?:are|is) (?:their|his|her|the employee)|\bnot speaking (?:as|for|on behalf)|\bindicating that\b/i,
  ],
  ['official-communication', /\bofficial (?:nature|communications?|business|capacity|duties)\b|\bassigned duties\b/i],
  [
    'superintendent-approval',
    /^(?!.*\b(?:parent|guardian|famil))(?=.*\b(?:approv\w+|permission|authori[sz]\w+|consent)\b)/is,
  ],
];

/** The exceptions that a clause makes, in the order of its words, each of an exact passage. */
export function exceptionsIn(words: string): readonly FoundException[] {
  const found: FoundException[] = [];
  for (const sentence of sentencesIn(words, { start: 0, end: words.length })) {
    const own = words.slice(sentence.start, sentence.end);
    const listed = listedExceptions(own);
    if (listed.length > 0) found.push(...listed);
    else found.push(...cuedExceptions(words, sentence));
  }
  return found.filter(({ words: one }, index) => found.findIndex((other) => other.words === one) === index);
}

/** “… subject to the following exceptions: (a) … and (b) …”. */
function listedExceptions(sentence: string): readonly FoundException[] {
  if (!/\bexceptions?\b[^:]{0,40}:/i.test(sentence)) return [];
  const marks = [...sentence.matchAll(/\(([a-z]|\d)\)\s/g)];
  return marks.map((mark, index) => {
    const next = marks[index + 1]?.index ?? sentence.length;
    const piece = sentence.slice(mark.index, next).replace(/[\s,;]*(?:\b(?:and|or)\b)?\s*$/i, '');
    return { id: kindOf(piece), words: piece };
  });
}

function cuedExceptions(words: string, sentence: Span): readonly FoundException[] {
  const own = words.slice(sentence.start, sentence.end);
  return [...own.matchAll(CUE)].flatMap((cue) => {
    const wholeSentence = /^(?:nothing|this|the|are|is|must)/i.test(cue[0]);
    const from = wholeSentence ? 0 : cue.index;
    const rest = own.slice(cue.index);
    const stop = wholeSentence
      ? -1
      : rest.search(/;|,\s+(?:employees?|staff|teachers?|the following|and (?:shall|must|may))\b/);
    const piece = (stop < 0 ? own.slice(from) : rest.slice(0, stop)).trim().replace(/[.;,]+$/, '');
    return piece.length < 12 ? [] : [{ id: kindOf(piece), words: piece }];
  });
}

function kindOf(words: string): ExceptionId | null {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** An exception as a pack has it, with the conditions and questions that its kind has in the policies at hand. */
export function asClauseException(id: ExceptionId, words: string, packs: readonly PolicyPack[]): ClauseException {
  const known = packs
    .flatMap(({ clauses }) => clauses.flatMap(({ exceptions }) => exceptions))
    .find((one) => one.id === id);
  return {
    id,
    words,
    conditions: [...(known?.conditions ?? [`It was as the policy says: ${words}`])],
    questions: [...(known?.questions ?? [`Was it so: ${words}?`])],
  };
}
