import { createHash } from 'node:crypto';
import type { Clause, PackProblem, PolicyPack } from '../../../contract/policy.ts';
import { concernById } from '../concerns/catalogue.ts';
import type { LoadedPolicy } from './load.ts';

type Kind = PackProblem['kind'];
type Note = (kind: Kind, clause: string | null, message: string) => void;

/** Everything that is wrong with the packs, each in one sentence; empty where every quotation, concern and element holds. */
export function checkPolicies(policies: readonly LoadedPolicy[]): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const seen = new Set<string>();
  for (const loaded of policies) {
    const name = `${loaded.pack.id}@${loaded.pack.version}`;
    const note: Note = (kind, clause, message) => problems.push({ pack: name, clause, kind, message });
    if (seen.has(name)) note('duplicate-id', null, `Two packs are called ${name}.`);
    seen.add(name);
    checkSource(loaded, note);
    checkIds(loaded.pack, note);
    checkReferences(loaded.pack, note);
    for (const clause of loaded.pack.clauses) checkClause(clause, note);
  }
  return problems;
}

function checkSource(loaded: LoadedPolicy, note: Note): void {
  const { pack, sourceBytes } = loaded;
  if (sourceBytes === null) {
    note('missing-source', null, `The source text ${pack.source.file} does not lie beside the pack.`);
    return;
  }
  const sha256 = createHash('sha256').update(sourceBytes).digest('hex');
  if (sha256 !== pack.source.sha256) {
    note('changed-source', null, `The source text ${pack.source.file} is not the one the pack was made from.`);
  }
  const source = new TextDecoder().decode(sourceBytes);
  for (const quoted of quotations(pack)) {
    if (!source.includes(quoted.words)) {
      note('unquoted-words', quoted.clause, `These words do not stand in the source text: “${shorten(quoted.words)}”.`);
    }
  }
  for (const passage of uncoveredPassages(pack, source)) {
    note('uncovered-words', null, `No clause quotes these words of the policy: “${shorten(passage)}”.`);
  }
}

interface Quoted {
  readonly clause: string | null;
  readonly words: string;
}

/** Every passage that the pack claims to quote. */
function quotations(pack: PolicyPack): readonly Quoted[] {
  const loose = [
    ...pack.furniture,
    ...pack.crossReferences.map((reference) => reference.words),
    ...pack.legalReferences.map((reference) => reference.words),
    ...pack.clericalErrors.map((error) => error.words),
  ];
  return [
    ...loose.map((words) => ({ clause: null, words })),
    ...pack.clauses.flatMap((clause) => clauseQuotations(clause).map((words) => ({ clause: clause.id, words }))),
    ...pack.process.map((step) => ({ clause: step.clause, words: step.words })),
  ];
}

function clauseQuotations(clause: Clause): readonly string[] {
  const optional = [clause.heading, clause.limb, clause.modal, clause.binds.words, clause.scope?.words ?? null];
  return [
    clause.words,
    ...clause.further,
    ...optional.filter((words) => words !== null),
    ...clause.exceptions.map((exception) => exception.words),
  ];
}

/** Operative words of the source that no clause, reference or title of the pack quotes. */
export function uncoveredPassages(pack: PolicyPack, source: string): readonly string[] {
  const covered = [
    ...pack.furniture,
    ...pack.crossReferences.map((reference) => reference.words),
    ...pack.legalReferences.map((reference) => reference.words),
    ...pack.clauses.flatMap((clause) => [
      clause.words,
      ...clause.further,
      ...(clause.heading === null ? [] : [clause.heading]),
    ]),
  ];
  let rest = source;
  // Longest first, so that a short passage does not cut a long one in two.
  for (const words of covered.sort((a, b) => b.length - a.length)) rest = rest.split(words).join('\n');
  return rest
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+|[A-Z])\.?\s*$/, '').trim())
    .filter((line) => line !== '');
}

function checkIds(pack: PolicyPack, note: Note): void {
  for (const id of duplicates(pack.clauses.map((clause) => clause.id))) {
    note('duplicate-id', id, `Two clauses are called “${id}”.`);
  }
  for (const id of duplicates(pack.process.map((step) => step.id))) {
    note('duplicate-id', null, `Two process steps are called “${id}”.`);
  }
  for (const clause of pack.clauses) {
    for (const id of duplicates(clause.elements.map((element) => element.id))) {
      note('duplicate-id', clause.id, `Two elements of clause ${clause.id} are called “${id}”.`);
    }
    for (const id of duplicates(clause.exceptions.map((exception) => exception.id))) {
      note('duplicate-id', clause.id, `Two exceptions of clause ${clause.id} are called “${id}”.`);
    }
  }
}

function checkReferences(pack: PolicyPack, note: Note): void {
  if (!isTimeZone(pack.timeZone)) {
    note('unknown-time-zone', null, `“${pack.timeZone}” is not the name of a time zone, such as America/New_York.`);
  }
  const known = new Set(pack.clauses.map((clause) => clause.id));
  for (const step of pack.process) {
    if (!known.has(step.clause)) {
      note(
        'dangling-reference',
        step.clause,
        `Process step “${step.id}” belongs to a clause that the pack does not have.`,
      );
    }
  }
  for (const clause of pack.clauses) {
    for (const reference of clause.crossReferences) {
      if (known.has(reference.to) || pack.crossReferences.some((other) => other.words.includes(reference.to))) continue;
      note(
        'dangling-reference',
        clause.id,
        `Clause ${clause.id} refers to “${reference.to}”, which the pack does not have.`,
      );
    }
  }
}

function checkClause(clause: Clause, note: Note): void {
  for (const concern of clause.concerns) {
    if (concernById(concern) === null) {
      note(
        'dangling-concern',
        clause.id,
        `Clause ${clause.id} names the concern “${concern}”, which Evenhand does not know.`,
      );
    }
  }
  const binding = clause.kind === 'guideline' || clause.kind === 'general' || clause.kind === 'duty';
  if (binding && clause.elements.length === 0) {
    note(
      'clause-without-element',
      clause.id,
      `Clause ${clause.id} has no element, so nothing could be examined under it.`,
    );
  }
  for (const element of clause.elements) {
    for (const shown of element.shownBy) {
      if (shown === 'person' || clause.concerns.includes(shown)) continue;
      note(
        'dangling-concern',
        clause.id,
        `Element “${element.label}” of clause ${clause.id} names “${shown}”, which is no concern of the clause.`,
      );
    }
    const canShow = element.shownBy.some(
      (shown) => shown === 'person' || (concernById(shown)?.detectors.length ?? 0) > 0,
    );
    if (!canShow) {
      note(
        'element-nothing-can-show',
        clause.id,
        `Nothing can show the element “${element.label}” of clause ${clause.id}: name a concern that has a detector, or “person”.`,
      );
    }
  }
}

function duplicates(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function shorten(words: string): string {
  return words.length > 90 ? `${words.slice(0, 87)}…` : words;
}
