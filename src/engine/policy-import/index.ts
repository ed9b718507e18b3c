export { compareDraft, editDraft, putDraftAside, saveDraft, startDraft, stepDraft, viewDraft } from './drafts.ts';
export { keepPolicy, missingPolicies, ownPolicies, policiesIn } from './kept.ts';
export { carriedPolicies, compareVersions, policyFileText, policyShelf, policyView, takePolicyFile } from './shelf.ts';
