import type { Audience, Compartment } from '../../contract/custody.ts';

/** What an audience is given. What is not named here, a table that a later version adds among it, is not given. */
export interface Rules {
  readonly title: string;
  /** Compartments beside the ordinary one. */
  readonly compartments: ReadonlySet<Compartment>;
  /** Students, and parents by whom a student could be known, appear by their pseudonyms. */
  readonly pseudonyms: boolean;
  /** Which records; null is every table. */
  readonly tables: ReadonlySet<string> | null;
  /** Which sources: all, those that something was linked to for or against, or none. */
  readonly sources: 'all' | 'weighed' | 'none';
}

const EVERY_COMPARTMENT: ReadonlySet<Compartment> = new Set([
  'counsel',
  'compelled-statement',
  'child-protection',
  'title-ix',
]);
const ORDINARY: ReadonlySet<Compartment> = new Set();

/** What was found and decided, and how it came about. */
const OUTCOME = ['case_info', 'actor', 'allegation', 'finding', 'response', 'case_event', 'exhibit', 'document'];
/** What it rests on. */
const GROUNDS = [
  'receipt',
  'evidence',
  'reading',
  'unreadable',
  'mapping',
  'element_decision',
  'exception_answer',
  'screen_answer',
  'screen_question_answer',
  'time_reading',
  'word_correction',
  'transcript',
  'translation',
  'response_point',
  'contrary_answer',
  'authenticity',
];

/** Audience by audience; docs/custody.md says why. */
export const RULES: Readonly<Record<Audience, Rules>> = {
  full: {
    title: 'A complete copy',
    compartments: EVERY_COMPARTMENT,
    pseudonyms: false,
    tables: null,
    sources: 'all',
  },
  counsel: {
    title: 'A copy for counsel',
    compartments: EVERY_COMPARTMENT,
    pseudonyms: false,
    tables: null,
    sources: 'all',
  },
  'employee-union': {
    title: 'A copy for the employee and the union',
    compartments: ORDINARY,
    pseudonyms: true,
    tables: new Set([...OUTCOME, ...GROUNDS, 'complaint']),
    sources: 'all',
  },
  board: {
    title: 'A copy for the board',
    compartments: ORDINARY,
    pseudonyms: true,
    tables: new Set([...OUTCOME, ...GROUNDS]),
    sources: 'weighed',
  },
  records: {
    title: 'A copy for a records request',
    compartments: ORDINARY,
    pseudonyms: true,
    tables: new Set(['case_info', 'actor', 'exhibit', 'document']),
    sources: 'none',
  },
};

/** Records that stand in a compartment by what they are, whether or not anybody said so. */
export const TABLE_COMPARTMENT: Readonly<Record<string, Compartment>> = {
  first_answer: 'child-protection',
  report_clock: 'child-protection',
  report_told: 'child-protection',
  stopped_file: 'child-protection',
  counsel_answer: 'counsel',
  counsel_comparator: 'counsel',
};

/** Documents that stand in a compartment by their kind. */
export function documentCompartment(kind: string): Compartment | null {
  if (/just-cause|counsel|privilege/.test(kind)) return 'counsel';
  if (/mandated|dcf|child/.test(kind)) return 'child-protection';
  if (/title-ix/.test(kind)) return 'title-ix';
  if (/compelled-interview/.test(kind)) return 'compelled-statement';
  return null;
}

/** Events that say something of a compartment by their kind. */
export function eventCompartment(kind: string): Compartment | null {
  if (/mandated|dcf|child|report-to-police/.test(kind)) return 'child-protection';
  if (/title-ix/.test(kind)) return 'title-ix';
  if (/counsel|privilege/.test(kind)) return 'counsel';
  if (/compelled|garrity/.test(kind)) return 'compelled-statement';
  return null;
}

const COMPARTMENT_GROUND: Readonly<Record<Compartment, string>> = {
  counsel: 'counsel’s compartment',
  'compelled-statement': 'a compelled statement, kept from every other use',
  'child-protection': 'child protection',
  'title-ix': 'Title IX',
};

export function compartmentGround(compartments: Iterable<Compartment>): string {
  return [...compartments].map((compartment) => COMPARTMENT_GROUND[compartment]).join('; ');
}

export const GROUNDS_OF = {
  locked: 'locked or in quarantine: leaves the case for nobody',
  audience: 'not among what this audience is given',
  student: 'names a student, or could show one: given in words, with pseudonyms, where it can be',
  mixed: 'stands in one entry with something that is withheld',
} as const;
