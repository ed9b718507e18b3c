import { z } from 'zod';

/** What a menu or its key asks of the window; everything the window can do itself stays in the window. */
export const MenuCommand = z.enum([
  'new-case',
  'open-case',
  'close-case',
  'lock-case',
  /** The computer was locked or put to sleep. */
  'computer-locked',
  'case-file',
  'import-files',
  'import-folder',
  'palette',
  'search',
  'reverse',
  'repeat',
  'keys',
]);
export type MenuCommand = z.infer<typeof MenuCommand>;

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

const Path = z.string().min(1).max(4096);
const Name = z.string().min(1).max(200);

export type ChooseFile = 'stamp-answer' | 'sealed-key' | 'escrow-key';

/** A document to be saved as a file: an issued one, or the draft that was made last. */
export const SaveDocument = z.strictObject({
  kind: z.enum(['document', 'draft']),
  id: z.string().min(1).max(100),
  suggestedName: Name,
  format: z.enum(['pdf', 'docx']),
});
export type SaveDocument = z.infer<typeof SaveDocument>;

/** What the start screen says of a case. Kept only where the system has a keychain to encrypt it with. */
export const AboutRecent = z.strictObject({
  /** Of the case, as on its documents. */
  number: z.string().max(60),
  unit: z.string().max(200).nullable(),
  nextStep: z.string().max(300).nullable(),
  due: z.string().max(40).nullable(),
});
export type AboutRecent = z.infer<typeof AboutRecent>;

/** What goes in, by name: the complete list of what a window may ask of the operating system. */
export const osInputs = {
  'choose-files': z.null(),
  /** Null is a folder of evidence; `place` is one where something is put. */
  'choose-folder': z.literal('place').nullable(),
  'choose-file': z.enum(['stamp-answer', 'sealed-key', 'escrow-key']),
  'choose-case': z.null(),
  'place-case': z.strictObject({ suggestedName: Name }),
  'save-document': SaveDocument,
  'show-in-folder': z.strictObject({ path: Path }),
  'copy-text': z.strictObject({ text: z.string().max(1_000_000) }),
  'recent-list': z.null(),
  'recent-remember': z.strictObject({ path: Path, about: AboutRecent.nullable() }),
  'recent-forget': z.strictObject({ path: Path }),
  'theme-view': z.null(),
  'theme-choose': z.strictObject({ theme: Theme }),
  print: z.null(),
  about: z.null(),
  'case-to-open': z.null(),
  'new-window': z.null(),
  'engine-connect': z.null(),
  'engine-restart': z.null(),
} as const;
export type OsCallName = keyof typeof osInputs;

/** A case of the start screen: where its file lies, and, where it can be kept encrypted, what is due in it. */
export const RecentCase = z.strictObject({
  path: Path,
  /** The file is there now. */
  there: z.boolean(),
  openedAt: z.string(),
  about: AboutRecent.nullable(),
});
export type RecentCase = z.infer<typeof RecentCase>;

export const About = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chrome: z.string(),
  platform: z.enum(['windows', 'mac', 'linux']),
  /** Where the engine runs: in Electron's own helper process, or on a Node of its own. */
  engine: z.enum(['utility', 'node']),
  /** Whether the system's keychain encrypts the list of recent cases; without one only their places are kept. */
  keychain: z.boolean(),
  /** False where the window had to be started without Chromium's sandbox (as root). */
  sandboxed: z.boolean(),
});
export type About = z.infer<typeof About>;

/** How the engine of this window does. `stopped`: three ends in five minutes; it starts again only when asked to. */
export const EngineState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('running') }),
  z.strictObject({ state: z.literal('restarting'), inMs: z.int() }),
  z.strictObject({ state: z.literal('stopped'), report: z.string() }),
]);
export type EngineState = z.infer<typeof EngineState>;

/** A file as a page's drop or file field hands it over; its path is the preload's to find. */
export type DroppedFile = object;

/** `window.evenhand`: frozen, made by the preload. Null means that the person thought better of it. */
export interface WindowBridge {
  readonly chooseFiles: () => Promise<readonly string[] | null>;
  /** @param purpose `place` where something is put into it; left out, a folder of evidence */
  readonly chooseFolder: (purpose?: 'place') => Promise<string | null>;
  /** One file that is no evidence. */
  readonly chooseFile: (purpose: ChooseFile) => Promise<string | null>;
  readonly chooseCase: () => Promise<string | null>;
  /** Asks where a new case file goes. @returns its path, ending in `.evenhand` */
  readonly placeCase: (suggestedName: string) => Promise<string | null>;
  /** Writes a document to a place that the person chooses. @returns that path */
  readonly saveDocument: (request: SaveDocument) => Promise<string | null>;
  /** Shows a file in the system's file manager; only one that was chosen or saved in this window. */
  readonly showInFolder: (path: string) => Promise<boolean>;
  readonly copyText: (text: string) => Promise<void>;
  readonly recentCases: () => Promise<readonly RecentCase[]>;
  readonly rememberCase: (path: string, about: AboutRecent | null) => Promise<void>;
  readonly forgetCase: (path: string) => Promise<void>;
  readonly theme: () => Promise<Theme>;
  readonly chooseTheme: (theme: Theme) => Promise<void>;
  readonly print: () => Promise<void>;
  readonly about: () => Promise<About>;
  /** The case file this window was opened for (double click, command line), once; null afterwards. */
  readonly caseToOpen: () => Promise<string | null>;
  readonly newWindow: () => Promise<void>;
  /** The path of a dropped or chosen file or folder; null where it has none (made by a page). */
  readonly pathOf: (file: DroppedFile) => string | null;
  /** @returns a function that ends the subscription */
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void;
  readonly onEngineState: (listener: (state: EngineState) => void) => () => void;
  /** Asks for a port to the engine; it comes as the window message `enginePortMessage`, with the port in `ports[0]`. */
  readonly connectEngine: () => Promise<void>;
  /** Starts an engine that has stopped. */
  readonly restartEngine: () => Promise<void>;
}
