import type { Clause, ClauseElement, ClauseScope, PolicyPack } from '../../contract/policy.ts';
import type { Proposal } from '../../contract/policy-import.ts';
import { concerns as catalogue, isLookedFor } from '../policy/index.ts';
import { boundBy, type FoundBound } from './bound.ts';
import { concernWords } from './concern-words.ts';
import { proposedElements } from './elements.ts';
import { asClauseException, exceptionsIn } from './exceptions.ts';
import { type FoundForce, forceOf, kindOf } from './force.ts';
import type { Likeness } from './likeness.ts';
import { referencesIn } from './references.ts';

/** What is proposed for one passage, and why. */
export interface ProposedClause {
  readonly clause: Clause;
  readonly proposals: readonly Proposal[];
}

export interface Passage {
  /** The words, without number or letter. */
  readonly words: string;
  readonly limb: string | null;
  /** Headings and words that govern it, exactly, the nearest last. */
  readonly above: readonly string[];
  readonly isItem: boolean;
  readonly id: string;
}

export interface Shelf {
  readonly packs: readonly PolicyPack[];
  readonly likeness: Likeness;
}

/** So alike are two wordings of one rule; below that, elements are made from the sentence. */
const SAME_RULE = 0.72;
/** From here on, the concerns of the clause at hand are worth proposing. */
const ALIKE = 0.42;
const CHARGEABLE: ReadonlySet<Clause['kind']> = new Set(['guideline', 'general', 'duty']);

/** Proposes everything that a clause needs, from its words and from the policies at hand; the same words give the same. */
export function proposeClause(passage: Passage, shelf: Shelf): ProposedClause {
  const { words, limb, above, isItem } = passage;
  const own = limb ?? words;
  const governing = above.at(-1) ?? null;
  const read = forceOf(words, governing);
  const kind = kindOf(words, read, isItem);
  const force = kind === 'preamble' ? statedForce(read) : read;
  const bound = kind === 'process' ? nobodyBound : boundBy(words, force.modal, governing);
  const scope = scopeOf(words, governing);
  const nearest = shelf.likeness.nearest(own);
  const chargeable = CHARGEABLE.has(kind);
  const found = chargeable ? concernsOf(own, nearest) : [];
  const concerns = found.map(({ id }) => id);
  const exceptions = exceptionsIn(words);
  const known = exceptions.flatMap(({ id, words: one }) =>
    id === null ? [] : asClauseException(id, one, shelf.packs),
  );
  const others = exceptions.filter(({ id }) => id === null);
  const sameRule =
    nearest !== null && nearest.likeness >= SAME_RULE && nearest.known.clause.elements.length > 0 ? nearest : null;
  const elements = !chargeable
    ? []
    : sameRule === null
      ? proposedElements(own, force.modal, concerns, exceptions)
      : sameRule.known.clause.elements.map((element) => fitted(element, concerns));
  const references = referencesIn(words);
  const clause: Clause = {
    id: passage.id,
    kind,
    label: labelOf(own, force.modal),
    heading: governing,
    limb,
    words,
    further: [],
    force: force.force,
    modal: force.modal,
    binds: bound.binds,
    scope: scope?.scope ?? null,
    elements,
    exceptions: known.filter(({ id }, index) => known.findIndex((other) => other.id === id) === index),
    concerns,
    crossReferences: references.map((to) => ({ to, because: 'Its words name it' })),
    notes: notesOf(
      force.force,
      others.map((one) => one.words),
      chargeable && found.length === 0,
    ),
  };
  return {
    clause,
    proposals: [
      { about: 'force', because: force.because },
      { about: 'kind', because: kindWords(kind) },
      { about: 'binds', because: bound.because },
      ...(scope === null ? [] : [{ about: 'scope' as const, because: scope.because }]),
      ...(chargeable ? concernProposals(found) : []),
      ...(chargeable ? [{ about: 'elements' as const, because: elementsBecause(sameRule) }] : []),
      ...exceptions.map(({ id, words: one }) => ({
        about: 'exception' as const,
        because:
          id === null
            ? `“${one}” makes an exception that Evenhand has no test for; a question asks for it.`
            : `“${one}” makes an exception.`,
      })),
      ...references.map((to) => ({ about: 'reference' as const, because: `Its words name “${to}”.` })),
    ],
  };
}

/** What only states may hold a “must” of somebody else’s; it demands nothing by itself. */
function statedForce(found: FoundForce): FoundForce {
  if (found.force === 'advisory' || found.force === 'procedural') return found;
  return { force: 'procedural', modal: found.modal, because: 'It states and demands nothing by itself.' };
}

const nobodyBound: FoundBound = {
  binds: { roles: [], words: null, note: null },
  because: 'It speaks of what the Board or the District may do and binds no employee.',
};

interface FoundConcern {
  readonly id: string;
  readonly because: string;
}

function concernsOf(words: string, nearest: ReturnType<Likeness['nearest']>): readonly FoundConcern[] {
  const byWords = catalogue.flatMap(({ id, label }) => {
    const hit = concernWords[id]?.exec(words);
    return hit === null || hit === undefined
      ? []
      : [{ id, because: `${label}: “${hit[0].replace(/\s+/g, ' ').trim()}”` }];
  });
  if (nearest === null || nearest.likeness < ALIKE) return byWords;
  const { known, shared } = nearest;
  const theirs = known.clause.concerns
    .filter((id) => catalogue.some((concern) => concern.id === id))
    .map((id) => ({
      id,
      because: `${catalogue.find((concern) => concern.id === id)?.label ?? id}: like ${known.clause.id} of ${known.title} (${shared.join(', ')})`,
    }));
  // Where nearly the same rule is at hand, what its makers found counts, and no more.
  if (nearest.likeness >= SAME_RULE) return theirs;
  return [...byWords, ...theirs.filter(({ id }) => !byWords.some((one) => one.id === id))];
}

