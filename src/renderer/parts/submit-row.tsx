import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import './forms.css';

interface SubmitRowProps {
  readonly label: string;
  readonly busyLabel: string;
  readonly busy: boolean;
  /** A sentence for each thing that the form still lacks; shown when the button is pressed too early. */
  readonly missing: readonly string[];
  readonly onSubmit: () => void;
  /** For a screen reader, where several buttons on the screen have the same words. */
  readonly name?: string;
  /** Further buttons, such as one that closes the form. */
  readonly children?: ReactNode;
}

/** The end of a form. The button always answers: it records, or it says what is missing. */
export function SubmitRow(props: SubmitRowProps) {
  const [pressed, setPressed] = useState(false);
  const shown = pressed ? props.missing : [];
  return (
    <div className="stack">
      <div role="alert" className="submit-missing" data-any={shown.length > 0}>
        {shown.length === 0 ? null : (
          <ul>
            {shown.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="row">
        <Button
          aria-label={props.name ?? props.label}
          aria-disabled={props.busy}
          onClick={() => {
            if (props.busy) return;
            setPressed(props.missing.length > 0);
            if (props.missing.length === 0) props.onSubmit();
          }}
        >
          {props.busy ? props.busyLabel : props.label}
        </Button>
        {props.children}
      </div>
    </div>
  );
}
