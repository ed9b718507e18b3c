import type { FirstQuestion } from '../../contract/complaint.ts';
import type { MissingEntry, MissingKind } from '../../contract/missing.ts';

/** An employee or anybody else, as far as the check asks. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly role: 'respondent' | 'witness' | 'complainant' | 'other';
  readonly unit: boolean;
  readonly occupation: boolean;
  readonly hours: boolean;
  readonly standing: boolean;
  /** Accounts of which nobody said how they are known to be theirs. */
  readonly unprovedAccounts: readonly string[];
  /** An interview or a statement of theirs is in the case. */
  readonly heard: boolean;
}

export interface AllegationFacts {
  readonly id: string;
  readonly number: number;
  readonly respondentId: string;
  readonly respondent: string;
  /** Elements that nobody examined, those left out in whose place another one is met. */
  readonly openElements: readonly { readonly id: string; readonly label: string }[];
  readonly openExceptions: readonly { readonly id: string; readonly question: string }[];
  readonly screenAnswered: boolean;
  readonly openQuestions: readonly { readonly id: string; readonly question: string }[];
  readonly notice: { readonly shown: boolean; readonly because: string };
  /** Found a breach of advice alone, without a word on why it binds. */
  readonly adviceOnly: boolean;
  /** Posts in support that lie in a recorded break or day off: `#12: Lunch 11:40-12:10`. */
  readonly inBreaks: readonly { readonly itemId: string; readonly words: string }[];
}

/** All that the check looks at; nothing else of the case matters to it. */
export interface InquiryFacts {
  readonly unansweredFirst: readonly FirstQuestion[];
  readonly complaints: readonly {
    readonly id: string;
    readonly number: number;
    readonly about: boolean;
    readonly knowledge: boolean;
  }[];
  readonly people: readonly PersonFacts[];
  readonly openConflicts: readonly {
    readonly id: string;
    readonly personId: string;
    readonly name: string;
    readonly words: string;
  }[];
  /** Respondents who answered, let the time pass or declined. */
  readonly responded: ReadonlySet<string>;
  readonly receipts: readonly {
    readonly id: string;
    readonly number: number;
    readonly fromWhom: string;
    readonly cropped: boolean;
    readonly evidenceId: string | null;
    readonly asked: boolean;
  }[];
  /** Sources with outgoing lines without a name, whose owner nobody gave. */
  readonly ownerless: readonly { readonly id: string; readonly name: string }[];
  /** Pictures that something rests on, of whose conversation nothing more is in the case and nobody was asked. */
  readonly contextOpen: readonly { readonly itemId: string; readonly evidenceId: string; readonly name: string }[];
  /** What no machine could read and nobody has listened to or looked at to the end. */
  readonly unread: readonly { readonly id: string; readonly name: string }[];
  readonly allegations: readonly AllegationFacts[];
}

/** What each first question asks, in the words of a list. */
const FIRST: Readonly<Record<FirstQuestion, string>> = {
  'minor-unclothed': 'whether anything shows a minor without clothes',
  'child-at-risk': 'whether a child is at risk',
  'sexual-harassment': 'whether this is harassment of a sexual kind',
  'police-or-dcf': 'whether police or child protection are involved',
  'conflict-of-interest': 'whether you have a conflict of interest',
};

/**
 * What was never asked, requested, examined or heard, a sentence for each, in the order in which an inquiry goes. Each entry
 * is there because of one fact, and goes when that fact is recorded.
 */
export function missingThings(facts: InquiryFacts): readonly MissingEntry[] {
  return [
    ...facts.unansweredFirst.map((question) =>
      entry('first-question', question, `It was not asked ${FIRST[question]}.`, { question }),
    ),
    ...ofComplaints(facts),
    ...facts.people.flatMap(ofPerson),
    ...facts.openConflicts.map(({ id, personId, name, words }) =>
      entry('conflict-open', id, `A conflict of interest of ${name} is open: ${words}`, { person: personId }),
    ),
    ...responsesOpen(facts),
    ...ofSources(facts),
    ...facts.allegations.flatMap(ofAllegation),
  ];
}

const NOWHERE: MissingEntry['at'] = {
  question: null,
  complaint: null,
  person: null,
  receipt: null,
  evidence: null,
  item: null,
  allegation: null,
};

function entry(kind: MissingKind, id: string, words: string, at: Partial<MissingEntry['at']>): MissingEntry {
  return { key: `${kind} ${id}`, kind, words, at: { ...NOWHERE, ...at } };
}

function ofComplaints({ complaints }: InquiryFacts): readonly MissingEntry[] {
  return complaints.flatMap(({ id, number, about, knowledge }) => [
    ...when(!about, 'complaint-about-nobody', id, `Complaint ${number} names nobody: record whom it is about.`, {
      complaint: id,
    }),
    ...when(
      !knowledge,
      'knowledge-not-asked',
      id,
      `For complaint ${number} it was not asked how the complainant knows, and when the district first knew.`,
      { complaint: id },
    ),
  ]);
}

