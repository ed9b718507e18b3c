import type { z } from 'zod';
import type { Row } from './connection.ts';

/** Typed reading of a row's columns; a wrong type is a fault of the program or a damaged file, and says which column. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`broken belief: ${column} holds text`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  if (value === null || typeof value === 'string') return value;
  throw new Error(`broken belief: ${column} holds text or null`);
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`broken belief: ${column} holds an integer`);
  return value;
}

export function integerOrNull(row: Row, column: string): number | null {
  const value = row[column];
  if (value === null || typeof value === 'number') return value;
  throw new Error(`broken belief: ${column} holds an integer or null`);
}

export function flag(row: Row, column: string): boolean {
  return integer(row, column) === 1;
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (value instanceof Uint8Array) return value;
  throw new Error(`broken belief: ${column} holds bytes`);
}

/** Parses a JSON column by its schema. */
export function json<T extends z.ZodType>(row: Row, column: string, schema: T): z.output<T> {
  return schema.parse(JSON.parse(text(row, column)));
}

export function jsonOrNull<T extends z.ZodType>(row: Row, column: string, schema: T): z.output<T> | null {
  const value = textOrNull(row, column);
  return value === null ? null : schema.parse(JSON.parse(value));
}
