import { bullets, type ComposedKind, fixed, note, text } from './kind.ts';
import { dueWords, representationOf, stepOf } from './pieces/agreement.ts';
import { complaintOf, dayWords, detail, lastEvent, momentWords } from './pieces/case-facts.ts';
import { KEEP_IN_MIND } from './pieces/keep-in-mind.ts';
import { investigatorOf, toRespondent } from './pieces/people.ts';
import { periodOf, provisionsOf } from './pieces/provisions.ts';

/** That a complaint came in, and what follows. It accuses nobody. */
export const noticeOfInvestigation: ComposedKind = {
  kind: 'notice-of-investigation',
  title: { en: 'Notice of investigation' },
  group: 'letters',
  about: 'Tells the employee that a complaint came in, which provisions may be involved and what follows.',
  mustNotSay: [
    {
      pattern: /\byou (have )?(violated|breached)\b/i,
      why: 'No conclusion has been reached; the notice accuses nobody.',
    },
    {
      pattern: /\b(delete|take down)\b/i,
      why: 'The employee is asked to keep what may be evidence, not to remove it.',
    },
  ],
  draft: (scope) => {
    const complaint = complaintOf(scope);
    const period = periodOf(scope);
    const representation = representationOf(scope);
    const announced = detail(lastEvent(scope, 'interview-notice-served'), 'for');
    const due = dueWords(scope, stepOf(scope, 'response'));
    const investigator = investigatorOf(scope);
    return {
      letter: toRespondent(scope, investigator),
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `On ${dayWords(scope, complaint.receivedAt)} the district received a complaint in which you are named. The complaint concerns communications on social media or by electronic message that may come under the clauses quoted below.${period === null ? '' : ` The time in question is said to be ${period}.`}`,
            ),
            { block: 'stress', text: 'No conclusion has been reached.' },
            fixed(
              'This letter is not discipline and does not say that anything happened. Its purpose is to tell you that an investigation has begun, and what you may expect.',
            ),
          ],
        },
        {
          id: 'investigator',
          heading: 'Who investigates',
          blocks: [
            text(
              'investigator',
              `${investigator.name}, ${investigator.role}, was appointed to investigate. You may reach the investigator at ${scope.session.district?.letterhead.lines[0] ?? 'the school'}.`,
            ),
          ],
        },
        {
          id: 'provisions',
          heading: 'Provisions that may be involved',
          blocks: [
            fixed(
              'The words below are those of the policy. Other provisions may prove to be involved; you would then be told in writing.',
            ),
            ...provisionsOf(scope),
          ],
        },
        {
          id: 'representation',
          heading: 'Representation',
          blocks: [fixed(representation.sentence), note(representation.source)],
        },
        {
          id: 'next',
          heading: 'What happens next',
          blocks: [
            text(
              'next',
              announced === null
                ? 'You will be invited to an interview in a letter of its own, which will name the day, the place and the subjects.'
                : `You are asked to attend an interview on ${momentWords(scope, announced)}, at the place named in the interview notice. It is investigatory: your answers may be considered in deciding whether discipline follows. If the time does not suit you or your representative, tell the investigator and another will be offered.`,
              `You may also respond in writing${due === null ? '' : ` until ${due}`}, or at the interview.`,
            ),
          ],
        },
        { id: 'keep-in-mind', heading: 'What to keep in mind', blocks: [bullets(...KEEP_IN_MIND)] },
      ],
    };
  },
};
