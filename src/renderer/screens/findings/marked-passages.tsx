import { Button } from '@mantine/core';
import type { Mapping } from '../../../contract/mapping.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { dayWords, doubtsOf, localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';

/** What a passage brings into a specification; null where its item does not say. */
export interface Brought {
  readonly what: string;
  readonly when: string | null;
  readonly where: string | null;
  /** `YYYY-MM-DD` on the clock of the source. */
  readonly day: string | null;
}

interface MarkedPassagesProps {
  readonly policy: string;
  readonly clause: string;
  /** What the specification says already, so that a passage that stands in it is not offered again. */
  readonly what: string;
  readonly onBring: (brought: Brought) => void;
}

/** Passages that were marked under the clause, each a click away from the specification: its words, its time, its place. */
export function MarkedPassages({ policy, clause, what, onBring }: MarkedPassagesProps) {
  const words = useWords().findings.create.marked;
  const links = useQueryCall('mapping.list', { itemId: null, allegationId: null, policy, clause });
  const marked = (links.value ?? []).filter(({ weighs, passage }) => weighs === 'for' && passage.text.trim() !== '');
  if (marked.length === 0) return null;
  return (
    <section className="panel stack" aria-label={words.title}>
      <div>
        <h3>{words.title}</h3>
        <p className="small quiet">{words.about}</p>
      </div>
      <ul className="stack-close">
        {marked.map((link) => (
          <MarkedPassage key={link.id} link={link} stands={what.includes(link.passage.text)} onBring={onBring} />
        ))}
      </ul>
    </section>
  );
}

interface MarkedPassageProps {
  readonly link: Mapping;
  readonly stands: boolean;
  readonly onBring: (brought: Brought) => void;
}

function MarkedPassage({ link, stands, onBring }: MarkedPassageProps) {
  const all = useWords();
  const words = all.findings.create.marked;
  const view = useQueryCall('item.view', { id: link.itemId });
  const item = view.value?.item ?? null;
  const author = item?.author?.name ?? item?.author?.handle ?? null;
  const sentAt = item?.sentAt ?? null;
  const bring = () => {
    const local = sentAt?.local ?? null;
    const [doubt] = sentAt === null ? [] : doubtsOf(sentAt, all.parts.moment);
    const said = sentAt === null || local === null ? null : localWords(local, all.parts.moment);
    const place = [item?.platform ?? null, item?.thread?.title ?? null].filter((one) => one !== null).join(', ');
    onBring({
      what: words.quoted(author, link.passage.text, view.value?.row.number ?? null),
      when: said === null || doubt === undefined || sentAt?.certainty === 'stated' ? said : `${said} (${doubt})`,
      where: place === '' ? null : place,
      day: local === null ? null : local.slice(0, 10),
    });
  };
  return (
    <li className="row-apart passage">
      <span className="stack-close">
        <span className="reading">{link.passage.text}</span>
        <span className="small quiet">
          {author === null ? null : `${author}, `}
          {dayWords(sentAt, all.parts.moment)}
        </span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={(stands ? words.standsOf : words.bringOf)(link.passage.text.slice(0, 60))}
        disabled={stands || view.state !== 'ready'}
        onClick={bring}
      >
        {stands ? words.stands : words.bring}
      </Button>
    </li>
  );
}
