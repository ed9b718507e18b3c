import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CaseState } from '../../../contract/case.ts';
import type { CallError } from '../../../contract/wire.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';

export interface CaseOpening {
  /** The case file at hand, waiting for its passphrase; null while none is chosen. */
  readonly path: string | null;
  readonly busy: boolean;
  /** What went wrong; that a passphrase is needed is no error, the form asks for it. */
  readonly error: CallError | null;
  readonly choose: () => void;
  readonly open: (path: string, passphrase: string | null) => void;
  /** Opens a copy in which nothing can be changed, as where somebody else has the case. */
  readonly look: (path: string, passphrase: string | null) => void;
  readonly leave: () => void;
}

/** Opens a case: the file is tried without a passphrase first, so that only encrypted cases ask for one. */
export function useCaseOpening(): CaseOpening {
  const os = useOs();
  const opened = useCaseOpened();
  const call = useCommandCall('case.open');
  const lookCall = useCommandCall('case.look');
  const given = useQuery({ queryKey: ['os.case-to-open'], queryFn: () => os.caseToOpen() });
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const open = (path: string, passphrase: string | null) => {
    setChosen(path);
    lookCall.clear();
    void call.run({ path, passphrase }).then((state) => {
      if (state !== null) opened(state, 'overview');
    });
  };
  // A case named from outside, by a double click or on the command line, is opened like one chosen here.
  const asked = useRef(false);
  const named = given.data ?? null;
  useEffect(() => {
    if (named === null || asked.current) return;
    asked.current = true;
    open(named, null);
  });
  return {
    path: chosen === undefined ? named : chosen,
    busy: call.busy || lookCall.busy,
    error: told(lookCall.error) ?? told(call.error),
    choose: () => {
      void os.chooseCase().then((path) => {
        if (path !== null) open(path, null);
      });
    },
    open,
    look: (path, passphrase) =>
      void lookCall.run({ path, passphrase }).then((state) => {
        if (state !== null) opened(state, 'overview');
      }),
    leave: () => {
      call.clear();
      lookCall.clear();
      setChosen(null);
    },
  };
}

/** That a passphrase is needed is no error: the form asks for it. */
function told(error: CallError | null): CallError | null {
  return error?.kind === 'case-needs-passphrase' ? null : error;
}

/** What is done once a case is open: this computer remembers its file, and the window goes to the first thing to do. */
export function useCaseOpened(): (state: CaseState, first: 'overview' | 'recovery' | 'questions') => void {
  const os = useOs();
  const { go } = useNavigation();
  return (state, first) => {
    if (first === 'recovery') go('questions', { recovery: 'show' });
    else if (first === 'questions') go('questions');
    else go('overview');
    if (state.readOnly?.why !== 'copy') void os.rememberCase(state.path, null);
  };
}

/** The name of a case file without its folder and ending. */
export function caseName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return name.replace(/\.evenhand$/i, '');
}
