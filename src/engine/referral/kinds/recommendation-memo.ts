import { raise } from '../../../contract/errors.ts';
import { chargedOf } from '../gather/allegations.ts';
import { type ComposedKind, facts, fixed, table, text } from './kind.ts';
import { agreementOf } from './pieces/agreement.ts';
import { blank } from './pieces/case-facts.ts';
import { earlierDiscipline } from './pieces/earlier-discipline.ts';
import { OUTCOME_COLUMNS, outcomesOf, standingOf } from './pieces/outcomes.ts';
import { superintendentOf } from './pieces/people.ts';

/** The recommendation, apart from the findings. It cannot be made before the response is in or its time has lapsed. */
export const recommendationMemo: ComposedKind = {
  kind: 'recommendation-memo',
  title: { en: 'Recommendation memorandum' },
  group: 'records',
  about: 'The recommendation, apart from the findings; only after the employee was heard or let the time pass.',
  mustNotSay: [{ pattern: /\b(publicity|the press|bad press)\b/i, why: 'Publicity is no reason for a measure.' }],
  draft: (scope) => {
    const charged = chargedOf(scope);
    const { decided, sustained } = standingOf(charged);
    if (!decided) raise('document-failed', { why: 'not every allegation has a finding.' });
    const unheard = charged.views.filter(({ response }) => response === null);
    if (unheard.length > 0) {
      raise('document-failed', {
        why: 'the employee’s response is not recorded, nor that its time has lapsed; no recommendation is made before.',
      });
    }
    const ladder = agreementOf(scope)?.ladder.map(({ name }) => name) ?? [];
    return {
      marking: `To ${superintendentOf(scope).name}. Opinion and recommendation; the facts stand in the referral.`,
      parts: [
        {
          id: 'basis',
          heading: 'What it rests on',
          blocks: [
            table(OUTCOME_COLUMNS, outcomesOf(scope, charged), 'No allegation was recorded.'),
            fixed('Only the sustained allegations are relied on.'),
          ],
        },
        {
          id: 'weighing',
          heading: 'What weighs which way',
          blocks: [
            text('aggravating', `Aggravating: ${blank('each circumstance with its finding or exhibit, or none')}.`),
            text('mitigating', `Mitigating: ${blank('length of service, remorse, provocation, context, or none')}.`),
          ],
        },
        {
          id: 'earlier',
          heading: 'Earlier discipline that still counts',
          blocks: [text('earlier', ...earlierDiscipline(scope))],
        },
        {
          id: 'comparators',
          heading: 'Comparable cases',
          blocks: [
            text('comparators', `${blank('comparable cases without names, or: none found, and where it was looked')}.`),
          ],
        },
        {
          id: 'recommendation',
          heading: 'Recommendation',
          blocks: [
            facts(
              ['Sustained', `${sustained} of ${charged.views.length} allegations`],
              ['Ladder', ladder.length === 0 ? null : ladder.join(', then '), 'No ladder is recorded for this unit'],
            ),
            text(
              'recommendation',
              sustained === 0
                ? 'No allegation was sustained. I recommend that the matter be closed without discipline.'
                : `I recommend ${blank('the measure, or that there be none')}, because ${blank('the reasons')}.`,
            ),
            text(
              'alternatives',
              `Lesser measures were considered: ${blank('which, and why they would or would not do')}.`,
            ),
          ],
        },
      ],
    };
  },
};
