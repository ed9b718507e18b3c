/** A matrix as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A box in the units of the page; `left` ≤ `right`, `bottom` ≤ `top`. */
export interface PageBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const unchanged: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` is applied first, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The figures of a matrix as the library hands them over: an array, or a typed one inside an array. */
export function matrixFrom(args: unknown): Matrix | null {
  const outer: unknown = Array.isArray(args) && args.length === 1 ? args[0] : args;
  const figures = Array.isArray(outer) || ArrayBuffer.isView(outer) ? Array.from(Object.values(outer), Number) : [];
  const [a, b, c, d, e, f] = figures;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) {
    return null;
  }
  return [a, b, c, d, e, f];
}

/** The box around a box that a matrix moves and turns. */
export function moved(matrix: Matrix, left: number, bottom: number, right: number, top: number): PageBox {
  const [a, b, c, d, e, f] = matrix;
  const xs = [a * left + c * bottom + e, a * right + c * bottom + e, a * left + c * top + e, a * right + c * top + e];
  const ys = [b * left + d * bottom + f, b * right + d * bottom + f, b * left + d * top + f, b * right + d * top + f];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

export const areaOf = (box: PageBox): number => Math.max(0, box.right - box.left) * Math.max(0, box.top - box.bottom);

/** Share (0–1) of `box` that `over` covers. */
export function covered(box: PageBox, over: PageBox): number {
  const width = Math.min(box.right, over.right) - Math.max(box.left, over.left);
  const height = Math.min(box.top, over.top) - Math.max(box.bottom, over.bottom);
  const area = areaOf(box);
  return width <= 0 || height <= 0 || area === 0 ? 0 : (width * height) / area;
}
