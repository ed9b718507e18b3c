export { compareDraft, editDraft, putDraftAside, saveDraft, startDraft, stepDraft, viewDraft } from './drafts.ts';
export { type CarriedPolicy, keepPolicy, keptPolicies, missingPolicies, ownPolicies, policiesIn } from './kept.ts';
export { carriedPolicies, compareVersions, policyFileText, policyShelf, policyView, takePolicyFile } from './shelf.ts';
