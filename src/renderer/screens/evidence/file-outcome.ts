import type { EvidenceRow } from '../../../contract/evidence.ts';
import type { Words } from '../../words/index.ts';

export type FileTone = 'done' | 'attention' | 'late' | 'blocked';

/** What came of a file, in words: the outcome, why, and what to do about it. */
export interface FileStory {
  readonly tone: FileTone;
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly todo: string;
}

type FileWords = Words['evidence']['file'];

export function storyOf(row: EvidenceRow, words: FileWords): FileStory {
  const { todos } = words;
  if (row.closed !== null && row.closed !== 'holds-closed') {
    return { tone: 'blocked', outcome: words.closed[row.closed], reasons: [], todo: todos.closed };
  }
  if (row.state === 'waiting') return { tone: 'blocked', outcome: words.waiting, reasons: [], todo: todos.waiting };
  if (row.state === 'reading') return { tone: 'blocked', outcome: words.reading, reasons: [], todo: todos.waiting };
  const outcome = row.outcome;
  const reasons = reasonsOf(row, words);
  if (outcome?.outcome === 'rejected' && !outcome.kept) {
    return { tone: 'late', outcome: words.outcomes.rejected, reasons, todo: todos.rejected };
  }
  if (row.state === 'not-read' && outcome?.outcome !== 'duplicate') {
    return { tone: 'attention', outcome: words.notRead, reasons, todo: todos.notRead };
  }
  switch (outcome?.outcome) {
    case 'duplicate':
      return { tone: 'blocked', outcome: words.outcomes.duplicate, reasons, todo: todos.duplicate };
    case 'imported-with-warnings':
      return { tone: 'attention', outcome: words.outcomes['imported-with-warnings'], reasons, todo: todos.warnings };
    default:
      return { tone: 'done', outcome: words.outcomes.imported, reasons, todo: todos.read };
  }
}

/** Whether a person should look at the file: it was not read, or only with remarks. */
export function needsLook(row: EvidenceRow): boolean {
  if (row.state === 'waiting' || row.state === 'reading') return false;
  const outcome = row.outcome?.outcome;
  if (outcome === 'duplicate') return false;
  return row.state === 'not-read' || outcome === 'rejected' || outcome === 'imported-with-warnings';
}

function reasonsOf(row: EvidenceRow, words: FileWords): readonly string[] {
  const outcome = row.outcome;
  if (outcome === null) return [];
  const same = outcome.duplicateOf === null ? [] : [words.duplicateOf(outcome.duplicateOf)];
  return [...(outcome.error === null ? [] : [outcome.error]), ...same, ...outcome.warnings];
}
