import type { Finding } from '../../../contract/finding.ts';
import type { Words } from '../../words/index.ts';

/** A finding in short: `Proved, breach`; the two axes are never folded into one. */
export function findingWords(finding: Pick<Finding, 'fact' | 'policy'>, words: Words['findings']['finding']): string {
  return `${words.facts[finding.fact].word}, ${words.policies[finding.policy].word.toLowerCase()}`;
}
