import { IconDownload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { useWords } from '../../words/use-words.ts';

interface DropAreaProps {
  readonly onPaths: (paths: readonly string[]) => void;
  readonly children: ReactNode;
}

/** The whole screen takes files; whoever cannot drag has the button and the palette. */
export function DropArea({ onPaths, children }: DropAreaProps) {
  const words = useWords().evidence;
  const os = useOs();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const paths = [...event.dataTransfer.files].flatMap((file) => os.pathOf(file) ?? []);
    if (paths.length > 0) onPaths(paths);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false);
  };
  return (
    <section
      className="screen drop-area"
      aria-label={words.title}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      {children}
      {over ? (
        <div className="drop-veil">
          <IconDownload size={28} stroke={1.4} aria-hidden />
          <p className="drop-title">{words.drop}</p>
          <p>{words.dropAbout}</p>
        </div>
      ) : null}
    </section>
  );
}
