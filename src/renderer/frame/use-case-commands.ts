import { useEffect } from 'react';
import type { CaseState } from '../../contract/case.ts';
import { useAskAllAgain, useCommandCall } from '../engine/use-call.ts';
import { useWords } from '../words/use-words.ts';
import { useLayAside } from './kept.tsx';
import { setLocked } from './locked.ts';
import { leaveAllPlaces } from './navigation.tsx';
import { tellDone, tellError } from './notices.ts';

export interface CaseCommands {
  readonly reverse: () => void;
  readonly repeat: () => void;
  readonly close: () => void;
  /** Closes the case in order and leaves a window that shows nothing of it and asks for the passphrase. */
  readonly lock: () => void;
  readonly cancelJob: () => void;
}

/** What the frame itself can do with the open case; what fails is told at the edge of the window. */
export function useCaseCommands(state: CaseState): CaseCommands {
  const words = useWords().frame;
  const reverse = useCommandCall('history.reverse');
  const repeat = useCommandCall('history.repeat');
  const close = useCommandCall('case.close');
  const cancel = useCommandCall('intake.cancel');
  const askAllAgain = useAskAllAgain();
  const layAside = useLayAside();
  const error = reverse.error ?? repeat.error ?? close.error ?? cancel.error;
  useEffect(() => {
    if (error !== null) tellError(error);
  }, [error]);
  const closeInOrder = async () => {
    if (close.busy) return;
    const place = window.location.hash;
    if (state.readOnly === null) await layAside();
    const closed = await close.run({});
    if (closed === null) return null;
    leaveAllPlaces();
    return place;
  };
  return {
    reverse: () =>
      void reverse.run({}).then((step) => {
        if (step !== null) tellDone(words.reversed(step.what));
      }),
    repeat: () =>
      void repeat.run({}).then((step) => {
        if (step !== null) tellDone(words.repeated(step.what));
      }),
    close: () =>
      void closeInOrder().then((place) => {
        if (typeof place === 'string') askAllAgain();
      }),
    lock: () =>
      void closeInOrder().then((place) => {
        if (typeof place !== 'string') return;
        const look = state.readOnly?.why === 'copy';
        setLocked({ path: state.path, look, encrypted: state.encrypted, place });
        askAllAgain();
      }),
    cancelJob: () => void cancel.run({}),
  };
}
