import { bullets, type ComposedKind, facts, text } from './kind.ts';
import { blank } from './pieces/case-facts.ts';
import { investigatorOf, toOffice } from './pieces/people.ts';
import { periodOf } from './pieces/provisions.ts';

/** Keeps what may be evidence. It names no finding and says no more about the matter than the hold needs. */
export const recordHold: ComposedKind = {
  kind: 'record-hold',
  title: { en: 'Record hold' },
  group: 'letters',
  about: 'Asks those who keep records to preserve what may bear on the matter.',
  mustNotSay: [
    { pattern: /\b(violat|breach|guilty|misconduct)\w*/i, why: 'A hold names no finding and no accusation.' },
  ],
  draft: (scope) => {
    const period = periodOf(scope);
    return {
      letter: toOffice('Technology department', 'Keeper of the district’s records', investigatorOf(scope)),
      marking: 'Confidential. Share it only with those who have to carry it out.',
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              'Please preserve the records named below. They may be needed in a matter that the district is looking into. This request says nothing about anybody’s conduct.',
            ),
          ],
        },
        {
          id: 'scope',
          heading: 'What is held',
          blocks: [
            facts(
              ['Matter', `Case ${scope.session.number}`],
              ['Accounts of', scope.respondent.name],
              ['Period', period === null ? blank('from which day to which day') : period],
              ['In force', 'Until you are told in writing that the hold has ended'],
            ),
            text(
              'sources',
              '- District e-mail, calendars and shared files, deleted items included',
              '- Accounts on platforms that the district sponsors',
              '- Logs of access to district devices and networks for the period',
              '- Backups that hold any of these and would otherwise be overwritten',
            ),
          ],
        },
        {
          id: 'how',
          heading: 'How to keep it',
          blocks: [
            bullets(
              'Do not delete, alter, move or open the records more than is needed to preserve them. Switch off automatic deletion where it applies.',
              'Do not look into a personal account, and do not ask anybody for a password.',
              'Write down what you did, when, and who did it; send that note to the sender of this letter.',
              'If something was already deleted or cannot be kept, say so at once.',
            ),
          ],
        },
      ],
    };
  },
};
