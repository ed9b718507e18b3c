import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClauseView, SuggestionView } from '../../../contract/mapping.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { SplitPane } from '../../parts/split-pane.tsx';
import { useWords } from '../../words/use-words.ts';
import { Viewer } from '../evidence/viewer/viewer.tsx';
import { DecideMany } from './decide-many.tsx';
import { clauseKey } from './grid-cell.ts';
import { ReviewLine } from './review-line.tsx';
import './review.css';

/** So many lines at once; what is decided makes room for the rest. */
const MOST = 300;

/** The open suggestions one after the other, each with its item beside it: read, then decided, by keyboard alone if one likes. */
export function ReviewView({ clauses }: { readonly clauses: readonly ClauseView[] }) {
  const words = useWords().inquiry.review;
  const { place, set } = useNavigation();
  const likely = place.params['order'] === 'likelihood';
  const clause = place.params['only'] ?? null;
  const list = useQueryCall(
    'suggestion.list',
    { itemId: null, open: true, order: likely ? 'likelihood' : 'time' },
    { keepPrevious: true },
  );
  const all = (list.value?.suggestions ?? []).filter((one) => clause === null || clauseKey(one) === clause);
  const shown = all.slice(0, MOST);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  // What was decided leaves the list: the next one then stands in its place.
  const here = Math.min(at, Math.max(0, shown.length - 1));
  const current = shown[here];
  const step = (by: number) => setAt(Math.min(Math.max(0, shown.length - 1), Math.max(0, here + by)));
  const toggle = (id: string) => setChosen(toggled(chosen, id));
  useReviewKeys(step, () => (current === undefined ? undefined : toggle(current.id)));
  if (list.state === 'failed') return <ErrorNotice error={list.error} />;
  if (list.state === 'loading') return <LoadingLine what={words.reading} />;
  const marked = shown.filter(({ id }) => chosen.has(id));
  return (
    <SplitPane
      name="review"
      share={42}
      label={words.panes}
      start={
        <div className="review">
          <div className="review-head">
            <span role="status">{words.count(all.length)}</span>
            <Select
              aria-label={words.clause}
              clearable
              searchable
              placeholder={words.allClauses}
              data={clauses.map((one) => ({ value: clauseKey(one), label: `${one.clause} ${one.label}` }))}
              value={clause}
              onChange={(only) => set({ only })}
            />
            <SegmentedControl
              aria-label={words.order}
              data={[
                { value: 'time', label: words.byTime },
                { value: 'likelihood', label: words.byLikelihood },
              ]}
              value={likely ? 'likelihood' : 'time'}
              onChange={(order) => set({ order: order === 'likelihood' ? 'likelihood' : null })}
            />
            {likely ? <p className="quiet small">{words.likelihoodAbout}</p> : null}
          </div>
          {shown.length === 0 ? (
            <NothingLeft />
          ) : (
            <ol className="review-list" aria-label={words.list}>
              {shown.map((one, index) => (
                <ReviewLine
                  key={one.id}
                  suggestion={one}
                  current={index === here}
                  chosen={chosen.has(one.id)}
                  onOpen={() => setAt(index)}
                  onToggle={() => toggle(one.id)}
                />
              ))}
            </ol>
          )}
          {all.length > shown.length ? (
            <p className="quiet small review-more">{words.more(all.length - shown.length)}</p>
          ) : null}
          <div className="review-foot">
            <Button
              variant="default"
              size="compact-sm"
              disabled={shown.length === 0}
              onClick={() => setChosen(marked.length > 0 ? new Set() : new Set(shown.map(({ id }) => id)))}
            >
              {marked.length > 0 ? words.noneChosen : words.all}
            </Button>
            {marked.length === 0 ? null : <DecideMany suggestions={marked} onDone={() => setChosen(new Set())} />}
          </div>
        </div>
      }
      end={
        <Viewer
          itemId={current?.itemId ?? null}
          searched={null}
          onStep={step}
          position={current === undefined ? null : { at: here + 1, of: all.length }}
        />
      }
    />
  );
}

function NothingLeft() {
  const words = useWords().inquiry.review;
  const { set } = useNavigation();
  return (
    <EmptyState
      icon={<IconSparkles size={22} />}
      title={words.none}
      about={words.noneAbout}
      action={{ label: words.goSamples, run: () => set({ view: 'samples' }) }}
    />
  );
}

function useReviewKeys(step: (by: number) => void, toggle: () => void): void {
  const words = useWords().inquiry.review;
  useActions([
    { id: 'review.next', label: words.next, group: 'item', keys: 'j', run: () => step(1) },
    { id: 'review.next-arrow', label: words.next, group: 'item', keys: 'alt+arrowdown', run: () => step(1) },
    { id: 'review.previous', label: words.previous, group: 'item', keys: 'k', run: () => step(-1) },
    { id: 'review.previous-arrow', label: words.previous, group: 'item', keys: 'alt+arrowup', run: () => step(-1) },
    { id: 'review.toggle', label: words.toggle, group: 'item', keys: 'x', run: toggle },
  ]);
}

function toggled(chosen: ReadonlySet<string>, id: SuggestionView['id']): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
