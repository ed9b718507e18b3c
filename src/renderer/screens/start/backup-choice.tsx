import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { Backup } from '../../../contract/backup.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { onThisClock } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';
import { caseName } from './use-case-opening.ts';

interface BackupChoiceProps {
  /** The case whose backups are listed; the file itself may be damaged or gone. */
  readonly casePath: string;
  readonly onOpen: (path: string) => void;
  readonly onLeave: () => void;
}

/** The backups of a case: one is laid down as a case of its own and opened. */
export function BackupChoice({ casePath, onOpen, onLeave }: BackupChoiceProps) {
  const all = useWords();
  const words = all.caseFile.takeBackup;
  const os = useOs();
  const backups = useQueryCall('backup.list', { casePath });
  const take = useCommandCall('backup.take');
  const open = async (backup: Backup) => {
    if (take.busy) return;
    const to = await os.placeCase(words.fileName(caseName(casePath), backup.at.slice(0, 10)));
    if (to === null) return;
    const laid = await take.run({ backup: backup.path, to });
    if (laid !== null) onOpen(laid.path);
  };
  return (
    <section className="panel stack" aria-labelledby="backup-choice">
      <div>
        <Button variant="subtle" size="compact-xs" leftSection={<IconArrowLeft size={14} />} onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
      <div className="stack-close">
        <h2 id="backup-choice">{words.title(caseName(casePath))}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {backups.state === 'loading' ? <p className="quiet">{words.loading}</p> : null}
      {backups.state === 'failed' ? <ErrorNotice error={backups.error} /> : null}
      {backups.state === 'ready' && backups.value.length === 0 ? <p>{words.none}</p> : null}
      <ul className="backup-choice">
        {(backups.value ?? []).map((backup) => {
          const when = localWords(onThisClock(backup.at), all.parts.moment);
          return (
            <li key={backup.path} className="row">
              <span className="stack-close">
                <span>
                  {when} <span className="quiet">{all.caseFile.backups.size(backup.bytes)}</span>
                </span>
                <span className="small quiet start-path">{backup.path}</span>
              </span>
              <Button
                variant="default"
                aria-label={words.open(when)}
                aria-disabled={take.busy}
                onClick={() => void open(backup)}
              >
                {take.busy ? words.busy : words.button}
              </Button>
            </li>
          );
        })}
      </ul>
      {take.error === null ? null : <ErrorNotice error={take.error} onDismiss={take.clear} />}
    </section>
  );
}
