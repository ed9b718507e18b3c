import { isFiction, isNegated } from '../text/cues.ts';
import { findIn, quote, spansOf, wordsOf } from '../text/passage.ts';
import { anyOf, hasAnyOf } from '../text/phrases.ts';
import { reachOf } from './confidential-facts.ts';
import type { Detector, Signal } from './detector.ts';

const kinds: readonly { readonly label: string; readonly strength: number; readonly pattern: RegExp }[] = [
  {
    label: 'what happened in a closed session',
    strength: 0.78,
    pattern:
      /\b(?:executive session|closed[- ]door (?:meeting|session)|closed session|sesion (?:cerrada|ejecutiva))\b/g,
  },
  {
    label: 'something not yet announced or not meant for others',
    strength: 0.72,
    pattern: anyOf([
      "(?:hasn't|hasnt|not|before it(?:'s| is)|isn't|isnt) (?:been )?(?:yet )?(?:public|announced|out) yet",
      "not public yet|not supposed to (?:share|tell|say|post|know)|shouldn't be (?:sharing|telling|posting)",
      "(?:don't|dont|do not) (?:share|repeat|forward|spread) this|you didn't hear (?:it|this) from me",
      'keep this between us|between you and me|leaked|internal (?:memo|email|document|list)',
      'confidential (?:memo|email|document|report|list|file|files|meeting)|no se lo digas a nadie',
      'no lo compartas',
    ]),
  },
  {
    label: 'access to buildings or systems',
    strength: 0.85,
    pattern: anyOf([
      '(?:door|alarm|gate|keypad|building|lockdown) code(?:s)? (?:is|are|=|:)',
      'code (?:to|for) the (?:door|gate|building|alarm)',
      '(?:wifi|wi-fi|network|powerschool|gradebook|admin|staff) (?:password|login)(?: \\w+){0,3}(?: is|:|=)',
      'password for (?:the )?(?:gradebook|powerschool|network|district)|la clave (?:de|es)',
    ]),
  },
  {
    label: 'the content of a secure test',
    strength: 0.75,
    pattern: anyOf([
      String.raw`(?:state|sbac|sat|ap|final|psat|mcas|access) (?:test|exam)? ?(?:\w+ )?(?:questions?|prompts?|items?|answers?)`,
      'answer key|test booklet|the (?:essay )?prompt (?:was|is) about|respuestas del examen',
    ]),
  },
  {
    label: 'a layoff, closing or discipline list',
    strength: 0.7,
    pattern: anyOf([
      '(?:layoff|rif|non-?renewal|cut|discipline|suspension) list',
      'list of (?:who|people|teachers|students) (?:is|are|getting|being)',
      'names of (?:the )?(?:students|kids|teachers) (?:who|being|getting)',
    ]),
  },
];

const aboutTheDistrict = hasAnyOf([
  'board|district|superintendent|school|schools|principal|admin|administration|staff|teachers?',
  'students?|central office|budget|exam|test|escuela|distrito|junta|director[a]?|examen',
]);

/** District matters that are not public: closed sessions, codes, secure tests, unannounced decisions. */
export const confidentialDistrict: Detector = {
  id: 'confidential-district',
  version: 1,
  label: 'District matters that are not public, such as closed sessions, access codes or secure tests',
  detect(scene): readonly Signal[] {
    const reach = reachOf(scene);
    const found = scene.fields.flatMap((field) =>
      kinds.flatMap((kind) =>
        findIn(field, kind.pattern)
          .filter((hit) => !isNegated(hit) || kind.strength === 0.72)
          .filter((hit) => !isFiction(hit) && aboutTheDistrict.test(field.folded.words))
          .map((hit) => ({ kind, hit })),
      ),
    );
    const first = found.sort((a, b) => b.kind.strength - a.kind.strength)[0];
    if (first === undefined) return [];
    const against: readonly Signal[] =
      reach.against === 0
        ? []
        : [{ weighs: 'against', strength: reach.against, reason: reach.sentence, spans: [], questions: [] }];
    return [
      {
        weighs: 'for',
        strength: first.kind.strength,
        reason:
          `${quote(wordsOf(first.hit))} points to ${first.kind.label}. ${reach.against === 0 ? reach.sentence : ''}`.trim(),
        spans: spansOf(found.map((one) => one.hit)),
        questions: [
          'Was this information confidential then, and under which rule?',
          'How did the author come to know it?',
          ...reach.questions,
        ],
      },
      ...against,
    ];
  },
};
