import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Interview } from '../../../contract/interview.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';

interface ErratumProps {
  readonly interview: Interview;
  /** Who was asked: the first to come to mind for having asked for it. */
  readonly name: string;
}

/** Puts beside a signed record what is wrong in it: which question, the words, and who asked for it. */
export function ErratumButton({ interview, name }: ErratumProps) {
  const all = useWords();
  const words = all.procedure.interviews;
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.erratumOf(interview.number)}
        onClick={() => setAsking(true)}
      >
        {words.erratum}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.erratumTitle}
        closeButtonProps={{ 'aria-label': all.parts.close }}
      >
        {asking ? <ErratumForm interview={interview} name={name} onDone={() => setAsking(false)} /> : null}
      </Modal>
    </div>
  );
}

const WHOLE = '';

function ErratumForm({ interview, name, onDone }: ErratumProps & { readonly onDone: () => void }) {
  const all = useWords();
  const words = all.procedure.interviews;
  const add = useCommandCall('interview.add-erratum');
  const [line, setLine] = useState(WHOLE);
  const [said, setSaid] = useState('');
  const [askedBy, setAskedBy] = useState('');
  const whole = said.trim() !== '' && askedBy.trim() !== '';
  const submit = async () => {
    const done = await add.run({
      interviewId: interview.id,
      line: line === WHOLE ? null : Number(line),
      words: said.trim(),
      askedBy: askedBy.trim(),
    });
    if (done !== null) onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) void submit();
      }}
    >
      <p>{words.erratumAbout}</p>
      <SelectField
        label={words.erratumLine}
        value={line}
        options={[
          { value: WHOLE, label: words.erratumWhole },
          ...interview.lines.map(({ question }, index) => ({
            value: String(index + 1),
            label: words.erratumQuestion(index + 1, question),
          })),
        ]}
        onChange={setLine}
      />
      <Textarea
        label={words.erratumWords}
        autosize
        minRows={2}
        required
        data-autofocus
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      <TextInput
        label={words.erratumAskedBy}
        placeholder={name}
        required
        value={askedBy}
        onChange={(event) => setAskedBy(event.currentTarget.value)}
      />
      {add.error === null ? null : <ErrorNotice error={add.error} />}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={onDone}>
          {all.parts.cancel}
        </Button>
        <Button type="submit" disabled={!whole} loading={add.busy}>
          {words.erratum}
        </Button>
      </div>
    </form>
  );
}

/** One erratum as it stands beside the record. */
export function erratumWords(
  erratum: Interview['errata'][number],
  words: { readonly erratumTo: (line: number) => string; readonly askedBy: string },
): string {
  const place = erratum.line === null ? '' : `${words.erratumTo(erratum.line)}: `;
  return `${place}${erratum.words} (${words.askedBy} ${erratum.askedBy}; ${erratum.by}`;
}
