import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../../contract/calls.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { NewDistrictForm } from './new-district-form.tsx';

/** The three beginnings of a district's file: a file, a sample, or a district that is only named. */
export function BeginPart({ onBegun }: { readonly onBegun: (district: string) => void }) {
  const words = useWords().district.begin;
  const os = useOs();
  const districts = useQueryCall('district.list', {});
  const start = useCommandCall('district-draft.start');
  const [fresh, setFresh] = useState(false);
  const begin = async (order: CallInput<'district-draft.start'>) => {
    const row = await start.run(order);
    if (row !== null) onBegun(row.district);
  };
  const chooseFile = async () => {
    const [path] = (await os.chooseFiles()) ?? [];
    if (path !== undefined) await begin({ kind: 'file', path });
  };
  if (fresh) {
    return (
      <NewDistrictForm
        busy={start.busy}
        error={start.error}
        onLeave={() => setFresh(false)}
        onStart={(order) => void begin(order)}
      />
    );
  }
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <div className="row-apart">
        <p>
          {words.fresh}
          <br />
          <span className="small quiet">{words.freshAbout}</span>
        </p>
        <Button onClick={() => setFresh(true)}>{words.freshButton}</Button>
      </div>
      <div className="row-apart">
        <p>
          {words.file}
          <br />
          <span className="small quiet">{words.fileAbout}</span>
        </p>
        <Button variant="default" onClick={() => void chooseFile()}>
          {words.choose}
        </Button>
      </div>
      <div className="row-apart">
        <p>
          {words.sample}
          <br />
          <span className="small quiet">{words.sampleAbout}</span>
        </p>
        <div className="row">
          {(districts.value ?? []).map(({ id, name }) => (
            <Button
              key={id}
              variant="default"
              aria-label={words.of(name)}
              onClick={() => void begin({ kind: 'known', district: id })}
            >
              {name}
            </Button>
          ))}
        </div>
      </div>
      {start.error === null ? null : <ErrorNotice error={start.error} onDismiss={start.clear} />}
    </section>
  );
}
