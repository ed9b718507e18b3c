import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';

const shown = 5;

/** Files that nobody and nothing has read, with the reason. */
export function NotReadPanel() {
  const words = useWords().overview.notRead;
  const { go } = useNavigation();
  const files = useQueryCall('evidence.list', {});
  const notRead = (files.value ?? []).filter(
    (file) => file.state === 'not-read' && file.outcome?.outcome !== 'duplicate',
  );
  if (notRead.length === 0) return null;
  return (
    <section className="panel stack-close">
      <div className="row-apart">
        <h2>{words.title}</h2>
        <button type="button" className="link-button" onClick={() => go('evidence', { files: 'not-read' })}>
          {words.all}
        </button>
      </div>
      <p className="quiet">{words.about}</p>
      <ul className="stack-close">
        {notRead.slice(0, shown).map((file) => (
          <li key={file.id}>
            <button
              type="button"
              className="link-button"
              onClick={() => go('evidence', { files: 'not-read', file: file.id })}
            >
              {file.name}
            </button>{' '}
            <span className="quiet">{file.outcome?.error ?? file.outcome?.warnings[0]}</span>
          </li>
        ))}
      </ul>
      {notRead.length > shown ? <p className="quiet">{words.more(notRead.length - shown)}</p> : null}
    </section>
  );
}
