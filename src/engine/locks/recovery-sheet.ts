import type { RecoverySheet } from '../../contract/case-file-calls.ts';
import { must, raise } from '../../contract/errors.ts';
import { type CaseFile, fromRecoveryKey, opensBy, toHalves } from '../case-file/index.ts';

/**
 * What a recovery sheet prints, for whoever can open the case: an open window left alone is not enough. The halves are new
 * each time; any first half goes only with its own second.
 * @throws case-wrong-key, bad-input for a case that is not encrypted
 */
export async function recoverySheet(file: CaseFile, now: string): Promise<RecoverySheet> {
  const key = file.recoveryKey;
  if (key === null) raise('bad-input', { why: 'this case is not encrypted, so there is nothing to recover.' });
  if (!(await opensBy(file, now))) raise('case-wrong-key');
  return { key, halves: toHalves(must(fromRecoveryKey(key), 'a key reads back')) };
}
