import { raise } from '../../contract/errors.ts';
import type { ChangedTopic } from '../../contract/wire.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { HandlersFor } from '../handler.ts';
import {
  evidenceById,
  notReadList,
  recordTranscript,
  settleTimes,
  sourcesWithDates,
  sourceTimes,
  transcripts,
  withdrawTimes,
  withdrawTranscript,
} from '../intake/index.ts';
import {
  corrections,
  correctWords,
  itemById,
  recordTranslation,
  translations,
  withdrawCorrection,
  withdrawTranslation,
} from '../items/index.ts';

const topics: readonly ChangedTopic[] = ['items', 'evidence', 'suggestions', 'mappings'];

/** How the dates of a source are read. */
export const timeHandlers: HandlersFor<'time'> = {
  'time.list': { kind: 'read', run: ({ db }) => [...sourcesWithDates(db)] },
  'time.view': {
    kind: 'read',
    run: ({ session, db }, { evidenceId }) => sourceTimes(db, evidenceId, session.district?.timeZone ?? null),
  },
  'time.settle': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ session, db, newId, now, by }, input) => {
      settleTimes(db, input, { id: newId(), at: now, by });
      const times = sourceTimes(db, input.evidenceId, session.district?.timeZone ?? null);
      return { value: times, about: `Settled how the dates of file ${times.number} are read` };
    },
  },
  'time.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ session, db }, { evidenceId, reason }) => {
      withdrawTimes(db, evidenceId, reason);
      const times = sourceTimes(db, evidenceId, session.district?.timeZone ?? null);
      return { value: times, about: `Took back how the dates of file ${times.number} are read` };
    },
  },
};

/** A person's words for what a machine read, and what they say in another language. */
export const wordsHandlers: HandlersFor<'correction' | 'translation'> = {
  'correction.list': { kind: 'read', run: ({ db }, { itemId }) => [...corrections(db, itemId)] },
  'correction.record': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db, newId, now, by }, input) => {
      const value = [...correctWords(db, input, { newId, at: now, by })];
      const lines = input.lines.length === 1 ? 'a line' : `${input.lines.length} lines`;
      return { value, about: `Corrected ${lines} of the words of #${numberOf(db, input.itemId)}` };
    },
  },
  'correction.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id, reason }) => {
      const value = withdrawCorrection(db, id, reason);
      return { value, about: `Took back a correction of the words of #${numberOf(db, value.itemId)}` };
    },
  },
  'translation.list': { kind: 'read', run: ({ db }, { itemId }) => [...translations(db, itemId)] },
  'translation.record': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db, newId, now, by }, input) => {
      const value = recordTranslation(db, input, { id: newId(), at: now, by });
      return { value, about: `Recorded a translation of #${numberOf(db, value.itemId)}` };
    },
  },
  'translation.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id, reason }) => {
      const value = withdrawTranslation(db, id, reason);
      return { value, about: `Took back a translation of #${numberOf(db, value.itemId)}` };
    },
  },
};

/** What no machine reads, and what people heard and saw in it. */
export const transcriptHandlers: HandlersFor<'transcript' | 'not-read'> = {
  'not-read.list': { kind: 'read', run: ({ db }) => notReadList(db) },
  'transcript.list': { kind: 'read', run: ({ db }, { evidenceId }) => [...transcripts(db, evidenceId)] },
  'transcript.record': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db, seq, newId, now, by }, input) => {
      const value = recordTranscript(db, input, { seq, newId, at: now, by });
      const what = input.kind === 'transcript' ? 'transcript' : 'description';
      return { value, about: `Recorded a ${what} of file ${evidenceById(db, input.evidenceId).number}` };
    },
  },
  'transcript.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id, reason }) => {
      const value = withdrawTranscript(db, id, reason);
      return { value, about: `Took back a ${value.kind} of file ${evidenceById(db, value.evidenceId).number}` };
    },
  },
};

function numberOf(db: ReadableDb, itemId: string): number {
  return (itemById(db, itemId) ?? raise('not-found', { what: 'item' })).number;
}
