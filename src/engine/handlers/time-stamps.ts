import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { EvenhandError, must, raise } from '../../contract/errors.ts';
import {
  currentFingerprint,
  givenFingerprints,
  keepGiven,
  keepRequest,
  keepResponse,
  requestOf,
  timeStampRequest,
  timeStamps,
} from '../custody/index.ts';
import type { HandlersFor } from '../handler.ts';

/** An authority's answer is a few kilobytes. */
const LONGEST_ANSWER = 1_048_576;

export const timeStampHandlers: HandlersFor<'timestamp'> = {
  'timestamp.list': { kind: 'read', run: ({ db }) => [...timeStamps(db)] },
  'timestamp.request': {
    kind: 'engine',
    run: (engine, { path }) => {
      const db = engine.session.file.connection.readable;
      const fingerprint = currentFingerprint(db);
      const request = timeStampRequest(fingerprint);
      const file = resolve(path);
      writeNew(file, request);
      const id = engine.host.newId();
      try {
        const about = 'Asked for a time-stamp of the record';
        engine.record({ did: 'timestamp.request', about }, (writable) =>
          keepRequest(writable, { id, fingerprint, request }, { at: engine.host.now(), by: engine.by }),
        );
      } catch (error) {
        rmSync(file, { force: true });
        throw error;
      }
      engine.changed();
      return must(
        timeStamps(db).find((stamp) => stamp.id === id),
        'the request was kept',
      );
    },
  },
  'timestamp.attach': {
    kind: 'engine',
    run: (engine, { id, path }) => {
      const db = engine.session.file.connection.readable;
      const { fingerprint, request } = requestOf(db, id);
      const response = readAnswer(resolve(path));
      const told = engine.host.checkTimeStamp(response, fingerprint, request);
      if ('refused' in told) raise('stamp-refused', { why: told.refused });
      const about = `Kept the answer to a time-stamp request: ${told.stampedAt}`;
      engine.record({ did: 'timestamp.attach', about }, (writable) => keepResponse(writable, id, response, told));
      engine.changed();
      return must(
        timeStamps(db).find((stamp) => stamp.id === id),
        'the answer was kept',
      );
    },
  },
};

export const fingerprintHandlers: HandlersFor<'fingerprint'> = {
  'fingerprint.list': { kind: 'read', run: ({ db }) => [...givenFingerprints(db)] },
  'fingerprint.give': {
    kind: 'change',
    reversible: true,
    topics: [],
    run: ({ db, newId, now, by }, input) => {
      const entry = keepGiven(db, input, { id: newId(), at: now, by });
      return { value: [...givenFingerprints(db)], about: `Recorded that the fingerprint of line ${entry} was given` };
    },
  },
};

function writeNew(path: string, bytes: Uint8Array): void {
  try {
    const file = openSync(path, 'wx');
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new EvenhandError('stamp-file', { path }, error);
  }
}

function readAnswer(path: string): Uint8Array {
  try {
    if (statSync(path).size > LONGEST_ANSWER) raise('stamp-refused', { why: 'it is too large to be one' });
    return readFileSync(path);
  } catch (error) {
    throw error instanceof EvenhandError ? error : new EvenhandError('stamp-file', { path }, error);
  }
}
