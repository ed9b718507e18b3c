import { useState } from 'react';
import type { MissingEntry, MissingKind } from '../../../contract/missing.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';
import { placeToMend } from './mend.ts';

type Group = 'start' | 'people' | 'heard' | 'evidence' | 'allegations';

const GROUP_OF: Readonly<Record<MissingKind, Group>> = {
  'first-question': 'start',
  'complaint-about-nobody': 'start',
  'knowledge-not-asked': 'start',
  'unit-unknown': 'people',
  'occupation-unknown': 'people',
  'schedule-unknown': 'people',
  'standing-unknown': 'people',
  'account-unproved': 'people',
  'conflict-open': 'people',
  'witness-not-heard': 'heard',
  'respondent-not-interviewed': 'heard',
  'response-open': 'heard',
  'original-not-requested': 'evidence',
  'owner-unknown': 'evidence',
  'context-not-asked': 'evidence',
  'not-read': 'evidence',
  'policy-notice': 'allegations',
  'element-not-examined': 'allegations',
  'exception-not-answered': 'allegations',
  'protected-not-answered': 'allegations',
  'question-never-asked': 'allegations',
  'advice-only': 'allegations',
  'in-a-break': 'allegations',
};
const GROUPS: readonly Group[] = ['start', 'people', 'heard', 'evidence', 'allegations'];

/** So many of each group are shown until somebody asks for all. */
const SHOWN = 2;

/** What was never asked, requested, examined or heard, each with the button that opens where it is mended. */
export function MissingPanel() {
  const words = useWords().missing;
  const list = useQueryCall('missing.list', {});
  const [all, setAll] = useState(false);
  if (list.value === null || list.value.length === 0) return null;
  const entries = list.value;
  const groups = GROUPS.map((group) => ({ group, own: entries.filter(({ kind }) => GROUP_OF[kind] === group) }));
  const hidden = groups.some(({ own }) => own.length > SHOWN);
  return (
    <section className="panel stack-close" aria-label={words.title}>
      <div className="row-apart">
        <h2>
          {words.title} <span className="quiet overview-missing-count">{words.counts(entries.length)}</span>
        </h2>
        {hidden ? (
          <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.showFewer : words.showAll(entries.length)}
          </button>
        ) : null}
      </div>
      <p className="quiet">{words.about}</p>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <div key={group} className="overview-missing-group">
            <h3>
              {words.group[group]} <span className="quiet">{own.length}</span>
            </h3>
            <ul>
              {own.slice(0, all ? own.length : SHOWN).map((entry) => (
                <MissingLine key={entry.key} entry={entry} />
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

function MissingLine({ entry }: { readonly entry: MissingEntry }) {
  const words = useWords().missing;
  const { go } = useNavigation();
  const { screen, params } = placeToMend(entry);
  return (
    <li className="overview-missing-line">
      <span className="overview-missing-words">{entry.words}</span>
      <button
        type="button"
        className="link-button"
        aria-label={`${words.mend[entry.kind]}: ${entry.words}`}
        onClick={() => go(screen, params)}
      >
        {words.mend[entry.kind]}
      </button>
    </li>
  );
}
