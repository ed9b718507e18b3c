import { IconCalendarQuestion, IconMessageReport, IconPencil, IconScale } from '@tabler/icons-react';
import type { z } from 'zod';
import type { ItemRow, SearchHit } from '../../../contract/item-view.ts';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import type { TableColumn } from '../../parts/data-table.tsx';
import { MomentText } from '../../parts/moment-text.tsx';
import { SnippetText } from '../../parts/snippet-text.tsx';
import type { Words } from '../../words/index.ts';
import { useWords } from '../../words/use-words.ts';

/** The words around a hit of a search, and in whose reading they stand. */
export type Snippet = Pick<z.infer<typeof SearchHit>, 'snippet' | 'foundIn' | 'beside'>;

/** The columns of the evidence table, in the order they stand. `snippets` has the words around a hit of a search, `names` the people's by id. */
export function itemColumns(
  words: Words,
  snippets: ReadonlyMap<string, Snippet>,
  names: ReadonlyMap<string, string>,
): readonly TableColumn<ItemRow>[] {
  const { columns, kinds, unknownAuthor } = words.evidence;
  return [
    { id: 'number', header: columns.number, size: 60, sortable: true, cell: (row) => <NumberCell row={row} /> },
    {
      id: 'time',
      header: columns.time,
      size: 150,
      sortable: true,
      cell: (row) => <MomentText moment={row.sentAt} plain />,
    },
    {
      id: 'author',
      header: columns.author,
      size: 104,
      sortable: true,
      cell: (row) => <AuthorCell row={row} name={names.get(row.authorPersonId ?? '')} unknown={unknownAuthor} />,
    },
    {
      id: 'words',
      header: columns.words,
      size: 112,
      grows: true,
      cell: (row) => <WordsCell row={row} hit={snippets.get(row.id)} />,
    },
    { id: 'clauses', header: columns.clauses, size: 124, cell: (row) => <ClausesCell row={row} /> },
    { id: 'to', header: columns.to, size: 124, sortable: true, cell: (row) => row.to },
    {
      id: 'certainty',
      header: columns.certainty,
      size: 96,
      sortable: true,
      cell: (row) => words.evidence.filter.certainties[row.sentAt?.local == null ? 'none' : row.sentAt.certainty],
    },
    { id: 'kind', header: columns.kind, size: 112, sortable: true, cell: (row) => kinds[row.kind] },
    {
      id: 'source',
      header: columns.source,
      size: 190,
      sortable: true,
      cell: (row) => <span title={`${row.evidenceName}, ${row.locator}`}>{row.evidenceName}</span>,
    },
  ];
}

function WordsCell({ row, hit }: { readonly row: ItemRow; readonly hit: Snippet | undefined }) {
  const words = useWords().reading.foundIn;
  // A recording or a picture without words is known by its file.
  if (hit === undefined && row.snippet.trim() === '') return <span className="quiet">{row.evidenceName}</span>;
  if (hit === undefined || hit.foundIn === 'item') return <SnippetText snippet={hit?.snippet ?? row.snippet} />;
  if (hit.foundIn === 'beside') {
    return (
      <span className="item-words">
        <span className="quiet">{hit.beside ?? words.beside}: </span>
        <SnippetText snippet={hit.snippet} />
      </span>
    );
  }
  const where = words[hit.foundIn];
  return (
    <span className="item-words" title={where}>
      <IconPencil size={13} aria-hidden />
      <span className="unseen">{where}: </span>
      <SnippetText snippet={hit.snippet} />
    </span>
  );
}

interface AuthorCellProps {
  readonly row: ItemRow;
  /** The person of the case behind the name, where known. */
  readonly name: string | undefined;
  readonly unknown: string;
}

/** Who wrote it: the person's own name where known, with the name that the evidence shows under the pointer. */
function AuthorCell({ row, name, unknown }: AuthorCellProps) {
  if (row.author === null) return <span className="quiet">{unknown}</span>;
  return <span title={row.author}>{name ?? row.author}</span>;
}

const flagIcons = {
  'mandated-report': IconMessageReport,
  'may-be-protected': IconScale,
  'date-ambiguous': IconCalendarQuestion,
};

function NumberCell({ row }: { readonly row: ItemRow }) {
  const words = useWords().parts;
  return (
    <span className="item-number">
      {row.number}
      {row.flags.map((flag) => {
        const Icon = flagIcons[flag];
        return (
          <span key={flag} className="item-flag" data-flag={flag} title={words.flags[flag]}>
            <Icon size={14} aria-hidden />
            <span className="unseen">, {words.flags[flag]}</span>
          </span>
        );
      })}
    </span>
  );
}

function ClausesCell({ row }: { readonly row: ItemRow }) {
  const words = useWords().parts;
  const all = [
    ...row.linked.map((clause) => ({ clause, kind: 'linked' as const })),
    ...row.suggested.map((clause) => ({ clause, kind: 'suggested' as const })),
  ];
  const [first, ...rest] = all;
  if (first === undefined) return null;
  return (
    <span className="item-clauses">
      <ClauseChip
        kind={first.kind}
        label={clauseOnly(first.clause)}
        title={first.kind === 'suggested' ? `${first.clause}, ${words.suggested}` : first.clause}
      />
      {rest.length === 0 ? null : (
        <span className="small quiet" title={rest.map((one) => one.clause).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

/** `norwalk C2` as `C2`, `norwalk general-goodwill` as `goodwill`: the whole name stands under the pointer. */
function clauseOnly(clause: string): string {
  return clause.slice(clause.indexOf(' ') + 1).replace(/^general-/, '');
}
