import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { District, type DistrictSummary } from '../../contract/district.ts';
import { raise } from '../../contract/errors.ts';
import { isSignedDistrictFile, type ReadDistrictFile, readDistrictFile } from './district-file.ts';

export { calendarFromFile, withEntries } from './calendar-file.ts';
export {
  readDistrictFile,
  signedDistrictFile,
  takeDistrictFile,
} from './district-file.ts';
export {
  calendarVersions,
  type KeptConfirmation,
  type KeptPack,
  keepCalendar,
  keepConfirmation,
  keepPack,
  keptCalendar,
  keptConfirmations,
  keptFile,
  keptPacks,
} from './kept.ts';

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

/** A district's settings, and the signed file they came in; null where they were written by hand. */
export interface LoadedDistrict {
  readonly district: District;
  readonly file: (ReadDistrictFile & { readonly name: string }) | null;
}

/**
 * Loads a district by the id of a shipped one, or by the path of a file: settings written by hand, or a signed file.
 * @throws district-unknown, district-invalid
 */
export function loadDistrict(resourcesDir: string, idOrPath: string): LoadedDistrict {
  if (/^[a-z0-9-]+$/.test(idOrPath)) {
    const path = join(resourcesDir, 'districts', `${idOrPath}.yaml`);
    if (existsSync(path)) return { district: readDistrict(path), file: null };
  }
  if (isAbsolute(idOrPath) && existsSync(idOrPath)) {
    const text = readFileSync(idOrPath, 'utf8');
    if (!isSignedDistrictFile(text)) return { district: readDistrict(idOrPath), file: null };
    const file = readDistrictFile(text);
    return { district: file.bundle.district, file: { ...file, name: basename(idOrPath) } };
  }
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
