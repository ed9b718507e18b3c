import { must, raise } from '../../contract/errors.ts';
import type { JobState } from '../../contract/wire.ts';
import { type CaseFile, type Connection, changePassphrase, opensBy, refuseShort } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { ensureActor, inLedger } from '../custody/index.ts';
import type { Job } from '../jobs.ts';

const TITLE = 'Writing the case anew under the new passphrase';

interface Order {
  /** What opens the case now, the recovery key too; null where it is not encrypted yet. */
  readonly now: string | null;
  readonly next: string;
}

/**
 * Gives the open case another passphrase, or its first one. Whoever does it must show that they could open the case: an
 * open window that was left alone is not enough.
 * @throws case-wrong-key, passphrase-too-weak, case-busy
 */
export async function startNewPassphrase(engine: EngineCore, order: Order): Promise<JobState> {
  engine.refuseIfReadOnly('case.passphrase');
  const { file } = engine.session;
  if (!(await opensBy(file, order.now))) raise('case-wrong-key');
  refuseShort(order.next);
  const other = engine.jobs.list().find(({ state }) => state === 'running' || state === 'paused');
  if (other !== undefined) raise('case-busy', { what: other.title });
  return engine.jobs.start(TITLE, (job) => write(engine, order.next, job));
}

async function write(engine: EngineCore, next: string, job: Job): Promise<string> {
  const { host, by } = engine;
  const { caseId } = engine.session;
  const last = (connection: Connection) => noteChange(engine, connection, caseId);
  const { failed } = await engine.rest((file: CaseFile) =>
    changePassphrase(
      file,
      { resourcesDir: host.resourcesDir, now: host.now(), by, log: host.log },
      {
        next,
        last,
        pace: { signal: job.signal, progress: (done, total) => job.update({ bytes: { done, total } }) },
      },
    ),
  );
  if (failed !== null) throw failed;
  engine.rememberEnd();
  engine.changed();
  return 'The case opens with the new passphrase now. Print a new recovery sheet: the old one opens only older copies.';
}

function noteChange(engine: EngineCore, connection: Connection, caseId: string): void {
  const { host, actor } = engine;
  const at = host.now();
  const about = 'Changed what opens the case file';
  const line = { did: 'case.passphrase', about, at, by: actor, reversible: false, reverses: null };
  inLedger(connection, caseId, line, (db) => {
    ensureActor(db, actor, at);
    const rows = db.run('INSERT INTO key_change (id, at, by) VALUES (?, ?, ?)', host.newId(), at, engine.by);
    must(rows === 1 ? rows : null, 'the change is noted');
  });
}
