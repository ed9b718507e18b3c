import { bullets, type ComposedKind, facts, fixed, note, text } from './kind.ts';
import { agreementOf, representationOf } from './pieces/agreement.ts';
import { blank, detail, lastEvent, momentWords } from './pieces/case-facts.ts';
import { investigatorOf, toRespondent } from './pieces/people.ts';
import { periodOf, provisionsOf } from './pieces/provisions.ts';

/** Invites to an investigatory interview: purpose and subjects beforehand, representation in the unit's own words. */
export const interviewNotice: ComposedKind = {
  kind: 'interview-notice',
  title: { en: 'Notice of interview' },
  group: 'letters',
  about:
    'Invites the employee to an investigatory interview, with its subjects and the unit’s words on representation.',
  mustNotSay: [
    {
      pattern: /\b(bring|provide|give)\b[^.]{0,40}\bpasswords?\b/i,
      why: 'No password may be asked for (Conn. Gen. Stat. 31-40x).',
    },
    {
      pattern: /\binformal (chat|talk|conversation)\b/i,
      why: 'The interview may lead to discipline, and the notice has to say so.',
    },
  ],
  draft: (scope) => {
    const event = lastEvent(scope, 'interview-notice-served', 'interview-scheduled');
    const at = detail(event, 'for');
    const representation = representationOf(scope);
    const agreement = agreementOf(scope);
    const period = periodOf(scope);
    return {
      letter: toRespondent(scope, investigatorOf(scope)),
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text('opening', 'You are invited to an interview in the matter of which you were told in writing.'),
            {
              block: 'stress',
              text: 'The interview is investigatory. Discipline may follow from what is learned in it.',
            },
            fixed('No conclusion has been reached.'),
          ],
        },
        {
          id: 'when',
          heading: 'When and where',
          blocks: [
            facts(
              ['Day and time', at === null ? blank('day and time of the interview') : momentWords(scope, at)],
              ['Place', detail(event, 'place') ?? blank('place of the interview')],
              ['Interviewer', `${scope.engine.actor.name}, ${scope.engine.actor.role}`],
              ['Time', 'During your working day, on paid time'],
            ),
            text(
              'reschedule',
              'If the time does not suit you or your representative, please tell the interviewer; another will be offered. Asking for another time is not held against you.',
            ),
          ],
        },
        {
          id: 'subjects',
          heading: 'Subjects',
          blocks: [
            text(
              'subjects',
              `Communications on social media or by electronic message${period === null ? '' : ` in the time of ${period}`}, who made them, to whom, in what setting, and how they came about; and anything that you wish to add.`,
            ),
            ...provisionsOf(scope),
          ],
        },
        {
          id: 'representation',
          heading: 'Representation',
          blocks: [
            fixed(representation.sentence),
            note(representation.source),
            fixed(
              'You and your representative may speak in private before the interview and during it. Your representative may ask for questions to be made clear and may add facts.',
            ),
          ],
        },
        {
          id: 'bring',
          heading: 'What to bring',
          blocks: [
            bullets(
              'Anything that you would like to be considered: messages before and after, the names of people who were present, approvals that you were given.',
              'You need not bring a device or a password, and will not be asked to open a personal account.',
            ),
            ...(agreement === null ? [] : [note(`Agreement: ${agreement.title}.`)]),
          ],
        },
      ],
    };
  },
};
