import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { type ApproveDestruction, type CloseForGood, RetentionView } from '../../contract/retention.ts';
import { type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';

interface Who {
  readonly id: string;
  readonly at: string;
  readonly by: string;
}

/** @param today the day on this computer, `2026-03-10` */
export function retentionView(db: ReadableDb, today: string): RetentionView {
  const closing = db.get('SELECT at, by, period, keep_until, authority FROM case_closing WHERE withdrawn = 0');
  const approval = db.get(
    'SELECT at, by, approved_by, approved_on, reference FROM destruction_approval WHERE withdrawn = 0 ORDER BY at DESC, id',
  );
  const view = {
    closing:
      closing === null
        ? null
        : {
            at: text(closing, 'at'),
            by: text(closing, 'by'),
            period: text(closing, 'period'),
            keepUntil: textOrNull(closing, 'keep_until'),
            authority: text(closing, 'authority'),
          },
    approval:
      approval === null
        ? null
        : {
            at: text(approval, 'at'),
            by: text(approval, 'by'),
            approvedBy: text(approval, 'approved_by'),
            approvedOn: text(approval, 'approved_on'),
            reference: text(approval, 'reference'),
          },
  };
  return RetentionView.parse({ ...view, kept: whyKept(view, today) });
}

/** Closes the case for good; from the line on it can only be read. */
export function closeForGood(db: WritableDb, order: z.output<typeof CloseForGood>, who: Who): void {
  db.run(
    'INSERT INTO case_closing (id, at, by, period, keep_until, authority) VALUES (?, ?, ?, ?, ?, ?)',
    who.id,
    who.at,
    who.by,
    order.period,
    order.keepUntil,
    order.authority,
  );
}

/**
 * Records the state's approval (Conn. Gen. Stat. 11-8a: nothing of a public agency is destroyed without it).
 * @throws bad-input for a case that is not closed, or a day that is still to come
 */
export function approveDestruction(
  db: WritableDb,
  order: z.output<typeof ApproveDestruction>,
  who: Who,
  today: string,
): void {
  const { closing } = retentionView(db, today);
  if (closing === null)
    raise('bad-input', { why: 'only a case that was closed for good can be approved for destruction.' });
  if (order.approvedOn > today) raise('bad-input', { why: 'the approval is dated in the future.' });
  if (order.keepUntil !== null && closing.keepUntil !== null && order.keepUntil < closing.keepUntil) {
    raise('bad-input', {
      why: `the case was closed to be kept until ${closing.keepUntil}; an approval cannot shorten that.`,
    });
  }
  db.run(
    'INSERT INTO destruction_approval (id, at, by, approved_by, approved_on, reference) VALUES (?, ?, ?, ?, ?, ?)',
    who.id,
    who.at,
    who.by,
    order.approvedBy,
    order.approvedOn,
    order.reference,
  );
  if (order.keepUntil !== null) db.run('UPDATE case_closing SET keep_until = ? WHERE withdrawn = 0', order.keepUntil);
}

function whyKept({ closing, approval }: Pick<RetentionView, 'closing' | 'approval'>, today: string): string | null {
  if (closing === null) return 'it was not closed for good.';
  if (closing.keepUntil === null) return 'the end of its retention is not recorded.';
  if (closing.keepUntil >= today) return `it is kept until ${closing.keepUntil} (${closing.authority}).`;
  if (approval === null) return 'the state’s signed approval is not recorded.';
  return null;
}
