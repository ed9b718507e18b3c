import type { AgreementPack } from '../../../contract/agreement.ts';

type Problem = { readonly where: string; readonly problem: string };
type Grievance = NonNullable<AgreementPack['grievance']>;
type Filing = Grievance['levels'][number]['file'];

/** The levels on whose filing, meeting or answer a time for filing rests. */
function levelsNamed(filing: Filing): readonly number[] {
  const starts = [filing.from, filing.soonerOf?.from, filing.laterOf?.from];
  return starts.flatMap((start) => {
    const level = /^level-(\d)-/.exec(start ?? '')?.[1];
    return level === undefined ? [] : [Number(level)];
  });
}

function filingProblems(where: string, filing: Filing, below: readonly number[]): readonly Problem[] {
  return [...new Set(levelsNamed(filing))]
    .filter((level) => !below.includes(level))
    .map((level) => ({
      where,
      problem: `its filing runs from level ${level}, which is none of the levels before it (${below.join(', ') || 'there is none'})`,
    }));
}

/** Levels of a grievance that stand twice, or whose time runs from a level that does not come before them. */
export function checkGrievance({ grievance }: AgreementPack): readonly Problem[] {
  if (!grievance) return [];
  const levels = grievance.levels.map(({ level }) => level);
  const twice = new Set(levels.filter((level, index) => levels.indexOf(level) !== index));
  return [
    ...[...twice].map((level) => ({ where: `grievance level ${level}`, problem: 'stands twice' })),
    ...grievance.levels.flatMap(({ level, file }) =>
      filingProblems(
        `grievance level ${level}`,
        file,
        levels.filter((each) => each < level),
      ),
    ),
    ...(grievance.arbitration === null ? [] : filingProblems('arbitration', grievance.arbitration.demand, levels)),
  ];
}
