import type { Interview } from '../../../contract/interview.ts';
import { interviews } from '../../procedure/index.ts';
import type { Scope } from '../gather/scope.ts';
import { type ComposedKind, type DraftPart, facts, note, table } from './kind.ts';
import { momentWords } from './pieces/case-facts.ts';

/** Garrity v. New Jersey, 385 U.S. 493: neither the statement nor what follows from it serves a prosecution. */
const COMPELLED =
  'COMPELLED STATEMENT. NOT FOR CRIMINAL USE. Kept apart; it does not go to the police or a prosecutor.';

/** Questions and answers as they were given. Where one was compelled, every page of the record says so. */
export const interviewRecord: ComposedKind = {
  kind: 'interview-record',
  title: { en: 'Record of interviews' },
  group: 'records',
  about: 'Questions and answers as written down and signed, who was there, and errata beside them.',
  mustNotSay: [],
  draft: (scope) => {
    const held = interviews(scope.db, scope.respondent.id);
    return {
      ...(held.some(({ manner }) => manner === 'compelled') ? { marking: COMPELLED } : {}),
      parts:
        held.length === 0
          ? [
              {
                id: 'none',
                heading: 'Interviews',
                blocks: [{ block: 'absent', text: 'No interview is written down.' }],
              },
            ]
          : held.flatMap((interview) => partsOf(scope, interview)),
    };
  },
};

function partsOf(scope: Scope, interview: Interview): DraftPart[] {
  const { number, manner, lines, errata } = interview;
  return [
    {
      id: `interview-${number}`,
      heading: `Interview ${number}`,
      blocks: [
        facts(
          ['Began', momentWords(scope, interview.heldAt)],
          ['Place', interview.place],
          ['Statement', manner === 'compelled' ? COMPELLED : 'Voluntary'],
          [
            'Present',
            interview.present.map(({ name, role }) => scope.safe([name, role].filter(Boolean).join(', '))).join('; ') ||
              null,
          ],
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
            ['Question', 2.4],
            ['Answer', 3],
          ],
          lines.map(({ question, answer }, index) => [
            String(index + 1),
            scope.safe(question),
            scope.safe(answer ?? 'No answer'),
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
