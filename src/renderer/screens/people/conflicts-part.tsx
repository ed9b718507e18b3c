import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '../../../contract/person.ts';
import type { Conflict } from '../../../contract/person-records.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { ConflictForm } from './conflict-form.tsx';
import { RecordLine, RecordsPart } from './record-line.tsx';

/** Conflicts of interest of one person, and what was done about each. */
export function ConflictsPart({ person, open }: { readonly person: Person; readonly open: boolean }) {
  const words = useWords().personRecords.conflicts;
  const list = useQueryCall('conflict.list', { personId: person.id });
  const people = useQueryCall('person.list', {});
  const unsettled = (list.value ?? []).some(({ handled }) => handled === 'open');
  const [adding, setAdding] = useState(open && !unsettled);
  const [settling, setSettling] = useState<string | null>(null);
  if (list.state === 'failed') return <ErrorNotice error={list.error} />;
  const names = new Map((people.value ?? []).map(({ id, name }) => [id, name]));
  return (
    <RecordsPart
      title={words.title}
      about={words.about}
      none={words.none}
      add={words.add}
      any={(list.value ?? []).length > 0}
      adding={adding}
      onAdd={() => setAdding(true)}
      form={<ConflictForm person={person} settles={null} onDone={() => setAdding(false)} />}
    >
      {(list.value ?? []).map((conflict) => (
        <ConflictLine
          key={conflict.id}
          conflict={conflict}
          person={person}
          toward={conflict.towardId === null ? words.towardMatter : (names.get(conflict.towardId) ?? '')}
          settling={settling === conflict.id}
          onSettle={(on) => setSettling(on ? conflict.id : null)}
        />
      ))}
    </RecordsPart>
  );
}

interface ConflictLineProps {
  readonly conflict: Conflict;
  readonly person: Person;
  readonly toward: string;
  readonly settling: boolean;
  readonly onSettle: (on: boolean) => void;
}

function ConflictLine({ conflict, person, toward, settling, onSettle }: ConflictLineProps) {
  const words = useWords().personRecords.conflicts;
  const withdraw = useCommandCall('conflict.withdraw');
  const isOpen = conflict.handled === 'open';
  return (
    <RecordLine
      withdrawTitle={words.withdrawOf(conflict.words)}
      busy={withdraw.busy}
      error={withdraw.error}
      onWithdraw={async (reason) => (await withdraw.run({ id: conflict.id, reason })) !== null}
      actions={
        isOpen && !settling ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.settleOf(conflict.words)}
            onClick={() => onSettle(true)}
          >
            {words.settle}
          </Button>
        ) : null
      }
    >
      <p className="row">
        <span className="chip" data-tone={isOpen ? 'attention' : 'done'}>
          {words.handledWords[conflict.handled]}
        </span>
        <span className="small quiet">
          {words.kinds[conflict.kind]}: {toward}
        </span>
      </p>
      <p>{conflict.words}</p>
      {conflict.handling === null ? null : <p className="small">{conflict.handling}</p>}
      {settling ? <ConflictForm person={person} settles={conflict} onDone={() => onSettle(false)} /> : null}
    </RecordLine>
  );
}
