import type { Person } from '../../../contract/person.ts';
import { useWords } from '../../words/use-words.ts';
import { ApprovalsPart } from './approvals-part.tsx';
import { ConflictsPart } from './conflicts-part.tsx';
import { NoticesPart } from './notices-part.tsx';

interface PersonRecordsProps {
  readonly person: Person;
  /** The form to begin with, where somebody came to fill it in. */
  readonly open: string | null;
}

/** What is on file about a person beside the form: proofs of notice, approvals, conflicts of interest. */
export function PersonRecords({ person, open }: PersonRecordsProps) {
  const words = useWords().personRecords.records;
  const isStaff = person.caseRole === 'respondent' || !['student', 'parent'].includes(person.occupation);
  if (!isStaff) return null;
  return (
    <section className="person-records stack" aria-label={words.title(person.name)}>
      <h2>{words.title(person.name)}</h2>
      <NoticesPart person={person} open={open === 'notice'} />
      <ApprovalsPart person={person} open={open === 'approval'} />
      <ConflictsPart person={person} open={open === 'conflict'} />
    </section>
  );
}
