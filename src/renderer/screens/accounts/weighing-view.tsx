import { Button } from '@mantine/core';
import { IconCircleDashed, IconPlus, IconScale } from '@tabler/icons-react';
import type { DisputedFact } from '../../../contract/weighing.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { FactDetail } from './fact-detail.tsx';
import { FactForm } from './fact-form.tsx';
import './accounts.css';

const NEW = 'new';

/** Facts on which accounts differ, at the left; the one at hand with its accounts side by side, at the right. */
export function WeighingView() {
  const all = useWords();
  const words = all.accounts.weighing;
  const { place, set, go } = useNavigation();
  const facts = useQueryCall('weighing.list', { allegationId: null });
  const allegations = useQueryCall('allegation.list', {});
  const list = facts.value ?? [];
  const chosen = place.params['fact'] ?? list[0]?.id ?? null;
  const choose = (fact: string | null) => set({ fact });
  useActions([{ id: 'weighing.open', label: words.open, group: 'here', keys: 'mod+shift+a', run: () => choose(NEW) }]);
  if (facts.state === 'failed') return <ErrorNotice error={facts.error} />;
  if (facts.state === 'loading' || allegations.value === null) return null;
  if (allegations.value.length === 0) {
    return (
      <div className="screen-scroll">
        <EmptyState
          icon={<IconScale size={22} />}
          title={words.empty.title}
          about={words.noAllegation}
          action={{ label: all.findings.list.add, run: () => go('findings', { allegation: NEW }) }}
        />
      </div>
    );
  }
  if (list.length === 0 && chosen !== NEW) {
    return (
      <div className="screen-scroll">
        <EmptyState
          icon={<IconScale size={22} />}
          title={words.empty.title}
          about={words.empty.body}
          action={{ label: words.open, run: () => choose(NEW) }}
        />
      </div>
    );
  }
  const fact = list.find(({ id }) => id === chosen) ?? null;
  const view = allegations.value.find(({ allegation }) => allegation.id === fact?.allegationId) ?? null;
  return (
    <div className="two-panes">
      <FactList facts={list} chosen={chosen} onChoose={choose} />
      <div className="pane-body">
        {chosen === NEW ? (
          <FactForm allegations={allegations.value} onDone={choose} onClose={() => choose(null)} />
        ) : null}
        {chosen !== NEW && fact !== null ? <FactDetail key={fact.id} fact={fact} view={view} /> : null}
      </div>
    </div>
  );
}

interface FactListProps {
  readonly facts: readonly DisputedFact[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function FactList({ facts, chosen, onChoose }: FactListProps) {
  const words = useWords().accounts.weighing;
  return (
    <nav className="allegation-list" aria-label={words.list}>
      <div className="allegation-list-head">
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChoose(NEW)}>
          {words.open}
        </Button>
      </div>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            <button
              type="button"
              className="allegation-line plain-button"
              aria-current={fact.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(fact.id)}
            >
              <span className="row-apart">
                <span className="small quiet">{words.number(fact.number)}</span>
                <span className="small quiet">
                  {words.allegation} {fact.allegation}
                </span>
              </span>
              <strong>{fact.question}</strong>
              {fact.conclusion === null ? (
                <span className="chip chip-open">
                  <IconCircleDashed size={12} aria-hidden /> {words.notWeighed}
                </span>
              ) : (
                <span className="chip" data-tone="accent">
                  <IconScale size={12} aria-hidden /> {words.weighed}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
