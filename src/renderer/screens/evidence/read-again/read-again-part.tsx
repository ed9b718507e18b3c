import { Button } from '@mantine/core';
import { IconKey, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceRow, FileOutcome } from '../../../../contract/evidence.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ClauseCode } from '../../../parts/clause-code.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { UnlockDialog } from './unlock-dialog.tsx';

/** Reading a file a second time, with its password where it is encrypted, and the links that a new reading left behind. */
export function ReadAgainPart({ row }: { readonly row: EvidenceRow }) {
  const words = useWords().readAgain;
  const again = useCommandCall('evidence.read-again');
  const [asking, setAsking] = useState(false);
  const { outcome } = row;
  if (outcome === null || !outcome.kept || outcome.outcome === 'duplicate' || row.closed !== null) return null;
  return (
    <section className="stack-close">
      <h3>{words.heading}</h3>
      <p className="quiet">{words.about}</p>
      <div className="row">
        {isLocked(outcome) ? (
          <Button leftSection={<IconKey size={15} aria-hidden />} onClick={() => setAsking(true)}>
            {words.password.button}
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} aria-hidden />}
          loading={again.busy}
          onClick={() => {
            void again.run({ ids: [row.id] }).then((job) => {
              if (job !== null) tellDone(words.started);
            });
          }}
        >
          {words.button}
        </Button>
      </div>
      {again.error === null ? null : <ErrorNotice error={again.error} />}
      <LeftBehind evidenceId={row.id} />
      {asking ? <UnlockDialog evidenceId={row.id} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

/** Encrypted, and not opened yet: its reading asks for a password. */
function isLocked({ encrypted, error, warnings }: FileOutcome): boolean {
  return encrypted === true && [error ?? '', ...warnings].some((words) => words.includes('password'));
}

function LeftBehind({ evidenceId }: { readonly evidenceId: string }) {
  const words = useWords().readAgain.left;
  const all = useQueryCall('evidence.left-behind', {});
  const links = (all.value ?? []).filter((link) => link.evidenceId === evidenceId);
  if (links.length === 0) return null;
  return (
    <div className="flag-notice" data-tone="late" role="note">
      <p>
        <strong>{words.heading(links.length)}</strong>
      </p>
      <p>{words.about}</p>
      <ul>
        {links.map((link) => (
          <li key={link.mappingId}>
            <ClauseCode policy={link.policy} clause={link.clause} /> {link.words}
          </li>
        ))}
      </ul>
    </div>
  );
}
