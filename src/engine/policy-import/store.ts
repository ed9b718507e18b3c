import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import type { PolicyPack } from '../../contract/policy.ts';
import { DraftEdit, DraftSource } from '../../contract/policy-import.ts';
import { writeWhole } from '../custody/index.ts';
import { DraftState } from './draft-state.ts';
import { packYaml, sourceName } from './to-pack.ts';

/** A draft as it lies in this computer's own folder: how it began, and every change since. */
const StoredDraft = z.strictObject({
  id: z.string(),
  at: z.string(),
  source: DraftSource,
  /** Name of the file as it was received, beside the draft. */
  original: z.string(),
  first: DraftState,
});
export type StoredDraft = z.infer<typeof StoredDraft>;

const StoredEdits = z.strictObject({
  edits: z.array(DraftEdit),
  /** How many of them stand; the later ones were taken back and can be done again. */
  standing: z.int().min(0),
  /** The pack that was saved from it last. */
  savedAs: z.strictObject({ policy: z.string(), version: z.string() }).nullable(),
});
export type StoredEdits = z.infer<typeof StoredEdits>;

const FRESH: StoredEdits = { edits: [], standing: 0, savedAs: null };

function draftsDir(profileDir: string): string {
  return join(profileDir, 'policy-drafts');
}

/** Ids become names of folders; anything else is no draft. */
function draftDir(profileDir: string, id: string): string {
  if (!/^[a-z0-9-]{1,64}$/.test(id)) raise('not-found', { what: 'draft' });
  return join(draftsDir(profileDir), id);
}

export function writeDraft(profileDir: string, draft: StoredDraft, bytes: Uint8Array): void {
  const dir = draftDir(profileDir, draft.id);
  writeWhole(join(dir, 'edits.json'), JSON.stringify(FRESH));
  writeFileSync(join(dir, draft.original), bytes, { mode: 0o600 });
  // The draft is there once this file is: it is written last.
  writeWhole(join(dir, 'draft.json'), JSON.stringify(draft));
}

export function originalName(fileName: string): string {
  const ending = extname(fileName).toLowerCase();
  return `original${/^\.[a-z0-9]{1,5}$/.test(ending) ? ending : ''}`;
}

/** @throws not-found */
export function readDraft(profileDir: string, id: string): StoredDraft {
  const path = join(draftDir(profileDir, id), 'draft.json');
  if (!existsSync(path)) raise('not-found', { what: 'draft' });
  return StoredDraft.parse(JSON.parse(readFileSync(path, 'utf8')));
}

export function readEdits(profileDir: string, id: string): StoredEdits {
  return StoredEdits.parse(JSON.parse(readFileSync(join(draftDir(profileDir, id), 'edits.json'), 'utf8')));
}

export function writeEdits(profileDir: string, id: string, edits: StoredEdits): void {
  writeWhole(join(draftDir(profileDir, id), 'edits.json'), JSON.stringify(edits));
}

/** Ids of the drafts that are being worked on. */
export function draftIds(profileDir: string): readonly string[] {
  const root = draftsDir(profileDir);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => /^[a-z0-9-]{1,64}$/.test(name) && existsSync(join(root, name, 'draft.json')))
    .sort();
}

/** Puts a draft out of sight; its folder stays. */
export function setDraftAside(profileDir: string, id: string): void {
  const dir = draftDir(profileDir, id);
  if (!existsSync(join(dir, 'draft.json'))) raise('not-found', { what: 'draft' });
  renameSync(join(dir, 'draft.json'), join(dir, 'draft.set-aside.json'));
}

/** Writes a pack and the text it quotes into this computer's own policies. */
export function writePack(profileDir: string, pack: PolicyPack, text: string): void {
  const dir = join(profileDir, 'policies', pack.id);
  writeWhole(join(dir, sourceName(pack.version)), text);
  writeWhole(join(dir, `${pack.version}.yaml`), packYaml(pack));
}

/** Keeps the file that a policy was read from beside its pack. */
export function keepOriginal(profileDir: string, draft: StoredDraft, pack: PolicyPack): void {
  const from = join(draftDir(profileDir, draft.id), draft.original);
  if (!existsSync(from)) return;
  const name = `${pack.version}.${draft.original}`;
  writeFileSync(join(profileDir, 'policies', pack.id, name), readFileSync(from), { mode: 0o600 });
}
