import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EvenhandError, raise, wordsOf } from '../../contract/errors.ts';
import type { JobState } from '../../contract/wire.ts';
import { closedFor, copyWhole, fromRecoveryKey, lastLineOf, named, problemOfCopy } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import type { Job } from '../jobs.ts';
import { lastBackup, rememberBackup } from './made.ts';
import { backupsOf, nextBackup } from './places.ts';
import { backupSettings } from './settings.ts';

const TITLE = 'Making a backup';

/** Copies the open case's file as it is, looks the copy through, and lets the oldest ones go. @throws case-busy */
export function startBackup(engine: EngineCore): JobState {
  const other = engine.jobs.list().find(({ state }) => state === 'running' || state === 'paused');
  if (other !== undefined) raise('case-busy', { what: other.title });
  const { caseId } = engine.session;
  return engine.jobs.start(TITLE, async (job) => {
    try {
      return await backUp(engine, job);
    } catch (thrown) {
      if (!job.signal.aborted) remember(engine, caseId, '', wordsFor(thrown));
      throw thrown;
    }
  });
}

/** A backup before an open case is closed, where one is wanted and something was changed since the last. */
export async function backUpBeforeClosing(engine: EngineCore): Promise<void> {
  const { session, host } = engine;
  // The case itself is somebody else's to back up, or did not change.
  if (session.lookOf !== null) return;
  if (!backupSettings(host.profileDir).automatic) return;
  const last = lastBackup(host.profileDir, session.caseId);
  if (last !== null && last.problem === null && last.lastLine === lastLineOf(session.file.connection)) return;
  // A backup that fails is told on the next opening; it is no reason to keep the case from closing.
  await engine.jobs.finished(startBackup(engine).id);
}

async function backUp(engine: EngineCore, job: Job): Promise<string> {
  const { host, by } = engine;
  const { caseId, file } = engine.session;
  const settings = backupSettings(host.profileDir);
  const { path, recoveryKey, salt } = file;
  const target = nextBackup(path, settings, host.now());
  if (!existsSync(dirname(target))) raise('backup-failed', { why: `the folder ${dirname(target)} is not there.` });
  clearUnfinished(path, dirname(target));
  const lastLine = lastLineOf(file.connection);
  const pace = {
    signal: job.signal,
    progress: (done: number, total: number) => job.update({ bytes: { done, total } }),
  };
  const options = { resourcesDir: host.resourcesDir, now: host.now(), by, log: host.log };
  const { failed } = await engine.rest((open) => closedFor(open, options, () => copyWhole(path, target, pace)));
  if (failed !== null) throw asBackupError(failed, target);
  const problem = problemOfCopy(target, recoveryKey === null ? null : fromRecoveryKey(recoveryKey), salt, lastLine);
  if (problem !== null) {
    rmSync(target, { force: true });
    raise('backup-failed', { why: `the copy was looked through, and ${problem}.` });
  }
  for (const { path: old } of backupsOf(path, settings).slice(settings.keep)) rmSync(old, { force: true });
  remember(engine, caseId, lastLine, null);
  return `A backup was made and looked through: ${target}`;
}

/** What a crash left of an earlier backup. */
function clearUnfinished(casePath: string, folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(casePath)}.`) && name.endsWith('.backup.part')) rmSync(join(folder, name));
  }
}

function remember({ host }: EngineCore, caseId: string, lastLine: string, problem: string | null): void {
  rememberBackup(host.profileDir, caseId, { at: host.now(), lastLine, problem });
}

/** A disk's own error says in which folder; the case itself is untouched. */
function asBackupError(thrown: unknown, target: string): unknown {
  const code: unknown = thrown instanceof Error ? Reflect.get(thrown, 'code') : null;
  if (typeof code !== 'string' || thrown instanceof EvenhandError) return thrown;
  return new EvenhandError('backup-failed', { why: `${dirname(target)} cannot be written to (${code}).` }, thrown);
}

function wordsFor(thrown: unknown): string {
  const error = named(thrown, '');
  return wordsOf(error instanceof EvenhandError ? error : new EvenhandError('internal-fault')).title;
}
