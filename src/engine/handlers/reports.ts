import type { HandlersFor } from '../handler.ts';
import { dismissReport, recordTold, reportView, startReport } from '../report/index.ts';

const topics = ['steps', 'suggestions', 'items'] as const;

/** Danger to a child: the clock, who was told, and what was found to call for no report. No words of the child. */
export const reportHandlers: HandlersFor<'report'> = {
  'report.view': { kind: 'read', run: ({ engine, db }) => reportView(engine, db) },
  'report.start': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ engine, db, newId, now, by }, input) => {
      const number = startReport(db, input, { id: newId(), at: now, by, newId });
      return { value: reportView(engine, db), about: `Started the clock of mandated report ${number}` };
    },
  },
  'report.dismiss': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ engine, db, newId, now, by }, input) => {
      const number = dismissReport(db, input, { id: newId(), at: now, by, newId });
      return { value: reportView(engine, db), about: `Recorded that a flagged item calls for no report (${number})` };
    },
  },
  'report.told': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ engine, db, newId, now, by }, input) => {
      const number = recordTold(db, input, { id: newId(), at: now, by, newId });
      return { value: reportView(engine, db), about: `Recorded who was told about mandated report ${number}` };
    },
  },
};
