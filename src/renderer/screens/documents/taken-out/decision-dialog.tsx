import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput } from '../../../../contract/calls.ts';
import type { CallError } from '../../../../contract/wire.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { useWords } from '../../../words/use-words.ts';

type Audience = CallOutput<'redaction.view'>['profile']['id'];

/** What a person says beside “take out” or “leave in”. */
export interface Decision {
  readonly reason: string;
  readonly ground: string;
  readonly audiences: Audience[] | null;
}

interface DecisionDialogProps {
  /** Null while nothing is asked. */
  readonly asked: {
    readonly title: string;
    readonly takesOut: boolean;
    readonly reason: string;
    readonly ground: string;
  } | null;
  readonly audience: Audience;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onCancel: () => void;
  readonly onDecide: (decision: Decision) => void;
}

/** Asks for the reason and its legal basis: both stand in the log, under the name of whoever decided. */
export function DecisionDialog(props: DecisionDialogProps) {
  const words = useWords();
  return (
    <Modal
      opened={props.asked !== null}
      onClose={props.onCancel}
      title={props.asked?.title ?? ''}
      closeButtonProps={{ 'aria-label': words.parts.close }}
    >
      {props.asked === null ? null : <DecisionForm {...props} asked={props.asked} />}
    </Modal>
  );
}

function DecisionForm(props: DecisionDialogProps & { readonly asked: NonNullable<DecisionDialogProps['asked']> }) {
  const all = useWords();
  const words = all.takenOut.decision;
  const { asked, audience } = props;
  const grounds = useQueryCall('redaction.profiles', {}).value?.grounds ?? [];
  const [reason, setReason] = useState(asked.reason);
  const [ground, setGround] = useState(asked.ground);
  const [whom, setWhom] = useState<'everyone' | 'this'>('everyone');
  const given = reason.trim();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') props.onDecide({ reason: given, ground, audiences: whom === 'everyone' ? null : [audience] });
      }}
    >
      <p>{words.about}</p>
      <Textarea
        label={words.reason}
        autosize
        minRows={2}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SelectField
        label={words.ground}
        value={ground}
        options={grounds.map(({ id, words: says, source, confirmed }) => ({
          value: id,
          label: `${says}: ${source}${confirmed ? '' : ` ${all.takenOut.confirm}`}`,
        }))}
        onChange={setGround}
      />
      <SelectField
        label={words.for}
        value={whom}
        options={[
          { value: 'everyone', label: words.everyone },
          { value: 'this', label: words.onlyThis(all.takenOut.audiences[audience]) },
        ]}
        onChange={setWhom}
      />
      {props.error === null ? null : <ErrorNotice error={props.error} />}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={props.onCancel}>
          {all.parts.cancel}
        </Button>
        <Button type="submit" disabled={given === ''} loading={props.busy}>
          {asked.takesOut ? words.outButton : words.inButton}
        </Button>
      </div>
    </form>
  );
}
