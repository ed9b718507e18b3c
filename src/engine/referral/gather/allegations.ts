import { must } from '../../../contract/errors.ts';
import type { AllegationView } from '../../../contract/finding.ts';
import type { NamedParty } from '../../../contract/item.ts';
import type { Mapping } from '../../../contract/mapping.ts';
import type { Force } from '../../../contract/policy.ts';
import { allegationViews } from '../../finding/index.ts';
import { itemById } from '../../items/index.ts';
import { clauseOn, mappings } from '../../mapping/index.ts';
import { concernsReport } from '../../report/index.ts';
import { compelledSources, isCompelledItem } from '../../statement/index.ts';
import type { Allegation } from '../input/allegation.ts';
import { prose, type QuotedClause } from '../input/basics.ts';
import { clauseName } from './clause-name.ts';
import { credibilityOf } from './credibility.ts';
import type { Exhibits } from './exhibits.ts';
import { authorWords, type Scope, wordsOf } from './scope.ts';

/** The allegations against this respondent with the links that bear on them, but for those to a compelled statement. */
export interface Charged {
  readonly views: readonly AllegationView[];
  readonly links: ReadonlyMap<string, Mapping>;
  /** How many links rest on a compelled statement: no document but its own record prints a word of it. */
  readonly keptApart: number;
}

export function chargedOf(scope: Scope): Charged {
  const own = allegationViews(scope.session, scope.db).filter(
    ({ allegation }) => allegation.respondentId === scope.respondent.id,
  );
  const wanted = new Set(
    own.flatMap((view) => view.elements.flatMap((element) => [...element.for, ...element.against])),
  );
  const all = mappings(scope.db, { itemId: null, allegationId: null, policy: null, clause: null });
  const sources = compelledSources(scope.db);
  const weighed = all.filter(({ id }) => wanted.has(id));
  const given = weighed.filter(({ itemId }) => !isCompelledItem(scope.db, sources, itemId));
  const links = new Map(given.map((link) => [link.id, link]));
  return { views: own.map((view) => withLinks(view, links)), links, keptApart: weighed.length - given.length };
}

/** An allegation with only those of its links that a document may cite. */
function withLinks(view: AllegationView, links: ReadonlyMap<string, Mapping>): AllegationView {
  const elements = view.elements.map((element) => ({
    ...element,
    for: element.for.filter((id) => links.has(id)),
    against: element.against.filter((id) => links.has(id)),
  }));
  return { ...view, elements, contrary: view.contrary.filter(({ mappingId }) => links.has(mappingId)) };
}

export function allegationsOf(scope: Scope, charged: Charged, exhibits: Exhibits): Allegation[] {
  return charged.views.map((view) => {
    const linksOf = (side: 'for' | 'against') =>
      view.elements
        .flatMap((element) => element[side])
        .map((id) => must(charged.links.get(id), 'the link was gathered'));
    return {
      number: view.allegation.number,
      title: scope.safe(view.clauseLabel),
      clause: { policy: view.allegation.policy, clause: view.allegation.clause },
      specification: {
        what: prose(scope.safe(view.allegation.specification.what)),
        when: scope.safe(view.allegation.specification.when) || null,
        where: scope.safe(view.allegation.specification.where) || null,
        toWhom: scope.safe(view.allegation.specification.toWhom ?? '') || null,
      },
      elements: view.elements.map((element) => ({
        words: element.label,
        state: element.state,
        reasons: prose(scope.safe(element.reason ?? '')),
        citations: [...element.for, ...element.against].map((id) =>
          exhibits.cite(must(charged.links.get(id), 'the link was gathered')),
        ),
      })),
      evidenceFor: linksOf('for').map((link) => passageOf(scope, link, exhibits)),
      evidenceAgainst: linksOf('against').map((link) =>
        answered(scope, view, passageOf(scope, link, exhibits), link.id),
      ),
      response: responseOf(scope, view),
      credibility: credibilityOf(scope, view),
      exceptions: view.exceptions.map((exception) => ({
        words: exception.words,
        answer: exception.answer === 'applies' || exception.answer === 'does-not-apply' ? exception.answer : 'open',
        reasons: prose(scope.safe(exception.reason ?? '')),
      })),
      protectedSpeech: [protectedSpeechOf(scope, view)],
      finding: findingOf(scope, view),
    };
  });
}

function passageOf(scope: Scope, link: Mapping, exhibits: Exhibits): Allegation['evidenceFor'][number] {
  const stored = must(itemById(scope.db, link.itemId), 'a linked item is there');
  return {
    citation: exhibits.cite(link),
    author: authorWords(scope, stored.item.author),
    when: stored.item.sentAt,
    quote: isChildsWord(scope, link.itemId, stored.item.author) ? null : wordsOf(scope, link.passage.text),
    why: whyOf(scope, link, stored.item.author),
  };
}

/** What a student said about a danger stands in the case file and in the report, and in no document. */
function isChildsWord(scope: Scope, itemId: string, author: NamedParty | null): boolean {
  if (author === null || !concernsReport(scope.db, itemId)) return false;
  const person = scope.recognition.find(author.name, author.handle);
  return person?.occupation === 'student' || person?.caseRole === 'student';
}

