import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';

const shown = 5;

/** Files that nobody and nothing has read, with the reason. */
export function NotReadPanel() {
  const words = useWords().overview.notRead;
  const { go } = useNavigation();
  const list = useQueryCall('not-read.list', {});
  if (list.value === null || list.value.total === 0) return null;
  const { total, described, entries } = list.value;
  const notRead = entries.filter(({ what, described: by }) => what !== 'part' && by?.complete !== true);
  return (
    <section className="panel stack-close">
      <div className="row-apart">
        <h2>{words.title}</h2>
        <button type="button" className="link-button" onClick={() => go('evidence', { files: 'not-read' })}>
          {words.all}
        </button>
      </div>
      <p className="quiet">
        {words.counts(total, described)} {words.about}
      </p>
      <ul className="stack-close">
        {notRead.slice(0, shown).map((file) => (
          <li key={file.evidenceId}>
            <button
              type="button"
              className="link-button"
              onClick={() => go('evidence', { files: 'not-read', file: file.evidenceId })}
            >
              {file.name}
            </button>{' '}
            <span className="quiet">{file.because}</span>
          </li>
        ))}
      </ul>
      {notRead.length > shown ? <p className="quiet">{words.more(notRead.length - shown)}</p> : null}
    </section>
  );
}
