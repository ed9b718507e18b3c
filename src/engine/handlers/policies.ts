import type { HandlersFor } from '../handler.ts';
import { concerns, isLookedFor } from '../policy/index.ts';
import {
  compareDraft,
  compareVersions,
  editDraft,
  policyFileText,
  policyShelf,
  policyView,
  putDraftAside,
  saveDraft,
  startDraft,
  stepDraft,
  takePolicyFile,
  viewDraft,
} from '../policy-import/index.ts';
import { saveInFolder } from './save-in-folder.ts';

/** Policies are this computer's own things: no case needs to be open, and no line is written into one. */
export const policyHandlers: HandlersFor<'policy'> = {
  'policy.list': { kind: 'engine', run: (engine) => policyShelf(engine) },
  'policy.view': { kind: 'engine', run: (engine, { policy, version }) => policyView(engine, policy, version) },
  'policy.concerns': {
    kind: 'engine',
    run: () => concerns.map(({ id, label }) => ({ id, label, detected: isLookedFor(id) })),
  },
  'policy.compare': {
    kind: 'engine',
    run: (engine, input) =>
      'draft' in input
        ? compareDraft(engine, input.draft)
        : compareVersions(engine, input.policy, input.older, input.newer),
  },
  'policy.export': {
    kind: 'engine',
    run: (engine, { policy, version, folder }) =>
      saveInFolder(folder, `${policy}-${version}.evenhand-policy`, policyFileText(engine, policy, version)),
  },
  'policy.take': { kind: 'engine', run: (engine, { path }) => takePolicyFile(engine, path) },
};

export const policyDraftHandlers: HandlersFor<'policy-draft'> = {
  'policy-draft.start': { kind: 'engine', run: (engine, { path, timeZone }) => startDraft(engine, path, timeZone) },
  'policy-draft.view': { kind: 'engine', run: (engine, { draft }) => viewDraft(engine, draft) },
  'policy-draft.edit': { kind: 'engine', run: (engine, { draft, edit }) => editDraft(engine, draft, edit) },
  'policy-draft.take-back': { kind: 'engine', run: (engine, { draft }) => stepDraft(engine, draft, 'reverse') },
  'policy-draft.do-again': { kind: 'engine', run: (engine, { draft }) => stepDraft(engine, draft, 'repeat') },
  'policy-draft.save': {
    kind: 'engine',
    run: (engine, { draft }) => {
      const { id, version } = saveDraft(engine, draft);
      return policyView(engine, id, version).row;
    },
  },
  'policy-draft.set-aside': {
    kind: 'engine',
    run: (engine, { draft }) => {
      putDraftAside(engine, draft);
      return policyShelf(engine);
    },
  },
};
