import type { Box, TextRegion } from '../../contract/item.ts';
import type { Person } from '../../contract/person.ts';
import type { RedactionProfile, RedactionRule, RedactionWord, RemovedKind } from '../../contract/redaction.ts';
import { fold, type Hit, hitsIn, keyOf, type Needle } from '../leaks/index.ts';
import { type NameLore, needlesOfPerson, type Unnamed } from './names.ts';
import { literalPattern, patternHits, phonePattern } from './patterns.ts';
import { overlap, type StoredRegion } from './store.ts';

/** What a redaction is made of: who is in the case, what people decided, and for whom the document is. */
export interface RedactionOrder {
  readonly profile: RedactionProfile;
  readonly names: NameLore;
  readonly people: readonly Person[];
  /** People who are named in every document besides the case's own: officials of the district, whoever acts. */
  readonly officials: readonly string[];
  readonly words: readonly RedactionWord[];
  readonly regions: readonly StoredRegion[];
  /** Words that stand under a region that is taken out. */
  readonly covered: readonly { readonly words: string; readonly region: StoredRegion }[];
  /** Texts that a person wrote for this document: how to reach somebody stays in them. */
  readonly written: readonly string[];
}

/** What stands in the place of words under a region, and of words that a person named. */
export const TAKEN_OUT = '[taken out]';
/** Fewer letters of a picture would hit too many other words. */
const SHORTEST_COVERED = 4;

const PATTERN_KINDS: ReadonlySet<RemovedKind> = new Set([
  'phone',
  'email',
  'street-address',
  'birth-date',
  'student-number',
  'social-security-number',
  'handle',
]);

/** Decides of every text what is taken out of it. It changes no evidence: it is asked for each document anew. */
export class Redaction {
  readonly profile: RedactionProfile;
  /** Taken out, or offered and not decided; the second only for a person to look at. */
  readonly needles: readonly Needle[];
  readonly offered: readonly Needle[];
  readonly #patterns: ReadonlySet<RemovedKind>;
  readonly #offeredPatterns: ReadonlySet<RemovedKind>;
  readonly #kept: ReadonlySet<string>;
  readonly #exempt: ReadonlySet<string>;
  /** Decisions about places of pictures that hold for this audience. */
  readonly regions: readonly StoredRegion[];
  readonly #learned = new Map<string, Needle>();

  constructor(order: RedactionOrder) {
    const { profile } = order;
    this.profile = profile;
    const applying = order.words.filter(({ audiences }) => isFor(audiences, profile));
    this.#kept = new Set(applying.filter(({ decision }) => decision === 'keep').map(({ key }) => key));
    const removed = applying.filter(({ decision }) => decision === 'remove');
    const wanted = new Set(removed.map(({ key }) => key));
    const ruleOf = new Map(profile.rules.map((rule) => [rule.what, rule]));
    const people = personNeedles(order, ruleOf);
    const isApplied = (needle: Needle): boolean =>
      !this.#kept.has(needle.key) && (ruleOf.get(needle.what)?.rule === 'remove' || wanted.has(needle.key));
    this.needles = [
      ...removed.filter(({ key }) => !people.some((needle) => needle.key === key)).map(needleOfWord),
      ...people.filter(isApplied),
      ...order.covered.flatMap(needlesUnder),
    ];
    this.offered = people.filter((needle) => !isApplied(needle));
    this.#patterns = kindsOf(profile.rules, 'remove');
    this.#offeredPatterns = kindsOf(profile.rules, 'offer');
    this.#exempt = exemptKeys(order);
    this.regions = order.regions.filter(({ audiences }) => isFor(audiences, profile));
  }

