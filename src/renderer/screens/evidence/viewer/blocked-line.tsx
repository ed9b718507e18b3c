import { IconWorldOff } from '@tabler/icons-react';
import type { ItemDraft } from '../../../../contract/item.ts';
import { useWords } from '../../../words/use-words.ts';

/** How readers call what a mail or page would have asked of others, had a browser opened it. */
const labels = new Set(['Remote content, not fetched', 'Remote content that was blocked']);

/** That pictures and other things from outside were not fetched, and from how many servers: opening it tells nobody. */
export function BlockedLine({ item }: { readonly item: ItemDraft }) {
  const words = useWords().viewer;
  const told = item.facts.find(({ label }) => labels.has(label))?.value;
  if (told === undefined) return null;
  const names = told.replace(/^from \d+ servers?: /, '');
  const servers = /^from (\d+) servers?: /.exec(told)?.[1] ?? names.split(', ').length;
  return (
    <p className="blocked-line small" title={names}>
      <IconWorldOff className="blocked-icon" size={14} aria-hidden />
      {words.blocked(Number(servers), names)}
    </p>
  );
}
