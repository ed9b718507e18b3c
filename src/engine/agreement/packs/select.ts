import type { AgreementPack } from '../../../contract/agreement.ts';

/** What a district's settings name: agreements with their version, and laws by id or by state. */
type PackChoice = {
  readonly agreements: readonly { readonly id: string; readonly version: string | null }[];
  readonly laws: readonly string[];
};

/**
 * The packs of a district: the agreements it names (every version of one named without a version), all packs of units
 * without an agreement, and the laws it names by id or by state. Names that no pack has come back in `unknown`.
 */
export function selectPacks(
  choice: PackChoice,
  agreements: readonly AgreementPack[],
  laws: readonly AgreementPack[],
): { readonly packs: readonly AgreementPack[]; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const named = choice.agreements.flatMap(({ id, version }) => {
    const found = agreements.filter((pack) => pack.id === id && (version === null || pack.version === version));
    if (found.length === 0) unknown.push(version === null ? id : `${id}@${version}`);
    return found;
  });
  const without = agreements.filter((pack) => pack.kind === 'no-agreement');
  const lawful = choice.laws.flatMap((name) => {
    const found = laws.filter((pack) => pack.id === name || pack.state === name);
    if (found.length === 0) unknown.push(name);
    return found;
  });
  return { packs: [...new Set([...named, ...without, ...lawful])], unknown };
}
