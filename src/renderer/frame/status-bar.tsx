import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarQuestion,
  IconCircleCheck,
  IconFileAlert,
  IconFingerprint,
  IconReceipt,
  IconSparkles,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseState } from '../../contract/case.ts';
import type { JobState } from '../../contract/wire.ts';
import { useCommandCall, useJobs } from '../engine/use-call.ts';
import type { Words } from '../words/index.ts';
import { useWords } from '../words/use-words.ts';
import { useNavigation } from './navigation.tsx';

interface StatusBarProps {
  readonly state: CaseState;
  readonly onCancelJob: () => void;
}

export function StatusBar({ state, onCancelJob }: StatusBarProps) {
  const words = useWords().frame;
  return (
    <section className="status-bar" aria-label={words.statusBar}>
      <JobLine onCancel={onCancelJob} />
      <Needs state={state} />
      <span className="status-bar-end">
        {state.districtName === null ? null : <span className="clipped">{state.districtName}</span>}
        <Tooltip label={words.fingerprintAbout}>
          <FingerprintButton fingerprint={state.fingerprint} />
        </Tooltip>
      </span>
    </section>
  );
}

function FingerprintButton({ fingerprint, ...rest }: { readonly fingerprint: string }) {
  const words = useWords().frame;
  const { go } = useNavigation();
  const short = fingerprint
    .slice(0, 8)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <button
      {...rest}
      type="button"
      className="status-bar-item"
      aria-label={words.fingerprint(short)}
      onClick={() => go('record')}
    >
      <IconFingerprint size={14} aria-hidden />
      <code>{short}</code>
    </button>
  );
}

function Needs({ state }: { readonly state: CaseState }) {
  const words = useWords().frame.needs;
  const { go } = useNavigation();
  const { suggestionsOpen, notRead, described, withoutReceipt, datesOpen } = state.counts;
  if (suggestionsOpen + notRead + withoutReceipt + datesOpen === 0) {
    return (
      <span className="status-bar-item">
        <IconCircleCheck size={14} aria-hidden />
        {words.nothing}
      </span>
    );
  }
  return (
    <>
      {suggestionsOpen === 0 ? null : (
        <button type="button" className="status-bar-item" onClick={() => go('evidence', { only: 'suggested' })}>
          <IconSparkles size={14} aria-hidden />
          {words.suggestions(suggestionsOpen)}
        </button>
      )}
      {datesOpen === 0 ? null : (
        <button
          type="button"
          className="status-bar-item"
          data-tone="attention"
          onClick={() => go('evidence', { files: 'dates' })}
        >
          <IconCalendarQuestion size={14} aria-hidden />
          {words.dates(datesOpen)}
        </button>
      )}
      {notRead === 0 ? null : (
        <button
          type="button"
          className="status-bar-item"
          data-tone={described === notRead ? undefined : 'attention'}
          onClick={() => go('evidence', { files: 'not-read' })}
        >
          <IconFileAlert size={14} aria-hidden />
          {words.notRead(notRead, described)}
        </button>
      )}
      {withoutReceipt === 0 ? null : (
        <button
          type="button"
          className="status-bar-item"
          data-tone="attention"
          onClick={() => go('evidence', { files: 'no-receipt' })}
        >
          <IconReceipt size={14} aria-hidden />
          {words.withoutReceipt(withoutReceipt)}
        </button>
      )}
    </>
  );
}

function JobLine({ onCancel }: { readonly onCancel: () => void }) {
  const words = useWords().frame.job;
  const jobs = useJobs();
  const [away, setAway] = useState<string | null>(null);
  const job = jobs.find(isOpen) ?? jobs.at(-1);
  if (job === undefined || job.id === away) return null;
  if (isOpen(job)) return <RunningJob job={job} onCancel={onCancel} />;
  return (
    <span className="status-bar-job" role="status">
      {job.state === 'done' ? <IconCircleCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      <span className="clipped">{job.result ?? job.title}</span>
      <button type="button" className="status-bar-item" aria-label={words.dismiss} onClick={() => setAway(job.id)}>
        <IconX size={13} aria-hidden />
      </button>
    </span>
  );
}

function isOpen({ state }: JobState): boolean {
  return state === 'running' || state === 'paused';
}

function RunningJob({ job, onCancel }: { readonly job: JobState; readonly onCancel: () => void }) {
  const words = useWords().frame.job;
  const count = words.progress(job.title, job.done, job.total);
  const said = job.state === 'paused' ? words.paused(count) : count;
  return (
    <span className="status-bar-job">
      <progress className="job-bar" aria-label={said} value={job.done} max={Math.max(job.total, 1)} />
      <span className="clipped" title={job.current ?? undefined}>
        {said}
        <span className="quiet">{amountOf(job, words)}</span>
      </span>
      {/* Only an import counts bytes, and only an import can rest. */}
      {job.bytes === null ? null : <PauseButton job={job} />}
      <button type="button" className="link-button" onClick={onCancel}>
        {words.cancel}
      </button>
    </span>
  );
}

function amountOf(job: JobState, words: Words['frame']['job']): string {
  const parts = [
    job.bytes === null || job.bytes.total === 0 ? null : words.bytes(job.bytes.done, job.bytes.total),
    job.secondsLeft === null || job.state === 'paused' ? null : words.left(job.secondsLeft),
    job.current,
  ];
  return parts.map((part) => (part === null ? '' : ` · ${part}`)).join('');
}

function PauseButton({ job }: { readonly job: JobState }) {
  const words = useWords().frame.job;
  const { pause, resume } = usePausing();
  const paused = job.state === 'paused';
  return (
    <button type="button" className="link-button" onClick={paused ? resume : pause}>
      {paused ? words.resume : words.pause}
    </button>
  );
}

function usePausing() {
  const pause = useCommandCall('intake.pause');
  const resume = useCommandCall('intake.resume');
  return { pause: () => void pause.run({}), resume: () => void resume.run({}) };
}
