import { Button, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { type ComponentType, useState } from 'react';
import type { CaseState } from '../../contract/case.ts';
import { ReportStrip } from '../screens/report/report-strip.tsx';
import { useWords } from '../words/use-words.ts';
import { useActions } from './actions.tsx';
import { AutoLock } from './auto-lock.tsx';
import { KeySheet } from './key-sheet.tsx';
import { useNavigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { ReadOnlyStrip } from './read-only-strip.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { type ScreenName, screenNames } from './screen-names.ts';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { type CaseCommands, useCaseCommands } from './use-case-commands.ts';
import { useDesk } from './use-desk.ts';
import { useLookAgain } from './use-look-again.ts';
import { useMenu } from './use-menu.ts';
import { useTellSampleReady } from './use-sample-job.ts';
import './frame.css';

interface WorkbenchProps {
  readonly state: CaseState;
  readonly screens: Readonly<Record<ScreenName, ComponentType>>;
}

/** The frame around every screen of an open case. */
export function Workbench({ state, screens }: WorkbenchProps) {
  const words = useWords().frame;
  const { place } = useNavigation();
  const commands = useCaseCommands(state);
  const [sheet, setSheet] = useState(false);
  useLookAgain(state.counts.items);
  useTellSampleReady();
  useDesk(state);
  useFrameActions(commands, () => setSheet(true));
  useMenu(commands, () => setSheet(true));
  const Screen = screens[place.screen];
  return (
    <div className="workbench">
      <TopBar state={state} commands={commands} onShowKeys={() => setSheet(true)} />
      <Rail />
      <main className="workbench-screen" aria-label={words.screens[place.screen]}>
        <div className="workbench-main">
          <ReadOnlyStrip state={state} />
          <ReportStrip />
          <ScreenBoundary key={place.screen} fallback={(again) => <Gone onAgain={again} />}>
            <Screen />
          </ScreenBoundary>
        </div>
      </main>
      <StatusBar state={state} onCancelJob={commands.cancelJob} />
      <AutoLock state={state} onLock={commands.lock} />
      <Palette />
      <KeySheet opened={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}

function Gone({ onAgain }: { readonly onAgain: () => void }) {
  const words = useWords().frame;
  return (
    <div className="screen-scroll">
      <div className="panel stack" role="alert">
        <h1>{words.gone}</h1>
        <p>{words.goneKept}</p>
        <p>{words.goneNext}</p>
        <div>
          <Button onClick={onAgain}>{words.showAgain}</Button>
        </div>
      </div>
    </div>
  );
}

/** What the case file can be asked for from anywhere. */
const FILE_ACTIONS = ['passphrase', 'sheet', 'backups', 'hand-over', 'compare', 'retention'] as const;

function useFrameActions(commands: CaseCommands, showKeys: () => void): void {
  const all = useWords();
  const words = all.frame;
  const { go } = useNavigation();
  const { toggleColorScheme } = useMantineColorScheme();
  useActions([
    { id: 'frame.palette', label: words.actions.palette, group: 'view', keys: 'mod+k', run: () => spotlight.open() },
    { id: 'frame.keys', label: words.actions.sheet, group: 'view', keys: 'F1', run: showKeys },
    { id: 'frame.keys-mark', label: words.actions.sheet, group: 'view', keys: '?', run: showKeys },
    { id: 'frame.theme', label: words.actions.theme, group: 'view', run: toggleColorScheme },
    { id: 'frame.reverse', label: words.actions.reverse, group: 'case', keys: 'mod+alt+z', run: commands.reverse },
    { id: 'frame.reverse-letter', label: words.actions.reverse, group: 'case', keys: 'u', run: commands.reverse },
    { id: 'frame.repeat', label: words.actions.repeat, group: 'case', keys: 'mod+alt+y', run: commands.repeat },
    { id: 'frame.lock', label: words.actions.lock, group: 'case', keys: 'mod+l', run: commands.lock },
    { id: 'frame.close', label: words.actions.close, group: 'case', keys: 'mod+shift+l', run: commands.close },
    { id: 'frame.cancel', label: words.actions.cancelJob, group: 'case', run: commands.cancelJob },
    ...FILE_ACTIONS.map((part) => ({
      id: `frame.file.${part}`,
      label: all.caseFile.palette[part],
      group: 'case' as const,
      run: () => go('record', { view: 'file', open: part }),
    })),
    ...screenNames.map((screen, index) => ({
      id: `frame.go.${screen}`,
      label: words.go(words.screens[screen]),
      group: 'go' as const,
      // There are nine digits; a tenth room is gone to from the palette.
      ...(index < 9 ? { keys: `mod+${index + 1}` } : {}),
      run: () => go(screen),
    })),
  ]);
}
