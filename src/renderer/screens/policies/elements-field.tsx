import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ClauseElement } from '../../../contract/policy.ts';
import { useWords } from '../../words/use-words.ts';
import { Typed } from './typed-field.tsx';

interface ElementsFieldProps {
  readonly elements: readonly ClauseElement[];
  readonly concerns: readonly string[];
  readonly onSet: (elements: ClauseElement[]) => void;
}

/** What has to be shown before the clause can be found breached, each with the question an investigator answers. */
export function ElementsField({ elements, concerns, onSet }: ElementsFieldProps) {
  const words = useWords().policies;
  const change = (id: string, part: Partial<ClauseElement>) =>
    onSet(elements.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = () => {
    const taken = new Set(elements.map(({ id }) => id));
    let number = elements.length + 1;
    while (taken.has(`element-${number}`)) number += 1;
    onSet([
      ...elements,
      {
        id: `element-${number}`,
        label: words.newElement,
        question: words.newQuestion,
        kind: 'person',
        shownBy: [...concerns, 'person'],
      },
    ]);
  };
  return (
    <fieldset className="form-part stack-close">
      <legend className="field-label">{words.elements}</legend>
      {elements.map((element, index) => (
        <div key={element.id} className="policy-element">
          <Typed
            label={words.elementLabel(index + 1)}
            value={element.label}
            onSet={(label) => change(element.id, { label })}
          />
          <Typed
            label={words.elementQuestion(index + 1)}
            long
            value={element.question}
            onSet={(question) => change(element.id, { question })}
          />
          <button
            type="button"
            className="plain-button"
            aria-label={words.removeElement(element.label)}
            onClick={() => onSet(elements.filter(({ id }) => id !== element.id))}
          >
            <IconX size={14} aria-hidden />
          </button>
        </div>
      ))}
      <div>
        <Button variant="default" size="compact-sm" onClick={add}>
          {words.addElement}
        </Button>
      </div>
    </fieldset>
  );
}
