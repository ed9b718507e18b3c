import { useEffect, useMemo, useRef, useState } from 'react';
import type { Passage } from '../../../../contract/mapping.ts';
import type { CallError } from '../../../../contract/wire.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { bringIntoView } from './bring-into-view.ts';
import { ItemBody } from './item-body.tsx';
import { ItemHead } from './item-head.tsx';
import { marksOf } from './passages.ts';
import type { OpenItem } from './use-item.ts';
import { WorkPanel, type WorkTab } from './work-panel.tsx';

interface ItemPaneProps {
  readonly item: OpenItem;
  readonly error: CallError | null;
  readonly searched: string | null;
  readonly onStep: (by: number) => void;
  readonly position: { readonly at: number; readonly of: number } | null;
}

/** The item above, to be read; what is known about it below, to be worked on. */
export function ItemPane({ item, error, searched, onStep, position }: ItemPaneProps) {
  const words = useWords().viewer;
  const [passage, setPassage] = useState<Passage | null>(null);
  const [tab, setTab] = useState<WorkTab>(
    item.suggestions.length === 0 && item.links.length > 0 ? 'links' : 'suggestions',
  );
  const reading = useRef<HTMLDivElement>(null);
  // The form takes some of the pane's room; what was marked stays in sight.
  useEffect(() => {
    if (passage !== null) bringIntoView(reading.current?.querySelector('[data-kinds~="chosen"]') ?? null);
  }, [passage]);
  const { text } = item.view.item;
  const marks = useMemo(
    () => marksOf(text, item.links, item.suggestions, passage, searched),
    [text, item.links, item.suggestions, passage, searched],
  );
  const choose = (chosen: Passage | null) => {
    setPassage(chosen);
    if (chosen !== null) setTab('mark');
  };
  return (
    <article className="viewer" aria-label={words.item(item.view.row.number)}>
      <ItemHead item={item} onStep={onStep} position={position} />
      <div className="viewer-panes" data-tab={tab}>
        <div ref={reading} className="viewer-reading">
          {error === null ? null : <ErrorNotice error={error} />}
          <ItemBody item={item} marks={marks} passage={passage} onPassage={choose} />
        </div>
        <WorkPanel item={item} tab={tab} onTab={setTab} passage={passage} onPassage={choose} />
      </div>
    </article>
  );
}
