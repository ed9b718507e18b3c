import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { EvenhandError, wordsOf } from '../../contract/errors.ts';
import type { CallError } from '../../contract/wire.ts';
import { useOs } from '../engine/os.tsx';
import { useAskAllAgain } from '../engine/use-call.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { tellError } from './notices.ts';

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

/** Tells of an engine that ended and is being started again: the window otherwise only goes back to the start. */
export function useEngineWatch(): void {
  const os = useOs();
  useEffect(
    () =>
      os.onEngineState(({ state }) => {
        if (state === 'running') return;
        tellError({ kind: 'engine-stopped', ...wordsOf(new EvenhandError('engine-stopped')), ref: '' });
      }),
    [os],
  );
}
