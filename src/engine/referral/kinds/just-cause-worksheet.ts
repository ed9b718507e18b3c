import type { JustCauseView, WorksheetQuestion } from '../../../contract/just-cause.ts';
import { justCauseView } from '../../just-cause/index.ts';
import { dateWords } from '../../wall-time.ts';
import type { Scope } from '../gather/scope.ts';
import { bullets, type ComposedKind, type DraftBlock, type DraftPart, facts, table } from './kind.ts';
import { agreementOf } from './pieces/agreement.ts';

const PARTS: readonly (readonly [WorksheetQuestion['part'], string])[] = [
  ['tests', 'The seven tests'],
  ['proportion', 'Proportion'],
  ['nexus', 'Off-duty nexus'],
  ['once', 'Once, and in time'],
];

/** Counsel's worksheet on just cause: the only document that prints counsel's compartment. */
export const justCauseWorksheet: ComposedKind = {
  kind: 'just-cause-worksheet',
  title: { en: 'Worksheet on just cause' },
  group: 'records',
  about:
    'For counsel alone: each test with what bears on it and what is missing, proportion, comparisons, and the record after ageing.',
  mustNotSay: [],
  draft: (scope) => {
    const sheet = justCauseView(scope.engine, scope.db, scope.respondent.id);
    return {
      marking:
        'Prepared for counsel. Not part of the case file that goes to the employee, the union, the board or the public; counsel decides who may read it.',
      parts: [
        {
          id: 'whom',
          heading: 'About whom',
          blocks: [
            facts(
              ['Employee', scope.safe(scope.respondent.name)],
              [
                'Position',
                scope.respondent.position === null ? null : scope.safe(scope.respondent.position),
                'Not recorded',
              ],
              ['Agreement', agreementOf(scope)?.title ?? null, 'None'],
            ),
          ],
        },
        ...PARTS.flatMap(([part, heading]) => partsOf(scope, sheet, part, heading)),
        comparisons(scope, sheet),
        record(scope, sheet),
      ],
    };
  },
};

function partsOf(scope: Scope, sheet: JustCauseView, part: WorksheetQuestion['part'], heading: string): DraftPart[] {
  const questions = sheet.questions.filter((question) => question.part === part);
  const answered = questions.filter(({ answer }) => answer !== null).length;
  return [
    { id: `part-${part}`, heading, blocks: [facts(['Answered', `${answered} of ${questions.length}`])] },
    ...questions.map(
      (question): DraftPart => ({
        id: question.id,
        heading: question.title,
        level: 2,
        blocks: [
          question.answer === null
            ? facts(['Question', question.question], ['Answer', null, 'Not answered'])
            : facts(
                ['Question', question.question],
                ['Answer', question.answer.answer],
                ['Why', scope.safe(question.answer.words)],
                [
                  'Still missing',
                  question.answer.missing ? scope.safe(question.answer.missing) : null,
                  'Nothing named',
                ],
              ),
          ...listed(
            scope,
            'In the case:',
            question.bears.map(({ words }) => words),
          ),
          ...listed(scope, 'Not shown by the case:', question.gaps),
        ],
      }),
    ),
  ];
}

function listed(scope: Scope, heading: string, lines: readonly string[]): readonly DraftBlock[] {
  const safe = lines.map((line) => scope.safe(line)).filter((line) => line !== '');
  return safe.length === 0 ? [] : [{ block: 'paragraphs', text: [[heading]] }, bullets(...safe)];
}

function comparisons(scope: Scope, sheet: JustCauseView): DraftPart {
  return {
    id: 'comparisons',
    heading: 'Earlier similar cases',
    blocks: [
      table(
        [
          ['Year', 0.6],
          ['What was done', 1.6],
          ['What followed', 1.2],
          ['Alike', 1.4],
          ['Unlike', 1.4],
          ['Source', 1],
        ],
        sheet.comparators.map((one) => [
          String(one.year),
          ...[one.conduct, one.outcome, one.alike, one.unlike, one.source].map((words) => scope.safe(words)),
        ]),
        'No earlier similar case is entered.',
      ),
    ],
  };
}

function record(scope: Scope, sheet: JustCauseView): DraftPart {
  return {
    id: 'record',
    heading: 'The ladder, and the record after ageing',
    blocks: [
      ...listed(
        scope,
        'Rungs of the agreement:',
        sheet.ladder.map(({ name }) => name),
      ),
      table(
        [
          ['Discipline', 1.4],
          ['Issued', 1],
          ['May it be relied on', 3],
        ],
        [...sheet.live, ...sheet.aged].map(({ item, on, ageing }) => [
          scope.safe(item),
          dateWords(on),
          ageing === null ? 'No agreement says.' : `${ageing.live ? 'Yes.' : 'No.'} ${ageing.why}`,
        ]),
        'No past discipline is entered.',
      ),
    ],
  };
}
