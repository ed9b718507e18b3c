import { IconFileOff, IconFolderOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { onThisClock } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';
import { BackupChoice } from './backup-choice.tsx';
import { caseName } from './use-case-opening.ts';

/** Cases opened on this computer before, the latest first, with what is due in them where that can be kept encrypted. */
export function RecentCases({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const all = useWords();
  const words = all.start.recent;
  const os = useOs();
  const recent = useQuery({ queryKey: ['os.recent'], queryFn: () => os.recentCases() });
  const about = useQuery({ queryKey: ['os.about'], queryFn: () => os.about() });
  const cases = recent.data ?? [];
  const dueWords = (due: string) => localWords(due, all.parts.moment);
  const [backupsOf, setBackupsOf] = useState<string | null>(null);
  if (backupsOf !== null) {
    return <BackupChoice casePath={backupsOf} onOpen={onOpen} onLeave={() => setBackupsOf(null)} />;
  }
  const chooseBackup = async () => {
    const path = await os.chooseCase();
    if (path !== null) setBackupsOf(path);
  };
  return (
    <section className="stack-close" aria-labelledby="start-recent">
      <div className="row start-recent-head">
        <h2 id="start-recent">{words.title}</h2>
        <button type="button" className="link-button" onClick={() => void chooseBackup()}>
          {all.caseFile.takeBackup.way}
        </button>
      </div>
      {recent.isPending ? <p className="quiet">{words.loading}</p> : null}
      {recent.isSuccess && cases.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="start-list">
        {cases.map(({ path, there, openedAt, about }) => (
          <li key={path}>
            <button type="button" className="start-recent plain-button" disabled={!there} onClick={() => onOpen(path)}>
              {there ? <IconFolderOpen size={16} aria-hidden /> : <IconFileOff size={16} aria-hidden />}
              <span className="start-recent-words">
                <span className="clipped start-recent-name">{caseName(path)}</span>
                <span className="small quiet start-path">{there ? path : words.missing}</span>
                {about === null ? null : (
                  <span className="small">
                    {words.about(about.number, about.unit)}{' '}
                    {about.nextStep === null ? null : (
                      <strong>{words.next(about.nextStep, about.due === null ? null : dueWords(about.due))}</strong>
                    )}
                  </span>
                )}
              </span>
              <span className="small quiet">{localWords(onThisClock(openedAt), all.parts.moment)}</span>
            </button>
          </li>
        ))}
      </ul>
      {about.data?.keychain === false && cases.length > 0 ? <p className="small quiet">{words.plain}</p> : null}
    </section>
  );
}
