import { Button } from '@mantine/core';
import type { CallError } from '../../contract/wire.ts';
import { useOs } from '../engine/os.tsx';
import { useAskAllAgain } from '../engine/use-call.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/use-words.ts';

/** The whole window while the engine is away: what was kept, and the one thing to do. */
export function EngineStopped({ error }: { readonly error: CallError }) {
  const words = useWords().frame;
  const os = useOs();
  const askAllAgain = useAskAllAgain();
  return (
    <main className="screen-scroll">
      <div className="screen-column">
        <h1>{words.product}</h1>
        <ErrorNotice error={error} />
        <div>
          <Button onClick={() => void os.restartEngine().then(askAllAgain)}>{words.startAgain}</Button>
        </div>
      </div>
    </main>
  );
}
