import { type RefObject, useEffect, useState } from 'react';
import { useWords } from '../../../words/use-words.ts';
import type { Cue } from './cues.ts';

interface MediaPlayerProps {
  readonly evidenceId: string;
  readonly name: string;
  readonly sound: boolean;
  readonly player: RefObject<HTMLMediaElement | null>;
  /** What is said in it and when: captions that were handed in with it, or a person's transcript. */
  readonly cues?: readonly Cue[];
  /** Told where the playing stands, in seconds. */
  readonly onTime?: (seconds: number) => void;
}

/** Sound and video out of the case file, never out of a network. A video shows its first picture before it is played. */
export function MediaPlayer({ evidenceId, name, sound, player, cues = none, onTime }: MediaPlayerProps) {
  const words = useWords().reading.media;
  const [cannot, setCannot] = useState(false);
  const [element, setElement] = useState<HTMLMediaElement | null>(null);
  useEffect(
    () => (element === null ? undefined : showCues(element, cues, words.captions)),
    [element, cues, words.captions],
  );
  if (cannot) return <p className="media-cannot">{words.cannot}</p>;
  const address = `evidence://media/${encodeURIComponent(evidenceId)}`;
  const shared = {
    ref: (next: HTMLMediaElement | null) => {
      player.current = next;
      setElement(next);
    },
    controls: true,
    preload: 'metadata',
    onError: () => setCannot(true),
    onTimeUpdate: () => onTime?.(player.current?.currentTime ?? 0),
  } as const;
  // Stands for the captions in the page; the words themselves come from the case and not from an address.
  const track = <track kind="captions" label={words.captions} />;
  if (sound) {
    return (
      <audio {...shared} className="media-sound" src={address} aria-label={words.sound(name)}>
        {track}
      </audio>
    );
  }
  return (
    // A moment after the beginning: the very first picture of many films is black.
    <video {...shared} className="media-video" src={`${address}#t=0.1`} aria-label={words.video(name)}>
      {track}
    </video>
  );
}

const none: readonly Cue[] = [];

/** One track of words for each player: the browser has no way to take a track away again. */
const tracks = new WeakMap<HTMLMediaElement, TextTrack>();

/** Lays the words over the picture while they are said; a person turns them off in the player itself. */
function showCues(element: HTMLMediaElement, cues: readonly Cue[], label: string): () => void {
  if (cues.length === 0) return () => undefined;
  const track = tracks.get(element) ?? element.addTextTrack('captions', label);
  tracks.set(element, track);
  track.mode = 'showing';
  const added = cues.map(({ from, until, words }) => new VTTCue(from, until, words));
  for (const cue of added) track.addCue(cue);
  return () => {
    // A disabled track has no cues to take out of it.
    track.mode = 'hidden';
    for (const cue of added) track.removeCue(cue);
  };
}
