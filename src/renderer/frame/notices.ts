import { notifications } from '@mantine/notifications';
import type { CallError } from '../../contract/wire.ts';
import { english } from '../words/index.ts';

/** Milliseconds a good message stays; long enough to be read twice. Errors stay until they are put away. */
const STAYS = 9000;

const closeButtonProps = { 'aria-label': english.parts.error.dismiss };

/** Says that something was done, at the edge of the window. */
export function tellDone(message: string): void {
  notifications.show({ message, autoClose: STAYS, withBorder: true, closeButtonProps });
}

/** Says that something asked for from a key or the palette could not be done; on a screen use ErrorNotice instead. */
export function tellError(error: CallError): void {
  notifications.show({
    title: error.title,
    message: `${error.kept} ${error.next}`,
    autoClose: false,
    withBorder: true,
    closeButtonProps,
    color: 'red',
  });
}
