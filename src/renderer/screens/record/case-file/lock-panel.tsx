import { useQueryClient } from '@tanstack/react-query';
import type { CaseState } from '../../../../contract/case.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { useWords } from '../../../words/use-words.ts';

const CHOICES = [1, 5, 10, 15, 30, 60];

/** After how long without input the case locks itself; nothing to choose where locking would protect nothing. */
export function LockPanel({ state }: { readonly state: CaseState }) {
  const words = useWords().caseFile.lock;
  return (
    <section className="panel stack" aria-labelledby="auto-lock">
      <h2 id="auto-lock">{words.title}</h2>
      <p className="quiet">{state.encrypted ? words.about : words.plain}</p>
      {state.encrypted ? <Minutes /> : null}
    </section>
  );
}

function Minutes() {
  const words = useWords().caseFile.lock;
  const settings = useQueryCall('lock.settings', {});
  const keep = useCommandCall('lock.settings-keep');
  const cache = useQueryClient();
  if (settings.value === null) return null;
  const { minutes } = settings.value;
  const choices = minutes === null || CHOICES.includes(minutes) ? CHOICES : [...CHOICES, minutes];
  const choose = async (value: string) => {
    const kept = await keep.run({ minutes: value === 'never' ? null : Number(value) });
    // A setting of this computer, of which the engine tells nobody.
    if (kept !== null) cache.setQueryData(['lock.settings', {}], kept);
  };
  return (
    <div className="stack-close">
      <div className="field-short">
        <SelectField
          label={words.after}
          value={minutes === null ? 'never' : String(minutes)}
          options={[
            ...choices.map((value) => ({ value: String(value), label: words.minutes(value) })),
            { value: 'never', label: words.never },
          ]}
          onChange={(value) => void choose(value)}
        />
      </div>
      {keep.error === null ? null : <ErrorNotice error={keep.error} />}
      <p className="small quiet">{words.waits}</p>
    </div>
  );
}
