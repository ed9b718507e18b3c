import { type RefObject, useState } from 'react';
import { useWords } from '../../../words/use-words.ts';

interface MediaPlayerProps {
  readonly evidenceId: string;
  readonly name: string;
  readonly sound: boolean;
  readonly player: RefObject<HTMLMediaElement | null>;
  /** Told where the playing stands, in seconds. */
  readonly onTime?: (seconds: number) => void;
}

/** Sound and video out of the case file, never out of a network. A video shows its first picture before it is played. */
export function MediaPlayer({ evidenceId, name, sound, player, onTime }: MediaPlayerProps) {
  const words = useWords().reading.media;
  const [cannot, setCannot] = useState(false);
  if (cannot) return <p className="media-cannot">{words.cannot}</p>;
  const address = `evidence://media/${encodeURIComponent(evidenceId)}`;
  const shared = {
    ref: (element: HTMLMediaElement | null) => {
      player.current = element;
    },
    controls: true,
    preload: 'metadata',
    onError: () => setCannot(true),
    onTimeUpdate: () => onTime?.(player.current?.currentTime ?? 0),
  } as const;
  // What is said stands beside the player as text, as soon as a person has written it down.
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
