import { raise } from '../../../contract/errors.ts';
import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import { bullets, type ComposedKind, type DraftBlock, facts, fixed, note, text } from './kind.ts';
import { agreementOf, dueWords, stepOf } from './pieces/agreement.ts';
import { blank, dayWords, lastEvent } from './pieces/case-facts.ts';
import { chargesOf } from './pieces/charges.ts';
import { standingOf } from './pieces/outcomes.ts';
import { superintendentOf, toRespondent } from './pieces/people.ts';
import { sustainedOf } from './pieces/sustained.ts';

/** The decision: rung, facts, clause, what is expected, and how it can be answered or appealed. */
export const disciplineLetter: ComposedKind = {
  kind: 'discipline-letter',
  title: { en: 'Letter of discipline' },
  group: 'letters',
  about: 'States the discipline, what it rests on, what is expected, and how it may be answered and grieved.',
  mustNotSay: [
    {
      pattern: /\b31-128\w*/i,
      why: 'Conn. Gen. Stat. 31-128a to h binds private employers, not boards of education; the right to answer comes from contract or board policy.',
    },
    { pattern: /\bas (everyone|everybody) knows\b/i, why: 'The letter rests on the findings alone.' },
  ],
  draft: (scope) => {
    const charged = chargedOf(scope);
    if (standingOf(charged).sustained === 0) {
      raise('document-failed', {
        why: 'no allegation is sustained, so there is nothing that discipline could rest on.',
      });
    }
    const sustained = sustainedOf(charged);
    const exhibits = exhibitsFor(scope, [...sustained.links.values()]);
    const heard = lastEvent(
      scope,
      'predisciplinary-meeting-held',
      'predisciplinary-meeting-waived',
      'response-received',
      'response-lapsed',
    );
    return {
      letter: toRespondent(scope, superintendentOf(scope)),
      exhibits,
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `This letter is ${blank('the measure: a written warning, a reprimand, a suspension of so many days')}. It takes effect on ${blank('the first day')}.`,
              heard === null
                ? `Before this decision you were heard on ${blank('the day of the meeting or answer')}.`
                : `Before this decision: ${heard.title.toLowerCase()} (${dayWords(scope, heard.at)}). What was said was considered.`,
            ),
          ],
        },
        {
          id: 'facts',
          heading: 'What it rests on',
          blocks: [
            fixed('These allegations were sustained, and no other conduct is relied on.'),
            ...chargesOf(scope, sustained, exhibits),
          ],
        },
        {
          id: 'earlier',
          heading: 'Earlier discipline relied on',
          blocks: [text('earlier', 'None.')],
        },
        {
          id: 'expected',
          heading: 'What is expected',
          blocks: [
            text(
              'expected',
              `From now on ${blank('what the employee is to do or leave, in plain words')}. Further conduct of this kind may lead to further discipline.`,
            ),
            text('support', `The district offers ${blank('training or support, or that none is needed')}.`),
          ],
        },
        { id: 'rights', heading: 'Your rights', blocks: rightsOf(scope) },
      ],
    };
  },
};

function rightsOf(scope: Parameters<ComposedKind['draft']>[0]): DraftBlock[] {
  const agreement = agreementOf(scope);
  const grievance = dueWords(scope, stepOf(scope, 'grievance', 'grievance-1-filing'));
  const rebuttal = agreement?.articles.find(({ statement }) => /attach a statement|rebut/i.test(statement));
  return [
    facts(
      [
        'Grievance',
        agreement === null
          ? 'No collective agreement covers this position'
          : (grievance ?? 'Within the time that the agreement sets'),
      ],
      ['Copy', 'One for you, one for your union where the agreement provides for it'],
      [
        'Your statement',
        rebuttal === undefined ? null : `You may attach a statement, which is kept with this letter (${rebuttal.no})`,
        'Whether a statement may be attached stands in the agreement or the board’s policy',
      ],
    ),
    bullets(
      'Retaliation against anyone who took part in the inquiry is not permitted. You are protected by the same rule.',
    ),
    ...(rebuttal === undefined || rebuttal.confirmed !== null
      ? []
      : [note(`${rebuttal.no} has not yet been confirmed against the signed contract.`)]),
  ];
}
