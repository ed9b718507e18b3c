import { dateWords } from '../../wall-time.ts';
import { type ComposedKind, facts, fixed, table, text } from './kind.ts';
import { agreementOf, stepOf } from './pieces/agreement.ts';
import { blank, dayWords, detail, eventsOf, lastEvent } from './pieces/case-facts.ts';
import { openStepsOf } from './pieces/open-steps.ts';
import { superintendentOf, unionOf } from './pieces/people.ts';

/** Time lengthened, or the matter parked, in writing and by both sides. */
export const extensionAgreement: ComposedKind = {
  kind: 'extension-agreement',
  title: { en: 'Agreement on time' },
  group: 'records',
  about: 'Puts in writing that a time limit is lengthened or the matter parked, to be signed by both sides.',
  mustNotSay: [{ pattern: /\b(waives? all|forever)\b/i, why: 'An agreement on time gives up nothing else.' }],
  draft: (scope) => {
    const extension = lastEvent(scope, 'extension-agreed');
    const parked = eventsOf(scope, 'abeyance-started', 'abeyance-ended');
    const agreement = agreementOf(scope);
    const named = detail(extension, 'step');
    const step = named === null ? null : stepOf(scope, named);
    const due = detail(extension, 'due');
    return {
      marking:
        'An oral understanding does not lengthen a time limit. This agreement holds once both sides have signed.',
      parts: [
        {
          id: 'parties',
          heading: 'Between whom',
          blocks: [
            facts(
              ['For the district', superintendentOf(scope).name],
              ['For the employee', unionOf(scope) ?? scope.respondent.name],
              ['Employee concerned', scope.respondent.name],
              ['Agreement', agreement?.title ?? null, 'None'],
            ),
          ],
        },
        {
          id: 'what',
          heading: 'What is agreed',
          blocks: [
            facts(
              [
                'Step or article',
                step === null
                  ? (named ?? blank('the step or article whose time is lengthened'))
                  : `${step.title} (${step.article})`,
              ],
              ['Old date', blank('the date until now')],
              ['New date', due === null ? blank('the new date') : dateWords(due)],
              ['Reason', extension?.note ?? blank('why more time is needed')],
              [
                'Parked',
                parked.length === 0
                  ? null
                  : parked.map((event) => `${event.title}: ${dayWords(scope, event.at)}`).join('; '),
                'The matter is not parked',
              ],
            ),
            text(
              'terms',
              'Days within the agreed time are not counted against either side. Nothing else is changed: every right and every objection stays as it is.',
            ),
          ],
        },
        {
          id: 'clocks',
          heading: 'Time limits that are running',
          blocks: [
            table(
              [
                ['Step', 3],
                ['Article', 1.4],
                ['Due', 1.2],
              ],
              openStepsOf(scope),
              'No time limit is running.',
            ),
          ],
        },
        {
          id: 'signatures',
          heading: 'Signatures',
          blocks: [
            fixed('Each side keeps a signed copy.'),
            { block: 'signatures', lines: [{ who: 'For the district' }, { who: 'For the employee' }] },
          ],
        },
      ],
    };
  },
};
