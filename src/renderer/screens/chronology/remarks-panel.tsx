import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { CallOutput } from '../../../contract/calls.ts';
import { useWords } from '../../words/use-words.ts';

interface RemarksPanelProps {
  readonly remarks: CallOutput<'chronology.view'>['remarks'];
  /** Marks the entries on the line and brings the first into sight. */
  readonly onShow: (entries: readonly string[]) => void;
}

/** What on the line cannot be, or will be asked about: each leads to its places. */
export function RemarksPanel({ remarks, onShow }: RemarksPanelProps) {
  const words = useWords().chronology.remarks;
  if (remarks.length === 0) {
    return (
      <p className="row chronology-holds">
        <IconCheck size={16} aria-hidden /> {words.none}
      </p>
    );
  }
  return (
    <section className="chronology-remarks stack-close" aria-labelledby="remarks">
      <h2 id="remarks" className="row">
        <IconAlertTriangle size={18} aria-hidden /> {words.title(remarks.length)}
      </h2>
      <p className="small">{words.about}</p>
      <ul className="stack-close">
        {remarks.map((remark) => (
          <li key={`${remark.kind} ${remark.words}`} className="row-apart">
            <span>{remark.words}</span>
            <Button
              variant="default"
              size="compact-xs"
              aria-label={words.show(remark.words)}
              onClick={() => {
                onShow(remark.entries);
                document.getElementById(remark.entries[0] ?? '')?.scrollIntoView({ block: 'center' });
              }}
            >
              {words.showShort}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
