import { Button, TextInput } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useState } from 'react';
import { BlindPurpose } from '../../../../contract/blind.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { ChoiceRow } from '../../../parts/choice-row.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { ExamineSample } from './examine-sample.tsx';
import './samples.css';

/** Looking twice: draw a sample, examine it without seeing what others made of it, and see what it says once it is whole. */
export function SamplesView() {
  const { place } = useNavigation();
  const sample = place.params['sample'];
  if (sample !== undefined) return <ExamineSample key={sample} sampleId={sample} />;
  return (
    <div className="screen-scroll">
      <div className="screen-column">
        <DrawForm />
        <SampleList />
      </div>
    </div>
  );
}

function DrawForm() {
  const words = useWords().inquiry.samples;
  const { set } = useNavigation();
  const draw = useCommandCall('blind.draw');
  const [purpose, setPurpose] = useState<BlindPurpose>('missed');
  const [size, setSize] = useState<number | null>(null);
  const [seed, setSeed] = useState('');
  const sizes = useQueryCall('blind.sizes', { purpose });
  const offered = sizes.value?.sizes ?? [];
  const wanted = offered.some((one) => one.size === size) ? size : (offered[0]?.size ?? null);
  const submit = async () => {
    if (wanted === null) return;
    const drawn = await draw.run({ purpose, size: wanted, seed: seed.trim() === '' ? null : seed.trim() });
    if (drawn !== null) set({ sample: drawn.id });
  };
  return (
    <section className="stack" aria-label={words.draw}>
      <div>
        <h2>{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      <ChoiceRow
        legend={words.purpose}
        value={purpose}
        choices={BlindPurpose.options.map((value) => ({
          value,
          label: words.purposes[value].title,
          about: words.purposes[value].about,
        }))}
        onChange={setPurpose}
      />
      {sizes.value !== null && wanted === null ? (
        <EmptyState icon={<IconDice5 size={22} />} title={words.none} about={words.noneAbout} />
      ) : null}
      {wanted === null || sizes.value === null ? null : (
        <>
          <div className="sample-form">
            <SelectField
              label={words.size}
              value={String(wanted)}
              options={offered.map((one) => ({
                value: String(one.size),
                label: sizeWords(words, purpose, one, sizes.value.population),
              }))}
              onChange={(value) => setSize(Number(value))}
            />
            <TextInput
              label={words.seed}
              description={words.seedHint}
              value={seed}
              onChange={(event) => setSeed(event.currentTarget.value)}
            />
          </div>
          <p className="quiet">{words.population(sizes.value.population)}</p>
          {draw.error === null ? null : <ErrorNotice error={draw.error} onDismiss={draw.clear} />}
          <div>
            <Button loading={draw.busy} onClick={() => void submit()}>
              {words.draw}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

type SampleWords = ReturnType<typeof useWords>['inquiry']['samples'];

function sizeWords(
  words: SampleWords,
  purpose: BlindPurpose,
  { size, atMost }: { size: number; atMost: number },
  population: number,
) {
  if (size === population) return words.sizeWhole(size);
  return purpose === 'missed' ? words.sizeMissed(size, atMost) : words.sizePlain(size);
}

function SampleList() {
  const words = useWords().inquiry.samples;
  const { set } = useNavigation();
  const samples = useQueryCall('blind.list', {});
  return (
    <ul className="stack">
      {(samples.value ?? []).map((sample) => (
        <li key={sample.id} className="panel stack-close">
          <h3>{words.sample(sample.number, words.purposes[sample.purpose].title)}</h3>
          <p className="quiet small">{words.drawn(sample.by, sample.seed)}</p>
          {sample.readers.map((reader) => (
            <p key={reader.by}>{words.reader(reader.by, reader.answered, sample.size)}</p>
          ))}
          <div>
            <Button variant="default" size="compact-sm" onClick={() => set({ sample: sample.id })}>
              {words.open}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
