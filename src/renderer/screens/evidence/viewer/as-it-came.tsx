import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useWords } from '../../../words/use-words.ts';
import type { BodyProps } from './body-props.ts';
import { boxStyle } from './box-drawing.tsx';
import { wordsPassage } from './passages.ts';
import { linesOf } from './picture-lines.ts';
import type { OpenItem } from './use-item.ts';

/** The reader of PDF is large; it comes when the first page is shown. */
const PdfPages = lazy(async () => ({ default: (await import('../../../parts/pdf/pdf-pages.tsx')).PdfPages }));

export type CameAs = 'pages' | 'web';

/** Pages that are shown in a frame: as they came, or made out of the one file that they were captured in. */
const webFormats: ReadonlySet<string> = new Set(['html', 'mhtml', 'warc', 'wacz']);

/** How an item's source can be shown beside its words: pages of a PDF, or a saved web page; null for neither. */
export function cameAs({ row, format }: OpenItem['view']): CameAs | null {
  if (format === 'pdf' && (row.kind === 'document' || row.kind === 'page')) return 'pages';
  return row.kind === 'page' && webFormats.has(format ?? '') ? 'web' : null;
}

interface AsItCameProps extends BodyProps {
  readonly as: CameAs;
  /** The words alone, to be read and marked. */
  readonly children: ReactNode;
}

/** Words, or the thing as it came: a PDF page by page with a box around each line, a web page in a frame where nothing runs. */
export function AsItCame({ as, children, ...props }: AsItCameProps) {
  const words = useWords().viewer.cameAs;
  const [shown, setShown] = useState<'words' | 'came'>(as === 'pages' ? 'came' : 'words');
  return (
    <div className="stack">
      <div>
        <SegmentedControl
          aria-label={words.label}
          data={[
            { value: 'words', label: words.words },
            { value: 'came', label: words[as] },
          ]}
          value={shown}
          onChange={(value) => setShown(value === 'words' ? 'words' : 'came')}
        />
      </div>
      {shown === 'words' ? children : as === 'pages' ? <Pages {...props} /> : <WebPage item={props.item} />}
    </div>
  );
}

/** Pixels that a page gets at most: that of a sheet at 100 %. */
const widest = 820;

function Pages({ item, passage, onPassage }: BodyProps) {
  const words = useWords().viewer;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { row, item: draft } = item.view;
  const lines = useMemo(() => linesOf(draft.text, draft.regions), [draft]);
  const chosen = passage?.kind === 'words' ? passage : null;
  const boxes = (page: number) =>
    lines
      .filter((line) => line.page === page)
      .map((line) => (
        <button
          key={line.start}
          type="button"
          className="page-line"
          data-chosen={chosen !== null && chosen.start < line.end && line.start < chosen.end}
          style={boxStyle(line.box)}
          aria-label={words.cameAs.markLine(draft.text.slice(line.start, line.end))}
          onClick={() => onPassage(wordsPassage(draft.text, line.start, line.end))}
        />
      ));
  return (
    <div ref={ref} className="came-pages">
      {width === 0 ? null : (
        <Suspense fallback={<p className="loading-line">{words.reading}</p>}>
          <PdfPages
            address={`evidence://evidence/${encodeURIComponent(row.evidenceId)}`}
            label={words.cameAs.pagesOf(row.evidenceName)}
            width={Math.min(widest, Math.floor(width))}
            overlay={boxes}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Nothing of the page runs, nothing is asked for, no link leads anywhere: the frame has an origin of its own and no rights. */
function WebPage({ item }: { readonly item: OpenItem }) {
  const words = useWords().viewer.cameAs;
  const { row } = item.view;
  return (
    <>
      <p className="quiet small">{words.webAbout}</p>
      <iframe
        className="came-web"
        sandbox=""
        title={words.webOf(row.evidenceName)}
        src={`evidence://page/${encodeURIComponent(row.evidenceId)}?item=${encodeURIComponent(row.id)}`}
      />
    </>
  );
}
