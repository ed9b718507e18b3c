import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import type { Transcript } from '../../../../contract/not-read.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { TranscriptForm } from './transcript-form.tsx';
import { clockWords } from './transcript-lines.ts';

interface TranscriptListProps {
  readonly evidenceId: string;
  readonly timed: boolean;
  readonly player: RefObject<HTMLMediaElement | null>;
}

/** What people wrote down of one file, and the form that adds to it. */
export function TranscriptList({ evidenceId, timed, player }: TranscriptListProps) {
  const words = useWords().reading.transcript;
  const list = useQueryCall('transcript.list', { evidenceId });
  const [writing, setWriting] = useState(false);
  const standing = (list.value ?? []).filter(({ withdrawn }) => !withdrawn);
  const earlier = (list.value ?? []).filter(({ withdrawn }) => withdrawn);
  const [before = null] = standing;
  return (
    <section className="stack">
      {standing.map((transcript) => (
        <StandingTranscript key={transcript.id} transcript={transcript} player={player} />
      ))}
      {writing ? (
        <TranscriptForm
          evidenceId={evidenceId}
          timed={timed}
          before={before}
          player={player}
          onDone={() => setWriting(false)}
        />
      ) : (
        <div>
          <Button variant={before === null ? 'filled' : 'default'} onClick={() => setWriting(true)}>
            {before === null ? words.write : words.again}
          </Button>
        </div>
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>
            {words.withdrawn} ({earlier.length})
          </summary>
          {earlier.map((transcript) => (
            <div key={transcript.id} className="transcript-earlier quiet">
              <TranscriptHead transcript={transcript} />
              <p className="reading">{transcript.lines.map((line) => line.words).join(' ')}</p>
              {transcript.withdrawnReason === null ? null : <p>{transcript.withdrawnReason}</p>}
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function StandingTranscript({
  transcript,
  player,
}: {
  readonly transcript: Transcript;
  readonly player: RefObject<HTMLMediaElement | null>;
}) {
  const words = useWords().reading;
  const { set } = useNavigation();
  const [leaving, setLeaving] = useState(false);
  return (
    <section className="transcript" aria-label={words.transcript.kindNames[transcript.kind]}>
      <TranscriptHead transcript={transcript} />
      <ol className="transcript-lines">
        {transcript.lines.map((line, at) => (
          // Lines have no name of their own; their place in the transcript is fixed.
          <li key={transcript.itemIds[at] ?? line.words}>
            {line.at === null ? (
              <span />
            ) : (
              <button
                type="button"
                className="link-button transcript-time"
                aria-label={words.media.jump(clockWords(line.at))}
                onClick={() => playFrom(player.current, line.at ?? 0)}
              >
                {clockWords(line.at)}
              </button>
            )}
            <button
              type="button"
              className="transcript-words"
              title={words.transcript.openLine}
              onClick={() => set({ files: null, item: transcript.itemIds[at] ?? null })}
            >
              {line.speaker === null ? null : <strong>{line.speaker}: </strong>}
              <span className="reading" dir="auto">
                {line.words}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div>
        <button type="button" className="link-button small" onClick={() => setLeaving(true)}>
          {words.transcript.takeBack}
        </button>
      </div>
      <TakeBack transcript={leaving ? transcript : null} onClose={() => setLeaving(false)} />
    </section>
  );
}

function TranscriptHead({ transcript }: { readonly transcript: Transcript }) {
  const words = useWords().reading.transcript;
  return (
    <p>
      <strong>{words.kindNames[transcript.kind]}</strong> {words.madeByWords(transcript.madeBy)}
      {transcript.language === null ? null : `, ${transcript.language}`}
      {transcript.complete ? null : (
        <>
          {' '}
          <span className="chip" data-tone="attention">
            {words.partOnly}
          </span>
        </>
      )}{' '}
      <span className="quiet small">
        <TimestampText at={transcript.at} />
        {transcript.consent === null ? null : `. ${words.consents[transcript.consent]}`}
      </span>
    </p>
  );
}

function TakeBack({ transcript, onClose }: { readonly transcript: Transcript | null; readonly onClose: () => void }) {
  const words = useWords().reading.transcript;
  const withdraw = useCommandCall('transcript.withdraw');
  const close = () => {
    withdraw.clear();
    onClose();
  };
  return (
    <ReasonDialog
      opened={transcript !== null}
      title={words.takeBackTitle}
      about={words.takeBackAbout}
      action={words.takeBack}
      busy={withdraw.busy}
      error={withdraw.error}
      onCancel={close}
      onReason={(reason) => {
        if (transcript === null) return;
        void withdraw.run({ id: transcript.id, reason }).then((done) => {
          if (done !== null) close();
        });
      }}
    />
  );
}

/** Plays from a mark a breath before it, so that the first word is heard. */
function playFrom(player: HTMLMediaElement | null, seconds: number): void {
  if (player === null) return;
  player.currentTime = Math.max(0, seconds - 0.3);
  void player.play().catch(() => undefined);
}