  /** Where something is taken out of a text. */
  hits(text: string): readonly Hit[] {
    return hitsIn(text, [...this.needles, ...this.#learned.values()], this.#patternHits(text, this.#patterns));
  }

  /** Where something would be taken out if a person said so. */
  offeredHits(text: string): readonly Hit[] {
    const patterns = this.#patternHits(text, this.#offeredPatterns, false);
    return hitsIn(text, this.offered, patterns);
  }

  /** What was found once by how it looks is taken out in every spelling; a document is read through before it is set. */
  learn(text: string): void {
    for (const { needle } of this.#patternHits(text, this.#patterns)) {
      if (needle.what === 'phone' || needle.what === 'email') this.#learned.set(needle.key, needle);
    }
  }

  /** A text with what is taken out replaced. */
  words(text: string): string {
    return replaced(text, this.hits(text));
  }

  /** The same for words of the document's own form, which an ordinary word may begin: there a name needs its sentence. */
  fixedWords(text: string): string {
    const narrow = this.needles.map((needle) => ({ ...needle, pattern: needle.proof }));
    return replaced(
      text,
      hitsIn(text, [...narrow, ...this.#learned.values()], this.#patternHits(text, this.#patterns)),
    );
  }

  /** Places of a source's picture that a person decided to take out. */
  regionsOf(evidenceId: string): readonly StoredRegion[] {
    return this.regions.filter((region) => region.evidenceId === evidenceId && region.decision === 'remove');
  }

  /** What is found by how it looks; of how to reach the employee, or what a person wrote here, nothing. */
  #patternHits(text: string, kinds: ReadonlySet<RemovedKind>, unlessKept = true): readonly Hit[] {
    return patternHits(text, kinds).filter(
      ({ needle: { key } }) => !this.#exempt.has(bare(key)) && !(unlessKept && this.#kept.has(key)),
    );
  }
}

function isFor(audiences: readonly string[] | null, profile: RedactionProfile): boolean {
  return audiences === null || audiences.includes(profile.id);
}

function kindsOf(rules: readonly RedactionRule[], rule: RedactionRule['rule']): ReadonlySet<RemovedKind> {
  return new Set(rules.filter((one) => one.rule === rule && PATTERN_KINDS.has(one.what)).map(({ what }) => what));
}

/** Everybody whom the profile does not name, with the needles by which they could be known. */
function personNeedles(order: RedactionOrder, ruleOf: ReadonlyMap<RemovedKind, RedactionRule>): readonly Needle[] {
  const unnamed = order.people.flatMap((person): Unnamed[] => {
    const described = describe(person, order.people);
    return described === null || !ruleOf.has(described.what) ? [] : [described];
  });
  const gone = new Set(
    unnamed.filter(({ what }) => ruleOf.get(what)?.rule === 'remove').map(({ person }) => person.id),
  );
  const named = [...order.people.filter(({ id }) => !gone.has(id)).map(({ name }) => name), ...order.officials];
  return unnamed.flatMap((one) =>
    needlesOfPerson(
      one,
      named.filter((name) => name !== one.person.name),
      order.names,
    ),
  );
}

/** What somebody is called instead of their name; null for those whom every document names. */
function describe(person: Person, everybody: readonly Person[]): Unnamed | null {
  if (person.pseudonym !== null) return { person, what: 'student', shown: person.pseudonym };
  const child = person.relatives
    .map((id) => everybody.find((other) => other.id === id)?.pseudonym ?? null)
    .find((pseudonym) => pseudonym !== null);
  if (person.occupation === 'parent' && child !== undefined) {
    // 34 CFR 99.3: a parent's name tells whose child it is.
    return { person, what: 'parent', shown: `Parent of ${child}` };
  }
  const role = THIRD_PARTY[person.caseRole];
  return role === undefined ? null : { person, what: 'third-party', shown: `${role} ${person.number}` };
}

const THIRD_PARTY: Readonly<Partial<Record<Person['caseRole'], string>>> = {
  witness: 'Witness',
  complainant: 'Complainant',
  other: 'Person',
};

function needleOfWord({ key, what, words, shown }: RedactionWord): Needle {
  const figures = words.replace(/\D/g, '');
  const isPhone = figures.length >= 7 && /^[+\d\s().-]+$/.test(words);
  const source = isPhone ? phonePattern(figures).join('|') : literalPattern(fold(words, true).plain);
  const pattern = new RegExp(source, 'giu');
  return { key, what, words, shown, pattern, proof: pattern };
}

function needlesUnder({ words, region }: RedactionOrder['covered'][number]): readonly Needle[] {
  const plain = fold(words, true).plain.trim();
  if (plain.replace(/[^\p{L}\p{N}]/gu, '').length < SHORTEST_COVERED) return [];
  const pattern = new RegExp(literalPattern(plain), 'giu');
  return [{ key: `region:${region.id}`, what: 'region', words: plain, shown: TAKEN_OUT, pattern, proof: pattern }];
}

/** Keys of addresses and numbers that stay: the employee's own, of people the case names, and what was written here. */
function exemptKeys({ people, profile, written }: RedactionOrder): ReadonlySet<string> {
  const known = people.filter(
    (person) => describe(person, people) === null && (profile.respondentContact || person.caseRole !== 'respondent'),
  );
  const handles = known.flatMap(({ accounts }) => accounts.map(({ handle }) => handle));
  const inWritten = written.flatMap((text) => patternHits(text, PATTERN_KINDS).map(({ needle }) => bare(needle.key)));
  return new Set([
    ...inWritten,
    ...handles.map((handle) => keyOf(handle).replace(/^[@~\s]+/, '')),
    ...handles
      .map((handle) => handle.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, ''))
      .filter((figures) => figures.length >= 7),
  ]);
}

function bare(key: string): string {
  return key.slice(key.indexOf(':') + 1).replace(/^@/, '');
}

function replaced(text: string, hits: readonly Hit[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, needle } of hits) {
    made += text.slice(at, start) + needle.shown;
    at = end;
  }
  return made + text.slice(at);
}

interface Read {
  readonly text: string;
  readonly regions: readonly TextRegion[];
}

/** Stretches of an item's words that stand under boxes of its picture: words of which half lies in one. */
export function wordsUnder({ text, regions }: Read, boxes: readonly Box[]): readonly { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end, box } of regions) {
    if (!boxes.some((drawn) => overlap(box, drawn) >= 0.5)) continue;
    const last = runs.at(-1);
    if (
      last !== undefined &&
      /^\s*$/.test(text.slice(last.end, start)) &&
      !text.slice(last.end, start).includes('\n')
    ) {
      last.end = end;
    } else runs.push({ start, end });
  }
  return runs;
}
