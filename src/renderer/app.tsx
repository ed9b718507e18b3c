import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { type ComponentType, useEffect, useRef } from 'react';
import type { WindowBridge } from '../contract/os.ts';
import { EngineProvider } from './engine/engine-provider.tsx';
import type { EngineLink } from './engine/link.ts';
import { OsProvider } from './engine/os.tsx';
import { useQueryCall } from './engine/use-call.ts';
import { ActionsProvider } from './frame/actions.tsx';
import { EngineStopped, useEngineWatch } from './frame/engine-stopped.tsx';
import { KeptProvider } from './frame/kept.tsx';
import { useLocked } from './frame/locked.ts';
import { LockedScreen } from './frame/locked-screen.tsx';
import { NavigationProvider } from './frame/navigation.tsx';
import type { ScreenName } from './frame/screen-names.ts';
import { Workbench } from './frame/workbench.tsx';
import { BestCaseScreen } from './screens/best-case/best-case-screen.tsx';
import { ChronologyScreen } from './screens/chronology/chronology-screen.tsx';
import { DocumentsScreen } from './screens/documents/documents-screen.tsx';
import { EvidenceScreen } from './screens/evidence/evidence-screen.tsx';
import { FindingsScreen } from './screens/findings/findings-screen.tsx';
import { GridScreen } from './screens/grid/grid-screen.tsx';
import { HandbookProvider } from './screens/handbook/handbook-provider.tsx';
import { OverviewScreen } from './screens/overview/overview-screen.tsx';
import { PeopleScreen } from './screens/people/people-screen.tsx';
import { PoliciesScreen } from './screens/policies/policies-screen.tsx';
import { QuestionsScreen } from './screens/questions/questions-screen.tsx';
import { RecordScreen } from './screens/record/record-screen.tsx';
import { StartScreen } from './screens/start/start-screen.tsx';
import { StepsScreen } from './screens/steps/steps-screen.tsx';
import { floatsId, resolveVariables, theme } from './styles/theme.ts';
import { english } from './words/index.ts';

const screens: Readonly<Record<ScreenName, ComponentType>> = {
  overview: OverviewScreen,
  evidence: EvidenceScreen,
  grid: GridScreen,
  people: PeopleScreen,
  findings: FindingsScreen,
  'best-case': BestCaseScreen,
  chronology: ChronologyScreen,
  steps: StepsScreen,
  documents: DocumentsScreen,
  record: RecordScreen,
  questions: QuestionsScreen,
  policies: PoliciesScreen,
};

/** The nonce of this load, by which the content policy knows the window's own style elements. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

interface AppProps {
  readonly link: EngineLink;
  readonly os: WindowBridge;
}

export function App({ link, os }: AppProps) {
  setNonce(styleNonce());
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={resolveVariables}
      getStyleNonce={styleNonce}
    >
      <section id={floatsId} aria-label={english.frame.floats} />
      <OsProvider os={os}>
        <EngineProvider link={link}>
          <ActionsProvider>
            <NavigationProvider>
              <HandbookProvider>
                <CaseOrStart />
              </HandbookProvider>
              <Notifications position="bottom-left" className="notices" />
            </NavigationProvider>
          </ActionsProvider>
        </EngineProvider>
      </OsProvider>
    </MantineProvider>
  );
}

function CaseOrStart() {
  useEngineWatch();
  const state = useQueryCall('case.state', {});
  const locked = useLocked();
  const without = state.state === 'failed' && state.error.kind === 'no-case-open';
  const wasWithout = useRef(false);
  useEffect(() => {
    if (state.state !== 'loading') wasWithout.current = without;
  });
  // While it is asked again whether a case is open, the start screen keeps what is being done on it.
  if (state.state === 'loading') {
    if (!wasWithout.current) return null;
    return locked === null ? <StartScreen /> : <LockedScreen locked={locked} />;
  }
  if (state.state === 'ready') {
    return (
      <KeptProvider key={state.value.caseId} writable={state.value.readOnly === null}>
        <Workbench state={state.value} screens={screens} />
      </KeptProvider>
    );
  }
  if (without && locked !== null) return <LockedScreen locked={locked} />;
  return without ? <StartScreen /> : <EngineStopped error={state.error} />;
}
