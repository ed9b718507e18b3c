import { IconFlask } from '@tabler/icons-react';
import type { JobState } from '../../../contract/wire.ts';
import { useWords } from '../../words/use-words.ts';

/** In place of the next action, as long as the sample incident is still being carried through. */
export function CarryingPanel({ job }: { readonly job: JobState }) {
  const words = useWords().overview.carrying;
  const said = words.at(job.done, job.total, job.current);
  return (
    <section className="panel overview-next-panel stack-close" aria-label={words.title}>
      <h2>
        <IconFlask size={18} aria-hidden /> {words.title}
      </h2>
      <p>{words.about}</p>
      <p className="row" role="status">
        <progress className="job-bar" aria-label={said} value={job.done} max={Math.max(job.total, 1)} />
        {said}
      </p>
    </section>
  );
}
