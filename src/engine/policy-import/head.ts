import type { PolicyHead } from '../../contract/policy-import.ts';
import { slugOf } from './clause-ids.ts';
import type { PolicyDates } from './dates.ts';

const NUMBER =
  /\b(?:policy\s*(?:no\.?|number|#|code)?:?\s*)?(\d{3,4}(?:\.\d+)*|\d{1,2}\.\d{1,3}|[A-Z]{2,6}(?:-[A-Z0-9]{1,3})?(?=\s*$|\s*[-–—:]))/;

/** What stands at the head of a policy: its number, its title, its board, and the dates it tells. */
export function headOf(
  titles: readonly string[],
  beginning: string,
  dates: PolicyDates,
  received: { readonly fileName: string; readonly timeZone: string },
): PolicyHead {
  const numbered = titles.find((title) => NUMBER.test(title));
  const number = numbered === undefined ? null : (NUMBER.exec(numbered)?.[1] ?? null);
  const title = titleOf(titles, received.fileName);
  return {
    id: (number ?? slugOf(title, 4))
      .toLowerCase()
      .replace(/[^a-z0-9.-]/g, '-')
      .replace(/^[^a-z0-9]+/, ''),
    title,
    board: boardIn([...titles, beginning]),
    timeZone: received.timeZone,
    adopted: dates.adopted,
    revised: [...dates.revised],
    reviewed: [...dates.reviewed],
  };
}

/** The line that names the subject; where no line does, the name of the file. */
function titleOf(titles: readonly string[], fileName: string): string {
  const subjects = titles.filter((title) =>
    /social|media|network|electronic|communicat|technolog|internet|conduct/i.test(title),
  );
  const others = titles.filter(
    (title) => !boardIn([title]) && !/^(?:policy|personnel|series|section)\b[^\p{Ll}]*$/iu.test(title),
  );
  const chosen = subjects.at(-1) ?? others[0] ?? titles[0] ?? fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  return chosen.replace(/\s+/g, ' ').trim().slice(0, 300) || 'Policy';
}

function boardIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found =
      /\b((?:\p{Lu}[\p{L}.’'-]*[ \t]+){1,5}(?:Board of Education|School Board|School Committee|Public Schools|School District|Regional School District(?: No\. \d+)?))\b/u.exec(
        line,
      )?.[1];
    const name = found
      ?.replace(/^(?:The|This|Policy|Of)\s+/i, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (name !== undefined && !/^(?:Board of Education|School (?:Board|District)|Public Schools)$/i.test(name))
      return name;
  }
  return null;
}
