import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import './choice-row.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** One plain sentence under the word. */
  readonly about?: string;
}

interface ChoiceRowProps<Value extends string> {
  readonly legend: string;
  /** True where the words around it say it already; a screen reader still hears it. */
  readonly legendUnseen?: boolean;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** A question with a few answers, all in sight and all the same size; the chosen one has a tick, not only a colour. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice-row" disabled={props.disabled === true}>
      <legend className={props.legendUnseen === true ? 'unseen' : 'field-label'}>{props.legend}</legend>
      <div className="choice-row-choices">
        {props.choices.map((choice) => (
          <label key={choice.value} className="choice" data-chosen={choice.value === props.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span className="choice-tick" aria-hidden="true">
              {choice.value === props.value ? <IconCheck size={14} stroke={2.5} /> : null}
            </span>
            <span className="stack-close">
              <span>{choice.label}</span>
              {choice.about === undefined ? null : <span className="small quiet">{choice.about}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
