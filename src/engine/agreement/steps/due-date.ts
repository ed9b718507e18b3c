import type { Limit } from '../../../contract/agreement.ts';
import type { Fact } from './facts.ts';

/** What a step's limit comes to. */
export type DueDate =
  /** The step has no limit, or its trigger has not happened yet. */
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly for: Limit['from'] }
  | { readonly kind: 'blank'; readonly why: string }
  | {
      readonly kind: 'unknown';
      readonly why: string;
      readonly missing: readonly string[];
      readonly trigger: Fact;
    }
  | {
      readonly kind: 'known';
      readonly due: string;
      readonly arithmetic: readonly string[];
      readonly trigger: Fact;
      readonly notBefore: boolean;
      /** `5 school days after a complaint was received (Mon 9 Mar 2026, 09:00)`. */
      readonly basis: string;
      readonly why: string | null;
    };
