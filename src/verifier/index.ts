import { checkCheckpoints } from './checkpoint-check.ts';
import { checkContents } from './content-check.ts';
import { checkDocuments } from './document-check.ts';
import { checkItems } from './item-check.ts';
import { checkLedger } from './ledger-check.ts';
import { Found, type Problem, type SqlReader } from './reader.ts';
import { readRemovals } from './removals.ts';
import { checkRows } from './row-check.ts';
import { checkPages, checkProtections } from './schema-check.ts';
import { checkSettled } from './settled-check.ts';
import { checkTimeStamps } from './stamp-check.ts';

export { isBag, verifyBag } from './bag-on-disk.ts';
export { CannotOpen, openCase } from './open-case.ts';
export type { SqlReader } from './reader.ts';
export { checkTimeStamp, StampRefused } from './time-stamp.ts';
export { bagInWords } from './words.ts';

export interface Report {
  readonly ok: boolean;
  readonly checked: {
    readonly sources: number;
    readonly items: number;
    readonly entries: number;
    readonly documents: number;
  };
  readonly fingerprint: string | null;
  readonly signedBy: readonly string[];
  readonly notTested: readonly string[];
  /** What was taken out of the case on a written instruction: who ordered it, when, under which reference. */
  readonly removed: readonly string[];
  readonly firstProblem: Problem | null;
}

/**
 * Checks a whole case by the written description of its format (docs/custody.md), with code that the program which wrote
 * it does not share. It repairs nothing and stops at the first thing that does not hold.
 * @param expect a fingerprint printed earlier; the chain must still hold it
 * @param seen what this computer saw last of the case, kept outside the case file
 */
export function verifyCase(db: SqlReader, expect: string | null, seen: Seen | null = null): Report {
  const checked = { sources: 0, items: 0, entries: 0, documents: 0 };
  const notTested = expect === null ? ['truncation and rollback: no earlier fingerprint was given'] : [];
  let fingerprint: string | null = null;
  let signedBy: readonly string[] = [];
  let removed: readonly string[] = [];
  try {
    const removals = readRemovals(db);
    removed = removals.words;
    const ledger = checkLedger(db, removals);
    checked.entries = ledger.entries;
    const signatures = checkCheckpoints(db, ledger);
    fingerprint = signatures.last;
    signedBy = signatures.signedBy;
    checkRows(db, removals);
    checked.items = checkItems(db, removals);
    checkSettled(db);
    Object.assign(checked, checkContents(db, removals));
    checkDocuments(db, removals);
    checkTimeStamps(db);
    checkProtections(db);
    checkPages(db);
    if (seen !== null) checkSeen(signatures.fingerprints, seen);
    if (expect !== null) checkExpected(signatures.fingerprints, expect);
    return { ok: true, checked, fingerprint, signedBy, notTested, removed, firstProblem: null };
  } catch (error) {
    return { ok: false, checked, fingerprint, signedBy, notTested, removed, firstProblem: problemOf(error) };
  }
}

export interface Seen {
  readonly entries: number;
  readonly fingerprint: string;
}

function checkSeen(known: ReadonlySet<string>, { entries, fingerprint }: Seen): void {
  if (known.has(fingerprint)) return;
  const where = `entry ${entries}, fingerprint ${fingerprint.slice(0, 12)}`;
  throw new Found('the case lacks entries that this computer saw before', where, entries);
}

function checkExpected(known: ReadonlySet<string>, expect: string): void {
  const wanted = expect.toLowerCase().replace(/[^0-9a-f]/g, '');
  const found = wanted.length >= 12 && [...known].some((fingerprint) => fingerprint.startsWith(wanted));
  if (!found)
    throw new Found('the case was cut or rolled back', `the fingerprint ${expect} is not in its evidence record`);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Found) return error.problem;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isDamage = code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR';
  const what = isDamage ? 'the file is damaged' : 'the file cannot be read';
  return { what, where: error instanceof Error ? error.message : String(error), entry: null };
}
