import { useMemo, useRef, useState } from 'react';
import type { EvidenceRow } from '../../../../contract/evidence.ts';
import type { ItemRow } from '../../../../contract/item-view.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { useWords } from '../../../words/use-words.ts';
import { isSound } from '../not-read/not-read-view.tsx';
import { TranscriptList } from '../not-read/transcript-list.tsx';
import { clockOf, cuesOfCaptions, cuesOfTranscript, secondsOf } from './cues.ts';
import { MediaPlayer } from './media-player.tsx';
import type { OpenItem } from './use-item.ts';
import '../dates/dates.css';

/** A recording that is played out of the case file, with what is said in it beside: captions handed in with it, and a person's transcript. */
export function RecordingView({ item }: { readonly item: OpenItem }) {
  const { row } = item.view;
  const files = useQueryCall('evidence.list', {});
  const player = useRef<HTMLMediaElement | null>(null);
  const [now, setNow] = useState(0);
  const own = (files.value ?? []).find(({ id }) => id === row.evidenceId);
  const captions = own === undefined ? null : captionsOf(own, files.value ?? []);
  const read = useQueryCall(
    'item.page',
    { filter: { evidenceId: captions?.id ?? '' }, sort: 'source', limit: 500 },
    { enabled: captions !== null },
  );
  const written = useQueryCall('transcript.list', { evidenceId: row.evidenceId });
  // A person's own words take the place of captions that came from elsewhere.
  const cues = useMemo(() => {
    const transcript = (written.value ?? []).find(({ withdrawn, kind }) => !withdrawn && kind === 'transcript');
    const heard = transcript === undefined ? [] : cuesOfTranscript(transcript.lines);
    return heard.length > 0 ? heard : cuesOfCaptions(read.value?.rows ?? []);
  }, [written.value, read.value]);
  if (own === undefined) return null;
  return (
    <section className="stack recording">
      <MediaPlayer
        evidenceId={own.id}
        name={own.name}
        sound={isSound(own.outcome?.format ?? null)}
        player={player}
        cues={cues}
        onTime={setNow}
      />
      {captions === null ? null : (
        <Captions name={captions.name} rows={read.value?.rows ?? []} now={now} player={player} />
      )}
      <TranscriptList evidenceId={own.id} timed player={player} />
    </section>
  );
}

/** A caption file lies beside its recording and has its name: `party.mp4` and `party.srt` or `party.en.vtt`. */
function captionsOf(own: EvidenceRow, files: readonly EvidenceRow[]): EvidenceRow | null {
  const stem = own.name.replace(/\.[^.]+$/, '').toLowerCase();
  const beside = files.filter(
    ({ name, parentId, outcome }) =>
      parentId === own.parentId &&
      /^(?:srt|vtt|captions)$/.test(outcome?.format ?? '') &&
      name.replace(/(?:\.[a-z]{2}(?:-[a-z]+)?)?\.[^.]+$/i, '').toLowerCase() === stem,
  );
  return beside[0] ?? null;
}

interface CaptionsProps {
  readonly name: string;
  readonly rows: readonly ItemRow[];
  readonly now: number;
  readonly player: { readonly current: HTMLMediaElement | null };
}

function Captions({ name, rows, now, player }: CaptionsProps) {
  const words = useWords().reading.media;
  const { set } = useNavigation();
  return (
    <section className="stack-close" aria-label={words.captions}>
      <h3>
        {words.captions} <span className="quiet small">{words.capturedIn(name)}</span>
      </h3>
      <ol className="transcript-lines captions">
        {rows.map((row, at) => {
          const from = secondsOf(row);
          const until = rows[at + 1] === undefined ? Number.POSITIVE_INFINITY : secondsOf(rows[at + 1] ?? row);
          return (
            <li key={row.id} data-now={now > 0 && now >= from && now < until}>
              <button
                type="button"
                className="link-button transcript-time"
                onClick={() => {
                  if (player.current !== null) player.current.currentTime = from;
                }}
              >
                {clockOf(row)}
              </button>
              <button type="button" className="transcript-words" onClick={() => set({ item: row.id })}>
                {row.author === null ? null : <strong>{row.author}: </strong>}
                <span className="reading">{row.snippet}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
