import { Button } from '@mantine/core';
import { useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { useCaseOpened } from './use-case-opening.ts';

/** The invented incidents that come with the program; a copy is made, so that they can be tried without care. */
export function SampleIncidents() {
  const words = useWords().start.samples;
  const os = useOs();
  const samples = useQueryCall('sample.list', {});
  const open = useCommandCall('sample.open');
  const opened = useCaseOpened();
  const [opening, setOpening] = useState<string | null>(null);
  const start = async (sample: string) => {
    const path = await os.placeCase(words.fileName(sample));
    if (path === null) return;
    setOpening(sample);
    const state = await open.run({ sample, path });
    setOpening(null);
    if (state !== null) opened(state, 'overview');
  };
  return (
    <section className="stack" aria-labelledby="start-samples">
      <div className="stack-close">
        <h2 id="start-samples">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {samples.state === 'failed' ? <ErrorNotice error={samples.error} /> : null}
      {samples.state === 'loading' ? <p className="quiet">{words.loading}</p> : null}
      <ul className="stack">
        {(samples.value ?? []).map((sample) => (
          <li key={sample.id} className="panel stack-close">
            <h3>{sample.title}</h3>
            <p>{sample.about}</p>
            <div>
              <Button
                variant="default"
                aria-label={words.open(sample.title)}
                aria-disabled={open.busy}
                onClick={() => {
                  if (!open.busy) void start(sample.id);
                }}
              >
                {opening === sample.id ? words.opening : words.button}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open.error === null ? null : <ErrorNotice error={open.error} onDismiss={open.clear} />}
    </section>
  );
}
