import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { usePaneWidth } from '../frame/preferences.ts';
import './parts.css';

interface SplitPaneProps {
  /** Under this name the width is remembered on this computer. */
  readonly name: string;
  /** What the separator changes, for a screen reader. */
  readonly label: string;
  /** The first pane's share in percent until a person moves the line. */
  readonly share?: number;
  readonly start: ReactNode;
  readonly end: ReactNode;
}

const least = 20;
const most = 80;
const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -2,
  ArrowRight: 2,
  Home: least - most,
  End: most - least,
};

/** Focusable, because the arrow keys move it. */
const asMovableLine = { tabIndex: 0 };

/** Two panes with a movable line between them; the share of the first, in percent, is remembered. */
export function SplitPane({ name, label, share: usual = 54, start, end }: SplitPaneProps) {
  const [share, setShare] = usePaneWidth(name, usual);
  const box = useRef<HTMLDivElement>(null);
  const move = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const rect = box.current?.getBoundingClientRect();
    if (rect !== undefined) setShare(within(((event.clientX - rect.left) / rect.width) * 100));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setShare(within(share + step));
  };
  return (
    <div ref={box} className="split-pane" style={shareStyle(share)}>
      <div className="split-start">{start}</div>
      <hr
        className="split-line"
        {...asMovableLine}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={Math.round(share)}
        aria-valuemin={least}
        aria-valuemax={most}
        onKeyDown={onKeyDown}
        onDoubleClick={() => setShare(usual)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={move}
      />
      <div className="split-end">{end}</div>
    </div>
  );
}

function within(share: number): number {
  return Math.min(most, Math.max(least, share));
}

function shareStyle(share: number): Readonly<Record<`--${string}`, string>> {
  return { '--share': `${share}%` };
}
