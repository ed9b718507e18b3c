import { z } from 'zod';
import { Moment } from '../../../contract/moment.ts';
import { flag, integer, json, type ReadableDb, text } from '../../case-file/index.ts';

/** A date as the machine read it, with what else of its item bears on how it is to be read. */
export interface DatedItem {
  readonly id: string;
  readonly number: number;
  readonly evidenceId: string;
  readonly moment: Moment;
  /** Stands in a conversation, whose lines do not run backwards. */
  readonly inThread: boolean;
  readonly attachments: readonly string[];
}

const Names = z.array(z.string());

/** The dated items of one source in the order of the source. */
export function* datedItems(db: ReadableDb, evidenceId: string): Generator<DatedItem> {
  const rows = db.iterate(
    `SELECT id, number, thread_id IS NOT NULL AS in_thread, json_extract(body, '$.sentAt') AS sent_at,
       json_extract(body, '$.attachments') AS attachments
     FROM open_item WHERE evidence_id = ? AND derived IS NULL AND json_extract(body, '$.sentAt') IS NOT NULL ORDER BY ordinal`,
    evidenceId,
  );
  for (const row of rows) {
    yield {
      id: text(row, 'id'),
      number: integer(row, 'number'),
      evidenceId,
      moment: json(row, 'sent_at', Moment),
      inThread: flag(row, 'in_thread'),
      attachments: json(row, 'attachments', Names),
    };
  }
}