function whyOf(scope: Scope, link: Mapping, author: NamedParty | null): string | null {
  const why = link.reason === null ? '' : scope.safe(link.reason);
  const kept = isChildsWord(scope, link.itemId, author)
    ? 'The student’s words are kept out of this document; they stand in the case file.'
    : '';
  return `${why} ${kept}`.trim() || null;
}

/** A passage against with what the investigator made of it. */
function answered(
  scope: Scope,
  { contrary }: AllegationView,
  passage: Allegation['evidenceAgainst'][number],
  id: string,
): Allegation['evidenceAgainst'][number] {
  const answer = contrary.find(({ mappingId }) => mappingId === id);
  if (answer === undefined) return passage;
  const why = [passage.why, `What was made of it: ${scope.safe(answer.words)}`]
    .filter((words) => words !== null)
    .join(' ');
  return { ...passage, why };
}

const STANCES = {
  admits: 'Admits it',
  denies: 'Denies it',
  'admits-in-part': 'Admits it in part',
  explains: 'Explains it',
  'says-nothing': 'Says nothing to this allegation',
} as const;

/** What the response says to this allegation, and what was made of it. */
function pointsOf(scope: Scope, { point }: AllegationView) {
  if (point === null) return [];
  return [
    { point: STANCES[point.stance], answer: prose(scope.safe(point.words)) },
    ...(point.takenUp === null ? [] : [{ point: 'What was made of it', answer: prose(scope.safe(point.takenUp)) }]),
  ];
}

function responseOf(scope: Scope, view: AllegationView): Allegation['response'] {
  const { response } = view;
  if (response === null)
    return { state: 'not-asked', why: 'No response is recorded and its lapse is not recorded either.' };
  const at = scope.wall(response.at);
  const words = response.words === null ? null : wordsOf(scope, response.words);
  if (response.state === 'received' && words !== null) {
    return { state: 'given', at, how: 'as recorded in the case', words, citation: null, points: pointsOf(scope, view) };
  }
  const how =
    response.state === 'lapsed' ? 'the time for a response ended without one' : 'the employee declined to respond';
  return { state: 'declined', at, how };
}

const SCREEN_WORDS: Readonly<Record<string, string>> = {
  'not-protected': 'does-not-apply',
  'not-applicable': 'does-not-apply',
  'may-be-protected': 'open',
  'counsel-asked': 'open',
};

function protectedSpeechOf(scope: Scope, view: AllegationView): Allegation['protectedSpeech'][number] {
  const answered = SCREEN_WORDS[view.screen.answer];
  const isProtected = view.finding?.policy === 'protected';
  return {
    words:
      'Whether the words may be protected: concerted activity, union activity, a matter of public concern, a protected report',
    answer: isProtected ? 'applies' : answered === 'does-not-apply' ? 'does-not-apply' : 'open',
    reasons: prose(scope.safe(view.screen.reason ?? 'The question was not answered.')),
  };
}

function findingOf(scope: Scope, { finding }: AllegationView): Allegation['finding'] {
  if (finding === null) return null;
  const [name = finding.by, ...role] = finding.by.split(', ');
  const contrary =
    finding.contraryAnswered === null ? '' : `\n\nOn what speaks against it: ${finding.contraryAnswered}`;
  const advice = finding.forceNote === null ? '' : `\n\nOn the force of the clause: ${finding.forceNote}`;
  return {
    fact: finding.fact,
    policy: finding.policy,
    standard: finding.standard,
    reasons: prose(scope.safe(finding.reasons + advice + contrary)),
    by: { name, role: role.join(', ') || 'Investigator' },
    date: scope.day(scope.session.standsAt ?? finding.at),
  };
}

/** What a clause's force makes of it, in the words that documents use. */
export function forceWord(force: Force): QuotedClause['force'] {
  return FORCE[force];
}

const FORCE: Readonly<Record<Force, QuotedClause['force']>> = {
  advisory: 'advice',
  mandatory: 'duty',
  prohibitive: 'prohibition',
  definitional: 'definition',
  procedural: 'procedure',
  empowering: 'power',
};

/** The clauses that the allegations rest on, each quoted once, exactly. */
export function quotedClauses(scope: Scope, charged: Charged): ReadonlyMap<string, QuotedClause[]> {
  const byPolicy = new Map<string, QuotedClause[]>();
  for (const { allegation } of charged.views) {
    const { clause } = clauseOn(scope.session, allegation.policy, allegation.clause, allegation.conductOn);
    const quoted = byPolicy.get(allegation.policy) ?? [];
    byPolicy.set(allegation.policy, quoted);
    if (quoted.some(({ id }) => id === clause.id)) continue;
    const notes = [...(clause.binds.note === null ? [] : [clause.binds.note]), ...clause.notes];
    quoted.push({
      id: clause.id,
      label: clauseName(clause),
      force: forceWord(clause.force),
      leadIn: clause.heading,
      words: clause.words,
      note: notes.join(' ') || null,
    });
  }
  return byPolicy;
}
