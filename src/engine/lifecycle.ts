import type { District } from '../contract/district.ts';
import { raise } from '../contract/errors.ts';
import { noticeOfBackup } from './backups/index.ts';
import {
  type CaseFile,
  type Connection,
  createCaseFile,
  noticeIfSynced,
  openCaseFile,
  openCopyToLook,
} from './case-file/index.ts';
import type { EngineCore } from './core.ts';
import { ensureActor, inLedger, noticeIfBehind } from './custody/index.ts';
import { type LoadedDistrict, loadDistrict, takeDistrictFile } from './district/index.ts';
import { handOverNotices } from './hand-over/index.ts';
import { newLookFolder } from './looks/index.ts';
import { carriedPolicies, keepPolicy, missingPolicies, policiesIn } from './policy-import/index.ts';
import { readSession } from './session.ts';

export interface NewCaseOrder {
  readonly path: string;
  readonly title: string;
  readonly passphrase: string | null;
  readonly district: string | null;
  /** Own policies that the district had in force beside those of its settings. */
  readonly policies?: District['policies'];
  /** Sample cases only: the moment from which deadlines are looked at. */
  readonly standsAt: string | null;
}

/** Makes a case file with its first ledger line and opens it. */
export async function createCase(engine: EngineCore, order: NewCaseOrder): Promise<void> {
  const { host } = engine;
  const loaded = order.district === null ? null : loadDistrict(host.resourcesDir, order.district);
  const file = await createCaseFile(openOptions(engine, order.path, order.passphrase), (connection) =>
    writeFirstLine(engine, connection, order, loaded),
  );
  try {
    engine.openSession(readSession(file, policiesOf(engine, file), noticesOf(engine, file, order.standsAt)));
    engine.rememberEnd();
  } catch (error) {
    file.close();
    throw error;
  }
}

export async function openCase(engine: EngineCore, path: string, passphrase: string | null): Promise<void> {
  const file = await openCaseFile(openOptions(engine, path, passphrase));
  try {
    const standsAt = readSession(file, [], []).standsAt;
    engine.openSession(readSession(file, policiesOf(engine, file), noticesOf(engine, file, standsAt)));
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Opens a copy of a case that refuses every change, whoever has the case itself open. */
export async function lookAtCase(engine: EngineCore, path: string, passphrase: string | null): Promise<void> {
  const at = engine.host.now();
  const file = await openCopyToLook(openOptions(engine, path, passphrase), newLookFolder(engine.host));
  try {
    const standsAt = readSession(file, [], []).standsAt;
    const notices = noticesOf(engine, file, standsAt).filter((notice) => notice !== noticeIfSynced(file.path));
    engine.openSession(readSession(file, policiesOf(engine, file), notices, { path, at }));
  } catch (error) {
    file.close();
    throw error;
  }
}

function openOptions({ host, by }: EngineCore, path: string, passphrase: string | null) {
  return { path, passphrase, resourcesDir: host.resourcesDir, now: host.now(), by, log: host.log };
}

function writeFirstLine(
  engine: EngineCore,
  connection: Connection,
  order: NewCaseOrder,
  loaded: LoadedDistrict | null,
): void {
  const { host, actor } = engine;
  const caseId = host.newId();
  const at = host.now();
  const entry = { did: 'case.create', about: 'Made the case', at, by: actor, reversible: false, reverses: null };
  inLedger(connection, caseId, entry, (db) => {
    ensureActor(db, actor, at);
    db.run(
      `INSERT INTO case_info (id, case_id, title, number, created_at, district, stands_at, made_by_version)
       VALUES ('case', ?, ?, ?, ?, ?, ?, ?)`,
      caseId,
      order.title,
      caseNumber(caseId, at),
      at,
      loaded === null ? null : JSON.stringify(withPolicies(loaded.district, order.policies ?? [])),
      order.standsAt,
      host.version,
    );
    if (loaded?.file) takeDistrictFile(db, loaded.file.name, loaded.file, { at, by: engine.by }, host.newId);
    const named = withPolicies(loaded?.district ?? null, order.policies ?? [])?.policies ?? [];
    // What the district's file carries comes after what lies on this computer: the last one holds.
    for (const carried of [...carriedPolicies(engine, named), ...(loaded?.file?.bundle.policies ?? [])]) {
      keepPolicy(db, carried, { id: host.newId(), at, by: engine.by });
    }
  });
}

/** A district's settings with policies of this computer beside its own. @throws bad-input where there are no settings */
function withPolicies(district: District, added: District['policies']): District;
function withPolicies(district: District | null, added: District['policies']): District | null;
function withPolicies(district: District | null, added: District['policies']): District | null {
  if (district === null) {
    if (added.length === 0) return null;
    raise('bad-input', {
      why: 'a policy is in force in a district: choose the district settings of the case as well.',
    });
  }
  const names = new Set(added.map(({ policy, version }) => `${policy}@${version}`));
  const kept = district.policies.filter(({ policy, version }) => !names.has(`${policy}@${version}`));
  return { ...district, policies: [...kept, ...added] };
}

function policiesOf(engine: EngineCore, file: CaseFile) {
  return policiesIn(file.connection.readable, engine.policies);
}

/** `2026-7F3A`: the year and four digits of the case id; printed on every document, no secret. */
function caseNumber(caseId: string, at: string): string {
  return `${at.slice(0, 4)}-${caseId.replaceAll('-', '').slice(0, 4).toUpperCase()}`;
}

function noticesOf(engine: EngineCore, file: CaseFile, standsAt: string | null): readonly string[] {
  const { caseId, district } = readSession(file, [], []);
  const synced = noticeIfSynced(file.path);
  const backup = noticeOfBackup(engine.host.profileDir, caseId);
  const behind = noticeIfBehind(engine.host.profileDir, caseId, file.connection.readable);
  return [
    ...(behind === null ? [] : [behind]),
    ...(synced === null ? [] : [synced]),
    ...(backup === null ? [] : [backup]),
    ...handOverNotices(file.connection.readable),
    ...(district === null
      ? ['No district settings are chosen: no policy, agreement or calendar applies to this case yet.']
      : []),
    ...missingPolicies(district, policiesOf(engine, file)).map(
      (name) =>
        `The policy ${name} is not on this computer: nothing is suggested under it. Bring its file in under Policies, then open the case again.`,
    ),
    ...(district?.sample === true ? ['Sample case: the district, the people and every post are invented.'] : []),
    ...(standsAt === null ? [] : [`Deadlines of this sample case are looked at as of ${dayWords(standsAt)}.`]),
  ];
}

/** `11 Feb 2026`, as the window writes days. */
function dayWords(moment: string): string {
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(new Date(`${moment.slice(0, 10)}T00:00:00Z`));
}
