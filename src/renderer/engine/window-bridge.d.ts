import type { WindowBridge } from '../../contract/os.ts';

declare global {
  interface Window {
    /** Made and frozen by the preload before the page starts. */
    readonly evenhand: WindowBridge;
  }
}
