import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import {
  IconCalendarQuestion,
  IconChevronDown,
  IconChevronUp,
  IconMessageReport,
  IconScale,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { MomentText } from '../../../parts/moment-text.tsx';
import { OwnerChoice } from '../../../parts/owner-choice.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { OpenItem } from './use-item.ts';

interface ItemHeadProps {
  readonly item: OpenItem;
  readonly onStep: (by: number) => void;
  readonly position: { readonly at: number; readonly of: number } | null;
}

/** Who to whom, when with its doubt, from which file: the line that a citation will repeat. */
export function ItemHead({ item, onStep, position }: ItemHeadProps) {
  const words = useWords();
  const { row, item: draft, receiptFrom } = item.view;
  const own = words.viewer;
  const platform = draft.platform === null ? null : platformName(draft.platform, own.platforms);
  return (
    <header className="viewer-head">
      <div className="row-apart">
        <p className="viewer-kind">
          <span className="viewer-number">{own.item(row.number)}</span> {words.evidence.kinds[row.kind]}
          {platform === null ? null : `, ${platform}`}
          {draft.audience === null ? null : `, ${own.audiences[draft.audience]}`}
        </p>
        <div className="row">
          {position === null ? null : <span className="quiet small">{own.position(position.at, position.of)}</span>}
          <StepButton label={own.previous} onClick={() => onStep(-1)} up />
          <StepButton label={own.next} onClick={() => onStep(1)} />
        </div>
      </div>
      <h2 className="viewer-who">
        {row.author ?? <span className="quiet">{own.unknownAuthor}</span>}
        {row.to === null ? null : <span className="viewer-to"> {own.toWhom(row.to)}</span>}
        <Recognised item={item} />
        {row.author === null && draft.thread !== null ? <SayOwner evidenceId={row.evidenceId} /> : null}
      </h2>
      <div className="row viewer-facts">
        <MomentText moment={row.sentAt} />
        {draft.edited === true ? <span className="chip">{own.edited}</span> : null}
        {draft.deleted === true ? <span className="chip">{own.deleted}</span> : null}
        <FlagChips flags={row.flags} />
        <SourceLink item={item} />
        {receiptFrom === null ? null : <span className="quiet small">{own.received(receiptFrom)}</span>}
      </div>
    </header>
  );
}

/** The person behind the name that the evidence shows, and whose phone a nameless line came from. */
function Recognised({ item }: { readonly item: OpenItem }) {
  const words = useWords();
  const people = useQueryCall('person.list', {});
  const { row, item: draft } = item.view;
  const person = (people.value ?? []).find(({ id }) => id === row.authorPersonId);
  if (person === undefined) return null;
  const role = words.people.roles[person.caseRole];
  const said =
    draft.author === null
      ? words.viewer.ownPhone(role)
      : words.viewer.isPerson(person.name === row.author ? null : person.name, role);
  return <span className="viewer-to small"> {said}</span>;
}

/** Offered where the sender of a line is not known. */
function SayOwner({ evidenceId }: { readonly evidenceId: string }) {
  const words = useWords().viewer;
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={360} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className="link-button small viewer-say"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {words.sayOwner}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <OwnerChoice evidenceId={evidenceId} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function platformName(platform: string, names: Readonly<Record<string, string | null>>): string | null {
  const known = names[platform.toLowerCase()];
  return known === undefined ? platform : known;
}

function StepButton({
  label,
  onClick,
  up = false,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly up?: boolean;
}) {
  return (
    <Tooltip label={`${label} (${up ? 'Alt ↑, K' : 'Alt ↓, J'})`}>
      <ActionIcon variant="default" aria-label={label} onClick={onClick}>
        {up ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}

const flagIcons = {
  'mandated-report': IconMessageReport,
  'may-be-protected': IconScale,
  'date-ambiguous': IconCalendarQuestion,
};

function FlagChips({ flags }: { readonly flags: OpenItem['view']['row']['flags'] }) {
  const words = useWords().parts.flags;
  return flags.map((flag) => {
    const Icon = flagIcons[flag];
    return (
      <span key={flag} className="chip" data-tone={flag === 'mandated-report' ? 'late' : 'attention'}>
        <Icon size={13} aria-hidden />
        {words[flag]}
      </span>
    );
  });
}

function SourceLink({ item }: { readonly item: OpenItem }) {
  const words = useWords().viewer;
  const { set } = useNavigation();
  const { row } = item.view;
  const label = words.source(row.evidenceName, row.locator);
  return (
    <button
      type="button"
      className="link-button small viewer-source clipped"
      title={`${words.showFile}: ${label}`}
      onClick={() => set({ files: 'all', file: row.evidenceId })}
    >
      {label}
    </button>
  );
}
