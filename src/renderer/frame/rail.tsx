import {
  IconBook2,
  IconChecklist,
  IconCompass,
  IconFileText,
  IconFolders,
  IconGavel,
  IconLayoutGrid,
  IconRoute,
  IconShieldHeart,
  IconTimeline,
  IconUsers,
} from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { useNavigation } from './navigation.tsx';
import type { ScreenName } from './screen-names.ts';

const rooms = [
  { screen: 'overview', icon: IconCompass },
  { screen: 'evidence', icon: IconFolders },
  { screen: 'grid', icon: IconLayoutGrid },
  { screen: 'people', icon: IconUsers },
  { screen: 'findings', icon: IconGavel },
  { screen: 'best-case', icon: IconShieldHeart },
  { screen: 'chronology', icon: IconTimeline },
  { screen: 'steps', icon: IconRoute },
  { screen: 'documents', icon: IconFileText },
  { screen: 'record', icon: IconBook2 },
  { screen: 'questions', icon: IconChecklist },
] as const satisfies readonly { screen: ScreenName; icon: unknown }[];

export function Rail() {
  const words = useWords().frame;
  const { place, go } = useNavigation();
  return (
    <nav className="rail" aria-label={words.rail}>
      <ul>
        {rooms.map(({ screen, icon: Icon }, index) => (
          <li key={screen} className={screen === 'questions' ? 'rail-apart' : undefined}>
            <button
              type="button"
              className="rail-room"
              aria-current={place.screen === screen ? 'page' : undefined}
              title={index < 9 ? `${words.screens[screen]} (Ctrl ${index + 1})` : words.screens[screen]}
              onClick={() => go(screen)}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className="rail-name">{words.screens[screen]}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
