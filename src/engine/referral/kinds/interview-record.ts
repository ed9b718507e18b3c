import type { Interview } from '../../../contract/interview.ts';
import { interviews } from '../../procedure/index.ts';
import type { Scope } from '../gather/scope.ts';
import { type ComposedKind, type Drafted, type DraftPart, facts, note, table } from './kind.ts';
import { momentWords } from './pieces/case-facts.ts';

/** Garrity v. New Jersey, 385 U.S. 493: neither the statement nor what follows from it serves a prosecution. */
const COMPELLED =
  'COMPELLED STATEMENT. NOT FOR CRIMINAL USE. Kept apart; it does not go to the police or a prosecutor.';

/** Questions and answers as they were given of the employee's own will; what was said under orders has a record of its own. */
export const interviewRecord: ComposedKind = {
  kind: 'interview-record',
  title: { en: 'Record of interviews' },
  group: 'records',
  about: 'Questions and answers as written down and signed, who was there, and errata beside them.',
  mustNotSay: [],
  draft: (scope) => {
    const held = interviews(scope.db, scope.respondent.id).filter(({ manner }) => manner === 'voluntary');
    return recordOfInterviews(scope, held, 'No interview is written down.');
  },
};

/** Where one was compelled, every page says so. */
export function recordOfInterviews(scope: Scope, held: readonly Interview[], absent: string): Drafted {
  return {
    ...(held.some(({ manner }) => manner === 'compelled') ? { marking: COMPELLED } : {}),
    parts:
      held.length === 0
        ? [{ id: 'none', heading: 'Interviews', blocks: [{ block: 'absent', text: absent }] }]
        : held.flatMap((interview) => partsOf(scope, interview)),
  };
}

function partsOf(scope: Scope, interview: Interview): DraftPart[] {
  const { number, manner, lines, errata } = interview;
  // Where questions were stamped, one without a stamp was planned and not asked.
  const untimed = lines.every(({ askedAt }) => askedAt === null);
  return [
    {
      id: `interview-${number}`,
      heading: `Interview ${number}`,
      blocks: [
        facts(
          ['Began', momentWords(scope, interview.heldAt)],
          ['Ended', interview.endedAt === null ? null : momentWords(scope, interview.endedAt)],
          ['Place', interview.place],
          ['Statement', manner === 'compelled' ? COMPELLED : 'Voluntary'],
          [
            'Present',
            interview.present.map(({ name, role }) => scope.safe([name, role].filter(Boolean).join(', '))).join('; ') ||
              null,
          ],
          ['Breaks', breakWords(scope, interview.breaks), 'None'],
          ['Recording', recordingWords(interview)],
          [
            'Signed',
            interview.signedBy === null
              ? null
              : `${interview.signedBy}, ${momentWords(scope, interview.signedAt ?? '')}`,
            'Not signed yet',
          ],
        ),
        table(
          [
            ['No.', 0.4],
            ['Asked', 0.8],
            ['Question', 2.2],
            ['Answer', 2.8],
          ],
          lines.map(({ question, answer, askedAt }, index) => [
            String(index + 1),
            askedAt === null ? '' : scope.wall(askedAt).slice(11, 16),
            scope.safe(question),
            scope.safe(answer ?? (askedAt !== null || untimed ? 'No answer' : 'Not asked')),
          ]),
          'No question is written down.',
        ),
        ...(interview.sha256 === null
          ? []
          : [{ block: 'hash' as const, name: 'What was signed', value: interview.sha256 }]),
        ...errata.map((one) =>
          note(
            `Erratum${one.line === null ? '' : ` to question ${one.line}`}: ${scope.safe(one.words)} (asked for by ${scope.safe(one.askedBy)}; ${one.by}, ${momentWords(scope, one.at)})`,
          ),
        ),
      ],
    },
  ];
}

function breakWords(scope: Scope, breaks: Interview['breaks']): string | null {
  if (breaks.length === 0) return null;
  const clock = (at: string) => scope.wall(at).slice(11, 16);
  return breaks
    .map(({ from, to, why }) => {
      const span = to === null ? `from ${clock(from)}` : `${clock(from)} to ${clock(to)}`;
      return why === null ? span : `${span} (${scope.safe(why)})`;
    })
    .join('; ');
}

const CONSENT = {
  'all-knew': 'everybody who was recorded knew',
  'some-knew': 'not everybody who was recorded knew',
  'nobody-knew': 'nobody who was recorded knew',
  'not-known': 'whether those who were recorded knew is not known',
  'not-applicable': 'no consent is needed',
} as const;

function recordingWords({ recordingId, consent }: Interview): string | null {
  if (recordingId === null) return 'None in the case';
  return `In the case; ${consent === null ? 'whether those who were recorded knew is not recorded' : CONSENT[consent]}`;
}
