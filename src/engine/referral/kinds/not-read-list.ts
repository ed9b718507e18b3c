import type { NotReadEntry } from '../../../contract/not-read.ts';
import { notReadList as gathered, notReadWords } from '../../intake/index.ts';
import { describedWords, namesApart } from '../gather/not-read.ts';
import type { Scope } from '../gather/scope.ts';
import { type ComposedKind, fixed, note, table, text } from './kind.ts';

/** Everything that no machine could read, why, and who has listened or looked since. */
export const notReadList: ComposedKind = {
  kind: 'not-read-list',
  title: { en: 'What could not be read by machine' },
  group: 'records',
  about: 'Every recording, picture and file that no machine could read, why, and who has listened or looked since.',
  mustNotSay: [],
  draft: (scope) => {
    const { total, described, entries } = gathered(scope.db);
    const whole = entries.filter(({ what }) => what !== 'part');
    const parts = entries.filter(({ what }) => what === 'part');
    return {
      marking: 'What is silent in this list clears nobody and speaks against nobody.',
      parts: [
        {
          id: 'count',
          heading: 'In short',
          blocks: [
            fixed(
              total === 0
                ? 'Every file of the case could be read by machine.'
                : `${notReadWords({ notRead: total, described })}.`,
            ),
            note(
              'A search cannot find what stands in these files, and no suggestion rests on it, until a person writes it down.',
            ),
          ],
        },
        {
          id: 'files',
          heading: 'Not read',
          blocks: [
            table(
              [
                ['File', 2],
                ['What it is', 1.2],
                ['Why it was not read', 2.6],
                ['Looked at or listened to by', 1.7],
              ],
              whole.map((entry) => rowOf(scope, entry)),
              'There is no such file.',
            ),
          ],
        },
        {
          id: 'parts',
          heading: 'Read in part',
          blocks: [
            table(
              [
                ['File', 2],
                ['Where', 1.2],
                ['Why it was not read', 2.6],
                ['Looked at or listened to by', 1.7],
              ],
              parts.map((entry) => rowOf(scope, entry)),
              'Of every file that was read, all records were read.',
            ),
          ],
        },
        { id: 'remarks', heading: 'Remarks', blocks: [text('remarks', 'None.')] },
      ],
    };
  },
};

function rowOf(scope: Scope, entry: NotReadEntry): readonly string[] {
  return [
    `${entry.number}. ${namesApart(scope)(entry)}`,
    entry.place === null ? kindWords(entry) : scope.safe(entry.place),
    scope.safe(entry.because),
    describedWords(scope, entry.described) ?? 'Nobody yet',
  ];
}

function kindWords({ what, format, durationSec }: NotReadEntry): string {
  const name = format === null ? '' : ` (${format.toUpperCase()})`;
  if (what === 'recording') return `Recording${name}${durationSec === null ? '' : `, ${lengthWords(durationSec)}`}`;
  return what === 'picture' ? `Picture${name}` : `File${name}`;
}

/** `1:05` as people tell the length of a recording. */
function lengthWords(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} minutes`;
}
