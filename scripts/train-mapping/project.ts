/** The directions in which the sentences differ most, row by row: `parts` rows of `size` numbers. */
export function mainDirections(vectors: readonly Float32Array[], size: number, parts: number): Float32Array {
  const spread = new Float64Array(size * size);
  for (const vector of vectors)
    for (let a = 0; a < size; a += 1)
      for (let b = a; b < size; b += 1)
        spread[a * size + b] = (spread[a * size + b] ?? 0) + (vector[a] ?? 0) * (vector[b] ?? 0);
  for (let a = 0; a < size; a += 1) for (let b = 0; b < a; b += 1) spread[a * size + b] = spread[b * size + a] ?? 0;
  let rows: readonly Float64Array[] = Array.from({ length: parts }, (_, part) =>
    Float64Array.from({ length: size }, (_one, at) => Math.sin((part + 1) * (at + 1) * 1.37) + (part === at ? 3 : 0)),
  );
  for (let round = 0; round < 12; round += 1) rows = madePerpendicular(rows.map((row) => times(spread, row)));
  const all = new Float32Array(parts * size);
  for (const [part, row] of rows.entries()) all.set(row, part * size);
  return all;
}

function times(matrix: Float64Array, row: Float64Array): Float64Array {
  const size = row.length;
  return row.map((_, a) => {
    let sum = 0;
    for (let b = 0; b < size; b += 1) sum += (matrix[a * size + b] ?? 0) * (row[b] ?? 0);
    return sum;
  });
}

/** Gram and Schmidt: each row loses what it shares with those before it and gets length 1. */
function madePerpendicular(rows: readonly Float64Array[]): readonly Float64Array[] {
  for (const [index, row] of rows.entries()) {
    for (const earlier of rows.slice(0, index)) {
      const shared = dot(row, earlier);
      for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - shared * (earlier[at] ?? 0);
    }
    const length = Math.sqrt(dot(row, row)) || 1;
    for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) / length;
  }
  return rows;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
