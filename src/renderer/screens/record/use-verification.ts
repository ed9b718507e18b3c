import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallOutput } from '../../../contract/calls.ts';
import { type QueryState, useQueryCall } from '../../engine/use-call.ts';

export interface Verification {
  readonly asked: boolean;
  readonly answer: QueryState<CallOutput<'ledger.verify'>>;
  /** Checks now, however lately it was checked before. @param expect 64 hex digits, or null for none */
  readonly check: (expect: string | null) => void;
}

/** The check of the whole case file, made when it is asked for. */
export function useVerification(): Verification {
  const cache = useQueryClient();
  const [asked, setAsked] = useState<{ readonly expect: string | null } | null>(null);
  const answer = useQueryCall('ledger.verify', { expect: asked?.expect ?? null }, { enabled: asked !== null });
  return {
    asked: asked !== null,
    answer,
    check: (expect) => {
      // An answer from before is no check: it is thrown away, not shown again.
      void cache.resetQueries({ queryKey: ['ledger.verify'] });
      setAsked({ expect });
    },
  };
}
