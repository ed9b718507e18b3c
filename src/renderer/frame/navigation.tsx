import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { must } from '../../contract/errors.ts';
import { type ScreenName, screenNames } from './screen-names.ts';

/** Where the window stands: a screen and what is chosen in it. Kept in the address, so that going back works. */
export interface Place {
  readonly screen: ScreenName;
  readonly params: Readonly<Record<string, string>>;
}

export interface Navigation {
  readonly place: Place;
  /** Goes to a screen: with parameters to just that, without them to where one was in it before. */
  readonly go: (screen: ScreenName, params?: Readonly<Record<string, string>>) => void;
  /** Changes parameters of this screen without a new step back; null takes one out. */
  readonly set: (params: Readonly<Record<string, string | null>>) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const navigation = useMemo(() => navigationAt(hash), [hash]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

/** The way between screens; `place.params` holds what a link named, such as `item`, `clause`, `person`. */
export function useNavigation(): Navigation {
  return must(useContext(NavigationContext), 'useNavigation: NavigationProvider must stand above');
}

/** Goes back to an empty address, as when a case is closed. */
export function leaveAllPlaces(): void {
  lastParams.clear();
  window.history.replaceState(null, '', '#');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Where one was in each screen of the open case. */
const lastParams = new Map<ScreenName, Place['params']>();

function navigationAt(hash: string): Navigation {
  const place = placeOf(hash);
  lastParams.set(place.screen, place.params);
  return {
    place,
    go: (screen, params) => {
      const before = lastParams.get(screen) ?? {};
      window.location.hash = hashOf({ screen, params: params ?? before });
    },
    set: (changes) => {
      const params = { ...placeOf(window.location.hash).params };
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) delete params[name];
        else params[name] = value;
      }
      window.history.replaceState(null, '', hashOf({ screen: place.screen, params }));
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    },
  };
}

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const screen = screenNames.find((name) => name === path) ?? 'overview';
  return { screen, params: Object.fromEntries(new URLSearchParams(query)) };
}

function hashOf({ screen, params }: Place): string {
  const query = new URLSearchParams(params).toString();
  return query === '' ? `#/${screen}` : `#/${screen}?${query}`;
}
