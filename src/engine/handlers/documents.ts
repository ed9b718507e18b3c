import type { HandlersFor } from '../handler.ts';
import {
  type Drafts,
  documentKinds,
  documents,
  draftSha256,
  issueDocument,
  makeDocument,
  readiness,
} from '../referral/index.ts';

export function documentHandlers(drafts: Drafts): HandlersFor<'document'> {
  return {
    'document.kinds': {
      kind: 'engine',
      run: () => Object.entries(documentKinds).map(([kind, { title }]) => ({ kind, title })),
    },
    'document.readiness': {
      kind: 'read',
      run: ({ engine }, { kind, respondentId }) => readiness(engine, kind, respondentId),
    },
    'document.draft': {
      kind: 'read',
      run: async ({ engine }, order) => {
        const { bytes, pages, scope } = await makeDocument(engine, order, true);
        const draftId = engine.host.newId();
        drafts.keep(draftId, bytes);
        const points = await readiness(engine, order.kind, scope.respondent.id);
        return { draftId, pages, bytes: bytes.length, sha256: draftSha256(bytes), readiness: points };
      },
    },
    'document.issue': { kind: 'engine', run: (engine, order) => issueDocument(engine, order) },
    'document.list': { kind: 'read', run: ({ db }) => [...documents(db)] },
  };
}
