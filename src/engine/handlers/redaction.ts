import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import type { DecideWords } from '../../contract/redaction.ts';
import { loadContent } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import type { HandlersFor } from '../handler.ts';
import { evidenceById } from '../intake/index.ts';
import { bytesAreClosed } from '../keeping/index.ts';
import {
  keepDecision,
  keepLook,
  keepRegions,
  redactionLore,
  shownFor,
  TAKEN_OUT,
  withdrawDecision,
  withdrawRegion,
} from '../redaction/index.ts';
import { redactionView } from '../referral/index.ts';
import { FACE_FINDER, findFacesIn } from '../workers/face-finder.ts';

const topics = ['documents'] as const;

/** What is taken out of documents for their audiences: suggested by the program, decided by a person. */
export const redactionHandlers: HandlersFor<'redaction'> = {
  'redaction.profiles': {
    kind: 'engine',
    run: ({ host }) => {
      const { profiles, grounds } = redactionLore(host.resourcesDir);
      return { profiles, grounds };
    },
  },
  'redaction.view': { kind: 'read', run: ({ engine }, address) => redactionView(engine, address) },
  'redaction.decide': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ engine, db, newId, now, by }, order) => {
      assertGround(engine, order.ground);
      keepDecision(db, order, shownOf(order), { newId, at: now, by });
      const done = order.decision === 'remove' ? 'are taken out of documents' : 'stay in documents';
      return { value: {}, about: `Decided that words ${done}` };
    },
  },
  'redaction.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id }) => {
      withdrawDecision(db, id);
      return { value: {}, about: 'Took back a decision about words of documents' };
    },
  },
  'redaction.mark': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ engine, db, newId, now, by }, order) => {
      assertGround(engine, order.ground);
      const { number } = evidenceById(db, order.evidenceId);
      keepRegions(db, order, { newId, at: now, by });
      const places = order.boxes.length === 1 ? 'a place' : `${order.boxes.length} places`;
      const done = order.decision === 'remove' ? 'is taken out of documents' : 'stays in documents';
      return { value: {}, about: `Decided that ${places} of the picture of file ${number} ${done}` };
    },
  },
  'redaction.unmark': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id }) => {
      withdrawRegion(db, id);
      return { value: {}, about: 'Took back a decision about a place of a picture' };
    },
  },
  'redaction.find-faces': { kind: 'engine', run: (engine, { evidenceIds }) => lookForFaces(engine, evidenceIds) },
};

/** @throws bad-input */
function assertGround(engine: EngineCore, id: string): void {
  const { grounds } = redactionLore(engine.host.resourcesDir);
  if (!grounds.some((ground) => ground.id === id)) raise('bad-input', { why: `there is no ground “${id}”.` });
}

/** What stands in the place of words, in square brackets, which show that words were changed. */
function shownOf({ shown, what }: z.output<typeof DecideWords>): string {
  if (shown === null) return shownFor.get(what) ?? TAKEN_OUT;
  return `[${shown.replace(/[[\]]/g, '')}]`;
}

/** Looks, outside any transaction, and then keeps what was found. */
async function lookForFaces(engine: EngineCore, evidenceIds: readonly string[]) {
  const db = engine.session.file.connection.readable;
  const ids = [...new Set(evidenceIds)].filter((id) => !bytesAreClosed(db, id));
  const sources = ids.map((id) => evidenceById(db, id));
  function* bytes() {
    for (const { sha256 } of sources) yield loadContent(db, sha256);
  }
  const found = await findFacesIn(() => engine.host.startWorker('picture'), bytes());
  const looks = sources.flatMap(({ id }, index) => {
    const faces = found[index] ?? null;
    return faces === null ? [] : [{ evidenceId: id, finder: FACE_FINDER, faces }];
  });
  const faces = looks.reduce((sum, look) => sum + look.faces.length, 0);
  if (looks.length > 0) {
    const pictures = looks.length === 1 ? 'a picture' : `${looks.length} pictures`;
    const about = `Looked for faces in ${pictures} and found ${faces}`;
    engine.record({ did: 'redaction.find-faces', about, reversible: true }, (writable) => {
      const made = { newId: engine.host.newId, at: engine.host.now(), by: engine.by };
      for (const look of looks) keepLook(writable, look, made);
    });
    engine.changed(...topics);
  }
  return { faces, unreadable: sources.length - looks.length };
}
