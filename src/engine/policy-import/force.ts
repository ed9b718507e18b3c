import type { Clause, Force } from '../../contract/policy.ts';

/** What kind of demand a passage makes, by the word that carries it. */
export interface FoundForce {
  readonly force: Force;
  /** As printed; null where no word of the passage carries a force. */
  readonly modal: string | null;
  /** A sentence for the person who confirms it. */
  readonly because: string;
}

const DEFINITION =
  /\b(?:shall mean|is defined as|are defined as|(?<!\b(?:any|other|by|of|all|electronic|various|such) )means(?! of\b)(?: and includes)?|shall refer to|refers to|for (?:the )?purposes? of this (?:policy|section|regulation))\b/i;
/** A prohibition in the same sentence weighs more than the advice that leads to it. */
const PROHIBITED =
  /(?<!\bnot )\b(?:(?:is|are|be) (?:strictly |expressly )?(?:prohibited|forbidden|banned)|(?:strictly |expressly )?prohibited(?= from\b)|prohibited|forbidden|(?:is|are) not (?:permitted|allowed|acceptable)|not (?:permitted|allowed)|(?:shall|will) be (?:deemed|considered|treated as) (?:a )?(?:violation|breach|misconduct|unacceptable)[^,.;]{0,3}|(?:is|are) (?:deemed |considered )?(?:inappropriate|unacceptable)(?! (?:by|may|conduct|content)))/i;
