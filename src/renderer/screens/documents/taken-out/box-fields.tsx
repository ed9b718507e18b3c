import { Button, NumberInput } from '@mantine/core';
import { useRef } from 'react';
import type { Box } from '../../../../contract/item.ts';
import { useWords } from '../../../words/use-words.ts';

export type BoxInHand = Box;

interface BoxFieldsProps {
  readonly box: BoxInHand;
  readonly onChange: (box: BoxInHand) => void;
  readonly onCancel: () => void;
  readonly onTakeOut: () => void;
}

const SIDES = ['x', 'y', 'width', 'height'] as const;

/** A box in figures: the arrow keys of each field move or size it, so that no mouse is needed. */
export function BoxFields({ box, onChange, onCancel, onTakeOut }: BoxFieldsProps) {
  const words = useWords().takenOut.picture;
  const first = useRef(true);
  const focus = (field: HTMLInputElement | null) => {
    // Once, when the box is placed: whoever works by keyboard goes on from here.
    if (first.current && field !== null) field.focus();
    first.current = false;
  };
  const most = { x: 1 - box.width, y: 1 - box.height, width: 1 - box.x, height: 1 - box.y };
  return (
    <fieldset className="box-fields">
      <legend className="field-label">{words.box}</legend>
      <div className="row">
        {SIDES.map((side) => (
          <NumberInput
            key={side}
            {...(side === 'x' ? { ref: focus } : {})}
            label={words.sides[side]}
            value={Math.round(box[side] * 1000) / 10}
            min={side === 'x' || side === 'y' ? 0 : 1}
            max={Math.round(most[side] * 1000) / 10}
            step={1}
            decimalScale={1}
            suffix=" %"
            onChange={(value) => {
              if (typeof value === 'number') onChange({ ...box, [side]: Math.min(most[side], value / 100) });
            }}
          />
        ))}
      </div>
      <div className="row">
        <Button onClick={onTakeOut}>{words.boxOut}</Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
