import { basename } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { PolicyPack } from '../../contract/policy.ts';
import type { DraftEdit, DraftRow, PolicyComparison, PolicyDraft } from '../../contract/policy-import.ts';
import type { JobState } from '../../contract/wire.ts';
import type { EngineCore } from '../core.ts';
import { checkPolicies } from '../policy/index.ts';
import { comparePolicies } from './compare.ts';
import { type DraftState, draftOf } from './draft-state.ts';
import { edited, editWords } from './edit.ts';
import { Likeness } from './likeness.ts';
import { problemsOf } from './problems.ts';
import type { Shelf } from './propose.ts';
import { policyBytes, readPolicyFile } from './read-file.ts';
import {
  draftIds,
  keepOriginal,
  originalName,
  readDraft,
  readEdits,
  type StoredDraft,
  type StoredEdits,
  setDraftAside,
  writeDraft,
  writeEdits,
  writePack,
} from './store.ts';
import { packOf } from './to-pack.ts';
import { draftView } from './view.ts';

/** Reads a policy in the background; the draft is there when the job is done. */
export function startDraft(
  engine: EngineCore,
  path: string,
  timeZone: string,
): { readonly draft: string; readonly job: JobState } {
  const id = engine.host.newId();
  const name = basename(path);
  const bytes = policyBytes(path);
  const job = engine.jobs.start(`Reading the policy ${name}`, async ({ signal, update }) => {
    update({ total: 2, current: name });
    const read = await readPolicyFile(engine.host, path, bytes, signal);
    update({ done: 1 });
    const first = draftOf(
      { text: read.text, pageStarts: read.pageStarts, gaps: read.gaps, fileName: name, timeZone },
      shelfOf(engine),
    );
    if (signal.aborted) return 'Nothing was kept.';
    writeDraft(
      engine.host.profileDir,
      { id, at: engine.host.now(), source: read.source, original: originalName(name), first },
      bytes,
    );
    update({ done: 2 });
    engine.changed();
    return first.clauses.length === 1 ? '1 clause was found.' : `${first.clauses.length} clauses were found.`;
  });
  return { draft: id, job };
}

/** The policies that proposals lean on: what comes with the program and what was confirmed on this computer. */
function shelfOf(engine: EngineCore): Shelf {
  const { policies } = engine;
  return { packs: policies, likeness: new Likeness(policies) };
}

interface OpenDraft {
  readonly stored: StoredDraft;
  readonly edits: StoredEdits;
  /** The draft after none, one, two … of its changes. */
  readonly states: readonly DraftState[];
  readonly shelf: Shelf;
}

/** Drafts that were looked at, replayed once. The files are the truth: what differs from them is read again. */
const opened = new WeakMap<EngineCore, Map<string, OpenDraft>>();

/** @throws not-found */
function openDraft(engine: EngineCore, id: string): OpenDraft {
  const known = opened.get(engine) ?? new Map<string, OpenDraft>();
  opened.set(engine, known);
  const { profileDir } = engine.host;
  const before = known.get(id);
  const stored = before?.stored ?? readDraft(profileDir, id);
  const edits = readEdits(profileDir, id);
  if (before !== undefined && JSON.stringify(before.edits) === JSON.stringify(edits)) return before;
  const shelf = before?.shelf ?? shelfOf(engine);
  const states: DraftState[] = [stored.first];
  for (const edit of edits.edits.slice(0, edits.standing))
    states.push(edited(states.at(-1) ?? stored.first, edit, shelf));
  return remember(engine, { stored, edits, states, shelf });
}

function remember(engine: EngineCore, draft: OpenDraft): OpenDraft {
  opened.get(engine)?.set(draft.stored.id, draft);
  return draft;
}

function stateOf({ states, stored }: OpenDraft): DraftState {
  return states.at(-1) ?? stored.first;
}

function viewOf(engine: EngineCore, draft: OpenDraft): PolicyDraft {
  const { stored, edits, states } = draft;
  const state = stateOf(draft);
  const last = edits.edits[edits.standing - 1];
  const next = edits.edits[edits.standing];
  const before = states.at(-2) ?? stored.first;
  return draftView(state, {
    id: stored.id,
    source: stored.source,
    problems: problemsOf(state, stored.source, (policy, version) => isTaken(engine, edits, policy, version)),
    takeBack: last === undefined ? null : editWords(before, last),
    doAgain: next === undefined ? null : editWords(state, next),
    before: versionBefore(engine, state),
  });
}

function isTaken(engine: EngineCore, { savedAs }: StoredEdits, policy: string, version: string): boolean {
  if (savedAs?.policy === policy && savedAs.version === version) return false;
  return engine.policies.some((pack) => pack.id === policy && pack.version === version);
}

