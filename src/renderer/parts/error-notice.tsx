import { IconAlertTriangle } from '@tabler/icons-react';
import type { CallError } from '../../contract/wire.ts';
import { useWords } from '../words/use-words.ts';
import './parts.css';

interface ErrorNoticeProps {
  readonly error: CallError;
  /** Offers to try again. */
  readonly onAgain?: (() => void) | undefined;
  /** Offers to put the notice away. */
  readonly onDismiss?: (() => void) | undefined;
}

/** What went wrong, what was kept, and what to do: always all three, with the reference. */
export function ErrorNotice({ error, onAgain, onDismiss }: ErrorNoticeProps) {
  const words = useWords().parts.error;
  return (
    <div className="error-notice" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div className="stack-close">
        <p className="error-title">{error.title}</p>
        <p>{error.kept}</p>
        <p>{error.next}</p>
        <div className="row">
          {onAgain === undefined ? null : (
            <button type="button" className="link-button" onClick={onAgain}>
              {words.tryAgain}
            </button>
          )}
          {onDismiss === undefined ? null : (
            <button type="button" className="link-button" onClick={onDismiss}>
              {words.dismiss}
            </button>
          )}
          {error.ref === '' ? null : <span className="small quiet">{words.reference(error.ref)}</span>}
        </div>
      </div>
    </div>
  );
}