function concernProposals(found: readonly FoundConcern[]): readonly Proposal[] {
  if (found.length === 0) {
    return [
      {
        about: 'concern',
        because: 'Its words resemble no concern that Evenhand knows. No detector looks for this; people have to.',
      },
    ];
  }
  const looked = found.some(({ id }) => isLookedFor(id));
  return [
    ...found.map(({ because }) => ({ about: 'concern' as const, because })),
    ...(looked ? [] : [{ about: 'concern' as const, because: 'No detector looks for this; people have to.' }]),
  ];
}

/** An element of another policy's clause, shown by the concerns that this clause has. */
function fitted(element: ClauseElement, concerns: readonly string[]): ClauseElement {
  const shownBy = element.shownBy.filter((by) => by === 'person' || concerns.includes(by));
  return { ...element, shownBy: shownBy.includes('person') ? shownBy : [...shownBy, 'person'] };
}

function elementsBecause(sameRule: ReturnType<Likeness['nearest']>): string {
  return sameRule === null
    ? 'Made from the parts of its sentence: what is done, and under which circumstances.'
    : `Taken from ${sameRule.known.clause.id} of ${sameRule.known.title}, which says nearly the same.`;
}

function scopeOf(
  words: string,
  above: string | null,
): { readonly scope: ClauseScope; readonly because: string } | null {
  const limits: readonly (readonly ['personal' | 'district', RegExp])[] = [
    [
      'personal',
      /(?:when|while) using personal [\p{L} ]*(?:sites?|media|accounts?|platforms?)|\bon (?:their |a |his\/her )?personal (?:[\p{L}-]+ )?(?:sites?|media|accounts?|pages?|platforms?)/iu,
    ],
    [
      'district',
      /\b(?:any |a |the )?district-(?:sponsored|owned|approved|managed|provided) (?:[\p{L}-]+ )*(?:accounts?|pages?|sites?|media|communications?|platforms?)/iu,
    ],
  ];
  for (const [account, pattern] of limits) {
    const own = pattern.exec(words) ?? (above === null ? null : pattern.exec(above));
    if (own === null) continue;
    const about = account === 'personal' ? 'personal' : 'District';
    return { scope: { account: [account], words: own[0] }, because: `“${own[0]}” limits it to ${about} accounts.` };
  }
  return null;
}

/** A short name for lists: what comes after the word of force, cut at a natural end. */
export function labelOf(words: string, modal: string | null): string {
  const inline =
    /^((?:\p{Lu}[\p{L}’'-]*|and|of|the|with|for|in|on|to|or|\/)(?: (?:\p{L}[\p{L}’'-]*|and|of|the|with|for|in|on|to|or|\/)){0,6})(?:\.|:| [-–—]) (?=\p{Lu})/u.exec(
      words,
    );
  if (inline?.[1] !== undefined) return inline[1];
  const flat = words.replace(/-\n/g, '').replace(/\s+/g, ' ').trim();
  const at = modal === null ? -1 : flat.toLowerCase().indexOf(modal.toLowerCase());
  const after = at >= 0 && at < 90 ? flat.slice(at + (modal?.length ?? 0)).trim() : flat;
  const forbids = /\bnot\b|prohibit|forbid|never/i.test(modal ?? '') && at >= 0 && at < 90;
  const rest = after
    .replace(/^[\s,;:]+/, '')
    .replace(/^(?:be |from |to |that )+/i, '')
    .replace(/^(?:be )?(?:aware|advised) that /i, '');
  const not = !forbids || !/\p{L}/u.test(rest) ? '' : /^(?:from )?\p{L}+ing\b/u.test(after) ? 'No ' : 'Not to ';
  const clean = (/\p{L}/u.test(rest) ? rest : flat).replace(/[.;:,]+$/, '');
  const short = clean.length <= 64 ? clean : `${clean.slice(0, 62).replace(/[\s,;(]+\S*$/, '')} …`;
  const name = `${not}${short}`;
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function kindWords(kind: Clause['kind']): string {
  const said: Readonly<Record<Clause['kind'], string>> = {
    guideline: 'An item that forbids: a guideline, which can be breached.',
    general: 'A sentence of the text that binds: a general rule, which can be breached.',
    duty: 'It asks something of somebody: a duty, which can be breached.',
    preamble: 'It states and demands nothing of its own: a preamble, which nobody can breach.',
    definition: 'It says what a word means: a definition.',
    process: 'It says what the Board or the District may do: a step, which nobody can breach.',
  };
  return said[kind];
}

function notesOf(force: Clause['force'], exceptions: readonly string[], silent: boolean): string[] {
  return [
    ...(force === 'advisory' ? ['The words advise; they do not forbid.'] : []),
    ...exceptions.map((words) => `An exception to be weighed by hand: “${words}”`),
    ...(silent ? ['No detector looks for this clause: that nothing is suggested clears nobody.'] : []),
  ];
}
