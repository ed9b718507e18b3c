import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput } from '../../../contract/calls.ts';
import type { Person, PersonMerge } from '../../../contract/person.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** Entries that may be one person, and those that were merged: above the table, quiet until somebody looks. */
export function LikelySamePart({ people }: { readonly people: readonly Person[] }) {
  const words = useWords().personRecords.merge;
  const pairs = useQueryCall('person.likely-same', {});
  const merges = useQueryCall('person.merges', {});
  const [shown, setShown] = useState(false);
  const [atHand, setAtHand] = useState<{ readonly a: Person; readonly b: Person } | null>(null);
  const byId = new Map(people.map((person) => [person.id, person]));
  const found = (pairs.value ?? []).flatMap(({ a, b, because }) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    return one === undefined || other === undefined ? [] : [{ a: one, b: other, because }];
  });
  return (
    <>
      {found.length === 0 ? null : (
        <section className="people-same stack-close" aria-label={words.likely(found.length)}>
          <p className="row">
            <IconUsersGroup size={16} aria-hidden />
            <span>{words.likely(found.length)}</span>
            <button type="button" className="link-button" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? words.hide : words.show}
            </button>
          </p>
          <ul className="record-lines" hidden={!shown}>
            {found.map(({ a, b, because }) => (
              <li key={`${a.id} ${b.id}`} className="record-line">
                <div className="stack-close record-line-words">
                  <p>
                    {a.name} · {b.name}
                  </p>
                  <p className="small quiet">{because.join(' ')}</p>
                </div>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={words.mergeOf(a.name, b.name)}
                  onClick={() => setAtHand({ a, b })}
                >
                  {words.merge}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Merged merges={merges.value ?? []} byId={byId} />
      {atHand === null ? null : (
        <MergeDialog person={atHand.a} other={atHand.b} people={people} onDone={() => setAtHand(null)} />
      )}
    </>
  );
}

interface MergedProps {
  readonly merges: readonly PersonMerge[];
  readonly byId: ReadonlyMap<string, Person>;
}

function Merged({ merges, byId }: MergedProps) {
  const words = useWords().personRecords.merge;
  const part = useCommandCall('person.part');
  const [asking, setAsking] = useState<PersonMerge | null>(null);
  const [done, setDone] = useState<CallOutput<'person.part'> | null>(null);
  const nameOf = (merge: PersonMerge) => byId.get(merge.kept)?.name ?? '';
  if (merges.length === 0 && done === null) return null;
  return (
    <section className="people-same stack-close" aria-label={words.merged}>
      {done === null ? null : (
        <p role="status">
          {words.parted(done.moved)} {done.stayed.map((what) => words.stayed(what)).join(' ')}
        </p>
      )}
      <ul className="record-lines">
        {merges.map((merge) => (
          <li key={merge.id} className="record-line">
            <div className="stack-close record-line-words">
              <p>{words.mergedLine(merge.merged.name, nameOf(merge), merge.moved)}</p>
              <p className="small quiet">
                {merge.reason} ({merge.by})
              </p>
            </div>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={words.partOf(merge.merged.name, nameOf(merge))}
              onClick={() => setAsking(merge)}
            >
              {words.part}
            </Button>
          </li>
        ))}
      </ul>
      <ReasonDialog
        opened={asking !== null}
        title={asking === null ? '' : words.partOf(asking.merged.name, nameOf(asking))}
        about={words.partAbout}
        action={words.part}
        busy={part.busy}
        error={part.error}
        onCancel={() => setAsking(null)}
        onReason={(reason) =>
          void part.run({ id: asking?.id ?? '', reason }).then((parted) => {
            if (parted === null) return;
            setDone(parted);
            setAsking(null);
          })
        }
      />
    </section>
  );
}
