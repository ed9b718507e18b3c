import { chargedOf } from '../gather/allegations.ts';
import { readinessOf } from '../gather/readiness.ts';
import { bullets, type ComposedKind, facts, fixed, table, text } from './kind.ts';
import { complaintOf, dayWords } from './pieces/case-facts.ts';
import { openStepsOf } from './pieces/open-steps.ts';
import { OUTCOME_COLUMNS, outcomesOf } from './pieces/outcomes.ts';

/** One page at any time: evidence both ways, the next step, the decision needed, what not to say. It recommends nothing. */
export const superintendentBrief: ComposedKind = {
  kind: 'superintendent-brief',
  title: { en: 'Brief for the Superintendent' },
  group: 'records',
  about: 'One page at any time: where the matter stands, evidence both ways, what is next, what not to say.',
  mustNotSay: [
    {
      pattern:
        /\b(should|ought to|recommend\w*)\b[^.]{0,60}\b(terminat|suspend|disciplin|dismiss|reprimand|discharg)\w*/i,
      why: 'The brief recommends nothing; a recommendation is a memo of its own, after the response.',
    },
  ],
  draft: (scope) => {
    const charged = chargedOf(scope);
    const links = [...charged.links.values()];
    const open = openStepsOf(scope);
    const missing = readinessOf(scope, 'disciplinary-referral').filter(({ severity }) => severity !== 'note');
    return {
      marking: 'For the Superintendent. It states where the matter stands and recommends nothing.',
      onePage: true,
      parts: [
        {
          id: 'matter',
          heading: 'The matter',
          blocks: [
            facts(
              [
                'Employee',
                `${scope.respondent.name}${scope.respondent.position === null ? '' : `, ${scope.respondent.position}`}`,
              ],
              ['Complaint received', dayWords(scope, complaintOf(scope).receivedAt)],
              ['Passages for the allegations', String(links.filter(({ weighs }) => weighs === 'for').length)],
              ['Passages against them', String(links.filter(({ weighs }) => weighs === 'against').length)],
            ),
          ],
        },
        {
          id: 'standing',
          heading: 'Where each allegation stands',
          blocks: [table(OUTCOME_COLUMNS, shortened(outcomesOf(scope, charged)), 'Nothing is alleged yet.')],
        },
        {
          id: 'next',
          heading: 'What is next',
          blocks: [
            table(
              [
                ['Step', 3],
                ['Article', 1.4],
                ['Due', 1.2],
              ],
              open.slice(0, 4),
              'No step with a date is open.',
            ),
            ...(missing.length === 0
              ? [fixed('Nothing that the referral needs is known to be missing.')]
              : [
                  bullets(
                    ...missing.slice(0, 4).map(({ words }) => scope.safe(words)),
                    ...(missing.length > 4 ? [`${missing.length - 4} further points are open.`] : []),
                  ),
                ]),
          ],
        },
        {
          id: 'decision',
          heading: 'The decision needed now',
          blocks: [text('decision', 'None. You will be told when one is.')],
        },
        {
          id: 'unsaid',
          heading: 'What not to say',
          blocks: [
            bullets(
              'Nothing in public or to the board about the outcome before the response was heard; a member who may sit in a hearing must not have formed a view.',
              'No threat of discipline for speech before the protected-speech question is answered (Conn. Gen. Stat. 31-51q).',
              'No student’s name; no promise of an outcome to whoever complained.',
            ),
          ],
        },
      ],
    };
  },
};

/** As many allegations as leave the brief on its page; the others are counted. */
const ROWS = 6;

function shortened(rows: string[][]): string[][] {
  if (rows.length <= ROWS) return rows;
  return [...rows.slice(0, ROWS - 1), ['…', `${rows.length - ROWS + 1} further allegations`, '', '', '']];
}
