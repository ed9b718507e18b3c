import type { BagReport } from './bag/check-bag.ts';

/** What a check of a copy found, in plain sentences, the verdict first. It never says that anything is genuine. */
export function bagInWords(report: BagReport): readonly string[] {
  const { checked, firstProblem: problem, copy } = report;
  return [
    problem === null ? verdict(report) : `Changed: ${problem.what}: ${problem.where}${entryWords(problem.entry)}.`,
    `Checked: ${checked.files} files, ${checked.entries} entries, ${checked.items} items, ${checked.sources} sources, ${checked.documents} documents.`,
    ...(copy === null ? [] : [`Made on ${momentWords(copy.at)} by ${copy.madeBy} for ${audienceWords(copy)}.`]),
    ...(report.fingerprint === null ? [] : [`Fingerprint at the end of this copy: ${report.fingerprint}`]),
    ...report.signedBy.map((who) => `Signed by ${who}`),
    ...report.notTested.map((what) => `Not tested: ${what}.`),
  ];
}

function verdict({ unchangedSince, copy }: BagReport): string {
  if (unchangedSince !== null) {
    return `Unchanged since ${momentWords(unchangedSince.at)}: everything up to entry ${unchangedSince.entry} is as it was when the fingerprint you gave was made, and every later entry follows from it.`;
  }
  return `Unchanged since ${momentWords(copy?.at ?? '')}, when this copy was made, if the key that signed it is the right one. Give a fingerprint that you received earlier to test it against that.`;
}

function audienceWords({ audience, to }: NonNullable<BagReport['copy']>): string {
  const names: Readonly<Record<string, string>> = {
    full: 'a complete copy',
    'employee-union': 'the employee and the union',
    board: 'the board',
    records: 'a records request',
    counsel: 'counsel',
  };
  return `${names[audience] ?? audience}${to === null ? '' : `, received by ${to}`}`;
}

function entryWords(entry: number | null): string {
  return entry === null ? '' : ` (entry ${entry})`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `10 March 2026, 10:42 (UTC-04:00)`, read off the written moment and not turned into another zone. */
export function momentWords(at: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)$/.exec(at);
  if (found === null) return at === '' ? 'an unknown day' : at;
  const [, year, month, day, time, offset] = found;
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${time} (UTC${offset === 'Z' ? '' : offset})`;
}
