/** Sparse input: which features, and how much of each. */
export interface Sparse {
  readonly indexes: readonly number[];
  readonly values: readonly number[];
}

/** One hidden layer over the dense input, and a direct line from dense and sparse input to every output. */
export interface Network {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  /** hidden × inputs, row by row. */
  readonly first: Float32Array;
  readonly firstBias: Float32Array;
  /** outputs × hidden. */
  readonly second: Float32Array;
  /** outputs × inputs. */
  readonly direct: Float32Array;
  /** sparse features × outputs. */
  readonly sparse: Float32Array;
  readonly bias: Float32Array;
}

/** Log-odds of every output. */
export function forward(network: Network, dense: Float64Array, sparse: Sparse): Float64Array {
  const { inputs, hidden, outputs, second } = network;
  const sums = Float64Array.from(network.bias);
  const units = Float64Array.from(network.firstBias, (bias, unit) =>
    Math.max(0, bias + rowTimes(network.first, unit * inputs, dense)),
  );
  for (let output = 0; output < outputs; output += 1) {
    const own = sums[output] ?? 0;
    sums[output] = own + rowTimes(second, output * hidden, units) + rowTimes(network.direct, output * inputs, dense);
  }
  for (const [place, feature] of sparse.indexes.entries()) {
    const value = sparse.values[place] ?? 0;
    for (let output = 0; output < outputs; output += 1) {
      sums[output] = (sums[output] ?? 0) + value * (network.sparse[feature * outputs + output] ?? 0);
    }
  }
  return sums;
}

function rowTimes(weights: Float32Array, row: number, values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (weights[row + at] ?? 0) * (values[at] ?? 0);
  return sum;
}
