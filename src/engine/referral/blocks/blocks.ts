import type { Prose } from '../input/basics.ts';
import type { Block, Part, Run } from '../input/composed.ts';

export function part(id: string, heading: string, blocks: Part['blocks'], level: Part['level'] = 1): Part {
  return { id, heading, level, anchor: null, startsPage: false, blocks };
}

/** Names and values; what is not known reads as its sentence. */
export function factsOf(...rows: readonly (readonly [name: string, value: Run | string])[]): Block {
  return {
    block: 'facts',
    rows: rows.map(([name, value]) => ({ name, value: typeof value === 'string' ? [value] : value })),
  };
}

export function tableOf(
  columns: readonly (readonly [header: string, width: number])[],
  rows: readonly (readonly Run[])[],
  absent: string,
): Block {
  if (rows.length === 0) return absentOf(absent);
  return {
    block: 'table',
    header: columns.map(([header]) => header),
    widths: columns.map(([, width]) => width),
    rows: rows.map((row) => [...row]),
  };
}

export function absentOf(text: string): Block {
  return { block: 'absent', text };
}

export function proseOf(text: Prose, absent: string): Block {
  return text.length === 0 ? absentOf(absent) : { block: 'paragraphs', text };
}

export function listOf(items: readonly string[], absent: string): Block {
  return items.length === 0 ? absentOf(absent) : { block: 'list', ordered: false, items: items.map((item) => [item]) };
}

/** Paragraphs as one run, for a cell of a table. */
export function cellOf(text: Prose, absent: string): Run {
  if (text.length === 0) return [absent];
  return text.flatMap((paragraph, index) => (index === 0 ? paragraph : ['\n', ...paragraph]));
}
