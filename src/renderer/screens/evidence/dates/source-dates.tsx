import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SettledTimes, SourceTimes, TimeSetting } from '../../../../contract/source-time.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import type { Words } from '../../../words/index.ts';
import { useWords } from '../../../words/use-words.ts';
import { DateQuestion } from './date-question.tsx';
import { SettledList } from './settled-list.tsx';

const nothing: TimeSetting = { order: null, half: null, zone: null, capturedAt: null };

/** One file's dates: what is open, what speaks for each reading, and how a person settles it. */
export function SourceDates({ evidenceId }: { readonly evidenceId: string }) {
  const words = useWords().reading.dates;
  const { set } = useNavigation();
  const source = useQueryCall('time.view', { evidenceId }, { keepPrevious: true });
  if (source.state === 'failed') return <ErrorNotice error={source.error} />;
  if (source.value === null) return <LoadingLine what={words.title} />;
  const { name, dated, files, questions, setting, settledWith, ownSettings } = source.value;
  return (
    <article className="file-card" aria-label={words.about(name)}>
      <div className="stack-close">
        <h2 className="file-name">{name}</h2>
        <div className="row">
          <span className="quiet">
            {files > 1 ? `${words.dated(dated)} ${words.filesIn(files)}` : words.dated(dated)}
          </span>
          {/* The items of an archive are those of the files in it. */}
          {files > 1 ? null : (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => set({ files: null, source: evidenceId, file: null, only: null })}
            >
              {words.showItems}
            </Button>
          )}
        </div>
      </div>
      {files > 1 ? <p className="quiet">{words.archiveAbout}</p> : null}
      {ownSettings.length === 0 ? null : (
        <p className="quiet">{words.keepOwn(ownSettings.map((one) => one.name).join(', '))}</p>
      )}
      {settledWith === null ? null : <p className="quiet">{words.settledWith(settledWith.name)}</p>}
      {setting === null ? null : (
        <SettledList title={words.stands} settings={[setting]} evidenceId={settledWith === null ? evidenceId : null} />
      )}
      {questions.length === 0 ? <p className="quiet">{words.nothingOpen}</p> : null}
      <SettleForm key={setting?.id ?? 'none'} source={source.value} />
      {source.value.earlier.length === 0 ? null : (
        <SettledList title={words.earlier} settings={source.value.earlier} evidenceId={null} />
      )}
    </article>
  );
}

function SettleForm({ source }: { readonly source: SourceTimes }) {
  const words = useWords().reading.dates;
  const settle = useCommandCall('time.settle');
  const [chosen, setChosen] = useState<TimeSetting>(source.setting === null ? nothing : settingOf(source.setting));
  const [reason, setReason] = useState('');
  const answered = Object.values(chosen).some((value) => value !== null);
  const missing = [
    ...(answered ? [] : [words.missing.answer]),
    ...(reason.trim() === '' ? [words.missing.reason] : []),
  ];
  return (
    <div className="stack">
      {source.questions.map((question) => (
        <DateQuestion
          key={question.kind}
          question={question}
          setting={chosen}
          onSetting={(change) => setChosen({ ...chosen, ...change })}
        />
      ))}
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        autosize
        minRows={2}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {settle.error === null ? null : <ErrorNotice error={settle.error} />}
      <SubmitRow
        label={labelOf(source, words)}
        busyLabel={words.settling}
        busy={settle.busy}
        missing={missing}
        onSubmit={() =>
          void settle.run({ ...chosen, evidenceId: source.evidenceId, reason: reason.trim() }).then((done) => {
            if (done !== null) tellDone(words.done(source.name));
          })
        }
      />
    </div>
  );
}

function labelOf({ files, setting, settledWith }: SourceTimes, words: Words['reading']['dates']): string {
  if (setting !== null && settledWith === null) return words.settleAgain;
  return files > 1 ? words.settleArchive : words.settle;
}

function settingOf({ order, half, zone, capturedAt }: SettledTimes): TimeSetting {
  return { order, half, zone, capturedAt };
}
