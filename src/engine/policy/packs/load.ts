import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type PackProblem, PolicyPack } from '../../../contract/policy.ts';

/** A policy pack together with the text it quotes. */
export interface LoadedPolicy {
  readonly pack: PolicyPack;
  /** Path relative to the resources folder, `/`-separated. */
  readonly file: string;
  /** The source document as received; null where it does not lie beside the pack. */
  readonly sourceBytes: Uint8Array | null;
}

export interface PolicyShelf {
  /** Ordered by policy id, then version: oldest first. */
  readonly policies: readonly LoadedPolicy[];
  /** Packs that could not be read at all, each with what is wrong. */
  readonly refused: readonly PackProblem[];
}

/**
 * The packs themselves, ordered by id and version.
 * @throws Error naming the first pack that cannot be read: a policy that is missing in silence would look like clearance.
 */
export function loadPolicies(resourcesDir: string): readonly PolicyPack[] {
  const { policies, refused } = loadPolicyShelf(resourcesDir);
  if (refused[0] !== undefined) throw new Error(refused[0].message);
  return policies.map((loaded) => loaded.pack);
}

/** Reads every `policies/<id>/<version>.yaml` under the resources folder; a pack that cannot be read is named, never skipped silently. */
export function loadPolicyShelf(resourcesDir: string): PolicyShelf {
  const root = join(resourcesDir, 'policies');
  const policies: LoadedPolicy[] = [];
  const refused: PackProblem[] = [];
  for (const folder of existsSync(root) ? readdirSync(root, { withFileTypes: true }) : []) {
    if (!folder.isDirectory()) continue;
    for (const name of readdirSync(join(root, folder.name))) {
      if (!name.endsWith('.yaml')) continue;
      const file = `policies/${folder.name}/${name}`;
      const read = readPack(readFileSync(join(root, folder.name, name), 'utf8'), file);
      if (read.kind === 'refused') refused.push(read.problem);
      else policies.push({ pack: read.pack, file, sourceBytes: sourceOf(join(root, folder.name), read.pack) });
    }
  }
  policies.sort((a, b) => compare(a.pack.id, b.pack.id) || compare(a.pack.version, b.pack.version));
  return { policies, refused };
}

type ReadPack =
  | { readonly kind: 'read'; readonly pack: PolicyPack }
  | { readonly kind: 'refused'; readonly problem: PackProblem };

/** Reads one pack from YAML text; `file` only names it in the message. */
export function readPack(yaml: string, file: string): ReadPack {
  let document: unknown;
  try {
    document = parse(yaml);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return refusal(file, `is not valid YAML: ${why}`);
  }
  const parsed = PolicyPack.safeParse(document);
  if (parsed.success) return { kind: 'read', pack: parsed.data };
  const issue = parsed.error.issues[0];
  return refusal(
    file,
    `does not have the shape of a policy pack at “${issue?.path.join('.') ?? ''}”: ${issue?.message ?? ''}`,
  );
}

function refusal(file: string, what: string): ReadPack {
  return {
    kind: 'refused',
    problem: { pack: file, clause: null, kind: 'unreadable-pack', message: `The policy pack ${file} ${what}.` },
  };
}

function sourceOf(folder: string, pack: PolicyPack): Uint8Array | null {
  // A pack is data from elsewhere: its source must lie beside it, never above.
  if (/[/\\]/.test(pack.source.file)) return null;
  const path = join(folder, pack.source.file);
  return existsSync(path) ? readFileSync(path) : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
