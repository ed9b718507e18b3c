import { useEffect, useRef, useState } from 'react';
import type { ItemRow } from '../../../../contract/item-view.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { clockWords, dayWords, isUncertain } from '../../../parts/moment-words.ts';
import { useWords } from '../../../words/use-words.ts';
import type { BodyProps } from './body-props.ts';
import { bringIntoView } from './bring-into-view.ts';
import { MarkedText } from './marked-text.tsx';

const around = 6;
const more = 20;
const most = 200;

/** A message between what came before and after it; the respondents' messages stand on the right. */
export function Conversation(props: BodyProps) {
  const words = useWords();
  const { row, item: draft } = props.item.view;
  const [span, setSpan] = useState({ before: around, after: around });
  const thread = useQueryCall('item.around', { id: row.id, ...span }, { keepPrevious: true });
  const people = useQueryCall('person.list', {});
  const respondents = new Set(
    (people.value ?? []).filter((person) => person.caseRole === 'respondent').map((person) => person.id),
  );
  const rows = thread.value?.rows ?? [row];
  const own = useRef<HTMLLIElement>(null);
  const here = thread.value !== null;
  // Once, when the conversation is here: afterwards the place belongs to whoever reads.
  useEffect(() => {
    if (here) bringIntoView(own.current);
  }, [here]);
  return (
    <section className="talk" aria-label={draft.thread?.title ?? words.viewer.conversation}>
      {thread.value?.moreBefore === true ? (
        <button
          type="button"
          className="link-button talk-more"
          onClick={() => setSpan({ ...span, before: Math.min(most, span.before + more) })}
        >
          {words.viewer.earlier}
        </button>
      ) : null}
      <ol className="talk-lines">
        {rows.map((line, at) => (
          <li key={line.id} ref={line.id === row.id ? own : null}>
            <DayLine row={line} before={rows[at - 1]} />
            <TalkLine
              {...props}
              line={line}
              side={line.authorPersonId !== null && respondents.has(line.authorPersonId) ? 'respondent' : 'other'}
              sameAuthor={rows[at - 1]?.author === line.author}
            />
          </li>
        ))}
      </ol>
      {thread.value?.moreAfter === true ? (
        <button
          type="button"
          className="link-button talk-more"
          onClick={() => setSpan({ ...span, after: Math.min(most, span.after + more) })}
        >
          {words.viewer.later}
        </button>
      ) : null}
    </section>
  );
}

function DayLine({ row, before }: { readonly row: ItemRow; readonly before: ItemRow | undefined }) {
  const words = useWords().parts.moment;
  const day = dayWords(row.sentAt, words);
  if (before !== undefined && dayWords(before.sentAt, words) === day) return null;
  return <p className="talk-day">{day}</p>;
}

interface TalkLineProps extends BodyProps {
  readonly line: ItemRow;
  readonly side: 'respondent' | 'other';
  readonly sameAuthor: boolean;
}

function TalkLine({ item, marks, onPassage, line, side, sameAuthor }: TalkLineProps) {
  const words = useWords().viewer;
  const { set } = useNavigation();
  const own = line.id === item.view.row.id;
  return (
    <div className="talk-line" data-side={side} data-own={own} aria-current={own}>
      <p className="talk-who">
        {sameAuthor ? <span className="unseen">{line.author}</span> : <span>{line.author ?? words.unknownAuthor}</span>}
        <LineTime row={line} />
        {own ? <span className="talk-own">{words.thisOne}</span> : null}
      </p>
      {own ? (
        <div className="talk-words">
          <MarkedText text={item.view.item.text} marks={marks} onSelect={onPassage} />
        </div>
      ) : (
        <button type="button" className="talk-words talk-other" onClick={() => set({ item: line.id })}>
          <span className="reading" dir="auto">
            {line.snippet}
          </span>
        </button>
      )}
    </div>
  );
}

function LineTime({ row }: { readonly row: ItemRow }) {
  if (row.sentAt === null) return null;
  const clock = clockWords(row.sentAt);
  if (clock === null) return null;
  return (
    <span className="talk-time">
      {isUncertain(row.sentAt) ? '≈ ' : ''}
      {clock}
    </span>
  );
}
