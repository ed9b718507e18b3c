import type { ItemKind } from '../../../../contract/item.ts';
import { useWords } from '../../../words/use-words.ts';
import { AlikePart } from './alike-part.tsx';
import { AsItCame, cameAs } from './as-it-came.tsx';
import { BlockedLine } from './blocked-line.tsx';
import type { BodyProps } from './body-props.ts';
import { ContextPart } from './context-part.tsx';
import { Conversation } from './conversation.tsx';
import { MailHead } from './mail-head.tsx';
import { MarkedText } from './marked-text.tsx';
import { RecordingView } from './recording-view.tsx';
import type { OpenItem } from './use-item.ts';
import { VeiledPicture } from './veiled-picture.tsx';
import './beside-item.css';

/** Read by itself, whatever it belongs to. */
const aloneKinds: ReadonlySet<ItemKind> = new Set(['page', 'document', 'picture']);
/** A line of talk is read among its neighbours, also where the file names no conversation. */
const talkKinds: ReadonlySet<ItemKind> = new Set([
  'chat-line',
  'sms',
  'direct-message',
  'group-message',
  'comment',
  'reply',
]);

/** The item as what it is: a message in its conversation, a mail, a picture, pages, or plain words. */
export function ItemBody(props: BodyProps) {
  const { item } = props;
  const { item: draft, picture } = item.view;
  const { kind } = item.view.row;
  if (kind === 'email') {
    return (
      <>
        <MailHead item={item} />
        <BlockedLine item={draft} />
        <PagedText {...props} />
        <AlikePart itemId={item.view.row.id} />
        <MoreFacts item={item} />
      </>
    );
  }
  if (kind === 'recording') {
    return (
      <>
        <RecordingView item={item} />
        <MoreFacts item={item} />
      </>
    );
  }
  const inThread = (draft.thread !== null && !aloneKinds.has(kind)) || talkKinds.has(kind);
  return (
    <>
      {draft.title === null ? null : <h3 className="item-title">{draft.title}</h3>}
      {picture ? <VeiledPicture key={item.view.row.id} {...props} /> : null}
      {inThread ? <Conversation {...props} /> : <Words {...props} />}
      {picture ? <ContextPart key={`context ${item.view.row.id}`} itemId={item.view.row.id} /> : null}
      <AlikePart itemId={item.view.row.id} />
      <MoreFacts item={item} />
    </>
  );
}

/** The words, and beside them the thing as it came where it can be shown. */
function Words(props: BodyProps) {
  const as = cameAs(props.item.view);
  const text = <PagedText {...props} />;
  return (
    <>
      <BlockedLine item={props.item.view.item} />
      {as === null ? (
        text
      ) : (
        <AsItCame as={as} {...props}>
          {text}
        </AsItCame>
      )}
    </>
  );
}

/** Words page by page where the source has pages, else in one piece. */
function PagedText({ item, marks, onPassage }: BodyProps) {
  const words = useWords().viewer;
  const { text, regions } = item.view.item;
  // The words recognised in a picture stand beside it, line by line, to be read and chosen there.
  if (item.view.picture && regions.length > 0) return null;
  if (text.trim() === '') return item.view.picture ? null : <p className="quiet reading">{words.noWords}</p>;
  const pages = pagesOf(text.length, regions);
  return pages.map((page) => (
    <section key={page.from} className="text-page">
      {pages.length < 2 ? null : <h4 className="text-page-number">{words.page(page.page)}</h4>}
      <MarkedText text={text} from={page.from} to={page.to} marks={marks} onSelect={onPassage} />
    </section>
  ));
}

function MoreFacts({ item }: { readonly item: OpenItem }) {
  const words = useWords().viewer;
  const { item: draft, reader } = item.view;
  return (
    <details className="more-facts">
      <summary>{words.facts}</summary>
      <dl className="fact-list">
        <dt>{words.readBy}</dt>
        <dd>{reader}</dd>
        {draft.url === null ? null : (
          <>
            <dt>{words.address}</dt>
            <dd className="file-path">{draft.url}</dd>
          </>
        )}
        {draft.facts.map((fact) => (
          <div key={`${fact.label} ${fact.value}`} className="fact-pair">
            <dt>{fact.label}</dt>
            <dd className="file-path">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface TextPage {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

/** Where each page's words begin and end; every letter belongs to a page. */
function pagesOf(length: number, regions: OpenItem['view']['item']['regions']): readonly TextPage[] {
  const starts = new Map<number, number>();
  for (const region of regions) {
    starts.set(region.page, Math.min(starts.get(region.page) ?? region.start, region.start));
  }
  const sorted = [...starts].sort((a, b) => a[1] - b[1]);
  if (sorted.length < 2) return [{ page: sorted[0]?.[0] ?? 1, from: 0, to: length }];
  return sorted.map(([page, start], at) => ({ page, from: at === 0 ? 0 : start, to: sorted[at + 1]?.[1] ?? length }));
}
