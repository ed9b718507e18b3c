import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { useWords } from '../../words/use-words.ts';
import { ComparisonView } from './comparison-view.tsx';
import { DraftView } from './draft-view.tsx';
import { PolicyShelf } from './policy-shelf.tsx';
import '../../parts/forms.css';
import './policies.css';

/** The district's own policies: the shelf, a draft on its way to a policy, or two versions side by side. */
export function PoliciesScreen() {
  const { place } = useNavigation();
  const { draft, compare, older, newer } = place.params;
  if (compare !== undefined && older !== undefined && newer !== undefined) {
    return <ComparisonView input={{ policy: compare, older, newer }} />;
  }
  if (draft === undefined) return <PolicyShelf />;
  return place.params['show'] === 'changes' ? <ComparisonView input={{ draft }} /> : <OpenDraft id={draft} />;
}

function OpenDraft({ id }: { readonly id: string }) {
  const words = useWords().policies;
  const draft = useQueryCall('policy-draft.view', { draft: id });
  if (draft.state === 'failed') return <ErrorNotice error={draft.error} />;
  if (draft.state === 'loading') return <LoadingLine what={words.loading} />;
  return <DraftView draft={draft.value} />;
}
