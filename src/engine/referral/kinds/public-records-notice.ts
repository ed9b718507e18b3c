import { bullets, type ComposedKind, facts, fixed, note, text } from './kind.ts';
import { dueWords, stepOf } from './pieces/agreement.ts';
import { blank, dayWords, detail, lastEvent } from './pieces/case-facts.ts';
import { superintendentOf, toRespondent } from './pieces/people.ts';

/** To the employee and the union at once: that their records were asked for. Conn. Gen. Stat. 1-214(b). */
export const publicRecordsNotice: ComposedKind = {
  kind: 'public-records-notice',
  title: { en: 'Notice of a request for public records' },
  group: 'letters',
  about: 'Tells employee and union that records about the employee were asked for, and how to object.',
  mustNotSay: [
    {
      pattern: /\bwe (recommend|advise|suggest) (that )?you (do not )?object\b/i,
      why: 'Whether to object is the employee’s decision.',
    },
  ],
  draft: (scope) => {
    const request = lastEvent(scope, 'records-request-received');
    return {
      letter: toRespondent(
        scope,
        superintendentOf(scope),
        'to employee and union at the same time, with proof of receipt',
      ),
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `On ${request === null ? blank('the day on which the request came') : dayWords(scope, request.at)} the district received a request under the Freedom of Information Act for records that concern you.`,
            ),
          ],
        },
        {
          id: 'request',
          heading: 'The request',
          blocks: [
            facts(
              ['Asked for by', detail(request, 'requester') ?? blank('who asks')],
              ['Words of the request', request?.note ?? blank('the words of the request')],
              ['Records concerned', blank('which records')],
              [
                'The district’s view',
                'The district reasonably believes that release may be an invasion of privacy; it therefore tells you before it releases anything',
              ],
            ),
          ],
        },
        {
          id: 'objection',
          heading: 'If you object',
          blocks: [
            facts([
              'Object until',
              dueWords(scope, stepOf(scope, 'records-objection')),
              'Within seven business days of receiving this notice',
            ]),
            bullets(
              'An objection is in writing, signed by you or by your union’s representative, on the form that is enclosed.',
              'It says that, to the best of your knowledge, there is good ground for it and that it is not made for delay.',
              'If an objection comes in time, the records are withheld until the Freedom of Information Commission orders otherwise.',
              'If none comes, the records are released, with what the law protects about students taken out.',
            ),
            note('Conn. Gen. Stat. 1-210(b)(2) and 1-214(b), (c). To be confirmed by counsel.'),
          ],
        },
        {
          id: 'form',
          heading: 'Objection',
          blocks: [
            fixed(
              'I object to the release of the records named above. To the best of my knowledge, information and belief there is good ground to support this objection, and it is not interposed for delay.',
            ),
            {
              block: 'signatures',
              lines: [{ who: scope.respondent.name }, { who: 'or the representative of the union' }],
            },
          ],
        },
      ],
    };
  },
};
