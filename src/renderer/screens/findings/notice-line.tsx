import { IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import type { AllegationView } from '../../../contract/finding.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';

/** Whether the employee had this version of the policy on the day of the conduct, and what shows it. */
export function NoticeLine({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings.notice;
  const { go } = useNavigation();
  const { state, because } = view.notice;
  const shown = state === 'shown';
  return (
    <p className="binds-line" data-binds={shown ? true : 'unknown'}>
      {shown ? <IconCircleCheck size={16} aria-hidden /> : <IconHelpCircle size={16} aria-hidden />}
      <span>
        {words[state]}. {because}{' '}
        {shown ? null : (
          <button
            type="button"
            className="link-button"
            onClick={() => go('people', { person: view.allegation.respondentId, open: 'notice' })}
          >
            {words.record}
          </button>
        )}
      </span>
    </p>
  );
}
