import { must, raise } from '../../../contract/errors.ts';
import type { Mapping } from '../../../contract/mapping.ts';
import { itemById, itemsAround, type StoredItem } from '../../items/index.ts';
import { tableOf } from '../blocks/blocks.ts';
import { exhibitBlocks } from '../blocks/exhibit-blocks.ts';
import { said } from '../blocks/said.ts';
import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import { authorWords, type Scope, wordsOf } from '../gather/scope.ts';
import type { Block, Run } from '../input/composed.ts';
import { type ComposedKind, type DraftPart, table } from './kind.ts';
import { markingFor } from './pieces/taken-out.ts';
import { typedCitation } from './set-text.ts';

/** Lines of a conversation that are shown before and after a cited one, so that nobody reads it alone. */
const BEFORE = 6;
const AFTER = 4;
/** A longer text is shown around the passage, with dots where it goes on. */
const LONGEST = 1600;

/** Every exhibit with its provenance, its picture, and each cited passage in the conversation it stands in. */
export const exhibitBinder: ComposedKind = {
  kind: 'exhibit-binder',
  title: { en: 'Exhibit binder' },
  group: 'records',
  about: 'Every exhibit with its provenance sheet, its picture, and each cited passage in its context.',
  mustNotSay: [],
  draft: (scope) => {
    const links = [...chargedOf(scope).links.values()];
    if (links.length === 0)
      raise('document-failed', { why: 'no passage is linked to an allegation, so there is no exhibit.' });
    const exhibits = exhibitsFor(scope, links);
    const parts = exhibits.list.map((exhibit): DraftPart => {
      const mine = links.flatMap((link): Cited[] => {
        const citation = exhibits.cite(link);
        if (citation.exhibit !== exhibit.number) return [];
        const stored = must(itemById(scope.db, link.itemId), 'a linked item is there');
        return [{ link, stored, citation: typedCitation(citation) }];
      });
      return {
        id: exhibit.number.toLowerCase(),
        heading: `${exhibit.number}  ${exhibit.title}`,
        anchor: exhibit.number,
        startsPage: true,
        blocks: [...exhibitBlocks(exhibit), ...passageBlocks(scope, mine)],
      };
    });
    return {
      marking: `${markingFor(scope)} What was taken out of an exhibit is said on its sheet.`,
      exhibits,
      parts: [
        {
          id: 'list',
          heading: 'Exhibits',
          blocks: [
            table(
              [
                ['No.', 0.6],
                ['Exhibit', 2.4],
                ['Form', 1.4],
                ['Received from', 1.4],
              ],
              exhibits.list.map(({ number, title, form, receivedFrom }) => [number, title, form, receivedFrom]),
              'There is no exhibit.',
            ),
          ],
        },
        ...parts,
      ],
    };
  },
};

/** The cited passages of one exhibit: a picture shows them already, a conversation once with all that is cited in it. */
function passageBlocks(scope: Scope, links: readonly Cited[]): Block[] {
  const pictured = links.filter(({ stored }) => stored.item.kind === 'picture');
  const others = links.filter(({ stored }) => stored.item.kind !== 'picture');
  const alone = others.length > 0 && !standsAmongOthers(scope, others[0]);
  return [
    ...pictured.map(headOf),
    ...(alone
      ? others.flatMap((cited) => [headOf(cited), ...quoteOf(scope, aroundPassage(cited.stored.item.text, cited.link))])
      : others.length === 0
        ? []
        : [conversationOf(scope, others)]),
  ];
}

interface Cited {
  readonly link: Mapping;
  readonly stored: StoredItem;
  readonly citation: string;
}

function headOf({ link, citation }: Cited): Block {
  return { block: 'stress', text: `Cited ${link.weighs} the allegation: ${citation.slice(1, -1)}` };
}

function quoteOf(scope: Scope, text: string): Block[] {
  const words = wordsOf(scope, text);
  return words === null ? [] : [{ block: 'quote', words, citation: null }];
}

function standsAmongOthers(scope: Scope, cited: Cited | undefined): boolean {
  if (cited === undefined) return false;
  return itemsAround(scope.db, cited.stored.id, { before: 1, after: 1 }, scope.recognition).rows.length > 1;
}

/** The conversation around what is cited, as the source has it; a cited line is marked in words, not by colour alone. */
function conversationOf(scope: Scope, cited: readonly Cited[]): Block {
  const windows = cited.map(({ stored }) =>
    itemsAround(scope.db, stored.id, { before: BEFORE, after: AFTER }, scope.recognition),
  );
  const numbers = new Map(windows.flatMap(({ rows }) => rows.map(({ id, number }) => [id, number] as const)));
  const ids = [...numbers].sort((a, b) => a[1] - b[1]);
  const marks = Map.groupBy(cited, ({ stored }) => stored.id);
  const gap: Run[] = [['…'], ['–'], ['Lines in between are in the file.']];
  const rows = ids.flatMap(([id, number], index) => {
    const before = ids[index - 1]?.[1];
    const line = lineOf(scope, id, marks.get(id) ?? []);
    return before !== undefined && number > before + 1 ? [gap, line] : [line];
  });
  return tableOf(
    [
      ['When', 1.1],
      ['Who', 1],
      ['Words', 3],
    ],
    [
      ...(windows[0]?.moreBefore === true ? [[['…'], ['–'], ['It begins earlier; the file has it.']]] : []),
      ...rows,
      ...(windows.at(-1)?.moreAfter === true ? [[['…'], ['–'], ['It goes on; the file has it.']]] : []),
    ],
    'The conversation could not be shown.',
  );
}

function lineOf(scope: Scope, id: string, marks: readonly Cited[]): Run[] {
  const stored = must(itemById(scope.db, id), 'a line of the conversation is there');
  const when = stored.item.sentAt === null ? 'No time' : said(stored.item.sentAt);
  const sides = [...new Set(marks.map(({ link }) => `Cited ${link.weighs}`))];
  const words = scope.safe(stored.item.text) || 'No words';
  return [[[when, ...sides].join('\n')], [authorWords(scope, stored.item.author) ?? 'Not known'], [words]];
}

function aroundPassage(text: string, { passage }: Mapping): string {
  if (text.length <= LONGEST || passage.kind !== 'words') return text.slice(0, LONGEST);
  const spare = Math.max(0, LONGEST - (passage.end - passage.start));
  const from = Math.max(0, passage.start - Math.floor(spare / 2));
  const to = Math.min(text.length, passage.end + Math.ceil(spare / 2));
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
