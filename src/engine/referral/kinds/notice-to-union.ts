import { raise } from '../../../contract/errors.ts';
import { currentFingerprint } from '../../custody/index.ts';
import { type ComposedKind, facts, fixed, note, text } from './kind.ts';
import { representationOf } from './pieces/agreement.ts';
import { complaintOf, dayWords, detail, lastEvent, momentWords } from './pieces/case-facts.ts';
import { investigatorOf, toOffice, unionOf, unitOf } from './pieces/people.ts';

/** Tells the union what the agreement gives it: who, what kind of matter, when they meet. It bears the first fingerprint. */
export const noticeToUnion: ComposedKind = {
  kind: 'notice-to-union',
  title: { en: 'Notice to the union' },
  group: 'letters',
  about: 'Tells the union of the inquiry and of the meeting, without exhibits, and gives it the first fingerprint.',
  mustNotSay: [
    { pattern: /\byou will not (attend|speak)\b/i, why: 'A representative may attend and speak.' },
    { pattern: /\b(guilty|admitted)\b/i, why: 'The notice reports no conclusion.' },
  ],
  draft: (scope) => {
    const union = unionOf(scope) ?? raise('document-failed', { why: `no union represents ${scope.respondent.name}.` });
    const complaint = complaintOf(scope);
    const announced = detail(lastEvent(scope, 'interview-notice-served'), 'for');
    const representation = representationOf(scope);
    return {
      letter: toOffice(union, 'Representative of the unit', investigatorOf(scope)),
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `This tells you that a complaint about ${scope.respondent.name}, a member of the unit “${unitOf(scope)?.name ?? 'not recorded'}”, is being looked into. The employee has been or will be told in writing on the same day. No conclusion has been reached.`,
            ),
          ],
        },
        {
          id: 'facts',
          heading: 'The matter',
          blocks: [
            facts(
              ['Employee', scope.respondent.name],
              ['Complaint received', dayWords(scope, complaint.receivedAt)],
              ['Nature', 'Communications on social media or by electronic message'],
              ['Interview', announced === null ? null : momentWords(scope, announced), 'Not set yet'],
            ),
          ],
        },
        {
          id: 'representation',
          heading: 'Representation',
          blocks: [fixed(representation.sentence), note(representation.source)],
        },
        {
          id: 'record',
          heading: 'The evidence record',
          blocks: [
            fixed(
              'At the foot of this page stands the fingerprint of the evidence record as it is today. Please keep this letter: with it anybody can later check that nothing recorded before today was changed, left out or put in another order. It does not show that a post is genuine or complete.',
            ),
            { block: 'hash', name: 'Fingerprint', value: currentFingerprint(scope.db) },
          ],
        },
        {
          id: 'exhibits',
          heading: 'Exhibits',
          blocks: [
            text(
              'exhibits',
              'No exhibit is attached. Before any decision the employee and the union receive the evidence that is relied on, the evidence that speaks against it, and a list of what is withheld and why.',
            ),
          ],
        },
      ],
    };
  },
};