function ofPerson(person: PersonFacts): readonly MissingEntry[] {
  const { id, name } = person;
  const at = { person: id };
  if (person.role === 'respondent') {
    return [
      ...when(
        !person.unit,
        'unit-unknown',
        id,
        `The bargaining unit of ${name} is not recorded: it decides which agreement applies.`,
        at,
      ),
      ...when(
        !person.occupation,
        'occupation-unknown',
        id,
        `What ${name} does at the school is not recorded: it decides which clauses bind.`,
        at,
      ),
      ...when(!person.hours, 'schedule-unknown', id, `The working hours of ${name} are not known.`, at),
      ...when(
        !person.standing,
        'standing-unknown',
        id,
        `Whether ${name} has tenure or is on probation is not recorded.`,
        at,
      ),
      ...when(
        person.unprovedAccounts.length > 0,
        'account-unproved',
        id,
        `How these are known to be accounts of ${name} is not recorded: ${person.unprovedAccounts.join(', ')}.`,
        at,
      ),
      ...when(!person.heard, 'respondent-not-interviewed', id, `${name} has not been interviewed.`, at),
    ];
  }
  const wanted = person.role === 'witness' || person.role === 'complainant';
  return when(
    wanted && !person.heard,
    'witness-not-heard',
    id,
    `${name} is named as a ${person.role} and has not been heard.`,
    at,
  );
}

function responsesOpen({ allegations, responded }: InquiryFacts): readonly MissingEntry[] {
  const charged = new Map(allegations.map(({ respondentId, respondent }) => [respondentId, respondent]));
  return [...charged]
    .filter(([id]) => !responded.has(id))
    .map(([id, name]) =>
      entry(
        'response-open',
        id,
        `The response of ${name} to what is alleged is not recorded, nor that the time for it passed.`,
        {
          person: id,
          allegation: allegations.find(({ respondentId }) => respondentId === id)?.id ?? null,
        },
      ),
    );
}

function ofSources(facts: InquiryFacts): readonly MissingEntry[] {
  return [
    ...facts.receipts.flatMap(({ id, number, fromWhom, cropped, evidenceId, asked }) =>
      when(
        !asked,
        'original-not-requested',
        id,
        `${fromWhom} was not asked for the original${cropped ? ' of what was handed in cut' : ''} (receipt sheet ${number}).`,
        { receipt: id, evidence: evidenceId },
      ),
    ),
    ...facts.ownerless.map(({ id, name }) =>
      entry(
        'owner-unknown',
        id,
        `${name} has lines without a sender: say whose telephone or account it was taken from.`,
        {
          evidence: id,
        },
      ),
    ),
    ...facts.contextOpen.map(({ itemId, evidenceId, name }) =>
      entry('context-not-asked', itemId, `${name} shows a part of a conversation, and nobody was asked for the rest.`, {
        item: itemId,
        evidence: evidenceId,
      }),
    ),
    ...facts.unread.map(({ id, name }) =>
      entry('not-read', id, `${name} could not be read by machine, and nobody has listened or looked to its end.`, {
        evidence: id,
      }),
    ),
  ];
}

function ofAllegation(allegation: AllegationFacts): readonly MissingEntry[] {
  const { id, number } = allegation;
  const at = { allegation: id };
  return [
    ...when(!allegation.notice.shown, 'policy-notice', id, `Allegation ${number}: ${allegation.notice.because}`, {
      ...at,
      person: allegation.respondentId,
    }),
    ...allegation.openElements.map((element) =>
      entry(
        'element-not-examined',
        `${id} ${element.id}`,
        `Allegation ${number}: the element “${element.label}” was not examined.`,
        at,
      ),
    ),
    ...allegation.openExceptions.map((exception) =>
      entry(
        'exception-not-answered',
        `${id} ${exception.id}`,
        `Allegation ${number}: not answered: ${exception.question}`,
        at,
      ),
    ),
    ...when(
      !allegation.screenAnswered,
      'protected-not-answered',
      id,
      `Allegation ${number}: it was not answered whether the speech may be protected.`,
      at,
    ),
    ...allegation.openQuestions.map((question) =>
      entry(
        'question-never-asked',
        `${id} ${question.id}`,
        `Allegation ${number}: not asked: ${question.question}`,
        at,
      ),
    ),
    ...when(
      allegation.adviceOnly,
      'advice-only',
      id,
      `Allegation ${number}: a breach of advice (“should”) was found, without a word on why it binds.`,
      at,
    ),
    ...allegation.inBreaks.map(({ itemId, words }) =>
      entry('in-a-break', `${id} ${itemId}`, `Allegation ${number}: ${words}`, { ...at, item: itemId }),
    ),
  ];
}

function when(
  holds: boolean,
  kind: MissingKind,
  id: string,
  words: string,
  at: Partial<MissingEntry['at']>,
): readonly MissingEntry[] {
  return holds ? [entry(kind, id, words, at)] : [];
}
