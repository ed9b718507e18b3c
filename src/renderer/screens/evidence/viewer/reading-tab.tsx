import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { WordCorrection } from '../../../../contract/correction.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { CorrectForm } from './correct-form.tsx';
import { correctable } from './corrections.ts';
import { linesOf } from './picture-lines.ts';
import { Translations } from './translations.tsx';
import type { OpenItem } from './use-item.ts';

/** How the item was read: its date as settled, its words as corrected, and what it says in another language. */
export function ReadingTab({ item }: { readonly item: OpenItem }) {
  return (
    <div className="stack">
      <DateReading item={item} />
      <WordReading item={item} />
      <Translations itemId={item.view.row.id} />
    </div>
  );
}

function DateReading({ item }: { readonly item: OpenItem }) {
  const words = useWords().reading.dates;
  const { set } = useNavigation();
  const { row, asRead } = item.view;
  const moved = asRead !== null && asRead.sentAt !== null && asRead.sentAt.local !== row.sentAt?.local;
  if (row.sentAt === null) return null;
  return (
    <section className="stack-close">
      <h3>{words.title}</h3>
      {moved ? <p>{words.asReadBefore(asRead.sentAt?.asWritten ?? '')}</p> : null}
      <div>
        <Button variant="default" onClick={() => set({ files: 'dates', file: row.evidenceId })}>
          {words.openHere}
        </Button>
      </div>
    </section>
  );
}

function WordReading({ item }: { readonly item: OpenItem }) {
  const words = useWords().reading.correct;
  const list = useQueryCall('correction.list', { itemId: item.view.row.id });
  const standing = (list.value ?? []).filter(({ withdrawn }) => !withdrawn);
  const earlier = (list.value ?? []).filter(({ withdrawn }) => withdrawn);
  const machineRead = item.view.item.regions.some(({ confidence }) => confidence !== null);
  if (!machineRead && standing.length + earlier.length === 0) return null;
  return (
    <section className="stack-close">
      <h3>{standing.length === 0 ? words.title : words.corrections(standing.length)}</h3>
      {standing.length === 0 ? <p className="quiet">{words.byMachine}</p> : <CorrectionList corrections={standing} />}
      {item.view.picture ? null : <ChooseLine item={item} standing={standing} />}
      {earlier.length === 0 ? null : (
        <details>
          <summary>
            {words.earlier} ({earlier.length})
          </summary>
          <CorrectionList corrections={earlier} />
        </details>
      )}
    </section>
  );
}

function CorrectionList({ corrections }: { readonly corrections: readonly WordCorrection[] }) {
  const words = useWords().reading.correct;
  const [leaving, setLeaving] = useState<string | null>(null);
  const withdraw = useCommandCall('correction.withdraw');
  const close = () => {
    withdraw.clear();
    setLeaving(null);
  };
  return (
    <>
      <ul className="stack">
        {corrections.map((one) => (
          <li key={one.id} className="link-line" data-withdrawn={one.withdrawn}>
            <q className="reading">{one.words === '' ? words.nothingThere : one.words}</q>
            <p className="quiet">{words.machineRead(one.was)}</p>
            {one.note === null ? null : <p>{one.note}</p>}
            <p className="quiet small">
              {words.by(one.by)}, <TimestampText at={one.at} />{' '}
              {one.withdrawn ? null : (
                <button type="button" className="link-button" onClick={() => setLeaving(one.id)}>
                  {words.takeBack}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <ReasonDialog
        opened={leaving !== null}
        title={words.takeBackTitle}
        about={words.takeBackAbout}
        action={words.takeBack}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={close}
        onReason={(reason) => {
          if (leaving === null) return;
          void withdraw.run({ id: leaving, reason }).then((done) => {
            if (done !== null) close();
          });
        }}
      />
    </>
  );
}

/** A page's lines, to be corrected from a list; in a picture they stand beside it. */
function ChooseLine({ item, standing }: { readonly item: OpenItem; readonly standing: readonly WordCorrection[] }) {
  const words = useWords().reading.correct;
  const [chosen, setChosen] = useState<string | null>(null);
  const lines = linesOf(item.view.item.text, item.view.item.regions).flatMap((line) => {
    const found = correctable(item.view, standing, line);
    return found === null ? [] : [found];
  });
  const nameOf = (line: (typeof lines)[number]) => `${line.place.start} ${line.place.end}`;
  const open = lines.find((line) => nameOf(line) === chosen);
  return (
    <>
      <Select
        label={words.line}
        searchable
        data={lines.map((line) => ({ value: nameOf(line), label: line.now }))}
        value={chosen}
        onChange={setChosen}
      />
      {open === undefined ? null : (
        <CorrectForm
          key={chosen}
          itemId={item.view.row.id}
          place={open.place}
          was={open.was}
          now={open.now}
          onDone={() => setChosen(null)}
        />
      )}
    </>
  );
}
