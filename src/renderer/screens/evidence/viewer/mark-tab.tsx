import { Button, Radio, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ClauseView, Passage } from '../../../../contract/mapping.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { useActions } from '../../../frame/actions.tsx';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { ChoosePassage } from './choose-passage.tsx';
import type { OpenItem } from './use-item.ts';

interface MarkTabProps {
  readonly item: OpenItem;
  readonly passage: Passage | null;
  readonly onPassage: (passage: Passage | null) => void;
  readonly onLinked: () => void;
}

/** Which words, which clause and element, for or against: three answers and it is linked. */
export function MarkTab({ item, passage, onPassage, onLinked }: MarkTabProps) {
  const words = useWords().viewer.mark;
  if (passage === null) return <ChoosePassage text={item.view.item.text} onPassage={onPassage} />;
  return (
    <div className="stack">
      <div className="stack-close">
        <div className="row-apart">
          <h3>{passage.kind === 'words' ? words.passage : words.box}</h3>
          <button ref={focusQuietly} type="button" className="link-button" onClick={() => onPassage(null)}>
            {words.clear}
          </button>
        </div>
        <blockquote className="reading marked-passage">{passage.text}</blockquote>
      </div>
      <LinkForm item={item} passage={passage} onLinked={onLinked} />
    </div>
  );
}

/**
 * What was marked by keyboard goes away with its form: the way on begins here, one Tab before the clause. It is no field, so
 * that the keys 1 to 9 choose a clause.
 */
function focusQuietly(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true });
}

interface LinkFormProps {
  readonly item: OpenItem;
  readonly passage: Passage;
  readonly onLinked: () => void;
}

function LinkForm({ item, passage, onLinked }: LinkFormProps) {
  const words = useWords().viewer.mark;
  const add = useCommandCall('mapping.add');
  const [clauseKey, setClauseKey] = useState<string | null>(likelyClause(item, passage));
  const clause = item.clauses.find((one) => keyOf(one) === clauseKey) ?? null;
  const [element, setElement] = useState<string | null>(onlyElement(clause));
  const [weighs, setWeighs] = useState<'for' | 'against' | null>(null);
  const [reason, setReason] = useState('');
  const [allegation, setAllegation] = useState<string | null>(null);
  const chooseClause = (key: string | null) => {
    setClauseKey(key);
    setElement(onlyElement(item.clauses.find((one) => keyOf(one) === key) ?? null));
    setAllegation(null);
  };
  useClauseKeys(item, chooseClause);
  const ready = clause !== null && element !== null && weighs !== null;
  const save = async () => {
    if (clause === null || element === null || weighs === null) return;
    const linked = await add.run({
      itemId: item.view.row.id,
      policy: clause.policy,
      clause: clause.clause,
      element,
      weighs,
      passage,
      allegationId: allegation,
      reason: reason.trim() === '' ? null : reason.trim(),
    });
    if (linked === null) return;
    tellDone(words.saved(clause.label));
    onLinked();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="mark-pair">
        <Select
          label={words.clause}
          required
          searchable
          data={clauseChoices(item.clauses)}
          value={clauseKey}
          onChange={chooseClause}
        />
        <Select
          label={words.element}
          required
          disabled={clause === null}
          data={(clause?.elements ?? []).map((one) => ({ value: one.id, label: one.label }))}
          value={element}
          onChange={setElement}
        />
      </div>
      <ElementQuestion clause={clause} element={element} />
      <Radio.Group
        label={words.weighs}
        required
        value={weighs ?? ''}
        onChange={(value) => setWeighs(value === 'for' ? 'for' : 'against')}
      >
        <div className="row mark-sides">
          <Radio value="for" label={words.for} />
          <Radio value="against" label={words.against} />
        </div>
      </Radio.Group>
      <AllegationChoice item={item} clause={clause} value={allegation} onChange={setAllegation} />
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        autosize
        minRows={1}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {add.error === null ? null : <ErrorNotice error={add.error} />}
      <div>
        <Button type="submit" disabled={!ready} loading={add.busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

function ElementQuestion({ clause, element }: { readonly clause: ClauseView | null; readonly element: string | null }) {
  const question = clause?.elements.find((one) => one.id === element)?.question;
  return question === undefined ? null : <p className="quiet">{question}</p>;
}

interface AllegationChoiceProps {
  readonly item: OpenItem;
  readonly clause: ClauseView | null;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function AllegationChoice({ item, clause, value, onChange }: AllegationChoiceProps) {
  const words = useWords().viewer.mark;
  const fitting = item.allegations.filter(
    ({ allegation }) =>
      !allegation.withdrawn && allegation.policy === clause?.policy && allegation.clause === clause.clause,
  );
  if (fitting.length === 0) return null;
  return (
    <Select
      label={words.allegation}
      placeholder={words.noAllegation}
      clearable
      data={fitting.map(({ allegation, respondent }) => ({
        value: allegation.id,
        label: words.allegationOption(allegation.number, respondent),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** The keys 1 to 9 choose among the clauses suggested for this item, then the rest, while a passage is marked. */
function useClauseKeys(item: OpenItem, choose: (key: string) => void): void {
  const words = useWords().viewer.actions;
  const suggested = item.suggestions.map((one) => `${one.policy} ${one.clause}`);
  const sorted = [...item.clauses].sort(
    (a, b) => Number(suggested.includes(keyOf(b))) - Number(suggested.includes(keyOf(a))),
  );
  useActions(
    sorted.slice(0, 9).map((clause, at) => ({
      id: `viewer.clause.${at}`,
      label: words.clause(at + 1, clause.label),
      group: 'item' as const,
      keys: String(at + 1),
      run: () => choose(keyOf(clause)),
    })),
  );
}

function keyOf(clause: Pick<ClauseView, 'policy' | 'clause'>): string {
  return `${clause.policy} ${clause.clause}`;
}

/** The clause of a suggestion whose words were marked; a person still confirms it. */
function likelyClause(item: OpenItem, passage: Passage): string | null {
  if (passage.kind !== 'words') return null;
  const near = item.suggestions.find((one) =>
    one.spans.some((span) => span.start < passage.end && span.end > passage.start),
  );
  return near === undefined ? null : keyOf(near);
}

function onlyElement(clause: ClauseView | null): string | null {
  return clause?.elements.length === 1 ? (clause.elements[0]?.id ?? null) : null;
}

function clauseChoices(clauses: readonly ClauseView[]) {
  const policies = [...new Set(clauses.map((clause) => clause.policyTitle))];
  return policies.map((policy) => ({
    group: policy,
    items: clauses
      .filter((clause) => clause.policyTitle === policy && clause.elements.length > 0)
      .map((clause) => ({ value: keyOf(clause), label: `${clause.clause} ${clause.label}` })),
  }));
}
