/** The little that the check needs of a database: rows of a query. Any SQLite driver can give it. */
export type Cell = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, Cell>>;

export interface SqlReader {
  all(sql: string, ...values: readonly Cell[]): readonly Row[];
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : String(value);
}

export function numberOf(row: Row, column: string): number {
  return Number(row[column]);
}

/** The first thing that does not hold: what, where, and the ledger entry it belongs to. */
export interface Problem {
  readonly what: string;
  readonly where: string;
  readonly entry: number | null;
}

/** Thrown at the first problem; the check stops there and names it. */
export class Found extends Error {
  readonly problem: Problem;
  constructor(what: string, where: string, entry: number | null = null) {
    super(`${what}: ${where}`);
    this.problem = { what, where, entry };
  }
}
