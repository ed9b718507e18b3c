import { Button } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { CopyMade } from '../../../contract/custody.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { CopyDialog } from './copy-dialog.tsx';

/** Every copy that was made for somebody, newest first, and the way to make another. */
export function CopiesPanel() {
  const words = useWords().record.copies;
  const [asking, setAsking] = useState(false);
  const copies = useQueryCall('copy.list', {});
  useActions([{ id: 'record.copy', label: words.make, group: 'here', run: () => setAsking(true) }]);
  return (
    <section className="panel stack" aria-labelledby="copies">
      <div>
        <h2 id="copies">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {copies.value === null ? null : <Copies copies={copies.value.toReversed()} />}
      <div>
        <Button variant="default" leftSection={<IconCopyCheck size={14} aria-hidden />} onClick={() => setAsking(true)}>
          {words.make}
        </Button>
      </div>
      <CopyDialog opened={asking} onClose={() => setAsking(false)} />
    </section>
  );
}

function Copies({ copies }: { readonly copies: readonly CopyMade[] }) {
  const words = useWords().record.copies;
  if (copies.length === 0) return <p>{words.none}</p>;
  return (
    <ul className="copy-list stack-close">
      {copies.map((copy) => (
        <li key={copy.id}>
          <div className="copy-head">
            <strong>{words.audiences[copy.audience].label}</strong>
            <TimestampText at={copy.at} />
          </div>
          <p className="small quiet">
            {copy.to === null ? null : `${words.receivedBy(copy.to)} `}
            {words.asFarAs(copy.entries)} {words.leftOut(copy.withheld.reduce((sum, { count }) => sum + count, 0))}
          </p>
        </li>
      ))}
    </ul>
  );
}
