import { type ComposedKind, facts, fixed, note, table, text } from './kind.ts';
import { detail, eventsOf, momentWords } from './pieces/case-facts.ts';

const KINDS = [
  'mandated-report-screened',
  'mandated-report-knowledge',
  'oral-report-made',
  'written-report-made',
  'report-copy-given',
  'dcf-investigation-completed',
  'dcf-finding-received',
] as const;

/** When somebody knew, who reported, when and to whom. It never lies inside the discipline file. Conn. Gen. Stat. 17a-101a to d. */
export const mandatedReportLog: ComposedKind = {
  kind: 'mandated-report-log',
  title: { en: 'Log of mandated reports' },
  group: 'records',
  about:
    'When somebody had reason to suspect, and when and to whom it was reported; kept apart from the discipline file.',
  mustNotSay: [],
  draft: (scope) => {
    const logged = eventsOf(scope, ...KINDS);
    return {
      marking:
        'Confidential (Conn. Gen. Stat. 17a-28 and 17a-101k). Kept apart from the discipline file; the child is named by pseudonym and the child’s words are not repeated.',
      parts: [
        {
          id: 'log',
          heading: 'What was recorded',
          blocks: [
            table(
              [
                ['When', 1.4],
                ['What', 2.2],
                ['By whom, and to whom', 2],
              ],
              logged.map((event) => [
                momentWords(scope, event.at),
                scope.safe(event.title),
                scope.safe(
                  [detail(event, 'by') ?? event.by, detail(event, 'to'), detail(event, 'reference')]
                    .filter((one) => one !== null)
                    .join('; '),
                ),
              ]),
              'Nothing about a mandated report was recorded.',
            ),
          ],
        },
        {
          id: 'hours',
          heading: 'The hours',
          blocks: [
            facts(
              ['Oral or electronic report', 'Within 12 hours of having reasonable cause to suspect'],
              ['Written report', 'Within 48 hours of the oral report'],
              ['Counted', 'Through nights, weekends and holidays'],
            ),
            note(
              'Conn. Gen. Stat. 17a-101b to 17a-101d. The duty is that of the person who knows; telling a superior does not discharge it. To be confirmed by counsel.',
            ),
            fixed(
              'A finding of the Department of Children and Families is not a finding about the employee under the district’s policy, and the reverse.',
            ),
          ],
        },
        { id: 'remarks', heading: 'Remarks', blocks: [text('remarks', 'None.')] },
      ],
    };
  },
};
