import { useLocalStorage } from '@mantine/hooks';

/** How this person likes the window on this computer; nothing of a case is ever kept here. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage<boolean>({ key: 'evenhand.single-keys', defaultValue: false });
  return [on, setOn];
}

/** Width of a pane in pixels, by the pane's name. */
export function usePaneWidth(pane: string, usual: number): readonly [number, (width: number) => void] {
  const [width, setWidth] = useLocalStorage<number>({ key: `evenhand.pane.${pane}`, defaultValue: usual });
  return [width, setWidth];
}
