import type { PackRow } from '../../../contract/agreement-shelf.ts';
import { localWords } from '../../parts/moment-words.ts';
import type { Words } from '../../words/index.ts';
import { useWords } from '../../words/use-words.ts';

interface PackListProps {
  readonly rows: readonly PackRow[];
  readonly onOpen: (name: { pack: string; version: string }) => void;
}

/** Agreements or laws as lines, each with how much of it is confirmed. */
export function PackList({ rows, onOpen }: PackListProps) {
  return (
    <ul className="stack">
      {rows.map((row) => (
        <PackLine
          key={`${row.pack}@${row.version}`}
          row={row}
          onOpen={() => onOpen({ pack: row.pack, version: row.version })}
        />
      ))}
    </ul>
  );
}

function PackLine({ row, onOpen }: { readonly row: PackRow; readonly onOpen: () => void }) {
  const all = useWords();
  const words = all.procedure.agreements;
  return (
    <li className="stack-close">
      <div className="row-apart">
        <button type="button" className="link-button" aria-label={words.open(row.title)} onClick={onOpen}>
          {row.title}
        </button>
        <span className="chip" data-tone={row.confirmed === row.articles ? 'done' : 'attention'}>
          {rowWords(row, words)}
        </span>
      </div>
      <p className="small quiet">
        {words.status[row.status]}. {words.origin[row.origin]}. {inForceWords(row, all)}
        {row.problems.length === 0 ? null : `. ${words.problems(row.problems.length)}: ${row.problems.join('; ')}`}
      </p>
    </li>
  );
}

/** From when until when it holds; a beginning that nobody looked up is said to be unknown. */
export function inForceWords({ inForce }: PackRow, all: Words): string {
  const words = all.procedure.agreements;
  const day = (iso: string | null, absent: string) => (iso === null ? absent : localWords(iso, all.parts.moment));
  return words.inForce(day(inForce.from, words.start), day(inForce.to, words.now));
}

/** An agreement is confirmed by HR; a law is checked with counsel. */
function rowWords(row: PackRow, words: Words['procedure']['agreements']): string {
  if (row.kind === 'agreement') return words.row(row.confirmed, row.articles);
  return row.confirmed === row.articles ? words.lawChecked : words.lawOpen(row.articles - row.confirmed);
}
