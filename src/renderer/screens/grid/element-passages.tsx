import type { ClauseView, GridRow, Mapping } from '../../../contract/mapping.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SideBySide } from '../../parts/side-by-side.tsx';
import { useWords } from '../../words/use-words.ts';

interface ElementPassagesProps {
  readonly clause: ClauseView;
  readonly row: GridRow;
  readonly element: string;
}

/** Both lists of an element, side by side; each passage leads to its item. */
export function ElementPassages({ clause, row, element }: ElementPassagesProps) {
  const words = useWords().grid;
  const links = useQueryCall('mapping.list', {
    itemId: null,
    allegationId: null,
    policy: clause.policy,
    clause: clause.clause,
  });
  if (links.state === 'failed') return <ErrorNotice error={links.error} />;
  const own = (links.value ?? []).filter((link) => link.element === element && !link.withdrawn);
  const forList = own.filter((link) => link.weighs === 'for');
  const againstList = own.filter((link) => link.weighs === 'against');
  const states = row.elements.find((one) => one.id === element)?.states ?? [];
  return (
    <div className="stack">
      {states.length === 0 ? null : (
        <ul className="row">
          {states.map(({ allegation, state }) => (
            <li key={allegation} className="chip">
              {words.stateOf(allegation, words.states[state])}
            </li>
          ))}
        </ul>
      )}
      <SideBySide
        forCount={forList.length}
        againstCount={againstList.length}
        forSide={<PassageList links={forList} />}
        againstSide={<PassageList links={againstList} />}
      />
    </div>
  );
}

function PassageList({ links }: { readonly links: readonly Mapping[] }) {
  return (
    <ul className="stack">
      {links.map((link) => (
        <PassageLine key={link.id} link={link} />
      ))}
    </ul>
  );
}

function PassageLine({ link }: { readonly link: Mapping }) {
  const words = useWords();
  const { go } = useNavigation();
  const item = useQueryCall('item.view', { id: link.itemId });
  const row = item.value?.row;
  return (
    <li className="passage-line">
      <q className="reading">{link.passage.text}</q>
      {link.reason === null ? null : <p>{link.reason}</p>}
      <p className="quiet small">{words.grid.linkedBy(link.by)}</p>
      <button type="button" className="link-button" onClick={() => go('evidence', { item: link.itemId })}>
        {row === undefined
          ? words.grid.openItem
          : words.grid.item(row.number, row.author ?? words.viewer.unknownAuthor)}
      </button>
    </li>
  );
}
