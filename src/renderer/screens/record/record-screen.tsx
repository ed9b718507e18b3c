import { SegmentedControl } from '@mantine/core';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';
import { CaseFileView } from './case-file/case-file-view.tsx';
import { LogView } from './log-view.tsx';
import { ProofView } from './proof/proof-view.tsx';
import '../../parts/forms.css';
import './record.css';

const VIEWS = ['log', 'file', 'proof'] as const;
type ViewName = (typeof VIEWS)[number];

/** The evidence record: its log and check, the case file that it lies in, and what others can check. */
export function RecordScreen() {
  const all = useWords();
  const { place, set } = useNavigation();
  const shown = VIEWS.find((name) => name === place.params['view']) ?? 'log';
  const show = (view: ViewName) => set({ view: view === 'log' ? null : view });
  useActions(
    VIEWS.map((view) => ({
      id: `record.${view}`,
      label: `${all.record.title}: ${all.caseFile.views[view]}`,
      group: 'here' as const,
      run: () => show(view),
    })),
  );
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{all.record.title}</h1>
        <SegmentedControl
          size="xs"
          aria-label={all.caseFile.views.label}
          value={shown}
          data={VIEWS.map((value) => ({ value, label: all.caseFile.views[value] }))}
          onChange={(value) => show(VIEWS.find((name) => name === value) ?? 'log')}
        />
        <About view={shown} />
      </header>
      {shown === 'log' ? <LogView /> : null}
      {shown === 'file' ? <CaseFileView /> : null}
      {shown === 'proof' ? <ProofView /> : null}
    </div>
  );
}

function About({ view }: { readonly view: ViewName }) {
  const all = useWords();
  const head = useQueryCall('ledger.page', { before: null, limit: 1 });
  if (view !== 'log') return <span className="quiet">{all.caseFile.about[view]}</span>;
  const total = head.value?.total ?? 0;
  return (
    <span className="quiet">
      {total === 0 ? null : `${all.record.log.lines(total)}. `}
      {all.record.about}
    </span>
  );
}
