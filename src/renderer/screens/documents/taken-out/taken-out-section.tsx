import { useState } from 'react';
import type { CallInput } from '../../../../contract/calls.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type Decision, DecisionDialog } from './decision-dialog.tsx';
import { PicturesPart } from './pictures-part.tsx';
import { RemovalItem, type RemovalRow } from './removal-item.tsx';
import { WordsForm } from './words-form.tsx';

interface TakenOutSectionProps {
  readonly address: CallInput<'redaction.view'>;
  readonly onPicture: (evidenceId: string) => void;
}

interface Asked {
  readonly key: string | null;
  readonly words: string;
  readonly shown: string | null;
  readonly decision: 'remove' | 'keep';
  readonly what: RemovalRow['what'];
  readonly reason: string;
  readonly ground: string;
}

/** What the chosen audience does not receive of this document, and why; suggestions wait for a person. */
export function TakenOutSection({ address, onPicture }: TakenOutSectionProps) {
  const words = useWords().takenOut;
  const view = useQueryCall('redaction.view', address, { keepPrevious: true });
  const decide = useCommandCall('redaction.decide');
  const takeBack = useCommandCall('redaction.withdraw');
  const [asked, setAsked] = useState<Asked | null>(null);
  const audience = view.value?.profile.id ?? 'district';
  const done = async ({ reason, ground, audiences }: Decision) => {
    if (asked === null || decide.busy) return;
    const { key, words: about, shown, decision, what } = asked;
    const kept = await decide.run({ key, words: about, shown, decision, what, reason, ground, audiences });
    if (kept !== null) setAsked(null);
  };
  const removals = sorted(view.value?.removals ?? []);
  return (
    <section className="stack-close" aria-labelledby="taken-out">
      <h2 id="taken-out">{words.title}</h2>
      {view.state === 'failed' ? <ErrorNotice error={view.error} /> : null}
      {view.state === 'loading' ? <p className="quiet">{words.loading}</p> : null}
      {view.state === 'ready' ? (
        <>
          <p className="small quiet">{view.value.profile.about}</p>
          <p className="small" role="status">
            {removals.length === 0 ? words.none : words.counts(placesIn(removals), removals.filter(isOffered).length)}
          </p>
          {takeBack.error === null ? null : <ErrorNotice error={takeBack.error} />}
          <ul className="removals">
            {removals.map((row) => (
              <RemovalItem
                key={row.key}
                row={row}
                onDecide={(about, decision) => setAsked(askedOf(about, decision))}
                onTakeBack={(id) => void takeBack.run({ id })}
              />
            ))}
          </ul>
          <WordsForm onWords={(about, shown) => setAsked({ ...ownWords, words: about, shown })} />
          <PicturesPart view={view.value} onOpen={onPicture} />
        </>
      ) : null}
      <DecisionDialog
        asked={
          asked === null
            ? null
            : {
                title:
                  asked.decision === 'remove'
                    ? words.decision.titleOut(asked.words)
                    : words.decision.titleIn(asked.words),
                takesOut: asked.decision === 'remove',
                reason: asked.reason,
                ground: asked.ground,
              }
        }
        audience={audience}
        busy={decide.busy}
        error={decide.error}
        onCancel={() => setAsked(null)}
        onDecide={(decision) => void done(decision)}
      />
    </section>
  );
}

const ownWords = {
  key: null,
  decision: 'remove',
  what: 'words',
  reason: '',
  ground: 'student-privacy',
} as const;

function askedOf(row: RemovalRow, decision: Asked['decision']): Asked {
  return {
    key: row.key,
    words: row.words,
    shown: null,
    decision,
    what: row.what,
    reason: decision === 'remove' ? row.reason : '',
    ground: row.ground.id,
  };
}

const isOffered = ({ state }: RemovalRow): boolean => state === 'offered';

/** What is open comes first, then what goes, then what a person left in. */
function sorted(rows: readonly RemovalRow[]): readonly RemovalRow[] {
  const order = { offered: 0, removed: 1, kept: 2 } as const;
  return [...rows].sort((a, b) => order[a.state] - order[b.state]);
}

function placesIn(rows: readonly RemovalRow[]): number {
  return rows.reduce((sum, { state, times }) => sum + (state === 'removed' ? times : 0), 0);
}
