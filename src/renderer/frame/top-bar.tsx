import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBook,
  IconBrightnessHalf,
  IconKeyboard,
  IconLock,
  IconLockOpen,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import type { CaseState } from '../../contract/case.ts';
import { useOs } from '../engine/os.tsx';
import { useHandbook } from '../screens/handbook/handbook-provider.tsx';
import { useWords } from '../words/use-words.ts';
import { keyWords } from './actions.tsx';
import type { CaseCommands } from './use-case-commands.ts';

interface TopBarProps {
  readonly state: CaseState;
  readonly commands: CaseCommands;
  readonly onShowKeys: () => void;
}

export function TopBar({ state, commands, onShowKeys }: TopBarProps) {
  const words = useWords().frame;
  return (
    <section className="top-bar" aria-label={words.topBar}>
      <div className="top-bar-case">
        <span className="top-bar-title clipped" title={`${state.title}\n${state.path}`}>
          {state.title}
        </span>
        <span className="top-bar-number">{words.caseNumber(state.number)}</span>
      </div>
      <button type="button" className="top-bar-search" onClick={() => spotlight.open()}>
        <IconSearch size={15} aria-hidden />
        <span className="clipped">{words.search}</span>
        <kbd>{keyWords('mod+k')}</kbd>
      </button>
      <div className="top-bar-tools">
        <HistoryButton what={state.reverse} way="reverse" onClick={commands.reverse} />
        <HistoryButton what={state.repeat} way="repeat" onClick={commands.repeat} />
        <ThemeMenu />
        <HandbookButton />
        <Tooltip label={`${words.keys} (F1)`}>
          <ActionIcon variant="subtle" color="gray" aria-label={words.actions.sheet} onClick={onShowKeys}>
            <IconKeyboard size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={words.closeCase}>
          <ActionIcon variant="subtle" color="gray" aria-label={words.closeCase} onClick={commands.close}>
            {state.encrypted ? <IconLock size={18} stroke={1.6} /> : <IconLockOpen size={18} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      </div>
    </section>
  );
}

function HandbookButton() {
  const words = useWords().handbook;
  const open = useHandbook();
  return (
    <Tooltip label={`${words.name} (${keyWords('shift+F1')})`}>
      <ActionIcon variant="subtle" color="gray" aria-label={words.open} onClick={open}>
        <IconBook size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

interface HistoryButtonProps {
  readonly what: string | null;
  readonly way: 'reverse' | 'repeat';
  readonly onClick: () => void;
}

function HistoryButton({ what, way, onClick }: HistoryButtonProps) {
  const words = useWords().frame;
  const label = way === 'reverse' ? words.reverse(what) : words.repeat(what);
  const Icon = way === 'reverse' ? IconArrowBackUp : IconArrowForwardUp;
  return (
    <Tooltip label={label}>
      <button type="button" className="top-bar-history" disabled={what === null} aria-label={label} onClick={onClick}>
        <Icon size={17} stroke={1.6} aria-hidden />
        <span className="top-bar-history-word">{way === 'reverse' ? words.reverseShort : words.repeatShort}</span>
      </button>
    </Tooltip>
  );
}

const schemeIcons = { light: IconSun, dark: IconMoon, auto: IconBrightnessHalf };

function ThemeMenu() {
  const words = useWords().frame.theme;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const os = useOs();
  // The shell is told too, for what it draws itself: menus, dialogs, the frame of the window.
  const choose = (scheme: 'light' | 'dark' | 'auto') => {
    setColorScheme(scheme);
    void os.chooseTheme(scheme === 'auto' ? 'system' : scheme);
  };
  const Icon = schemeIcons[colorScheme];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.change(words[colorScheme])}>
          <Icon size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item key={scheme} onClick={() => choose(scheme)} aria-current={scheme === colorScheme}>
            {words[scheme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
