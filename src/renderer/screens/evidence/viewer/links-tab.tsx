import { IconLink, IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Mapping } from '../../../../contract/mapping.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ClauseCode } from '../../../parts/clause-code.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OpenItem } from './use-item.ts';

/** What people linked from this item: which words, to which element, for or against, why, and who. */
export function LinksTab({ item }: { readonly item: OpenItem }) {
  const words = useWords().viewer.link;
  const [leaving, setLeaving] = useState<Mapping | null>(null);
  const standing = item.links.filter((link) => !link.withdrawn);
  const withdrawn = item.links.filter((link) => link.withdrawn);
  return (
    <div className="stack">
      {standing.length === 0 ? (
        <EmptyState icon={<IconLink size={20} />} title={words.none} about={words.noneAbout} />
      ) : (
        <ul className="stack">
          {standing.map((link) => (
            <LinkLine key={link.id} link={link} item={item} onWithdraw={() => setLeaving(link)} />
          ))}
        </ul>
      )}
      {withdrawn.length === 0 ? null : (
        <section className="stack-close">
          <h3 className="quiet small">{words.showWithdrawn(withdrawn.length)}</h3>
          <ul className="stack">
            {withdrawn.map((link) => (
              <LinkLine key={link.id} link={link} item={item} onWithdraw={null} />
            ))}
          </ul>
        </section>
      )}
      <WithdrawDialog link={leaving} onClose={() => setLeaving(null)} />
    </div>
  );
}

interface LinkLineProps {
  readonly link: Mapping;
  readonly item: OpenItem;
  readonly onWithdraw: (() => void) | null;
}

function LinkLine({ link, item, onWithdraw }: LinkLineProps) {
  const words = useWords();
  const clause = item.clauses.find((one) => one.policy === link.policy && one.clause === link.clause);
  const element = clause?.elements.find((one) => one.id === link.element);
  const Icon = link.weighs === 'for' ? IconPlus : IconMinus;
  return (
    <li className="link-line" data-side={link.weighs} data-withdrawn={link.withdrawn}>
      <div className="row">
        <span className="chip" data-tone={link.weighs}>
          <Icon size={13} aria-hidden />
          {words.parts.sides[link.weighs]}
        </span>
        <strong>{element?.label ?? link.element}</strong>
        <span className="quiet">
          {clause?.label ?? link.clause} (<ClauseCode policy={link.policy} clause={link.clause} />)
        </span>
        {link.withdrawn ? <span className="chip">{words.viewer.link.withdrawn}</span> : null}
      </div>
      <q className="reading">{link.passage.text}</q>
      {link.reason === null ? null : <p>{link.reason}</p>}
      <p className="quiet small">
        {words.viewer.link.by(link.by)}, <TimestampText at={link.at} />{' '}
        {onWithdraw === null ? null : (
          <button type="button" className="link-button" onClick={onWithdraw}>
            {words.viewer.link.withdraw}
          </button>
        )}
      </p>
    </li>
  );
}

function WithdrawDialog({ link, onClose }: { readonly link: Mapping | null; readonly onClose: () => void }) {
  const words = useWords().viewer.link;
  const withdraw = useCommandCall('mapping.withdraw');
  const close = () => {
    withdraw.clear();
    onClose();
  };
  return (
    <ReasonDialog
      opened={link !== null}
      title={words.withdrawTitle}
      about={words.withdrawAbout}
      action={words.withdraw}
      busy={withdraw.busy}
      error={withdraw.error}
      onCancel={close}
      onReason={(reason) => {
        if (link === null) return;
        void withdraw.run({ id: link.id, reason }).then((done) => {
          if (done !== null) close();
        });
      }}
    />
  );
}
