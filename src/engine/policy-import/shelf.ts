import { basename } from 'node:path';
import type { District } from '../../contract/district.ts';
import { raise } from '../../contract/errors.ts';
import type { PolicyPack } from '../../contract/policy.ts';
import {
  type PolicyComparison,
  PolicyFile,
  type PolicyRow,
  type PolicyShelfView,
} from '../../contract/policy-import.ts';
import type { EngineCore } from '../core.ts';
import {
  checkPolicies,
  clausesWithoutDetector,
  type LoadedPolicy,
  loadPolicyShelf,
  readPack,
} from '../policy/index.ts';
import { comparePolicies } from './compare.ts';
import { draftRows } from './drafts.ts';
import { type CarriedPolicy, keptPolicies, nameOf, ownPolicies } from './kept.ts';
import { policyBytes } from './read-file.ts';
import { writePack } from './store.ts';
import { packYaml, sourceName } from './to-pack.ts';

interface Shelved extends LoadedPolicy {
  readonly origin: PolicyRow['origin'];
}

/** Every policy that this computer or the open case knows, each name once. */
function shelved(engine: EngineCore): readonly Shelved[] {
  const shipped = loadPolicyShelf(engine.host.resourcesDir).policies.map((one) => ({
    ...one,
    origin: 'shipped' as const,
  }));
  const own = ownPolicies(engine).map((one) => ({ ...one, origin: 'own' as const }));
  const here = new Set([...shipped, ...own].map(({ pack }) => nameOf(pack)));
  return [...shipped, ...own, ...carriedByCase(engine).filter(({ pack }) => !here.has(nameOf(pack)))];
}

function carriedByCase(engine: EngineCore): readonly Shelved[] {
  if (!engine.hasSession) return [];
  return keptPolicies(engine.session.file.connection.readable).flatMap(
    ({ policy, version, yaml, source }): Shelved[] => {
      const read = readPack(yaml, `${policy}@${version}`);
      if (read.kind === 'refused') return [];
      return [{ pack: read.pack, file: nameOf(read.pack), sourceBytes: Buffer.from(source, 'utf8'), origin: 'case' }];
    },
  );
}

/** The policies at hand, the drafts, and what could not be read. */
export function policyShelf(engine: EngineCore): PolicyShelfView {
  return {
    policies: shelved(engine).map((one) => rowOf(engine, one)),
    drafts: [...draftRows(engine)],
    refused: loadPolicyShelf(engine.host.profileDir).refused.map(({ message }) => message),
  };
}

function rowOf(engine: EngineCore, { pack, origin, ...loaded }: Shelved): PolicyRow {
  const used = engine.hasSession && engine.session.policies.some((one) => nameOf(one) === nameOf(pack));
  return {
    policy: pack.id,
    version: pack.version,
    title: pack.title,
    board: pack.board,
    origin,
    adopted: pack.adopted,
    inForce: pack.inForce,
    clauses: pack.clauses.length,
    silent: clausesWithoutDetector([pack]).length,
    used,
    problems: checkPolicies([{ pack, ...loaded }]).map(({ message }) => message),
  };
}

function shelvedAs(engine: EngineCore, policy: string, version: string): Shelved {
  const found = shelved(engine).find(({ pack }) => pack.id === policy && pack.version === version);
  return found ?? raise('not-found', { what: 'policy' });
}

/** One policy with its pack. @throws not-found */
export function policyView(
  engine: EngineCore,
  policy: string,
  version: string,
): { readonly row: PolicyRow; readonly pack: PolicyPack } {
  const found = shelvedAs(engine, policy, version);
  return { row: rowOf(engine, found), pack: found.pack };
}

/** @throws not-found */
export function compareVersions(engine: EngineCore, policy: string, older: string, newer: string): PolicyComparison {
  return comparePolicies(shelvedAs(engine, policy, older).pack, shelvedAs(engine, policy, newer).pack);
}

/** A policy as a case or a file carries it. @throws not-found, bad-input where the text it quotes is missing */
function carriedPolicy(engine: EngineCore, policy: string, version: string): CarriedPolicy {
  const { pack, sourceBytes } = shelvedAs(engine, policy, version);
  if (sourceBytes === null) raise('bad-input', { why: `the text that ${nameOf(pack)} quotes does not lie beside it.` });
  // The text travels under the name that every version of a policy can have beside the others.
  const carried: PolicyPack = { ...pack, source: { ...pack.source, file: sourceName(version) } };
  return { policy, version, yaml: packYaml(carried), source: new TextDecoder().decode(sourceBytes) };
}

/** Those of a district's policies that do not come with Evenhand, so that its cases and its file hold them. */
export function carriedPolicies(engine: EngineCore, named: District['policies']): readonly CarriedPolicy[] {
  return shelved(engine)
    .filter(
      ({ origin, pack }) =>
        origin !== 'shipped' && named.some((one) => one.policy === pack.id && one.version === pack.version),
    )
    .map(({ pack }) => carriedPolicy(engine, pack.id, pack.version));
}

/** The text of one file that carries a policy to another district. @throws as `carriedPolicy` */
export function policyFileText(engine: EngineCore, policy: string, version: string): string {
  const { yaml, source } = carriedPolicy(engine, policy, version);
  const file: PolicyFile = { format: 'evenhand-policy@1', yaml, source };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Takes in a policy that another district handed on, after every check. @throws bad-input */
export function takePolicyFile(engine: EngineCore, path: string): PolicyRow {
  const name = basename(path);
  const file = PolicyFile.safeParse(jsonOf(policyBytes(path)));
  if (!file.success)
    raise('bad-input', {
      why: `${name} is no policy file of Evenhand. To bring in a PDF, Word or text document, choose “Read a policy”.`,
    });
  const { yaml, source } = file.data;
  const read = readPack(yaml, name);
  if (read.kind === 'refused') raise('bad-input', { why: read.problem.message });
  const { pack } = read;
  const [problem] = checkPolicies([{ pack, file: name, sourceBytes: Buffer.from(source, 'utf8') }]);
  if (problem !== undefined)
    raise('bad-input', { why: `the policy in ${name} does not hold together: ${problem.message}` });
  const before = shelved(engine).find((one) => nameOf(one.pack) === nameOf(pack));
  if (before !== undefined && before.origin !== 'case') {
    if (
      before.pack.source.sha256 !== pack.source.sha256 ||
      JSON.stringify(before.pack.clauses) !== JSON.stringify(pack.clauses)
    ) {
      raise('bad-input', {
        why: `there is a policy ${pack.id} of ${pack.version} here already, and it says something else. Nothing was changed.`,
      });
    }
    return rowOf(engine, before);
  }
  writePack(engine.host.profileDir, { ...pack, source: { ...pack.source, file: sourceName(pack.version) } }, source);
  engine.changed();
  return policyView(engine, pack.id, pack.version).row;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
