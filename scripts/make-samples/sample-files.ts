/** Files of one incident: the path under `inbox/`, `/`-separated, and the bytes. */
export type SampleFiles = ReadonlyMap<string, Uint8Array>;
