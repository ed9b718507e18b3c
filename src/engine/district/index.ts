import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { District, type DistrictSummary } from '../../contract/district.ts';
import { raise } from '../../contract/errors.ts';

/** The shipped sample districts and what they are. */
export function listDistricts(resourcesDir: string): readonly z.infer<typeof DistrictSummary>[] {
  return districtIds(resourcesDir).map((id) => {
    const district = readDistrict(join(resourcesDir, 'districts', `${id}.yaml`));
    return {
      id,
      name: district.name,
      sample: district.sample,
      policies: district.policies.map(({ policy }) => policy),
    };
  });
}

/**
 * Loads a district's settings by the id of a shipped one or by the path of a file.
 * @throws district-unknown, district-invalid
 */
export function loadDistrict(resourcesDir: string, idOrPath: string): District {
  if (/^[a-z0-9-]+$/.test(idOrPath)) {
    const path = join(resourcesDir, 'districts', `${idOrPath}.yaml`);
    if (existsSync(path)) return readDistrict(path);
  }
  if (isAbsolute(idOrPath) && existsSync(idOrPath)) return readDistrict(idOrPath);
  raise('district-unknown', { id: idOrPath, known: districtIds(resourcesDir).join(', ') });
}

function districtIds(resourcesDir: string): readonly string[] {
  return readdirSync(join(resourcesDir, 'districts'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

function readDistrict(path: string): District {
  let data: unknown;
  try {
    data = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    raise('district-invalid', { why: error instanceof Error ? error.message : String(error) });
  }
  const parsed = District.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  raise('district-invalid', {
    why: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'it does not fit'}`,
  });
}
