import { evidenceList, receipts } from '../../../intake/index.ts';
import { itemById } from '../../../items/index.ts';
import { compelledSources } from '../../../statement/index.ts';
import type { Charged } from '../../gather/allegations.ts';
import type { Exhibits } from '../../gather/exhibits.ts';
import { barred } from '../../gather/obtained.ts';
import type { Scope } from '../../gather/scope.ts';

interface Disclosure {
  /** Exhibit, what it is, whether words in it also speak against. */
  readonly reliedOn: string[][];
  readonly contrary: string[][];
  readonly considered: number;
  /** File number, kind, ground. */
  readonly withheld: string[][];
}

/** Every file of the case in exactly one of four lists. */
export function disclosureOf(scope: Scope, charged: Charged, exhibits: Exhibits): Disclosure {
  const weighs = new Map<string, Set<'for' | 'against'>>();
  for (const link of charged.links.values()) {
    const evidenceId = itemById(scope.db, link.itemId)?.evidenceId;
    if (evidenceId === undefined) continue;
    weighs.set(evidenceId, (weighs.get(evidenceId) ?? new Set()).add(link.weighs));
  }
  const titles = new Map(exhibits.list.map(({ number, title, form }) => [number, `${title}. ${form}`]));
  const reliedOn: string[][] = [];
  const contrary: string[][] = [];
  for (const [evidenceId, number] of exhibits.numbers) {
    const sides = weighs.get(evidenceId) ?? new Set();
    const name = `A-${number}`;
    if (sides.has('for')) reliedOn.push([name, titles.get(name) ?? '', sides.has('against') ? 'Yes' : 'No']);
    else contrary.push([name, titles.get(name) ?? '']);
  }
  const sheets = new Map(receipts(scope.db).map((sheet) => [sheet.id, sheet]));
  const rest = evidenceList(scope.db).filter(({ id }) => !exhibits.numbers.has(id));
  const compelled = compelledSources(scope.db);
  const apart = rest
    .filter(({ id }) => compelled.has(id))
    .map(({ number, outcome }) => [
      String(number),
      outcome?.format?.toUpperCase() ?? 'File',
      'A compelled statement, kept apart from every other use',
    ]);
  const closed = rest
    .filter(({ id }) => !compelled.has(id))
    .filter(({ receiptId }) => receiptId !== null && barred.has(sheets.get(receiptId)?.howObtained ?? 'not-known'))
    .map(({ number, outcome }) => [
      String(number),
      outcome?.format?.toUpperCase() ?? 'File',
      'Obtained in a way that Conn. Gen. Stat. 31-40x bars; held for counsel',
    ]);
  const withheld = [...closed, ...apart];
  return { reliedOn, contrary, considered: rest.length - withheld.length, withheld };
}
