import type { CaseState } from '../../../../contract/case.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { BackupsPanel } from './backups-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { HandOverPanel } from './hand-over-panel.tsx';
import { LockPanel } from './lock-panel.tsx';
import { ProtectionPanel } from './protection-panel.tsx';
import { RetentionPanel } from './retention-panel.tsx';
import './case-file.css';

/** The case as a file: what opens it, its backups, who may write, how long it is kept. */
export function CaseFileView() {
  const state = useQueryCall('case.state', {}, { keepPrevious: true });
  if (state.state === 'failed') return <ErrorNotice error={state.error} />;
  return state.value === null ? null : <Panels state={state.value} />;
}

function Panels({ state }: { readonly state: CaseState }) {
  const isCopy = state.readOnly?.why === 'copy';
  return (
    <div className="case-file-panels">
      <div className="stack">
        <ProtectionPanel state={state} />
        <LockPanel state={state} />
        {isCopy ? null : <RetentionPanel state={state} />}
      </div>
      <div className="stack">
        {isCopy ? null : <BackupsPanel state={state} />}
        <HandOverPanel state={state} />
        <ComparePanel />
      </div>
    </div>
  );
}
