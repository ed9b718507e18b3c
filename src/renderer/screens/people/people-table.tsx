import type { Person } from '../../../contract/person.ts';
import { useWords } from '../../words/use-words.ts';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly unitNames: ReadonlyMap<string, string>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Everybody of the case, a line each. */
export function PeopleTable({ people, unitNames, chosen, onChoose }: PeopleTableProps) {
  const words = useWords().people;
  const { columns } = words;
  const headings = [columns.number, columns.name, columns.role, columns.position, columns.unit];
  const details = [columns.hours, columns.accounts];
  return (
    <table className="plain-table" aria-label={words.table}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
          {details.map((heading) => (
            <th key={heading} scope="col" className="people-detail">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} data-chosen={person.id === chosen}>
            <td className="quiet">{person.number}</td>
            <th scope="row">
              <button
                type="button"
                className="plain-button people-name"
                aria-pressed={person.id === chosen}
                onClick={() => onChoose(person.id)}
              >
                {person.name}
              </button>
              {person.pseudonym === null ? null : (
                <span className="small quiet people-pseudonym">{words.printedAs(person.pseudonym)}</span>
              )}
            </th>
            <td>{words.roles[person.caseRole]}</td>
            <td>{positionWords(person, words.occupations)}</td>
            <td>{unitWords(person, unitNames, words.noUnit)}</td>
            <td className="people-detail">{hoursWords(person, words.noHours)}</td>
            <td className="people-detail">{accountWords(person, words.noAccounts, words.platforms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function positionWords(person: Person, occupations: Readonly<Record<Person['occupation'], string>>): string {
  const occupation = occupations[person.occupation];
  return person.position === null ? occupation : person.position;
}

/** Students, parents and others outside the staff have neither unit nor working hours to enter. */
function isStaff(person: Person): boolean {
  return person.caseRole === 'respondent' || !['student', 'parent', 'unknown'].includes(person.occupation);
}

function unitWords(person: Person, names: ReadonlyMap<string, string>, none: string) {
  if (person.unit === null) return isStaff(person) ? <span className="quiet">{none}</span> : null;
  return names.get(person.unit) ?? person.unit;
}

function hoursWords(person: Person, none: string) {
  if (person.workingHours.length === 0) return isStaff(person) ? <span className="quiet">{none}</span> : null;
  return person.workingHours.map(({ days, from, to }) => `${days} ${from}–${to}`).join(', ');
}

function accountWords(person: Person, none: string, platforms: Readonly<Record<string, string>>) {
  if (person.accounts.length === 0) return <span className="quiet">{none}</span>;
  return person.accounts
    .map(({ handle, platform }) =>
      platform === null ? handle : `${handle} (${platforms[platform.toLowerCase()] ?? platform})`,
    )
    .join(', ');
}
