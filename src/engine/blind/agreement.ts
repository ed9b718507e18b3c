/** How two people's yes and no fall together over the same items. */
export interface Table {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

export function tableOf(pairs: readonly (readonly [boolean, boolean])[]): Table {
  const count = (a: boolean, b: boolean) => pairs.filter(([first, second]) => first === a && second === b).length;
  return {
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither: count(false, false),
  };
}

/**
 * Cohen's kappa (Educational and Psychological Measurement 20, 1960, 37–46): agreement beyond what chance would give.
 * @returns null where chance alone would give full agreement, or there is nothing to agree about
 */
export function kappaOf({ both, onlyFirst, onlySecond, neither }: Table): number | null {
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) return null;
  const observed = (both + neither) / n;
  const firstYes = (both + onlyFirst) / n;
  const secondYes = (both + onlySecond) / n;
  const chance = firstYes * secondYes + (1 - firstYes) * (1 - secondYes);
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}
