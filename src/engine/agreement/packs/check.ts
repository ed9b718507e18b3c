import { AgreementPack } from '../../../contract/agreement.ts';
import type { StepCalendar } from '../../../contract/steps.ts';
import { checkPackArticles } from './check-articles.ts';
import { checkDays } from './check-days.ts';
import { checkGrievance } from './check-grievance.ts';
import { checkPackSteps } from './check-steps.ts';
import { circleIn } from './graph.ts';

/** One thing that is wrong with a pack, and where. */
type PackProblem = { readonly pack: string; readonly where: string; readonly problem: string };

function nameOf(value: unknown, index: number): string {
  if (typeof value !== 'object' || value === null) return `pack ${index + 1}`;
  const [id, version] = [Reflect.get(value, 'id'), Reflect.get(value, 'version')];
  return typeof id === 'string' ? `${id}@${typeof version === 'string' ? version : '?'}` : `pack ${index + 1}`;
}

type Read = { readonly packs: readonly AgreementPack[]; readonly problems: readonly PackProblem[] };

function readAll(values: readonly unknown[]): Read {
  const packs: AgreementPack[] = [];
  const problems: PackProblem[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = AgreementPack.safeParse(value);
    if (parsed.success) packs.push(parsed.data);
    else {
      for (const issue of parsed.error.issues) {
        problems.push({ pack: nameOf(value, index), where: issue.path.map(String).join('.'), problem: issue.message });
      }
    }
  }
  return { packs, problems };
}

function inForceProblems(packs: readonly AgreementPack[]): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const starts = (pack: AgreementPack) => pack.inForce.from ?? '';
  const ends = (pack: AgreementPack) => pack.inForce.to ?? '9999-12-31';
  for (const [index, pack] of packs.entries()) {
    const name = nameOf(pack, index);
    if (starts(pack) > ends(pack)) problems.push({ pack: name, where: 'inForce', problem: 'ends before it begins' });
    for (const other of packs.slice(index + 1)) {
      if (other.id !== pack.id) continue;
      if (other.version === pack.version) {
        problems.push({ pack: name, where: 'version', problem: `two packs are named ${name}` });
      } else if (starts(pack) <= ends(other) && starts(other) <= ends(pack)) {
        problems.push({ pack: name, where: 'inForce', problem: `overlaps version ${other.version}` });
      }
    }
  }
  return problems;
}

function circles(packs: readonly AgreementPack[]): readonly PackProblem[] {
  const laws = packs.filter((pack) => pack.kind === 'law');
  const others = packs.filter((pack) => pack.kind !== 'law');
  const together = others.length === 0 ? [laws] : others.map((pack) => [pack, ...laws]);
  return together.flatMap((group, index) => {
    const circle = circleIn(group);
    const [first] = group;
    if (circle === null || first === undefined) return [];
    const problem = `these wait for each other and can never be done: ${circle.join(' → ')}`;
    return [{ pack: nameOf(first, index), where: 'gates', problem }];
  });
}

/**
 * Checks agreements and laws together and names everything that is wrong: circular gates, unknown actors, steps without
 * article or source, day kinds that nothing can count, dead steps, and more. Takes packs as read or as raw values. Where
 * calendars are given, every day kind in use must be countable on at least one of them.
 */
export function checkAgreementPacks(
  values: readonly unknown[],
  calendars: readonly StepCalendar[] | null = null,
): readonly PackProblem[] {
  const { packs, problems } = readAll(values);
  const laws = packs.filter((pack) => pack.kind === 'law');
  const found = packs.flatMap((pack, index) => {
    const beside = pack.kind === 'law' ? packs : [pack, ...laws];
    const own = [
      ...checkPackArticles(pack),
      ...checkPackSteps(pack, beside),
      ...checkGrievance(pack),
      ...checkDays(pack, calendars),
    ];
    return own.map((each) => ({ pack: nameOf(pack, index), ...each }));
  });
  return [...problems, ...found, ...inForceProblems(packs), ...circles(packs)];
}
