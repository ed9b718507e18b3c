import type { District } from '../../contract/district.ts';
import type { PolicyPack } from '../../contract/policy.ts';
import { type ReadableDb, text, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { type LoadedPolicy, loadPolicyShelf, readPack } from '../policy/index.ts';

/** A policy as a case or a district file carries it: the pack's file and the text it quotes. */
export interface CarriedPolicy {
  readonly policy: string;
  readonly version: string;
  readonly yaml: string;
  readonly source: string;
}

/** The policies that were made or brought in on this computer; what comes with the program goes before them. */
export function ownPolicies(engine: Pick<EngineCore, 'host'>): readonly LoadedPolicy[] {
  const { host } = engine;
  const shipped = new Set(loadPolicyShelf(host.resourcesDir).policies.map(({ pack }) => nameOf(pack)));
  return loadPolicyShelf(host.profileDir).policies.filter(({ pack }) => !shipped.has(nameOf(pack)));
}

export function nameOf({ id, version }: Pick<PolicyPack, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** The policies that a case keeps a copy of, so that it can be read on any computer. */
export function keptPolicies(db: ReadableDb): readonly CarriedPolicy[] {
  return db
    .all(
      `SELECT policy, version, yaml, source FROM policy_pack p WHERE withdrawn = 0 AND rowid = (
         SELECT max(rowid) FROM policy_pack o WHERE o.policy = p.policy AND o.version = p.version AND o.withdrawn = 0)
       ORDER BY policy, version`,
    )
    .map((row) => ({
      policy: text(row, 'policy'),
      version: text(row, 'version'),
      yaml: text(row, 'yaml'),
      source: text(row, 'source'),
    }));
}

export function keepPolicy(
  db: WritableDb,
  carried: CarriedPolicy,
  made: { readonly id: string; readonly at: string; readonly by: string },
): void {
  db.run(
    'INSERT INTO policy_pack (id, policy, version, yaml, source, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    made.id,
    carried.policy,
    carried.version,
    carried.yaml,
    carried.source,
    made.at,
    made.by,
  );
}

/** The case's own copies take the place of what lies on this computer under the same name. */
export function policiesIn(db: ReadableDb, onThisComputer: readonly PolicyPack[]): readonly PolicyPack[] {
  const own = keptPolicies(db).flatMap(({ policy, version, yaml }) => {
    const read = readPack(yaml, `${policy}@${version}`);
    return read.kind === 'read' ? [read.pack] : [];
  });
  const kept = new Set(own.map(nameOf));
  return [...onThisComputer.filter((pack) => !kept.has(nameOf(pack))), ...own];
}

/** Policies that the settings name and that are nowhere to be found: nothing is suggested under them. */
export function missingPolicies(district: District | null, known: readonly PolicyPack[]): readonly string[] {
  const names = new Set(known.map(nameOf));
  return (district?.policies ?? [])
    .filter(({ policy, version }) => !names.has(`${policy}@${version}`))
    .map(({ policy, version }) => `${policy} of ${version}`);
}
