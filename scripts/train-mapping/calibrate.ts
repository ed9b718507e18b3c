/** Slope and shift that turn log-odds into probabilities (Platt, by Newton's steps). Open targets (-1) take no part. */
export function calibrate(
  sums: readonly number[],
  targets: readonly number[],
): { readonly slope: number; readonly shift: number } {
  const pairs = sums.flatMap((sum, at) => ((targets[at] ?? -1) < 0 ? [] : [{ sum, target: targets[at] ?? 0 }]));
  const expected = pairs.filter(({ target }) => target === 1).length;
  // Platt's softened targets, so that a clean split does not become certainty.
  const [high, low] = [(expected + 1) / (expected + 2), 1 / (pairs.length - expected + 2)];
  let [slope, shift] = [1, 0];
  for (let round = 0; round < 50; round += 1) {
    let [g1, g2, h11, h12, h22] = [0, 0, 1e-6, 0, 1e-6];
    for (const { sum, target } of pairs) {
      const p = 1 / (1 + Math.exp(-(slope * sum + shift)));
      const error = p - (target === 1 ? high : low);
      const weight = p * (1 - p);
      g1 += error * sum;
      g2 += error;
      h11 += weight * sum * sum;
      h12 += weight * sum;
      h22 += weight;
    }
    const determinant = h11 * h22 - h12 * h12 || 1e-9;
    slope -= (h22 * g1 - h12 * g2) / determinant;
    shift -= (h11 * g2 - h12 * g1) / determinant;
    if (Math.abs(g1) + Math.abs(g2) < 1e-6) break;
  }
  return { slope, shift };
}
