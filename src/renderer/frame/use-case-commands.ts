import { useEffect } from 'react';
import { useAskAllAgain, useCommandCall } from '../engine/use-call.ts';
import { useWords } from '../words/use-words.ts';
import { leaveAllPlaces } from './navigation.tsx';
import { tellDone, tellError } from './notices.ts';

export interface CaseCommands {
  readonly reverse: () => void;
  readonly repeat: () => void;
  readonly close: () => void;
  readonly cancelJob: () => void;
}

/** What the frame itself can do with the open case; what fails is told at the edge of the window. */
export function useCaseCommands(): CaseCommands {
  const words = useWords().frame;
  const reverse = useCommandCall('history.reverse');
  const repeat = useCommandCall('history.repeat');
  const close = useCommandCall('case.close');
  const cancel = useCommandCall('intake.cancel');
  const askAllAgain = useAskAllAgain();
  const error = reverse.error ?? repeat.error ?? close.error ?? cancel.error;
  useEffect(() => {
    if (error !== null) tellError(error);
  }, [error]);
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
      void close.run({}).then((closed) => {
        if (closed === null) return;
        leaveAllPlaces();
        askAllAgain();
      }),
    cancelJob: () => void cancel.run({}),
  };
}
