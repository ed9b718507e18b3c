import { CopiesPanel } from '../copies-panel.tsx';
import '../case-file/case-file.css';
import { ApartPanel } from './apart-panel.tsx';
import { CheckCopyPanel } from './check-copy-panel.tsx';
import { GivenPanel } from './given-panel.tsx';
import { StampsPanel } from './stamps-panel.tsx';

/** What others can check: copies, fingerprints that were told, time-stamps; and what is kept apart from them. */
export function ProofView() {
  return (
    <div className="case-file-panels">
      <div className="stack">
        <CopiesPanel />
        <CheckCopyPanel />
        <ApartPanel />
      </div>
      <div className="stack">
        <GivenPanel />
        <StampsPanel />
      </div>
    </div>
  );
}
