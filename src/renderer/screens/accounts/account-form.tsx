import { Button, Textarea } from '@mantine/core';
import { z } from 'zod';
import type { AllegationView } from '../../../contract/finding.ts';
import type { AccountSource, DisputedFact } from '../../../contract/weighing.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const Draft = z.object({ source: z.string(), says: z.string(), quote: z.string() });

/** A place where something was said, with its words to quote from. */
interface Place {
  readonly key: string;
  readonly label: string;
  readonly source: AccountSource;
  readonly words: string;
}

interface AccountFormProps {
  readonly fact: DisputedFact;
  readonly view: AllegationView | null;
  readonly onDone: () => void;
}

/** Puts what one source says beside the others: an answer, a statement, the response, a passage. */
export function AccountForm({ fact, view, onDone }: AccountFormProps) {
  const words = useWords().accounts.weighing;
  const add = useCommandCall('weighing.add-account');
  const places = usePlaces(fact, view);
  const { draft, change, forget } = useFormDraft(`account/${fact.id}`, Draft, { source: '', says: '', quote: '' });
  const place = places.find(({ key }) => key === draft.source) ?? null;
  const missing = [
    ...(place === null ? [words.accountMissing.source] : []),
    ...(draft.says.trim() === '' ? [words.accountMissing.says] : []),
  ];
  const submit = async () => {
    if (place === null) return;
    const quote = draft.quote.trim() === '' ? null : draft.quote.trim();
    const saved = await add.run({ factId: fact.id, source: place.source, says: draft.says.trim(), quote });
    if (saved === null) return;
    forget();
    onDone();
  };
  return (
    <section className="panel stack" aria-label={words.addAccount}>
      <SelectField
        label={words.source}
        value={draft.source}
        options={[
          { value: '', label: words.sourceNone },
          ...places.map(({ key, label }) => ({ value: key, label: label.slice(0, 160) })),
        ]}
        onChange={(source) => change({ source })}
      />
      {place === null || place.words === '' ? null : <QuotedWords words={place.words} label={place.label} />}
      <Textarea
        label={words.says}
        autosize
        maxLength={4000}
        value={draft.says}
        onChange={(event) => change({ says: event.currentTarget.value })}
      />
      <Textarea
        label={words.quote}
        description={words.quoteHelp}
        classNames={{ input: 'reading' }}
        autosize
        maxLength={20_000}
        value={draft.quote}
        onChange={(event) => change({ quote: event.currentTarget.value })}
      />
      {add.error === null ? null : <ErrorNotice error={add.error} />}
      <SubmitRow
        label={words.accountSave}
        busyLabel={words.recording}
        busy={add.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {words.close}
        </Button>
      </SubmitRow>
    </section>
  );
}

function usePlaces(fact: DisputedFact, view: AllegationView | null): readonly Place[] {
  const words = useWords().accounts.weighing.sources;
  const people = useQueryCall('person.list', {});
  const interviews = useQueryCall('interview.list', { respondentId: null });
  const statements = useQueryCall('witness-statement.list', { personId: null });
  const filter = { policy: view?.allegation.policy ?? null, clause: view?.allegation.clause ?? null };
  const links = useQueryCall('mapping.list', { itemId: null, allegationId: null, ...filter });
  const nameOf = (id: string) => {
    const person = people.value?.find((one) => one.id === id);
    return person?.pseudonym ?? person?.name ?? '';
  };
  const { response } = view ?? { response: null };
  const linked = new Set([...fact.passages.for, ...fact.passages.against]);
  return [
    ...(interviews.value ?? []).flatMap(({ id, number, respondentId, lines }) =>
      lines.flatMap(({ question, answer }, at): Place[] =>
        answer === null
          ? []
          : [
              {
                key: `interview ${id} ${at + 1}`,
                label: words.interview(number, nameOf(respondentId), at + 1, question),
                source: { kind: 'interview', id, line: at + 1 },
                words: answer,
              },
            ],
      ),
    ),
    ...(statements.value ?? []).map(
      (one): Place => ({
        key: `statement ${one.id}`,
        label: words.statement(one.number, nameOf(one.personId)),
        source: { kind: 'statement', id: one.id },
        words: one.words,
      }),
    ),
    ...(response === null || response.words === null
      ? []
      : [
          {
            key: `response ${response.id}`,
            label: words.response,
            source: { kind: 'response', id: response.id } as const,
            words: response.words,
          },
        ]),
    ...(links.value ?? [])
      .filter(({ id }) => linked.has(id))
      .map(
        ({ id, passage }): Place => ({
          key: `passage ${id}`,
          label: words.passage(passage.text.slice(0, 80)),
          source: { kind: 'passage', id },
          words: passage.text,
        }),
      ),
  ];
}