const RULES: readonly (readonly [Force, RegExp])[] = [
  [
    'prohibitive',
    /\b(?:shall not|shall refrain|shall never|must not|must never|must refrain|may not|may never|cannot|can not|will not|shall avoid|never\b|do not|don[’']t|is to refrain|are to refrain|no (?:employee|staff member|teacher|coach|one|person|volunteer)s? (?:shall|may|will|must))/i,
  ],
  [
    'mandatory',
    /\b(?:must|shall|(?:is|are) (?:required|obligated|responsible|expected|to be held)|(?:is|are) to\b|will be (?:required|expected)|has to|have to|has a duty|have a duty|will(?= (?:ensure|maintain|report|notify|keep|obtain|use|comply|follow|respect|treat|protect|refrain|seek|inform)))\b/i,
  ],
  [
    'advisory',
    /\b(?:should not|should be|should|ought to|(?:is|are) (?:strongly )?(?:encouraged|advised|urged|reminded|discouraged|cautioned)|(?:strongly )?(?:encourages?|discourages?|recommends?|urges?)|recommended|it is important|important)\b/i,
  ],
  ['empowering', /\b(?:may|reserves? the right|(?:is|are) (?:authorized|permitted|allowed) to|could)\b/i],
];
const NAMES: Readonly<Record<Force, string>> = {
  advisory: 'advice',
  mandatory: 'a duty',
  prohibitive: 'a prohibition',
  definitional: 'a definition',
  procedural: 'a statement',
  empowering: 'a power',
};

/**
 * The force of a passage. `above` are the words that govern it (a heading, “employees shall not:”), which carry the force
 * where the passage itself has no such word.
 */
export function forceOf(words: string, above: string | null = null): FoundForce {
  const own = forceIn(words);
  if (own !== null) return { ...own, because: `“${own.modal}” makes it ${NAMES[own.force]}.` };
  const governing = above === null ? null : forceIn(above);
  if (governing !== null && above !== null) {
    return { ...governing, because: `“${governing.modal}” in the words above it makes it ${NAMES[governing.force]}.` };
  }
  return { force: 'procedural', modal: null, because: 'No word such as must, shall not, should or may stands in it.' };
}

function forceIn(words: string): { readonly force: Force; readonly modal: string } | null {
  const defined = DEFINITION.exec(words);
  if (defined !== null) return { force: 'definitional', modal: defined[0] };
  const prohibited = PROHIBITED.exec(words);
  const hits = RULES.flatMap(([force, pattern]) => {
    const found = pattern.exec(words);
    return found === null ? [] : [{ force, modal: found[0].trim(), at: found.index }];
  });
  // The first word decides; where two begin together (“may not” and “may”) the longer one does.
  hits.sort((a, b) => a.at - b.at || b.modal.length - a.modal.length);
  const [first] = hits;
  const sentenceEnd = words.search(/[.!?]\s+\p{Lu}/u);
  const early = prohibited !== null && (sentenceEnd < 0 || prohibited.index < sentenceEnd);
  const stronger =
    first === undefined ||
    first.force === 'advisory' ||
    first.force === 'empowering' ||
    (prohibited?.index ?? 0) < first.at;
  if (prohibited !== null && early && stronger) return { force: 'prohibitive', modal: prohibited[0].trim() };
  if (first !== undefined) return { force: first.force, modal: first.modal };
  return prohibited === null ? null : { force: 'prohibitive', modal: prohibited[0].trim() };
}

/** Somebody who enforces the policy, as the subject of the sentence: what follows is a step, not a rule of conduct. */
const ENFORCER =
  /^(?:if|when|where|upon|in the event|depending|any|an?|the)?\b[^.]{0,240}?\b(?:board(?: of education)?|superintendent|administration|principal|human resources|district|employer)\b[^.,;]{0,60}?\b(?:may|shall|will|reserves?|has the right)\b/i;
const SANCTION =
  /\b(?:(?:subject|lead|result|cause) (?:to|in|for) (?:disciplin|termination|dismissal|corrective)|disciplinary action|discipline,? up to)/i;
const EMPLOYEE =
  /\b(?:employees?|staff|staff members?|teachers?|administrators?|coach(?:es)?|advis[oe]rs?|personnel|educators?|volunteers?|paraprofessionals?|faculty|users?|individuals?|members?)\b/i;
const STATES =
  /^it (?:also )?(?:has|believes|recogni[sz]es|respects|understands)\b|\b(?:the )?(?:board(?: of education)?|district|policy|purpose|administration)\b[^.]{0,60}?\b(?:believes?|recogni[sz]es?|has|holds?|respects?|understands?|acknowledges?|supports?|values?|is committed|is to|encourages the use|provides? guidance|has been)\b/i;

/** What a sentence of running text is: a rule of conduct, a step, a definition, or a statement. */
export function natureOf(sentence: string): 'rule' | 'process' | 'definition' | 'statement' {
  const found = forceIn(sentence);
  if (found === null) return 'statement';
  if (found.force === 'definitional') return 'definition';
  if (/^(?:if|when|where|upon)\b/i.test(sentence) && ENFORCER.test(sentence)) return 'process';
  const isBoards =
    STATES.test(sentence.slice(0, 130)) && !/^(?:any|no)\b/i.test(sentence) && found.force !== 'prohibitive';
  if (isBoards && !/\bencourages?\b/i.test(sentence.slice(0, 80))) {
    return /^while\b/i.test(sentence) && EMPLOYEE.test(sentence) ? 'rule' : 'statement';
  }
  if (found.force === 'prohibitive') return 'rule';
  if (
    SANCTION.test(sentence) &&
    /\b(?:may|could|can|will|shall)\b/i.test(sentence) &&
    !/\bshould be advised\b/i.test(sentence)
  )
    return 'process';
  if (ENFORCER.test(sentence) && !/^(?:employees?|staff|teachers?)\b/i.test(sentence)) return 'process';
  return found.force === 'empowering' && !EMPLOYEE.test(sentence.slice(0, 80)) && !/\bmay be used\b/i.test(sentence)
    ? 'statement'
    : 'rule';
}

/** The kind of clause that a passage is proposed to be. */
export function kindOf(words: string, found: FoundForce, isItem: boolean): Clause['kind'] {
  if (found.force === 'definitional') return 'definition';
  if (isItem) {
    if (found.force === 'prohibitive') return 'guideline';
    return found.force === 'mandatory' || found.force === 'advisory'
      ? 'duty'
      : natureOf(words) === 'process'
        ? 'process'
        : 'preamble';
  }
  const nature = natureOf(words);
  if (nature === 'process') return 'process';
  if (nature === 'statement') return 'preamble';
  return found.force === 'prohibitive' || found.force === 'mandatory'
    ? 'general'
    : found.force === 'advisory'
      ? 'duty'
      : 'preamble';
}
