import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CaseState } from '../../contract/case.ts';
import { useOs } from '../engine/os.tsx';
import { useJobs, useQueryCall } from '../engine/use-call.ts';
import { useWords } from '../words/use-words.ts';

/** Whoever is there is warned so long before (WCAG 2.2.1: time can be extended with a simple action). */
const WARNING = 60;
const LOOKED_AT_EVERY = 1000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

interface AutoLockProps {
  readonly state: CaseState;
  readonly onLock: () => void;
}

/** Locks an encrypted case that nobody touches, after a warning; nothing for a case that is not encrypted. */
export function AutoLock({ state, onLock }: AutoLockProps) {
  const settings = useQueryCall('lock.settings', {});
  const minutes = state.encrypted ? (settings.value?.minutes ?? null) : null;
  useComputerLocked(minutes !== null, onLock);
  return minutes === null ? null : <Watch minutes={minutes} onLock={onLock} />;
}

function Watch({ minutes, onLock }: { readonly minutes: number; readonly onLock: () => void }) {
  const words = useWords().caseFile.lock;
  const parts = useWords().parts;
  const busy = useJobs().some((job) => job.state === 'running');
  const left = useSecondsLeft(minutes * 60);
  const due = left <= 0 && !busy;
  const lock = useRef(onLock);
  useEffect(() => {
    lock.current = onLock;
  });
  useEffect(() => {
    if (due) lock.current();
  }, [due]);
  const shown = left > 0 && left <= WARNING && !busy;
  return (
    <Modal
      opened={shown}
      onClose={() => undefined}
      title={words.warnTitle}
      closeButtonProps={{ 'aria-label': parts.close }}
    >
      <div className="stack">
        {/* Not spoken every second: the number at the beginning is enough. */}
        <p aria-live="off">{words.warn(left)}</p>
        <div className="row dialog-buttons">
          <Button data-autofocus>{words.stay}</Button>
        </div>
      </div>
    </Modal>
  );
}

/** Seconds until nobody has touched the window for so long; any input winds it up again. */
function useSecondsLeft(seconds: number): number {
  const last = useRef(Date.now());
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const look = () => {
      const now = Math.ceil(seconds - (Date.now() - last.current) / 1000);
      // Drawn again only where it is seen.
      setLeft((before) => (now > WARNING && before > WARNING ? before : now));
    };
    const touched = () => {
      last.current = Date.now();
      look();
    };
    const timer = setInterval(look, LOOKED_AT_EVERY);
    for (const input of INPUTS) window.addEventListener(input, touched, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const input of INPUTS) window.removeEventListener(input, touched, { capture: true });
    };
  }, [seconds]);
  return left;
}

/** The computer's own lock, or its lid, locks the case too. */
function useComputerLocked(on: boolean, onLock: () => void): void {
  const os = useOs();
  useEffect(() =>
    os.onMenu((command) => {
      if (command === 'computer-locked' && on) onLock();
    }),
  );
}