/** The newest other version of the same policy. */
function versionBefore(engine: EngineCore, { head }: DraftState): string | null {
  const version = head.revised.at(-1) ?? head.adopted;
  const others = engine.policies
    .filter((pack) => pack.id === head.id && pack.version !== version)
    .map((pack) => pack.version);
  return others.sort().at(-1) ?? null;
}

/** @throws not-found */
export function viewDraft(engine: EngineCore, id: string): PolicyDraft {
  return viewOf(engine, openDraft(engine, id));
}

/** Makes one change; what had been taken back before it cannot be done again. @throws not-found, bad-input */
export function editDraft(engine: EngineCore, id: string, edit: DraftEdit): PolicyDraft {
  const draft = openDraft(engine, id);
  const state = edited(stateOf(draft), edit, draft.shelf);
  const { standing, savedAs, edits } = draft.edits;
  const next: StoredEdits = { edits: [...edits.slice(0, standing), edit], standing: standing + 1, savedAs };
  writeEdits(engine.host.profileDir, id, next);
  return viewOf(engine, remember(engine, { ...draft, edits: next, states: [...draft.states, state] }));
}

/** Takes the last change back, or does it again. @throws nothing-to-reverse */
export function stepDraft(engine: EngineCore, id: string, what: 'reverse' | 'repeat'): PolicyDraft {
  const draft = openDraft(engine, id);
  const { edits, standing, savedAs } = draft.edits;
  const to = standing + (what === 'reverse' ? -1 : 1);
  if (to < 0 || to > edits.length) raise('nothing-to-reverse', { what });
  writeEdits(engine.host.profileDir, id, { edits, standing: to, savedAs });
  const added = what === 'repeat' ? edits[standing] : undefined;
  const states =
    added === undefined ? draft.states.slice(0, to + 1) : [...draft.states, edited(stateOf(draft), added, draft.shelf)];
  return viewOf(engine, remember(engine, { ...draft, edits: { edits, standing: to, savedAs }, states }));
}

/** Saves the draft as a pack among this computer's own policies. @throws bad-input while something stands in its way */
export function saveDraft(engine: EngineCore, id: string): PolicyPack {
  const draft = openDraft(engine, id);
  const { stored } = draft;
  const state = stateOf(draft);
  const blocking = viewOf(engine, draft).problems.find((problem) => problem.blocking);
  if (blocking !== undefined) raise('bad-input', { why: `the policy cannot be saved yet. ${blocking.message}` });
  const { parsed } = packOf(state, stored.source);
  if (parsed === null) raise('bad-input', { why: 'the policy does not have the shape of a pack yet.' });
  const [problem] = checkPolicies([
    { pack: parsed, file: `${parsed.id}.yaml`, sourceBytes: Buffer.from(state.text, 'utf8') },
  ]);
  if (problem !== undefined) raise('bad-input', { why: problem.message });
  const { profileDir } = engine.host;
  writePack(profileDir, parsed, state.text);
  keepOriginal(profileDir, stored, parsed);
  const edits = { ...draft.edits, savedAs: { policy: parsed.id, version: parsed.version } };
  writeEdits(profileDir, id, edits);
  remember(engine, { ...draft, edits });
  engine.changed();
  return parsed;
}

/** The draft beside the nearest earlier version of its policy. @throws bad-input where there is none */
export function compareDraft(engine: EngineCore, id: string): PolicyComparison {
  const draft = openDraft(engine, id);
  const state = stateOf(draft);
  const before = versionBefore(engine, state);
  const older = engine.policies.find((pack) => pack.id === state.head.id && pack.version === before);
  if (older === undefined)
    raise('bad-input', { why: `there is no other version of the policy ${state.head.id} to compare with.` });
  const version = state.head.revised.at(-1) ?? state.head.adopted ?? 'draft';
  return comparePolicies(older, { id: state.head.id, version, clauses: state.clauses.map(({ clause }) => clause) });
}

export function draftRows(engine: EngineCore): readonly DraftRow[] {
  return draftIds(engine.host.profileDir).map((id) => {
    const draft = openDraft(engine, id);
    const { head, clauses } = stateOf(draft);
    return {
      id,
      title: head.title,
      file: draft.stored.source.name,
      at: draft.stored.at,
      clauses: clauses.length,
      confirmed: clauses.filter(({ confirmed }) => confirmed).length,
    };
  });
}

/** @throws not-found */
export function putDraftAside(engine: EngineCore, id: string): void {
  setDraftAside(engine.host.profileDir, id);
  opened.get(engine)?.delete(id);
  engine.changed();
}
