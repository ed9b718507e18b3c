import { IconBuildingBank, IconFilePlus, IconFolderOpen, IconMoon } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { useActions } from '../../frame/actions.tsx';
import { useWords } from '../../words/use-words.ts';
import { DistrictDesk } from '../district/district-desk.tsx';
import { FirstEvening } from '../first-evening/first-evening.tsx';
import { useHandbook } from '../handbook/handbook-provider.tsx';
import { EvenhandMark } from './evenhand-mark.tsx';
import { IdentityLine } from './identity-line.tsx';
import { NewCaseForm } from './new-case-form.tsx';
import { OpenCaseForm } from './open-case-form.tsx';
import { RecentCases } from './recent-cases.tsx';
import { SampleIncidents } from './sample-incidents.tsx';
import { useCaseOpening } from './use-case-opening.ts';
import '../../parts/forms.css';
import './start.css';

/** What is seen while no case is open: what Evenhand is, and the three ways into a case. */
export function StartScreen() {
  const all = useWords();
  const words = all.start;
  const opening = useCaseOpening();
  const [doing, setDoing] = useState<'new-case' | 'district' | 'evening' | null>(null);
  const create = () => setDoing('new-case');
  const leave = () => setDoing(null);
  useMenu(create, opening.choose);
  useActions([
    { id: 'start.new', label: words.actions.newCase, group: 'case', keys: 'mod+n', run: create },
    { id: 'start.evening', label: all.firstEvening.way, group: 'case', run: () => setDoing('evening') },
    { id: 'start.district', label: all.district.way, group: 'case', run: () => setDoing('district') },
    { id: 'start.open', label: words.actions.openCase, group: 'case', keys: 'mod+o', run: opening.choose },
  ]);
  return (
    <main className="start">
      <div className="start-column" data-wide={doing === 'evening' || undefined}>
        {doing === 'district' || doing === 'evening' ? null : <Head />}
        {doing === 'evening' ? null : <IdentityLine />}
        {doing === 'new-case' ? <NewCaseForm onLeave={leave} /> : null}
        {doing === 'district' ? <DistrictDesk onLeave={leave} /> : null}
        {doing === 'evening' ? <FirstEvening onLeave={leave} onNewCase={create} /> : null}
        {doing === null ? <Ways opening={opening} onCreate={create} onDo={setDoing} /> : null}
      </div>
    </main>
  );
}

/** What Evenhand is; out of the way while the district's file is being made. */
function Head() {
  const words = useWords().start;
  const handbook = useWords().handbook;
  const openHandbook = useHandbook();
  return (
    <header className="start-head">
      <EvenhandMark />
      <div className="stack-close">
        <h1>{words.title}</h1>
        <p className="start-about">{words.about}</p>
        <p className="quiet">
          {words.offline}{' '}
          <button type="button" className="link-button" onClick={openHandbook}>
            {handbook.name}
          </button>
        </p>
      </div>
    </header>
  );
}

interface WaysProps {
  readonly opening: ReturnType<typeof useCaseOpening>;
  readonly onCreate: () => void;
  readonly onDo: (what: 'district' | 'evening') => void;
}

function Ways({ opening, onCreate, onDo }: WaysProps) {
  const all = useWords();
  const words = all.start.actions;
  const { district, firstEvening } = all;
  return (
    <div className="start-ways">
      <div className="stack start-begin">
        {opening.path === null ? (
          <section className="stack" aria-label={words.title}>
            <button type="button" className="start-way plain-button" data-first onClick={onCreate}>
              <IconFilePlus size={20} aria-hidden />
              <span className="stack-close">
                <span className="start-way-name">{words.newCase}</span>
                <span>{words.newCaseAbout}</span>
              </span>
            </button>
            <button type="button" className="start-way plain-button" onClick={() => onDo('evening')}>
              <IconMoon size={20} aria-hidden />
              <span className="stack-close">
                <span className="start-way-name">{firstEvening.way}</span>
                <span className="quiet">{firstEvening.wayAbout}</span>
              </span>
            </button>
            <button type="button" className="start-way plain-button" onClick={opening.choose}>
              <IconFolderOpen size={20} aria-hidden />
              <span className="stack-close">
                <span className="start-way-name">{words.openCase}</span>
                <span className="quiet">{words.openCaseAbout}</span>
              </span>
            </button>
            <button type="button" className="start-way plain-button" onClick={() => onDo('district')}>
              <IconBuildingBank size={20} aria-hidden />
              <span className="stack-close">
                <span className="start-way-name">{district.way}</span>
                <span className="quiet">{district.wayAbout}</span>
              </span>
            </button>
          </section>
        ) : (
          <OpenCaseForm key={opening.path} opening={opening} path={opening.path} />
        )}
        <RecentCases onOpen={(path) => opening.open(path, null)} />
      </div>
      <SampleIncidents />
    </div>
  );
}

/** The menu bar's own “New case” and “Open case”. */
function useMenu(create: () => void, choose: () => void): void {
  const os = useOs();
  useEffect(() =>
    os.onMenu((command) => {
      if (command === 'new-case') create();
      if (command === 'open-case') choose();
    }),
  );
}
