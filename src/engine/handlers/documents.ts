import type { HandlersFor } from '../handler.ts';
import {
  assertNothingLeft,
  citableExhibits,
  type Drafts,
  documentKinds,
  documentRemovals,
  documents,
  draftSha256,
  editText,
  issueDocument,
  makeDocument,
  readiness,
  textsFor,
} from '../referral/index.ts';

export function documentHandlers(drafts: Drafts): HandlersFor<'document'> {
  return {
    'document.kinds': { kind: 'engine', run: () => documentKinds() },
    'document.readiness': { kind: 'read', run: ({ engine }, address) => readiness(engine, address) },
    'document.texts': { kind: 'read', run: ({ engine }, address) => textsFor(engine, address) },
    'document.edit': { kind: 'engine', run: (engine, edit) => editText(engine, edit) },
    'document.citable': { kind: 'read', run: ({ engine }, { respondentId }) => citableExhibits(engine, respondentId) },
    'document.draft': {
      kind: 'read',
      run: async ({ engine }, { texts, check, ...order }) => {
        const made = await makeDocument(engine, order, true, texts);
        if (check) await assertNothingLeft(engine, made, order.format);
        const { bytes, pages, scope } = made;
        const draftId = engine.host.newId();
        drafts.keep(draftId, { bytes, format: order.format });
        const points = await readiness(engine, { ...order, respondentId: scope.respondent.id });
        return { draftId, pages, bytes: bytes.length, sha256: draftSha256(bytes), readiness: points };
      },
    },
    'document.issue': { kind: 'engine', run: (engine, order) => issueDocument(engine, order) },
    'document.removals': { kind: 'read', run: ({ engine, db }, { id }) => [...documentRemovals(engine, db, id)] },
    'document.list': { kind: 'read', run: ({ db }) => [...documents(db)] },
  };
}
