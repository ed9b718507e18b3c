import { IconMessageReport, IconScale, IconSparkles } from '@tabler/icons-react';
import type { Passage, ScreenFlag } from '../../../../contract/mapping.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useWords } from '../../../words/use-words.ts';
import { OutsideCount } from '../../grid/scope-bar.tsx';
import { KnownOfCase, KnownOfItem } from './known-facts.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import type { OpenItem } from './use-item.ts';

interface SuggestionsTabProps {
  readonly item: OpenItem;
  readonly onPassage: (passage: Passage | null) => void;
}

/** Flags first, since a clock may run; then what the machine suggests, open ones before decided ones. */
export function SuggestionsTab({ item, onPassage }: SuggestionsTabProps) {
  const words = useWords().viewer.suggestion;
  const open = item.suggestions.filter((one) => one.decision === null && !one.setAside);
  const rest = item.suggestions.filter((one) => !open.includes(one));
  const sorted = [...open, ...rest];
  return (
    <div className="stack">
      {item.flags.map((flag) => (
        <FlagNotice key={flag.id} flag={flag} />
      ))}
      <KnownOfItem facts={item.facts} />
      {sorted.length === 0 ? (
        <EmptyState icon={<IconSparkles size={20} />} title={words.none} about={words.noneAbout} />
      ) : (
        sorted.map((suggestion) => (
          <SuggestionCard
            key={`${suggestion.id} ${suggestion.decision?.id ?? ''}`}
            suggestion={suggestion}
            item={item}
            first={suggestion === open[0]}
            onPassage={onPassage}
          />
        ))
      )}
      <OutsideHere />
      <KnownOfCase facts={item.facts} />
    </div>
  );
}

/** How much lies outside the complaint, and the way to open it. */
function OutsideHere() {
  const scope = useQueryCall('scope.view', {});
  return scope.value === null ? null : <OutsideCount scope={scope.value} />;
}

function FlagNotice({ flag }: { readonly flag: ScreenFlag }) {
  const words = useWords().viewer.flags;
  const own = words[flag.screen];
  const Icon = flag.screen === 'mandated-report' ? IconMessageReport : IconScale;
  return (
    <section className="flag-notice" data-tone={flag.screen === 'mandated-report' ? 'late' : 'attention'}>
      <Icon size={18} aria-hidden />
      <div className="stack-close">
        <h3>{own.title}</h3>
        <p>{own.about}</p>
        <p className="small">{words.because(flag.because)}</p>
      </div>
    </section>
  );
}
