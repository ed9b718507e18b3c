import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CarriedConfirmation } from '../../contract/agreement-shelf.ts';
import { Timestamp } from '../../contract/case.ts';
import { District } from '../../contract/district.ts';
import { raise } from '../../contract/errors.ts';
import { StepCalendar } from '../../contract/steps.ts';
import { writeWhole } from '../custody/index.ts';

/** What a district's file will carry. */
const DraftState = z.strictObject({
  district: District,
  agreements: z.array(z.strictObject({ id: z.string(), version: z.string(), yaml: z.string() })),
  calendar: StepCalendar.nullable(),
  confirmations: z.array(CarriedConfirmation),
  policies: z.array(z.strictObject({ policy: z.string(), version: z.string(), yaml: z.string(), source: z.string() })),
});
export type DraftState = z.infer<typeof DraftState>;

const Stored = z.strictObject({
  from: z.string(),
  at: Timestamp,
  by: z.string(),
  state: DraftState,
  /** Earlier states with what was done to them, the last one last: so that it can be reversed. */
  before: z.array(z.strictObject({ did: z.string(), at: Timestamp, by: z.string(), state: DraftState })),
});
export type StoredDraft = z.infer<typeof Stored>;

const MOST_STEPS_BACK = 50;

function draftsDir(profileDir: string): string {
  return join(profileDir, 'district-drafts');
}

/** Ids become names of files; anything else is no draft. */
function pathOf(profileDir: string, id: string): string {
  if (!/^[a-z0-9-]{1,80}$/.test(id)) raise('not-found', { what: 'district file in the making' });
  return join(draftsDir(profileDir), `${id}.json`);
}

export function hasDraft(profileDir: string, id: string): boolean {
  return existsSync(pathOf(profileDir, id));
}

/** @throws not-found */
export function readDraft(profileDir: string, id: string): StoredDraft {
  const path = pathOf(profileDir, id);
  if (!existsSync(path)) raise('not-found', { what: 'district file in the making' });
  return Stored.parse(JSON.parse(readFileSync(path, 'utf8')));
}

export function writeDraft(profileDir: string, draft: StoredDraft): void {
  const before = draft.before.slice(-MOST_STEPS_BACK);
  writeWhole(pathOf(profileDir, draft.state.district.id), JSON.stringify({ ...draft, before }));
}

/** The ids of all drafts on this computer. One that a later version wrote and this one cannot read is left out, and kept. */
export function draftIds(profileDir: string): readonly string[] {
  const folder = draftsDir(profileDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => Stored.safeParse(jsonOf(pathOf(profileDir, id))).success)
    .toSorted();
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Takes a draft out of the list; it stays in the folder under another name, with the reason. */
export function putAside(
  profileDir: string,
  id: string,
  setAside: { readonly at: string; readonly by: string; readonly reason: string },
): void {
  const path = pathOf(profileDir, id);
  const draft = readDraft(profileDir, id);
  writeWhole(`${path}.set-aside-${setAside.at.replaceAll(/[^0-9]/g, '')}`, JSON.stringify({ ...draft, setAside }));
  rmSync(path);
}
