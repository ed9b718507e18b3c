import { Button } from '@mantine/core';
import { IconFileText, IconMinus, IconPlus } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/use-words.ts';

// The PDF reader is large and is read from the disk only when pages are asked for.
const PdfPages = lazy(() =>
  import('../../parts/pdf/pdf-pages.tsx').then(({ PdfPages: pages }) => ({ default: pages })),
);

/** What scrolls has to be reachable by keyboard. */
const scrolledByKeys = { tabIndex: 0 };

const widths = [420, 560, 720, 900, 1120];

interface PagesPaneProps {
  /** Where the bytes are, null while there is nothing to show. */
  readonly address: string | null;
  readonly caption: string;
  /** Told instead of pages while they are being made. */
  readonly making: string | null;
  readonly buttons: ReactNode;
}

/** The pages as they will print or were issued, in a size that suits. */
export function PagesPane({ address, caption, making, buttons }: PagesPaneProps) {
  const words = useWords().documents.draft;
  const [size, setSize] = useState(2);
  if (address === null) {
    return (
      <div className="pages-pane">
        {making === null ? (
          <EmptyState icon={<IconFileText size={22} />} title={words.none.title} about={words.none.body} />
        ) : (
          <p className="loading-line" role="status">
            {making}
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="pages-pane">
      <div className="pages-bar row-apart">
        <p role="status">{making ?? caption}</p>
        <div className="row">
          {buttons}
          <Button
            variant="default"
            size="compact-xs"
            aria-label={words.smaller}
            title={words.smaller}
            disabled={size === 0}
            onClick={() => setSize(size - 1)}
          >
            <IconMinus size={14} aria-hidden />
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={words.larger}
            title={words.larger}
            disabled={size === widths.length - 1}
            onClick={() => setSize(size + 1)}
          >
            <IconPlus size={14} aria-hidden />
          </Button>
        </div>
      </div>
      <section className="pages-scroll" aria-label={words.pages} {...scrolledByKeys}>
        <Suspense fallback={<p className="loading-line">{words.reading}</p>}>
          <PdfPages key={address} address={address} label={caption} width={widths[size] ?? 720} />
        </Suspense>
      </section>
    </div>
  );
}
